"""One assessment as a report: everything worded, counted and ordered once, so that renderers only lay out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gapcheck.assess.explanation import explained
from gapcheck.assess.near_miss import reaches_in_force
from gapcheck.model.ids import reading_order
from gapcheck.model.provisions import Duty
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import Level
from gapcheck.report.explain import Explainer
from gapcheck.report.figures import figure_line
from gapcheck.report.messages import one_line
from gapcheck.report.view import count_lines, instrument_name, provision_name, tone, treaty_lines, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gapcheck.assess.explanation import Explanation
    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.ids import SectionId
    from gapcheck.report.messages import Messages
    from gapcheck.report.page import Block


class Audience(StrEnum):
    """Whom a report is for."""

    BRIEF = "brief"
    FULL = "full"
    CONCORDANCE = "concordance"


OFFENCE = "offence"
"""The kind of paragraph that asks for a crime."""

UNVERIFIED = frozenset({Level.SECONDARY, Level.MEMORY})
"""Levels at which a verdict rests on a text that nobody read in an official copy."""


@dataclass(frozen=True)
class Entry:
    """What is said of one paragraph."""

    id: str
    number: str
    article: str
    provision: str
    summary: str
    theme: str
    duty: str
    duty_code: str
    code: str
    """The verdict as data has it."""
    verdict: str
    tone: str
    transposition: str
    """The verdict in the words of a table of concordance."""
    uncovered: tuple[str, ...]
    """What is left, in sentences."""
    closest: tuple[str, ...]
    """The smallest changes that would close some of it, the smallest first."""
    why: tuple[str, ...]
    """Published figures that say why it matters."""
    sections: tuple[str, ...]
    """Sections with their headings, those made for it first."""
    reason: str
    level: str
    blocks: tuple[Block, ...]
    """Everything that stands behind it, as `gapcheck explain` shows it."""
    is_gap: bool
    is_offence: bool
    binds: bool

    @property
    def is_missing(self) -> bool:
        """Whether no section was made for it."""
        return self.code == Verdict.MISSING.value


@dataclass(frozen=True)
class ReportView:
    """A whole report in one language."""

    title: str
    language: str
    audience: Audience
    standing: tuple[str, ...]
    """Where the jurisdiction stands towards the instrument, the counts, and what they rest on."""
    warning: str
    """That verdicts rest on texts that were not verified; empty where none does."""
    entries: tuple[Entry, ...]
    labels: dict[str, str]
    """What the renderers need to name: columns, headings, buttons."""
    method: tuple[str, ...]

    @property
    def missing_offences(self) -> tuple[Entry, ...]:
        """The offences that the law lacks: what a reader with two minutes must know."""
        return tuple(entry for entry in self.entries if entry.is_gap and entry.is_offence and entry.is_missing)

    @property
    def other_gaps(self) -> tuple[Entry, ...]:
        """The other binding paragraphs that have a gap, what is missing before what is there in part."""
        found = (entry for entry in self.entries if entry.is_gap and not (entry.is_offence and entry.is_missing))
        return tuple(sorted(found, key=lambda entry: not entry.is_missing))

    @property
    def good(self) -> tuple[Entry, ...]:
        """The binding paragraphs that the law answers."""
        aligned = {Verdict.ALIGNED.value, Verdict.ALIGNED_BY_OPTION.value}
        return tuple(entry for entry in self.entries if entry.binds and entry.code in aligned)

    @property
    def open(self) -> tuple[Entry, ...]:
        """The binding paragraphs on which nothing can be said, or not for certain."""
        unsettled = {Verdict.ARGUABLE.value, Verdict.UNDETERMINED.value, Verdict.NOT_ASSESSED.value}
        return tuple(entry for entry in self.entries if entry.binds and entry.code in unsettled)


def report_view(bench: Bench, assessment: Assessment, audience: Audience, messages: Messages) -> ReportView:
    """Return the report on an assessment for an audience in one language."""
    say = messages.say
    names = {
        "jurisdiction": messages.text(bench.statutes.jurisdiction.name),
        "instrument": instrument_name(bench.treaty, messages),
    }
    reaches = reaches_in_force(bench)
    standing = (*treaty_lines(bench.treaty, bench.statutes, messages), *count_lines(assessment, messages))
    entries = tuple(_entry(bench, explained(bench, finding, reaches), messages) for finding in assessment.findings)
    resting = [entry.number for entry, f in zip(entries, assessment.findings, strict=True) if _is_shaky(f)]
    return ReportView(
        title=say("check", "title", date=assessment.as_of, **names),
        language=messages.language,
        audience=audience,
        standing=tuple(map(one_line, standing)),
        warning=say("report", "warning", paragraphs=", ".join(resting)) if resting else "",
        entries=entries,
        labels={key: say("report", key) for key in LABELS},
        method=tuple(say("report", f"method-{step}") for step in range(1, METHOD_STEPS + 1)),
    )


LABELS = (
    "disclaimer", "summary", "missing-offences", "other-gaps", "who", "why", "closest", "good", "open", "paragraphs",
    "paragraph", "provision", "duty", "verdict", "remains", "sections", "verification", "method", "filter", "show-all",
    "only-gaps", "nothing-fits", "transposition", "remark", "completing-act", "planned", "expand", "text-filter",
    "demands", "none", "details",
)  # fmt: skip
"""What renderers name by themselves: headings, columns, buttons."""
METHOD_STEPS = 5


def _is_shaky(finding: Finding) -> bool:
    return finding.verification in UNVERIFIED and finding.verdict is not Verdict.NOT_ASSESSED


def _entry(bench: Bench, explanation: Explanation, messages: Messages) -> Entry:
    finding = explanation.finding
    explainer = Explainer(bench, explanation, messages, everything=False)
    own, incidental = (_sections(bench, ids, messages) for ids in (finding.sections, finding.incidental))
    level = finding.verification
    return Entry(
        id=str(finding.id),
        number=finding.id.number,
        article=finding.article.article,
        provision=one_line(provision_name(finding, messages)),
        summary=messages.text(finding.paragraph.summary),
        theme=finding.article.theme or "",
        duty=messages.say("duty", finding.paragraph.duty.value),
        duty_code=finding.paragraph.duty.value,
        code=finding.verdict.value,
        verdict=verdict_text(finding, messages),
        tone=tone(finding),
        transposition=messages.say("transposition", _transposition(finding)),
        uncovered=tuple(one_line(said) for said in explainer.sentences.in_short(finding)),
        closest=tuple(map(one_line, explainer.closest())),
        why=tuple(one_line(figure_line(figure, messages)) for figure in explanation.figures),
        sections=(*own, *(messages.say("check", "incidental", sections=one) for one in incidental)),
        reason=messages.text(finding.mapping.reason) if finding.mapping else "",
        level=messages.say("level", level.value) if level else "",
        blocks=tuple(explainer.page().blocks),
        is_gap=finding.is_gap,
        is_offence=finding.paragraph.kind == OFFENCE,
        binds=finding.is_mandatory,
    )


def _sections(bench: Bench, ids: Iterable[SectionId], messages: Messages) -> list[str]:
    """Return the sections with their headings, the native one beside the reader's where they differ."""
    said = []
    for section_id in sorted(ids, key=lambda one: (one.law, reading_order(one.section))):
        section = bench.statutes.sections.get(section_id.local)
        heading = messages.text(section.heading) if section else ""
        native = _native(section.heading, bench.statutes.jurisdiction.languages) if section else ""
        beside = f" ({one_line(native)})" if native and one_line(native) != heading else ""
        said.append(f"{section_id.local} {heading}{beside}".strip())
    return said


def _native(heading: Mapping[str, str], languages: Iterable[str]) -> str:
    """Return the heading in a language of the jurisdiction's law."""
    return next((heading[code] for code in languages if code in heading), "")


def _transposition(finding: Finding) -> str:
    """Return the word for the verdict in tables of concordance, as accession and treaty practice use them."""
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return "not-to-be-transposed"
    if not finding.is_mandatory and finding.verdict.is_gap:
        return "recommended" if finding.paragraph.duty is Duty.RECOMMENDS else "discretionary"
    return {
        Verdict.ALIGNED: "fully",
        Verdict.ALIGNED_BY_OPTION: "fully-by-option",
        Verdict.ARGUABLE: "disputed",
        Verdict.PARTIAL: "partly",
        Verdict.MISSING: "not-transposed",
        Verdict.UNDETERMINED: "open",
    }.get(finding.verdict, "not-assessed")
