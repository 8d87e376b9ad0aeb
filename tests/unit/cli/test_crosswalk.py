"""gapcheck crosswalk: two instruments side by side, for a person, a spreadsheet and a program."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from gapcheck.coverage.relation import INVERSE, Relation
from tests.unit.cli.running import Json, Ran, drawn_here, run_here, workspace

INSTRUMENT = "instrument: {name}\ntitle: {{en: {title}, vi: {title}}}\n"
FILES = {
    "provisions/alpha/instrument.yaml": INSTRUMENT.format(name="alpha", title="Alpha Convention"),
    "provisions/beta-2/instrument.yaml": INSTRUMENT.format(name="beta-2", title="Beta Protocol"),
    "provisions/alpha/art-1.yaml": """\
article: "1"
heading: {en: Material, vi: Tài liệu}
paragraphs:
  - id: "1.1"
    kind: offence
    duty: shall
    requires: {conduct: [produce, possess], victim_age: under 18}
    options:
      - {id: "1.4", type: reservation, needs: reservation, scope: {victim_age: 16 to 17}}
  - id: "1.2"
    heading: {en: "=1+1", vi: "=1+1"}
    kind: state-conduct
    duty: shall
    related:
      - {paragraph: "beta-2:5.2", relation: subset-of, reason: {en: '=HYPERLINK("x")', vi: "@lý do"}}
""",
    "provisions/alpha/art-2.yaml": """\
article: "2"
heading: {en: Publication, vi: Đăng tải}
paragraphs:
  - {id: "2.1", kind: offence, duty: shall, requires: {conduct: publish, victim_age: adult}}
""",
    "provisions/beta-2/art-5.yaml": """\
