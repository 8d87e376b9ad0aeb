"""What files say of each other: ids that stand twice, words of broken files, folders that do not say what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.source.content import content_of
from gapcheck.workspace import load
from tests.unit.workspace.tiny import (
    ARTICLE,
    CONDUCT,
    FILES,
    INSTRUMENT,
    JURISDICTION,
    KINDS,
    LAW,
    MAPPINGS,
    SECTION,
    VICTIM_AGE,
    Tiny,
    place,
    said,
)


def test_a_circle_of_terms_is_said_at_every_step(tiny: Tiny) -> None:
    tiny.replace(CONDUCT, "publish: {label: {en: publishing}}", "publish: {label: {en: publishing}, covers: possess}")
    tiny.replace(
        CONDUCT, "possess: {label: {en: possessing}}", "possess: {label: {en: possessing}, covers: make-available}"
    )
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [
        ("vocabulary-cycle", CONDUCT, "5:46-5:53"),
        ("vocabulary-cycle", CONDUCT, "6:46-6:60"),
        ("vocabulary-cycle", CONDUCT, "9:14-9:21"),
    ]
    assert [one.facts for one in diagnostics] == [
        {"term": "publish", "found": "possess"},
        {"term": "possess", "found": "make-available"},
        {"term": "make-available", "found": "publish"},
    ]


def test_a_paragraph_that_stands_in_two_files_is_said_in_the_second(tiny: Tiny) -> None:
    tiny.write(
        "provisions/hanoi/art-14.1.yaml",
        'article: "14.1"\nheading: {en: x}\nparagraphs: [{id: "14.1", kind: offence, duty: shall}]\n',
    )
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("duplicate-id", ARTICLE, "4:9-4:15")]
    assert workspace.diagnostics[0].facts == {"found": "14.1", "file": "provisions/hanoi/art-14.1.yaml"}


def test_two_instruments_may_have_paragraphs_with_one_number(tiny: Tiny) -> None:
    for path in (INSTRUMENT, ARTICLE):
        tiny.write(path.replace("hanoi", "budapest"), FILES[path].replace("hanoi", "budapest"))
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert list(workspace.treaties["budapest"].by_number) == ["14.1", "14.2"]


def test_a_paragraph_that_is_mapped_in_two_files_is_said_in_the_second(tiny: Tiny) -> None:
    tiny.write(
        "provisions/hanoi/art-14.1.yaml",
        'article: "14.1"\nheading: {en: x}\nparagraphs: [{id: "14.1.z", kind: offence, duty: shall}]\n',
    )
    tiny.write("national_laws/vn/mappings/hanoi/art-14.1.yaml", '- paragraph: "14.1.z"\n')
    tiny.replace(MAPPINGS, '"14.2"', '"14.1.z"')
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("duplicate-id", MAPPINGS, "5:14-5:22")]
    assert workspace.diagnostics[0].facts["file"] == "national_laws/vn/mappings/hanoi/art-14.1.yaml"


def test_one_id_in_two_files_is_an_id_that_is_not_the_path(tiny: Tiny) -> None:
    copy = "national_laws/vn/penal-code-2015/147a.yaml"
    tiny.write(copy, FILES[SECTION])
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("id-not-path", copy, "1:10-1:15")]
    assert set(workspace.statutes["vn"].sections) == {"penal-code-2015/147", "penal-code-2015/326"}


@pytest.mark.parametrize(
    ("path", "field", "right"),
    [
        (CONDUCT, "element", "conduct"),
        (INSTRUMENT, "instrument", "hanoi"),
        (JURISDICTION, "jurisdiction", "vn"),
        (LAW, "law", "penal-code-2015"),
    ],
)
def test_every_kind_of_file_says_the_id_of_its_path(tiny: Tiny, path: str, field: str, right: str) -> None:
    tiny.replace(path, f"{field}: {right}\n", f"{field}: điều khác\n")
    first = tiny.diagnostics()[0]
    assert (first.code.name, first.path, first.facts) == (
        "id-not-path",
        path,
        {"found": "điều khác", "expected": right},
    )
    assert place(first) == f"1:{len(field) + 3}-1:{len(field) + 12}"


def test_words_of_a_broken_vocabulary_file_are_not_complained_about(tiny: Tiny) -> None:
    tiny.write(CONDUCT, "element: conduct\n")
    workspace = tiny.open()
    assert {one.path for one in workspace.diagnostics} == {CONDUCT}
    assert workspace.treaties["hanoi"].articles == ()
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147", "penal-code-2015/326"}


def test_a_broken_condition_file_excuses_conditions_of_both_kinds(tiny: Tiny) -> None:
    tiny.replace(SECTION, "condition: for-gain", "condition_not_met: for-gain")
    tiny.write("provisions/vocabulary/condition.yaml", "element: [")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("syntax-error", "provisions/vocabulary/condition.yaml", "1:10-1:11")]
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_unknown_words_are_said_beside_a_broken_vocabulary_file(tiny: Tiny) -> None:
    tiny.write(VICTIM_AGE, "")
    tiny.replace(SECTION, "[publish]", "[publich]")
    assert said(tiny.diagnostics()) == [
        ("unknown-term", SECTION, "8:19-8:26"),
        ("empty-file", VICTIM_AGE, "1:1-1:1"),
    ]


def test_kinds_that_cannot_be_read_are_said_once_and_their_paragraphs_left_out(tiny: Tiny) -> None:
    tiny.write(KINDS, "kinds: {offence: {}}\n")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("missing-field", KINDS, "1:9-1:16")]
    assert workspace.treaties["hanoi"].articles == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("condition_not_met: for-gain", "condition_not_met: gain", "unknown-term", "4:35-4:39"),
        ("{condition_not_met: for-gain}", "{conducts: publish}", "unknown-element", "4:16-4:24"),
        ("lead: conduct", "lead: conducts", "unknown-element", "5:11-5:19"),
        ("free_choice: [victim_age]", "free_choice: [conduct, nature]", "unknown-element", "6:28-6:34"),
    ],
)
def test_a_kind_that_demands_what_there_is_not_cannot_be_used(
    tiny: Tiny, old: str, new: str, code: str, at: str
) -> None:
    tiny.replace(KINDS, old, new)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [(code, KINDS, at)]
    assert workspace.vocabulary.kinds == {}
    assert workspace.treaties["hanoi"].articles == ()
    assert len(workspace.statutes["vn"].sections) == 2


def test_an_age_may_be_the_default_of_an_age(tiny: Tiny) -> None:
    tiny.replace(VICTIM_AGE, "kind: age", "kind: age\ndefault: any")
    assert tiny.diagnostics() == []


def test_paragraphs_of_an_article_with_errors_can_still_be_mapped_but_not_to_unknown_sections(tiny: Tiny) -> None:
    tiny.replace(ARTICLE, '- id: "14.2"', '- id: "14.1"')
    tiny.replace(MAPPINGS, "penal-code-2015/326", "penal-code-2015/327")
    assert said(tiny.diagnostics()) == [
        ("unknown-id", MAPPINGS, "3:16-3:35"),
        ("duplicate-id", ARTICLE, "13:9-13:15"),
    ]


def test_a_section_with_errors_can_still_be_named(tiny: Tiny) -> None:
    tiny.replace(SECTION, "nature: criminal", "nature: penal")
    tiny.write(LAW, "law: penal-code-2015\n")
    workspace = tiny.open()
    assert {one.path for one in workspace.diagnostics} == {SECTION, LAW}
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_mappings_to_an_instrument_that_there_is_not_are_said(tiny: Tiny) -> None:
    path = "national_laws/vn/mappings/hanoy/art-14.yaml"
    tiny.write(path, FILES[MAPPINGS])
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unknown-id", path, "")]
    assert diagnostics[0].facts == {"found": "hanoy", "allowed": ("hanoi",)}


def test_mappings_to_an_instrument_that_is_not_asked_for_are_left_alone(tiny: Tiny) -> None:
    assert tiny.open(instruments=[]).diagnostics == []


@pytest.mark.parametrize("header", [INSTRUMENT, JURISDICTION])
def test_a_folder_that_does_not_say_what_it_is_is_said(tiny: Tiny, header: str) -> None:
    tiny.remove(header)
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unreadable-file", header, "")]
    assert diagnostics[0].facts == {"problem": "No such file or directory"}


def test_a_file_that_changes_while_it_is_judged_keeps_its_diagnostic(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.replace(SECTION, "[publish]", "[publich]")
    read: set[Path] = set()

    def once(location: Path) -> bytes:
        if location in read:
            raise FileNotFoundError(location)
        read.add(location)
        return content_of(location)

    monkeypatch.setattr(load, "content_of", once)
    assert said(tiny.diagnostics()) == [("unknown-term", SECTION, "")]
