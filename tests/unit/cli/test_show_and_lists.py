"""gapcheck show, list, vocab, lint and schema: one thing, what there is, the words, what is wrong, the shapes."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from gapcheck.report.messages import LANGUAGES
from tests.unit.cli.running import COLOUR, ROOT, Ran, drawn_here, run_here, workspace


def shown(*words: str, code: int = 0) -> Ran:
    ran = run_here(*words)
    assert ran.code == code, ran.err
    assert ran.err == ""
    return ran


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("thing", "title"),
    [
        ("14", "hanoi:14  "),
        ("20", "hanoi:20  "),
        ("14.1.c", "hanoi:14.1.c  "),
        ("14.3", "hanoi:14.3  "),
        ("hanoi", "hanoi  "),
        ("vn", "vn  "),
        ("vn:penal-code-2015", "vn:penal-code-2015  "),
        ("vn:penal-code-2015/147", "vn:penal-code-2015/147  "),
        ("conduct", "conduct  "),
        ("publish", "conduct: publish  "),
        ("victim_age", "victim_age  "),
        ("for-gain", "condition: for-gain  "),
        ("kinds", {"en": "Kinds of paragraphs", "vi": "Các loại khoản"}),
        ("GC209", "GC209 "),
        ("gc101", "GC101 "),
    ],
)
def test_everything_that_has_a_name_can_be_shown(thing: str, title: str | dict[str, str], lang: str) -> None:
    ran = shown("show", thing, "--lang", lang)
    assert ran.lines[0].startswith(title if isinstance(title, str) else title[lang])
    assert len(ran.lines) > 2


def test_an_article_shows_its_paragraphs_what_they_require_and_how_far_its_text_was_read() -> None:
    ran = shown("show", "15")
    for number in ("15.1", "15.2", "15.3", "15.4"):
        assert number in ran.lines
    assert any(line.startswith("  Requires: Conduct: communicating with a child; soliciting; ") for line in ran.lines)
    assert "Verification" in ran.lines


def test_a_paragraph_shows_its_options_and_where_it_is_mapped() -> None:
    ran = shown("show", "14.1.c")
    assert any(line.startswith("  14.3.a (may limit): A State may limit") for line in ran.lines)
    assert "  vn: penal-code-2015/326, decree-330-2026/31, decree-174-2026/96" in ran.lines


def test_a_section_shows_its_versions_what_they_reach_and_the_paragraphs_it_is_mapped_to() -> None:
    ran = shown("show", "vn:penal-code-2015/326")
    assert "In force from 1 January 2018, by 12/2017/QH14 (in force)" in ran.lines
    assert "  Nature: criminal" in ran.lines
    assert (
        "  Reaches: selling, distributing, transmitting, broadcasting, displaying or publishing, "
        "sexual content of any kind, intent, recorded or displayed material, "
        "where it passes the threshold of quantity, audience or repetition"
    ) in ran.lines
    assert any(
        "imprisonment 6 months to 3 years; up to 15 years in aggravated cases; fine 10,000,000" in line
        for line in ran.lines
    )
    assert "  Legal persons: no" in ran.lines
    assert ran.lines[-1] == "  hanoi:14.1.a, hanoi:14.1.c, hanoi:16.1"


@pytest.mark.parametrize(("lang", "yes", "no"), [("en", "yes", "no"), ("vi", "có", "không")])
def test_the_kinds_say_what_each_is_and_whether_a_statute_can_answer_it(lang: str, yes: str, no: str) -> None:
    written = yaml.safe_load((ROOT / "provisions/vocabulary/kinds.yaml").read_text("utf-8"))["kinds"]
    title, empty, heads, *rows = shown("show", "kinds", "--lang", lang).lines
    assert empty == ""
    assert len(re.split(r"\s{2,}", heads.strip())) == 4
    assert [tuple(re.split(r"\s{2,}", row.strip())) for row in rows] == [
        (name, kind["label"][lang], yes if kind.get("answerable") else no, kind["definition"][lang])
        for name, kind in written.items()
    ]
    assert {yes, no} == {re.split(r"\s{2,}", row.strip())[2] for row in rows}
    assert title


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 99, 100, 200])
def test_the_kinds_lose_nothing_at_a_terminal(columns: int, lang: str) -> None:
    def letters(text: str) -> list[str]:
        return sorted(re.findall(r"\w", COLOUR.sub("", text)))

    drawn = drawn_here("show", "kinds", "--lang", lang, columns=columns)
    assert letters(drawn) == letters(shown("show", "kinds", "--lang", lang).out)
    assert max(len(unicodedata.normalize("NFC", COLOUR.sub("", line))) for line in drawn.splitlines()) <= columns


def test_the_kinds_of_a_workspace_are_shown_too(tmp_path: Path) -> None:
    kinds = (
        "kinds:\n  vow: {label: {en: Vow, vi: Lời thề}, definition: {en: A promise., vi: Lời hứa.}, answerable: yes}\n"
    )
    folder = workspace(tmp_path, {"provisions/vocabulary/kinds.yaml": kinds})
    assert "  vow  Vow   yes           A promise." in run_here("show", "kinds", "--workspace", folder).lines


def test_an_element_says_what_a_section_means_that_does_not_name_it() -> None:
    assert "A section that does not name it means: punishing the act itself." in shown("show", "measure").lines
    assert "does not name it" not in shown("show", "conduct").out


def test_a_term_says_which_sections_use_it() -> None:
    assert "vn:penal-code-2015/147" in shown("show", "solicit").out


def test_a_section_shows_what_it_excludes_and_what_is_not_known_of_it(tmp_path: Path) -> None:
    folder = workspace(
        tmp_path,
        {
            "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland}\n",
            "national_laws/zz/act/law.yaml": "law: act\ntitle: {en: Act}\n",
            "national_laws/zz/act/1.yaml": """