article: "5"
heading: {en: Production, vi: Sản xuất}
paragraphs:
  - {id: "5.1", kind: offence, duty: may, requires: {conduct: produce, victim_age: under 18}}
  - {id: "5.2", kind: state-conduct, duty: shall}
  - {id: "5.3", kind: offence, duty: shall, requires: {conduct: possess, victim_age: under 18}}
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a workspace with two instruments, laid over the bundled data."""
    return workspace(tmp_path_factory.mktemp("beside"), FILES)


def beside(folder: str, *words: str, code: int = 0) -> Ran:
    ran = run_here("crosswalk", "alpha", "beta-2", *words, "--workspace", folder)
    assert ran.code == code, ran.err
    return ran


def test_a_pipe_gets_a_block_for_each_pair_and_how_many_relate_in_which_way(folder: str) -> None:
    ran = beside(folder)
    assert ran.err == ""
    assert ran.out == beside(folder, "--format", "plain").out
    assert ran.lines == [
        "Alpha Convention beside Beta Protocol",
        "",
        "1.1 Material - covers 5.1 Production",
        "  alpha:1.1 alone covers possessing",
        "  duty: must; there: may; leaves open: 1.4 (by reservation): persons aged 16 or 17",
        "",
        "1.1 Material - covers 5.3 Production",
        "  alpha:1.1 alone covers producing",
        "  leaves open: 1.4 (by reservation): persons aged 16 or 17",
        "",
        "1.2 =1+1 - part of (asserted) 5.2 Production",
        '  =HYPERLINK("x")',
        "",
        "Without counterpart",
        "  2.1 Publication",
        "",
        "4 pairs: 1 part of, 2 covers, 1 no counterpart.",
        "Computed from the scopes; asserted where scopes cannot say it.",
    ]


def test_it_speaks_vietnamese(folder: str) -> None:
    ran = beside(folder, "--lang", "vi")
    assert ran.lines[0] == "Alpha Convention đặt cạnh Beta Protocol"
    assert any(line.startswith("1.1 Tài liệu - ") and line.endswith("5.1 Sản xuất") for line in ran.lines)
    assert "  @lý do" in ran.lines
    assert "  2.1 Đăng tải" in ran.lines
    assert "alone" not in ran.out


def test_a_table_has_a_row_for_each_pair(folder: str) -> None:
    rows = beside(folder, "--format", "table").lines
    assert rows[0] == "Alpha Convention beside Beta Protocol"
    assert rows[2].split() == ["Paragraph", "Relation", "Counterpart", "Differences"]
    assert [row.split("  ")[1] for row in rows[3:7]] == ["1.1 Material", "1.1 Material", "1.2 =1+1", "2.1 Publication"]
    assert [re.split(r"\s{2,}", row.strip())[1:] for row in rows[3:7]] == [
        [
            "covers",
            "5.1 Production",
            (
                "alpha:1.1 alone covers possessing. duty: must; there: may; "
                "leaves open: 1.4 (by reservation): persons aged 16 or 17"
            ),
        ],
        [
            "covers",
            "5.3 Production",
            "alpha:1.1 alone covers producing. leaves open: 1.4 (by reservation): persons aged 16 or 17",
        ],
        ["part of (asserted)", "5.2 Production", '=HYPERLINK("x")'],
        ["no counterpart"],
    ]
    assert rows[-2] == "4 pairs: 1 part of, 2 covers, 1 no counterpart."


def test_at_a_terminal_a_table_is_drawn(folder: str) -> None:
    drawn = drawn_here("crosswalk", "alpha", "beta-2", "--workspace", folder, columns=160)
    assert "─" in drawn
    for words in ("Alpha Convention beside Beta Protocol", "1.1 Material", "part of (asserted)", "no counterpart"):
        assert words in drawn
    narrow = drawn_here("crosswalk", "alpha", "beta-2", "--workspace", folder, columns=60, NO_COLOR="1")
    assert max(map(len, narrow.splitlines())) <= 60


# JSON

KEYS = (
    "paragraph",
    "counterpart",
    "relation",
    "asserted",
    "duty",
    "counterpart_duty",
    "more",
    "less",
    "only_here",
    "only_there",
    "text",
)


def test_json_spells_every_pair_out(folder: str) -> None:
    whole = beside(folder, "--format", "json").json
    assert (whole["format"], whole["version"], whole["one"], whole["other"]) == (
        "gapcheck.crosswalk",
        1,
        "alpha",
        "beta-2",
    )
    assert tuple(whole) == ("format", "version", "one", "other", "pairs")
    first, second, asserted, alone = whole["pairs"]
    assert (first["paragraph"], first["counterpart"], first["relation"]) == ("alpha:1.1", "beta-2:5.1", "superset-of")
    assert (first["duty"], first["counterpart_duty"], first["asserted"]) == ("shall", "may", False)
    assert [scope["conduct"] for scope in first["more"]] == [["possess"]]
    assert (first["less"], first["only_here"], first["only_there"]) == ([], ["1.4"], [])
    assert second["counterpart"] == "beta-2:5.3"
    assert (asserted["relation"], asserted["asserted"], asserted["more"]) == ("subset-of", True, [])
    assert asserted["text"]["en"]["differences"] == '=HYPERLINK("x")'
    assert asserted["text"]["vi"]["differences"] == "@lý do"
    assert (alone["counterpart"], alone["counterpart_duty"], alone["relation"]) == (None, None, "no-relationship")


def shape_is_right(pair: Json) -> bool:
    """Whether a pair has all its fields and each the form that a program can rely on."""
    scopes = [*pair["more"], *pair["less"]]
    return (
        tuple(pair) == KEYS
        and pair["relation"] in set(Relation)
        and (pair["counterpart"] is None) == (pair["relation"] == "no-relationship")
        and isinstance(pair["asserted"], bool)
        and all(isinstance(values, list) and values for scope in scopes for values in scope.values())
        and all(isinstance(number, str) for number in (*pair["only_here"], *pair["only_there"]))
        and [*pair["text"]] == ["en", "vi"]
        and all([*said] == ["more", "less", "differences"] for said in pair["text"].values())
        and not (pair["relation"] in {"equal", "subset-of"} and pair["more"])
        and not (pair["relation"] in {"equal", "superset-of"} and pair["less"])
        and (pair["relation"] != "superset-of" or pair["asserted"] or bool(pair["more"]))
    )


@pytest.mark.parametrize(("one", "other"), [("hanoi", "budapest"), ("hanoi", "lanzarote"), ("lanzarote", "budapest")])
def test_the_json_of_the_bundled_instruments_has_one_shape_and_turns_round(one: str, other: str) -> None:
    forth, back = (run_here("crosswalk", *names, "--format", "json").json for names in ((one, other), (other, one)))
    assert [pair["paragraph"] for pair in forth["pairs"] if not shape_is_right(pair)] == []
    assert {
        (pair["counterpart"], pair["paragraph"], INVERSE[Relation(pair["relation"])].value)
        for pair in forth["pairs"]
        if pair["counterpart"]
    } == {(pair["paragraph"], pair["counterpart"], pair["relation"]) for pair in back["pairs"] if pair["counterpart"]}


def test_an_instrument_beside_itself_is_equal_paragraph_by_paragraph() -> None:
    pairs = run_here("crosswalk", "budapest", "budapest", "--format", "json").json["pairs"]
    same = {pair["paragraph"] for pair in pairs if pair["paragraph"] == pair["counterpart"]}
    assert same == {pair["paragraph"] for pair in pairs}
    assert {pair["relation"] for pair in pairs if pair["paragraph"] == pair["counterpart"]} == {"equal"}


# CSV


def rows(ran: Ran) -> list[list[str]]:
    return list(csv.reader(io.StringIO(ran.out, newline="")))


def test_csv_has_a_row_for_each_pair_below_the_names_of_its_columns(folder: str) -> None:
    first, *others = rows(beside(folder, "--format", "csv"))
    assert first == ["paragraph", "relation", "counterpart", "more", "less", "differences"]
    assert [row[:5] for row in others] == [
        ["alpha:1.1", "covers", "beta-2:5.1", "possessing", ""],
        ["alpha:1.1", "covers", "beta-2:5.3", "producing", ""],
        ["alpha:1.2", "part of (asserted)", "beta-2:5.2", "", ""],
        ["alpha:2.1", "no counterpart", "", "", ""],
    ]


@pytest.mark.parametrize(("lang", "reason"), [("en", '\'=HYPERLINK("x")'), ("vi", "'@lý do")])
def test_a_cell_that_begins_like_a_formula_is_opened_with_an_apostrophe(folder: str, lang: str, reason: str) -> None:
    (asserted,) = [row for row in rows(beside(folder, "--format", "csv", "--lang", lang)) if row[0] == "alpha:1.2"]
    assert asserted[-1] == reason


def test_no_cell_of_the_bundled_instruments_can_be_taken_for_a_formula() -> None:
    for row in rows(run_here("crosswalk", "hanoi", "lanzarote", "--format", "csv")):
        assert len(row) == 6
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


# What is asked for


@pytest.mark.parametrize(
    ("number", "paragraphs"), [("1", 3), ("1.1", 2), ("1(2)", 1), ("Article 2", 1), ("alpha:2.1", 1), ("Điều 2", 1)]
)
def test_one_article_or_paragraph_can_be_asked_for(folder: str, number: str, paragraphs: int) -> None:
    assert len(beside(folder, "--article", number, "--format", "json").json["pairs"]) == paragraphs


def test_an_article_that_there_is_not_ends_with_2_and_the_nearest_one(folder: str) -> None:
    ran = beside(folder, "--article", "1.11", code=2)
    assert ran.out == ""
    assert ran.err.startswith("There is no paragraph 1.11 in alpha.\nDid you mean 1.1")


def test_an_article_of_the_second_instrument_is_none_of_the_first(folder: str) -> None:
    assert beside(folder, "--article", "5.1", code=2).err.startswith("There is no paragraph 5.1 in alpha.")


@pytest.mark.parametrize("names", [("alpa", "beta-2"), ("beta-2", "alpa")])
def test_an_instrument_that_there_is_not_ends_with_2_and_the_nearest_one(folder: str, names: tuple[str, str]) -> None:
    ran = run_here("crosswalk", *names, "--workspace", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is no instrument alpa.\nDid you mean alpha?\n"


def test_the_names_of_instruments_may_be_in_capitals(folder: str) -> None:
    assert run_here("crosswalk", "ALPHA", " Beta-2 ", "--workspace", folder).out == beside(folder).out


def test_errors_in_the_files_end_it_with_3_and_the_rest_is_shown(tmp_path: Path) -> None:
    broken = FILES | {"provisions/beta-2/art-6.yaml": "article: [\n"}
    ran = beside(workspace(tmp_path, broken), code=3)
    assert "provisions/beta-2/art-6.yaml" in ran.err
    assert "1.1 Material - covers 5.1 Production" in ran.lines


def test_an_instrument_that_cannot_be_read_ends_it_with_3(tmp_path: Path) -> None:
    broken = FILES | {"provisions/beta-2/instrument.yaml": "instrument: [\n"}
    ran = beside(workspace(tmp_path, broken), code=3)
    assert ran.out == ""
    assert "Traceback" not in ran.err
