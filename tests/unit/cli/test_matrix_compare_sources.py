"""gapcheck matrix, compare and sources: several laws beside each other, and what verdicts rest on."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gapcheck.report.messages import LANGUAGES, messages_in
from tests.unit.cli.running import DAY, run_here

SCRIPT = "<script>alert(1)</script>"
FORMULA = "=HYPERLINK(1)"
TURNED = "\u202efdp"


@pytest.fixture
def two_laws(tmp_path: Path) -> Path:
    """Return a workspace with two small jurisdictions and an instrument; headings are hostile."""
    files = {
        "provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact, vi: Pact}\n",
        "provisions/pact/art-1.yaml": (
            f'article: "1"\nheading: {{en: "{FORMULA} {SCRIPT}{TURNED}"}}\nparagraphs:\n'
            '  - {id: "1.1", kind: offence, duty: shall, summary: {en: a, vi: b}, '
            "requires: {conduct: [copy, publish], victim_age: under 18}}\n"
            '  - {id: "1.2", kind: offence, duty: may, summary: {en: a, vi: b}, requires: {conduct: extort}}\n'
        ),
    }
    for code, reaches in (("yy", "{conduct: copy}"), ("zz", "{conduct: publish, victim_age: under 16}")):
        files[f"national_laws/{code}/jurisdiction.yaml"] = (
            f"jurisdiction: {code}\nname: {{en: {code.upper()}land {SCRIPT[:8]}}}\n"
            "rules: [{id: l, title: {en: Limitation}, steps: [{gives: {en: five}}, "
            "{at_least: 3 years, gives: {en: ten}}]}]\n"
        )
        files[f"national_laws/{code}/act/law.yaml"] = "law: act\ntitle: {en: Act}\n"
        files[f"national_laws/{code}/act/1.yaml"] = (
            'section: "1"\nheading: {en: One}\nversions:\n  - in_force: {from: 2000-01-01}\n'
            f"    reaches: {reaches}\n"
            "    sanction: {imprisonment: {max: 2 years}}\n"
        )
        files[f"national_laws/{code}/mappings/pact/art-1.yaml"] = (
            '- {paragraph: "1.1", sections: [act/1]}\n- {paragraph: "1.2", searched: [act]}\n'
        )
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def ran(command: str, *words: str, workspace: Path, code: int = 0) -> str:
    found = run_here(command, *words, "--workspace", str(workspace), "--as-of", DAY)
    assert (found.code, found.err) == (code, "")
    return found.out


def matrix(workspace: Path, *words: str) -> str:
    return ran("matrix", "yy", "zz", "--instrument", "pact", *words, workspace=workspace)


def test_a_matrix_has_a_row_for_each_paragraph_and_a_column_for_each_law(two_laws: Path) -> None:
    lines = matrix(two_laws).splitlines()
    assert re.split(r"\s{2,}", lines[2].strip())[:3] == ["Paragraph", "yy", "zz"]
    assert re.split(r"\s{2,}", lines[3].strip())[:3] == ["1.1", "partial", "partial"]
    assert re.split(r"\s{2,}", lines[4].strip())[:3] == ["1.2", "(MISSING)", "(MISSING)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_in_a_matrix_is_explained_in_words(two_laws: Path, language: str) -> None:
    out = matrix(two_laws, "--lang", language)
    messages = messages_in(language)
    for code in ("partial", "missing"):
        assert f"{messages.say('mark', code)}: {messages.say('meaning', code)}" in out


def test_a_matrix_can_be_limited_to_articles(two_laws: Path) -> None:
    data = run_here(
        "matrix", "yy", "--instrument", "pact", "--article", "1.2", "--format", "json",
        "--workspace", str(two_laws), "--as-of", DAY,
    ).json  # fmt: skip
    assert [row["id"] for row in data["paragraphs"]] == ["pact:1.2"]
    assert data["paragraphs"][0]["verdicts"] == {"yy": "missing"}
    assert (data["format"], data["instrument"], data["as_of"]) == ("gapcheck.matrix", "pact", DAY)


def test_no_cell_of_csv_can_be_taken_for_a_formula(two_laws: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(matrix(two_laws, "--format", "csv"))))
    assert [row["yy"] for row in rows] == ["partial", "missing"]
    assert rows[0]["provision"].startswith(f"'{FORMULA}")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_in_html_law_data_is_text_and_never_markup(two_laws: Path) -> None:
    page = _Tags()
    page.feed(matrix(two_laws, "--format", "html"))
    assert "script" not in page.tags
    assert any(SCRIPT in said for said in page.said)
    assert not any("\u202e" in said for said in page.said)
    assert page.tags.count("tr") == 3


def test_the_bundled_matrix_names_all_countries_where_none_is_named() -> None:
    data = run_here("matrix", "--article", "15.1", "--format", "json", "--as-of", DAY).json
    assert "vn" in data["jurisdictions"]
    assert "world" not in data["jurisdictions"]
    assert data["paragraphs"][0]["verdicts"]["vn"] == "missing"


def test_a_comparison_says_what_only_one_law_reaches(two_laws: Path) -> None:
    out = ran("compare", "yy", "zz", "pact:1.1", workspace=two_laws)
    assert "have nothing in common." in out
    blocks = {block.splitlines()[0]: block.splitlines()[1:] for block in out.split("\n\n") if block.strip()}
    only = {heading: lines for heading, lines in blocks.items() if heading.startswith("Only ")}
    assert list(only.values()) == [["  copying"], ["  publishing (persons under 16)"]]
    assert blocks["Neither reaches"] == ["  publishing (persons aged 16 or 17)"]
    assert "imprisonment up to 2 years" in out


def test_a_comparison_as_json_has_its_scopes_spelled_out(two_laws: Path) -> None:
    words = ("yy", "zz", "pact:1.1", "--format", "json", "--workspace", str(two_laws), "--as-of", DAY)
    data = run_here("compare", *words).json
    assert data["relation"] == "no-relationship"
    assert data["only_one"][0]["conduct"] == ["copy"]
    assert (data["one"]["verdict"], data["other"]["sections"]) == ("partial", ["zz:act/1"])


def test_where_nobody_has_looked_a_comparison_says_so(two_laws: Path) -> None:
    (two_laws / "national_laws/zz/mappings/pact/art-1.yaml").write_text("[]\n", encoding="utf-8")
    out = ran("compare", "yy", "zz", "pact:1.1", workspace=two_laws)
    assert "Where nobody has looked, nothing is known to be reached." in out


def test_an_unknown_country_is_told_with_what_there_is() -> None:
    found = run_here("compare", "vn", "xx", "15.1")
    assert found.code == 2
    assert "There is no jurisdiction xx." in found.err


def test_explain_says_what_follows_from_the_maximum_and_what_a_higher_one_would_open(two_laws: Path) -> None:
    out = ran("explain", "yy", "pact:1.1", workspace=two_laws)
    assert "act/1: Limitation: five" in out
    assert "A maximum of 3 years or more would open: ten" in out


def test_sources_put_what_is_not_verified_first_and_name_what_rests_on_it(two_laws: Path) -> None:
    words = ("yy", "pact", "--format", "json", "--workspace", str(two_laws), "--as-of", DAY)
    data = run_here("sources", *words).json
    assert [(text["text"], text["kind"], text["level"]) for text in data["texts"]] == [
        ("yy:act/1", "section", "memory"),
        ("yy:act", "law", "memory"),
    ]
    assert data["texts"][0]["findings"] == {"pact:1.1": "partial"}
    assert data["texts"][1]["findings"] == {"pact:1.2": "missing"}


def test_the_worklist_for_viet_nam_has_every_section_once() -> None:
    rows = list(csv.DictReader(io.StringIO(run_here("sources", "vn", "--format", "csv", "--as-of", DAY).out)))
    sections = [row["text"] for row in rows if row["kind"] == "section"]
    assert len(sections) == len(set(sections)) > 100
    levels = [row["level"] in {"primary", "primary-other-language"} for row in rows]
    assert levels == sorted(levels)
    assert all(row["consulted"] for row in rows if row["source"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worklist_reads_well_in_each_language(language: str) -> None:
    out = run_here("sources", "vn", "--as-of", DAY, "--lang", language).out
    assert messages_in(language).say("sources", "to-check") in out
    assert "penal-code-2015/147" in out