section: "1"
heading: {en: Section}
versions:
  - in_force: {from: 2020-01-01}
    nature: criminal
    reaches: [{conduct: [produce, sell]}]
    excludes: [{conduct: sell, offender: child}]
    unknown: [means]
    legal_persons: yes
  - in_force: {from: 2010-01-01, to: 2019-12-31}
    status: repealed
    nature: administrative
    reaches: []
    legal_persons: unknown
""",
        },
    )
    ran = shown("show", "zz:act/1", "--workspace", folder)
    assert [line.strip() for line in ran.lines[2:]] == [
        "In force from 1 January 2020 (in force)",
        "Nature: criminal",
        "Reaches: producing or selling",
        "Excludes: selling, offenders under 18",
        "Not known: means",
        "Legal persons: yes",
        "Verification: general knowledge, not checked",
        "",
        "In force from 1 January 2010 to 31 December 2019 (repealed)",
        "Nature: administrative",
        "Reaches: background only",
        "Legal persons: unknown",
        "Verification: general knowledge, not checked",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_everything_names_instruments_and_jurisdictions(lang: str) -> None:
    ran = shown("list", "--lang", lang)
    assert any(line.split()[:1] == ["hanoi"] for line in ran.lines)
    assert any(line.split()[:1] == ["vn"] for line in ran.lines)


@pytest.mark.parametrize(("option", "value", "count"), [("--kind", "offence", 15), ("--duty", "may-consider", 1)])
def test_a_list_can_be_narrowed(option: str, value: str, count: int) -> None:
    rows = shown("list", "hanoi", option, value).lines[3:]
    everything = shown("list", "hanoi").lines[3:]
    assert count <= len(rows) < len(everything)
    assert {_squeezed(row) for row in rows} <= {_squeezed(row) for row in everything}


def _squeezed(row: str) -> str:
    return re.sub(r"\s+", " ", row)


def test_a_list_that_is_narrowed_to_nothing_says_so() -> None:
    assert shown("list", "hanoi", "--kind", "definition", "--duty", "may-reserve").lines[-1] == "Nothing fits."


def test_the_list_of_a_jurisdiction_names_every_section_in_reading_order() -> None:
    listed = [line.split()[0] for line in shown("list", "vn").lines[3:]]
    files = {
        f"{path.parent.name}/{path.stem}"
        for path in (ROOT / "national_laws/vn").glob("*/*.yaml")
        if path.stem != "law" and path.parent.name != "mappings"
    }
    assert set(listed) == files
    penal = [int(name.rpartition("/")[2]) for name in listed if name.startswith("penal-code-2015/")]
    assert penal == sorted(penal)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_vocabulary_lists_every_element_and_each_element_every_term(lang: str) -> None:
    elements = {path.stem for path in (ROOT / "provisions/vocabulary").glob("*.yaml")} - {"kinds"}
    listed = [line.split()[0] for line in shown("vocab", "--lang", lang).lines[3:]]
    assert listed == sorted(elements)
    terms = re.findall(
        r"^  ([a-z-]+): \{label", (ROOT / "provisions/vocabulary/conduct.yaml").read_text("utf-8"), re.MULTILINE
    )
    assert [
        line.split()[0]
        for line in shown("vocab", "conduct", "--lang", lang).lines
        if line.split()[:1] and line.split()[0] in terms
    ] == terms


def test_vocab_and_show_say_the_same_of_an_element() -> None:
    assert shown("vocab", "conduct").out == shown("show", "conduct").out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lint_finds_no_errors_in_the_bundled_files(lang: str) -> None:
    assert re.search({"en": " 0 errors, ", "vi": " 0 lỗi, "}[lang], shown("lint", "--lang", lang).lines[-1])


def test_lint_of_a_path_speaks_of_the_files_below_it_alone() -> None:
    ran = shown("lint", "national_laws/vn/penal-code-2015")
    places = re.findall(r"^(\S+?):\d+:\d+: ", ran.out, re.MULTILINE)
    assert all(place.startswith("national_laws/vn/penal-code-2015/") for place in places)


def test_lint_points_at_a_slip_to_the_character_and_says_what_to_do(tmp_path: Path) -> None:
    folder = workspace(
        tmp_path,
        {"national_laws/vn/mappings/hanoi/art-15.yaml": '- paragraph: "15.1"\n  sections: [penal-code-2015/1477]\n'},
    )
    ran = run_here("lint", "--workspace", folder, str(tmp_path))
    assert ran.code == 3
    place = "national_laws/vn/mappings/hanoi/art-15.yaml:2:14: error GC211 unknown-id"
    (at,) = (number for number, line in enumerate(ran.lines) if line.startswith(place))
    message, excerpt, marker, hint = ran.lines[at + 1 : at + 5]
    assert "penal-code-2015/1477" in message
    assert excerpt.strip() == "2 |   sections: [penal-code-2015/1477]"
    assert marker.index("^") == excerpt.index("penal-code")
    assert marker.count("^") == len("penal-code-2015/1477")
    assert "penal-code-2015/147" in hint


def test_lint_writes_a_page_about_every_code(tmp_path: Path) -> None:
    assert shown("lint", "--write-docs", str(tmp_path)).out == ""
    pages = {path.name for path in tmp_path.iterdir()}
    assert {"README.md", "GC101.md", "GC201.md"} <= pages
    for page in sorted(pages - {"README.md"})[::6]:
        assert shown("show", page.removesuffix(".md")).lines[0].startswith(page.removesuffix(".md"))


SCHEMAS = (
    "assessment",
    "article",
    "element",
    "evidence",
    "expectations",
    "instrument",
    "jurisdiction",
    "kinds",
    "law",
    "mappings",
    "section",
)


def test_schema_lists_all_and_prints_one() -> None:
    assert tuple(shown("schema").lines) == SCHEMAS
    assert shown("schema", "mappings").json["title"] == "gapcheck mappings"


def test_schema_writes_all_of_them_and_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert shown("schema", "--write", str(tmp_path)).out == ""
    assert {path.name for path in tmp_path.iterdir()} == {"mine.txt", *(f"{name}.json" for name in SCHEMAS)}
    for name in SCHEMAS:
        assert json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))["title"] == f"gapcheck {name}"


def test_the_schemas_of_a_workspace_know_its_words(tmp_path: Path) -> None:
    element = "element: colour\nkind: terms\nlabel: {en: Colour}\nterms: {red: {label: {en: red}}}\n"
    folder = workspace(tmp_path, {"provisions/vocabulary/colour.yaml": element})
    scope = run_here("schema", "section", "--workspace", folder).json["$defs"]["Scope"]
    assert "colour" in scope["properties"]
    assert "colour" not in shown("schema", "section").json["$defs"]["Scope"]["properties"]
