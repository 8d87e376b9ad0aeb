"""What changed since a previous assessment."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from gapcheck.report.assessment_json import assessment_json
from gapcheck.report.messages import messages_in
from gapcheck.report.report_changes import NotAnAssessment, Previous, previous_assessment
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import Since
from gapcheck.report.reporting import Material, report_view
from tests.unit.report.views import HOSTILE, small_material


def written(change: Callable[[dict[str, Any]], None] = lambda _: None) -> str:
    """Return the assessment of the small law as `check --format json` writes it, changed."""
    held = small_material()
    data = json.loads(assessment_json([(held.bench, held.assessment)]))
    change(data)
    return json.dumps(data)


def read(text: str) -> Previous:
    return previous_assessment(text, "zz", "pact")


def changes(text: str, language: str = "en") -> Since:
    held = small_material()
    with_previous = Material(held.bench, held.assessment, held.explanations, read(text))
    since = report_view(with_previous, Audience.FULL, messages_in(language)).since
    assert since is not None
    return since


def test_nothing_changed() -> None:
    assert changes(written()) == Since("Nothing has changed since 1 January 2026.", ())


def test_a_verdict_changed() -> None:
    def was_missing(data: dict[str, Any]) -> None:
        data["as_of"] = "2025-12-31"
        data["paragraphs"][0]["verdict"] = "missing"

    since = changes(written(was_missing))
    assert since.title == "Changes since 31 December 2025"
    (change,) = since.changes
    assert (change.reference, change.before, change.after) == ("Article 1(1)", "missing", "partial")


def test_the_verdict_is_the_same_and_its_reasons_differ() -> None:
    def said_otherwise(data: dict[str, Any]) -> None:
        data["paragraphs"][1]["text"]["en"] = "Something else."

    (change,) = changes(written(said_otherwise)).changes
    assert (change.before, change.after) == ("missing", "missing")
    assert change.what.startswith("Not reached at all: make-available")
    assert not changes(written(said_otherwise), "vi").changes, "in the other language it said the same"


def test_paragraphs_that_came_and_went() -> None:
    def other_paragraph(data: dict[str, Any]) -> None:
        data["paragraphs"][2]["id"] = "pact:9.1"

    came, went = changes(written(other_paragraph)).changes
    assert (came.reference, came.before) == ("Article 3", "not asked before")
    assert (went.reference, went.after) == ("Article 9(1)", "not asked now")


def test_it_is_found_among_several_assessments() -> None:
    others = [{"format": "gapcheck.assessment", "version": 1, "jurisdiction": "yy", "instrument": "pact"}]
    assert read(json.dumps([*others, json.loads(written())])).verdicts["pact:2"] == "missing"


def test_hostile_text_of_the_file_is_no_danger() -> None:
    def hostile(data: dict[str, Any]) -> None:
        data["paragraphs"][2]["id"] = f"pact:{HOSTILE}"

    assert "\x1b" not in str(changes(written(hostile)))


def drop(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(key)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no JSON", "since-not-json"),
        ("[" * 100_000, "since-not-json"),
        ("7", "since-not-assessment"),
        ("{}", "since-not-assessment"),
        (written(lambda data: data.update(version=2)), "since-not-assessment"),
        (written(lambda data: data.update(jurisdiction="yy")), "since-other-law"),
        (written(lambda data: data.update(instrument="other")), "since-other-law"),
        (written(lambda data: data.update(as_of="yesterday")), "since-not-assessment"),
        (written(lambda data: data.update(paragraphs=7)), "since-not-assessment"),
        (written(drop("paragraphs")), "since-not-assessment"),
        (written(lambda data: data["paragraphs"][0].update(verdict="splendid")), "since-not-assessment"),
        (written(lambda data: data["paragraphs"][0].update(text="x")), "since-not-assessment"),
        (written(lambda data: data["paragraphs"][0].update(id="other:1")), "since-not-assessment"),
    ],
)
def test_what_is_no_assessment_of_this_law_is_refused(text: str, kind: str) -> None:
    with pytest.raises(NotAnAssessment) as refused:
        read(text)
    assert refused.value.kind == kind
