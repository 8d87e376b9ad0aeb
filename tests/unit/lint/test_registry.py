"""What the rules say of whole workspaces: of broken ones, of ones in part, and of the data that comes with gapcheck."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gapcheck.lint import registry
from gapcheck.lint.setting import Setting
from gapcheck.resources import bundled_root
from gapcheck.source.diagnostics import Diagnostic, Severity
from gapcheck.workspace.workspace import open_workspace

BASE = Path(__file__).parent / "base"
DAY = date(2026, 1, 1)
SECTION = "national_laws/zz/act/1.yaml"
MAPPINGS = "national_laws/zz/mappings/pact/art-1.yaml"


def said_of(files: dict[str, str], folder: Path, day: date = DAY) -> list[Diagnostic]:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return registry.run(Setting(open_workspace((BASE, folder)), day))


def names(diagnostics: list[Diagnostic]) -> set[str]:
    return {diagnostic.code.name for diagnostic in diagnostics}


@pytest.mark.parametrize(
    "path",
    sorted(str(file.relative_to(BASE).as_posix()) for file in BASE.rglob("*.yaml")),
)
def test_a_broken_file_stops_no_rule(path: str, tmp_path: Path) -> None:
    said_of({path: "{\n"}, tmp_path)


def test_what_a_broken_file_of_mappings_says_is_not_taken_for_missing(tmp_path: Path) -> None:
    second = {"provisions/pact/art-2.yaml": _article("2"), "national_laws/zz/mappings/pact/art-2.yaml": "{\n"}
    assert "paragraph-without-mapping" not in names(said_of(second, tmp_path))


def test_a_paragraph_without_a_file_of_mappings_is_said_of_the_jurisdiction(tmp_path: Path) -> None:
    (found,) = said_of({"provisions/pact/art-2.yaml": _article("2")}, tmp_path)
    assert (found.code.name, found.path, found.span) == (
        "paragraph-without-mapping",
        "national_laws/zz/jurisdiction.yaml",
        None,
    )
    assert found.facts["file"] == "national_laws/zz/mappings/pact/art-2.yaml"


def test_a_jurisdiction_that_has_not_begun_with_an_instrument_is_left_alone(tmp_path: Path) -> None:
    other = "national_laws/yy/jurisdiction.yaml"
    assert said_of({other: "jurisdiction: yy\nname: {en: Yland}\nlanguages: [en]\n"}, tmp_path) == []


def test_the_day_decides_what_is_in_force(tmp_path: Path) -> None:
    section = (
        'section: "1"\nheading: {en: A, vi: B}\nversions:\n'
        "  - in_force: {from: 2018-01-01, to: 2024-12-31}\n    reaches: {conduct: [publish, possess]}\n"
        "    verification: {level: dated, source: Gazette, consulted: 2026-01-01}\n"
    )
    assert names(said_of({SECTION: section}, tmp_path, date(2024, 12, 31))) == set()
    assert "mapping-cites-section-not-in-force" in names(said_of({SECTION: section}, tmp_path, date(2025, 1, 1)))


def test_diagnostics_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    section = 'section: "1"\nheading: {en: A}\nversions:\n  - {in_force: {from: 2018-01-01}, reaches: []}\n'
    found = said_of({SECTION: section, MAPPINGS: '- {paragraph: "1", sections: [act/1]}\n'}, tmp_path)
    assert [diagnostic.order for diagnostic in found] == sorted(diagnostic.order for diagnostic in found)
    assert len({diagnostic.path for diagnostic in found}) == 2


def test_a_mapping_in_the_file_of_another_article_is_said_without_a_place(tmp_path: Path) -> None:
    stray = {MAPPINGS.replace("art-1", "art-2"): '- {paragraph: "1", sections: [act/1]}\n', MAPPINGS: "[]\n"}
    (found,) = [one for one in said_of(stray, tmp_path) if one.code.name == "reason-missing"]
    assert (found.path, found.span) == (MAPPINGS, None)


def test_a_mapping_whose_own_file_does_not_exist_is_said_all_the_same(tmp_path: Path) -> None:
    mapping = '- {paragraph: "2", sections: [act/1]}\n'
    stray = {"provisions/pact/art-2.yaml": _article("2"), MAPPINGS.replace("art-1", "art-9"): mapping}
    (found,) = [one for one in said_of(stray, tmp_path) if one.code.name == "reason-missing"]
    assert (found.path, found.span, found.excerpt) == (MAPPINGS.replace("art-1", "art-2"), None, "")


def test_the_scope_that_reaches_into_the_gap_is_the_one_that_is_marked(tmp_path: Path) -> None:
    section = (
        'section: "{0}"\nheading: {{en: A, vi: B}}\nversions:\n  - in_force: {{from: 2018-01-01}}\n'
        "    verification: {{level: dated, source: Gazette, consulted: 2026-01-01}}\n    reaches: {1}\n"
    )
    files = {
        SECTION: section.format(1, "{conduct: publish}"),
        SECTION.replace("1.y", "2.y"): section.format(2, "[{conduct: publish}, {conduct: possess}]"),
        MAPPINGS: '- paragraph: "1"\n  sections: [act/1]\n  reason: {en: A, vi: B}\n',
    }
    (found,) = said_of(files, tmp_path)
    assert found.span is not None
    assert found.excerpt[found.span.column - 1 : found.span.end_column - 1] == "{conduct: possess}"


def test_the_data_that_comes_with_gapcheck_has_no_errors() -> None:
    workspace = open_workspace((bundled_root(),))
    found = [*workspace.diagnostics, *registry.run(Setting(workspace, date(2026, 11, 21)))]
    assert [one for one in found if one.code.severity is Severity.ERROR] == []


def _article(number: str) -> str:
    paragraph = (
        f'{{id: "{number}", kind: offence, duty: shall, summary: {{en: A, vi: B}}, requires: {{conduct: publish}}}}'
    )
    return f'article: "{number}"\nheading: {{en: A, vi: B}}\nparagraphs:\n  - {paragraph}\n'
