"""The neutral view of a check: sorted, counted and worded, so that renderers only lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.assess.instrument import counts
from gapcheck.model.laws import TreatyStatus
from gapcheck.model.provisions import Duty, InstrumentType
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import Level
from gapcheck.report.check_view import CheckView, Row
from gapcheck.report.messages import one_line
from gapcheck.report.sentences import Sentences
from gapcheck.report.words import Wording
from gapcheck.resources import DEFAULT_INSTRUMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.report.messages import Messages
    from gapcheck.workspace.workspace import Workspace

TONES = {
    Verdict.ALIGNED: "good",
    Verdict.ALIGNED_BY_OPTION: "good",
    Verdict.NOT_APPLICABLE: "quiet",
    Verdict.ARGUABLE: "fair",
    Verdict.NOT_ASSESSED: "quiet",
    Verdict.UNDETERMINED: "open",
    Verdict.PARTIAL: "poor",
    Verdict.MISSING: "bad",
}
"""How a verdict feels: what renderers choose colours by. The word always stands beside the colour."""


def check_view(workspace: Workspace, assessment: Assessment, messages: Messages) -> CheckView:
    """Return the view of an assessment in one language."""
    treaty, statutes = workspace.treaties[assessment.instrument], workspace.statutes[assessment.jurisdiction]
    sentences = Sentences(Wording(workspace.lexicon, messages), statutes.jurisdiction)
    names = {"jurisdiction": messages.text(statutes.jurisdiction.name), "instrument": instrument_name(treaty, messages)}
    columns = ("paragraph", "provision", "verdict", "uncovered", "sections")
    return CheckView(
        title=messages.say("check", "title", date=assessment.as_of, **names),
        columns=tuple(messages.say("check", f"column-{name}") for name in columns),  # type: ignore[arg-type]
        rows=tuple(_row(finding, sentences) for finding in assessment.findings),
        notes=tuple(one_line(note) for note in _notes(workspace, assessment, messages)),
        gaps=tuple(finding.verdict.value for finding in assessment.findings if finding.is_gap),
    )


def instrument_name(treaty: TreatyBook, messages: Messages) -> str:
    """Return what people call an instrument."""
    return messages.text(treaty.instrument.short_title or treaty.instrument.title)


def provision_name(finding: Finding, messages: Messages) -> str:
    """Return the heading of a paragraph: its own after that of its article."""
    heading = messages.text(finding.article.heading)
    own = messages.text(finding.paragraph.heading)
    return f"{heading}: {own}" if own else heading


def verdict_text(finding: Finding, messages: Messages) -> str:
    """Return the verdict in words; that a paragraph leaves a choice is part of them."""
    verdict = messages.say("verdict", finding.verdict.value)
    if finding.is_mandatory or not finding.verdict.is_gap:
        return verdict
    key = "recommended" if finding.paragraph.duty is Duty.RECOMMENDS else "by-choice"
    return messages.say("check", key, verdict=verdict)


def tone(finding: Finding) -> str:
    """Return how the verdict feels; what a State may leave undone is never alarming."""
    return TONES[finding.verdict] if finding.is_mandatory or not finding.verdict.is_gap else "quiet"


def treaty_lines(treaty: TreatyBook, statutes: StatuteBook, messages: Messages) -> list[str]:
    """Return where the jurisdiction stands towards the instrument, and whether the instrument is in force."""
    names = {"jurisdiction": messages.text(statutes.jurisdiction.name), "instrument": instrument_name(treaty, messages)}
    if treaty.instrument.type is InstrumentType.SOFT_LAW:
        return []
    record = statutes.party_to(treaty.name)
    if record is None:
        return [messages.say("treaty", "unrecorded", **names)]
    lines = [messages.say("treaty", record.status.value, date=record.as_of, **names)]
    standing = treaty.instrument.status
    if standing and record.status in {TreatyStatus.RATIFIED, TreatyStatus.ACCEDED}:
        key = "in-force" if standing.in_force else "not-yet-in-force"
        lines.append(messages.say("treaty", key, instrument=names["instrument"], date=standing.as_of))
    return lines


def count_lines(assessment: Assessment, messages: Messages) -> Iterator[str]:
    """Yield how many paragraphs have which verdict: of those that bind, then of those that leave a choice."""
    for mandatory, key in ((True, "mandatory"), (False, "optional")):
        found = counts(assessment, mandatory=mandatory)
        if found:
            listed = ", ".join(
                f"{number} {messages.say('verdict', verdict.value)}" for verdict, number in found.items()
            )
            yield messages.say("check", key, total=sum(found.values()), counts=listed)


def _row(finding: Finding, sentences: Sentences) -> Row:
    messages = sentences.messages
    return Row(
        number=one_line(finding.id.number),
        provision=provision_name(finding, messages),
        verdict=verdict_text(finding, messages),
        tone=tone(finding),
        uncovered=tuple(one_line(sentence) for sentence in sentences.in_short(finding)),
        sections=one_line(_sections(finding, sentences)),
    )


def _sections(finding: Finding, sentences: Sentences) -> str:
    messages = sentences.messages
    own = sentences.sections(finding.sections)
    caught = sentences.incidental_catching(finding)
    incidental = messages.say("check", "incidental", sections=sentences.sections(caught)) if caught else ""
    if finding.verdict in {Verdict.NOT_ASSESSED, Verdict.NOT_APPLICABLE}:
        return "-"
    return "; ".join(part for part in (own, incidental) if part) or messages.say("check", "none")


def _notes(workspace: Workspace, assessment: Assessment, messages: Messages) -> Iterable[str]:
    findings = assessment.findings
    if not findings:
        yield messages.say("check", "nothing")
    yield from count_lines(assessment, messages)
    for key, tells in _LISTED:
        numbers = [finding.id.number for finding in findings if tells(finding)]
        if numbers:
            yield messages.say("check", key, paragraphs=", ".join(numbers))
    absent = dict.fromkeys(absent.section.local for finding in findings for absent in finding.absent)
    if absent:
        yield messages.say("check", "not-in-force", sections=", ".join(absent))
    yield from treaty_lines(
        workspace.treaties[assessment.instrument], workspace.statutes[assessment.jurisdiction], messages
    )
    gap = next((finding for finding in findings if finding.is_gap), None)
    if gap:
        number = gap.id.number if gap.id.instrument == DEFAULT_INSTRUMENT else str(gap.id)
        yield messages.say("check", "advice", jurisdiction=assessment.jurisdiction, paragraph=number)


_LISTED: tuple[tuple[str, Callable[[Finding], bool]], ...] = (
    ("not-assessed", lambda finding: finding.verdict is Verdict.NOT_ASSESSED),
    ("unverified", lambda finding: finding.verification is Level.MEMORY),
    ("secondary", lambda finding: finding.verification is Level.SECONDARY),
    ("disputed", lambda finding: finding.claim is not None and finding.claim.agrees is False),
)
