"""What changed since a previous assessment, which is the JSON that `check --format json` or `report` wrote then."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from gapcheck.model.ids import reading_order
from gapcheck.model.verdicts import Verdict
from gapcheck.report.assessment_json import FORMAT, VERSION
from gapcheck.report.dates import written_date, written_number_of_paragraph
from gapcheck.report.messages import one_line
from gapcheck.report.report_view import Change, Since
from gapcheck.report.view import provision_name, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.findings import Assessment
    from gapcheck.report.messages import Messages
    from gapcheck.report.sentences import Sentences


class NotAnAssessment(ValueError):  # noqa: N818 - it reads as a sentence
    """The text is no assessment of this jurisdiction against this instrument. `kind` names the message."""

    def __init__(self, kind: str) -> None:
        """Remember why."""
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Previous:
    """What was said before of each paragraph, by id."""

    as_of: date
    verdicts: dict[str, str]
    texts: dict[str, dict[str, str]]


def previous_assessment(text: str, jurisdiction: str, instrument: str) -> Previous:
    """Return a previous assessment of the same law against the same instrument.

    A file with several assessments is searched for it. Raises NotAnAssessment where there is none.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAnAssessment("since-not-json") from None
    candidates = [one for one in (held if isinstance(held, list) else [held]) if isinstance(one, dict)]
    known = [one for one in candidates if (one.get("format"), one.get("version")) == (FORMAT, VERSION)]
    if not known:
        raise NotAnAssessment("since-not-assessment")
    for one in known:
        if (one.get("jurisdiction"), one.get("instrument")) == (jurisdiction, instrument):
            return _previous(one)
    raise NotAnAssessment("since-other-law")


def _previous(data: dict[str, Any]) -> Previous:
    verdicts, texts = {}, {}
    prefix = f"{data['instrument']}:"
    try:
        day = date.fromisoformat(data["as_of"])
        for paragraph in data["paragraphs"]:
            name = str(paragraph["id"])
            verdicts[name] = Verdict(paragraph["verdict"]).value
            texts[name] = {str(language): str(said) for language, said in paragraph["text"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotAnAssessment("since-not-assessment") from None
    if not all(name.startswith(prefix) for name in verdicts):
        raise NotAnAssessment("since-not-assessment")
    return Previous(day, verdicts, texts)


def since(previous: Previous, assessment: Assessment, sentences: Sentences) -> Since:
    """Return the changes since then in the order of the instrument, then what was asked about then and is not now."""
    messages = sentences.messages
    changes = (*_changes(previous, assessment, sentences), *_gone(previous, assessment, messages))
    key = "title" if changes else "nothing"
    return Since(messages.say("since", key, day=written_date(previous.as_of, messages)), changes)


def _changes(previous: Previous, assessment: Assessment, sentences: Sentences) -> Iterator[Change]:
    messages = sentences.messages
    for finding in assessment.findings:
        name = str(finding.id)
        now = one_line(" ".join(sentences.uncovered(finding)))
        told = one_line(previous.texts.get(name, {}).get(messages.language, now))
        before = previous.verdicts.get(name)
        if (before, told) != (finding.verdict.value, now):
            yield Change(
                reference=one_line(written_number_of_paragraph(finding.id.number, messages)),
                provision=provision_name(finding, messages),
                before=messages.say("verdict", before) if before else messages.say("since", "new"),
                after=verdict_text(finding, messages),
                what=now,
            )


def _gone(previous: Previous, assessment: Assessment, messages: Messages) -> Iterator[Change]:
    asked_now = {str(finding.id) for finding in assessment.findings}
    numbers = {name.partition(":")[2] for name in previous.verdicts.keys() - asked_now}
    for number in sorted(numbers, key=reading_order):
        yield Change(
            reference=one_line(written_number_of_paragraph(number, messages)),
            provision="",
            before=messages.say("verdict", previous.verdicts[f"{assessment.instrument}:{number}"]),
            after=messages.say("since", "gone"),
            what="",
        )
