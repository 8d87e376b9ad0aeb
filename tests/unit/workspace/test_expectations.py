"""Reading files of expectations: which there are, what is wrong with them, and where each expectation stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.model.verdicts import Verdict
from gapcheck.source.diagnostics import Diagnostic
from gapcheck.workspace.expectations import Asked, files_of_expectations, read_expectations
from tests.unit.workspace.tiny import Tiny

GOOD = """\
about: {en: Some points.}
expectations:
  - paragraph: hanoi:14.1
    demands: {conduct: publish}
    because: {en: It says so.}

  - paragraph: hanoi:15.1
    jurisdiction: vn
    as_of: 2026-01-01
    verdict: missing
    in_gap: [{victim_age: "16"}, {victim_age: "17"}]
    because: {en: No section reaches it., vi: Không có điều nào.}
"""
ELEMENTS = ("conduct", "victim_age", "condition", "condition_not_met")


def written(tiny: Tiny, text: str, name: str = "points.yaml") -> Path:
    return tiny.write(f"tests/expectations/{name}", text)


def read(tiny: Tiny, *locations: Path) -> tuple[tuple[Asked, ...], tuple[Diagnostic, ...]]:
    return read_expectations(locations, tiny.open())


def one(tiny: Tiny, line: str, paragraph: str = "hanoi:14.1") -> str:
    """Return what is wrong with a file whose first expectation has this line: code, line, and what is marked."""
    location = written(
        tiny,
        "about: {en: x}\nexpectations:\n"
        f"  - paragraph: {paragraph}\n    {line}\n    because: {{en: x}}\n"
        "  - {paragraph: hanoi:14.1, because: {en: x}}\n",
    )
    asked, (found,) = read(tiny, location)
    assert asked == ()
    assert found.path == location.as_posix()
    assert found.span is not None
    return f"{found.code.name} {found.span.line} {found.excerpt[found.span.column - 1 : found.span.end_column - 1]}"


# Files


def test_the_files_are_all_those_at_and_below_the_paths_each_once_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "deeper/c.yaml", "deeper/d.yml", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = files_of_expectations([tmp_path / "deeper", tmp_path, tmp_path / "notes.txt", tmp_path / "a.yaml"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "deeper/c.yaml",
        "deeper/d.yml",
        "a.yaml",
        "b.yaml",
        "notes.txt",
    ]


def test_a_folder_without_expectations_holds_none(tmp_path: Path) -> None:
    assert files_of_expectations([tmp_path]) == []


def test_expectations_are_read_with_the_place_at_which_they_stand(tiny: Tiny) -> None:
    location = written(tiny, GOOD)
    asked, diagnostics = read(tiny, location)
    assert diagnostics == ()
    assert [(each.path, each.line, each.expectation.paragraph) for each in asked] == [
        (location.as_posix(), 3, "hanoi:14.1"),
        (location.as_posix(), 7, "hanoi:15.1"),
    ]
    assert asked[0].expectation.demands == ({"conduct": ("publish",)},)
    assert asked[1].expectation.verdict is Verdict.MISSING
    assert asked[1].expectation.because == {"en": "No section reaches it.", "vi": "Không có điều nào."}


@pytest.mark.parametrize("folder", [False, True])
def test_a_file_that_cannot_be_opened_is_said(tiny: Tiny, folder: bool) -> None:
    location = tiny.root / "gone.yaml"
    if folder:
        location.mkdir(parents=True)
    asked, diagnostics = read(tiny, location)
    assert asked == ()
    problem = "not a regular file" if folder else "No such file or directory"
    assert [(found.code.name, found.path, found.facts) for found in diagnostics] == [
        ("unreadable-file", location.as_posix(), {"problem": problem})
    ]


def test_a_file_that_is_too_large_is_said(tiny: Tiny) -> None:
    asked, diagnostics = read(tiny, written(tiny, "#" * (5 * 2**20 + 1)))
    assert asked == ()
    assert [found.code.name for found in diagnostics] == ["unreadable-file"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("expectations: [\n", "syntax-error"),
        ("# nothing\n", "empty-file"),
        ("about: {en: x}\n", "missing-field"),
        ("about: {en: x}\nexpectations: []\nexpected: []\n", "unknown-field"),
        ("about: {en: x}\nexpectations: hanoi:14.1\n", "wrong-type"),
        ("about: {en: x}\nexpectations: {paragraph: hanoi:14.1, because: {en: x}}\n", "wrong-type"),
        ("about: {en: x}\nexpectations: [{paragraph: hanoi:14.1}]\n", "missing-field"),
        ("about: {en: x}\nexpectations: [{because: {en: x}}]\n", "missing-field"),
        ("about: {en: x}\nexpectations: [{paragraph: hanoi:14.1, because: {en: x}, verdict: bad}]\n", "unknown-value"),
        ("about: {vi: x}\nexpectations: []\n", "english-missing"),
    ],
)
def test_a_file_of_another_form_is_said(tiny: Tiny, text: str, code: str) -> None:
    asked, diagnostics = read(tiny, written(tiny, text))
    assert asked == ()
    assert code in {found.code.name for found in diagnostics}


def test_a_file_with_errors_is_left_out_whole_and_the_others_are_read(tiny: Tiny) -> None:
    bad = written(tiny, GOOD.replace("hanoi:15.1", "hanoi:15.9"), "bad.yaml")
    good = written(tiny, GOOD, "good.yaml")
    asked, diagnostics = read(tiny, bad, good)
    assert {each.path for each in asked} == {good.as_posix()}
    assert {found.path for found in diagnostics} == {bad.as_posix()}


# Words


@pytest.mark.parametrize("paragraph", ["hanoi:14.9", "hanoi:14", "hanoy:14.1", "14.1", "hanoi"])
def test_a_paragraph_that_there_is_not_is_said(tiny: Tiny, paragraph: str) -> None:
    assert one(tiny, "kind: offence", paragraph) == f"unknown-id 3 {paragraph}"


def test_what_could_have_been_meant_is_named(tiny: Tiny) -> None:
    expectation = "about: {{en: x}}\nexpectations: [{{paragraph: {0}, because: {{en: x}}}}]\n"
    allowed = {"hanoi:14.9": ("hanoi:14.1", "hanoi:14.2", "hanoi:15.1"), "hanoy:14.1": ("hanoi",)}
    for name, known in allowed.items():
        _, (found,) = read(tiny, written(tiny, expectation.format(name)))
        assert found.facts == {"found": name, "allowed": known}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("counterpart: {paragraph: budapest:9}", "unknown-id 4 budapest:9"),
        ("counterpart: {paragraph: hanoi:14.3, relation: equal}", "unknown-id 4 hanoi:14.3"),
        ("counterpart: {paragraph: '14.2'}", "unknown-id 4 '14.2'"),
        ("{jurisdiction: laos, as_of: 2026-01-01}"[1:-1].replace(", ", "\n    "), "unknown-id 4 laos"),
        ("demands: {conducts: publish}", "unknown-element 4 conducts"),
        ("demands: {conduct: publsh}", "unknown-term 4 publsh"),
        ("demands: [{conduct: publish}, {conduct: [possess, publsh]}]", "unknown-term 4 publsh"),
        ("does_not_demand: {victim_age: minor}", "age-not-readable 4 minor"),
        ("law: {condition: gain}", "unknown-term 4 gain"),
        ("law: {conduct: publish}\n    in_gap: {condition_not_met: gain}", "unknown-term 5 gain"),
        ("law: {conduct: publish}\n    not_in_gap: [{condition_not_met: gain}]", "unknown-term 5 gain"),
        ("law_limited_to: {conduct: publsh}", "unknown-term 4 publsh"),
        ("open_on: [conduct, mens-rea]", "unknown-element 4 mens-rea"),
        ("open_on: mens-rea", "unknown-element 4 mens-rea"),
    ],
)
def test_what_an_expectation_names_that_there_is_not_is_marked(tiny: Tiny, line: str, said: str) -> None:
    assert one(tiny, line) == said


@pytest.mark.parametrize(
    "line",
    [
        "counterpart: {paragraph: hanoi:14.2}",
        "law_limited_to: {condition: for-gain}",
        "open_on: victim_age",
        "law: [{conduct: publish, victim_age: under 16}]",
    ],
)
def test_what_there_is_can_be_named(tiny: Tiny, line: str) -> None:
    text = GOOD.replace("demands: {conduct: publish}", line)
    asked, diagnostics = read(tiny, written(tiny, text))
    assert (len(asked), diagnostics) == (2, ())


def test_a_jurisdiction_without_a_day_is_said(tiny: Tiny) -> None:
    _, (found,) = read(tiny, written(tiny, GOOD.replace("    as_of: 2026-01-01\n", "")))
    assert found.code.name == "missing-field"
    assert found.facts == {"field": "as_of"}
    assert found.span is not None
    assert found.span.line == 7


def test_a_day_without_a_jurisdiction_is_no_mistake(tiny: Tiny) -> None:
    imagined = GOOD.replace("    jurisdiction: vn\n", "    law: {conduct: publish}\n")
    assert read(tiny, written(tiny, imagined))[1] == ()


@pytest.mark.parametrize("said", ["verdict: missing", "in_gap: {conduct: publish}", "sections: []"])
def test_what_is_expected_of_a_law_names_the_law(tiny: Tiny, said: str) -> None:
    _, (found,) = read(tiny, written(tiny, GOOD.replace("demands: {conduct: publish}", said)))
    assert (found.code.name, found.facts) == ("missing-field", {"field": "jurisdiction"})
