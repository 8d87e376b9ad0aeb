"""What a report says of each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.model.provisions import Duty
from gapcheck.model.verdicts import Reached, Verdict
from gapcheck.model.verification import Level
from gapcheck.report.citations import cited, full_heading, law_name, numbered_section
from gapcheck.report.dates import written_date, written_number_of_paragraph
from gapcheck.report.explain import Explainer
from gapcheck.report.figures import figure_line
from gapcheck.report.heat_map import heat_map
from gapcheck.report.messages import one_line
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import Candidate, Entry, Residue
from gapcheck.report.view import tone, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.explanation import Explanation
    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.ids import SectionId
    from gapcheck.report.messages import Messages
    from gapcheck.report.words import Wording

OFFENCE = "offence"
"""The kind of paragraph that asks for a crime."""

UNVERIFIED = frozenset({Level.SECONDARY, Level.MEMORY})
"""Levels at which a verdict rests on a text that nobody read in an official copy."""


def entry(bench: Bench, explanation: Explanation, audience: Audience, wording: Wording) -> Entry:
    """Return what is said of one paragraph to an audience in the language of the wording."""
    messages = wording.messages
    finding, say, text = explanation.finding, messages.say, messages.text
    explainer = Explainer(bench, explanation, wording, everything=False)
    ids = [*_ordered(finding.sections), *_ordered(finding.incidental)]
    laws = list(dict.fromkeys(one.law for one in ids))
    marks = {law: f"({number}) " if len(laws) > 1 else "" for number, law in enumerate(laws, 1)}
    completion = finding.mapping.completion if finding.mapping else None
    planned = written_date(completion.planned, messages) if completion and completion.planned else ""
    candidates = tuple(_candidates(explainer))
    level, is_looked_at = finding.verification, finding.verdict is not Verdict.NOT_ASSESSED
    theme = finding.article.theme or ""
    return Entry(
        id=one_line(str(finding.id)),
        number=one_line(finding.id.number),
        reference=one_line(written_number_of_paragraph(finding.id.number, messages)),
        article=one_line(finding.article.article),
        heading=text(finding.article.heading),
        name=text(finding.paragraph.heading),
        summary=text(finding.paragraph.summary),
        theme=one_line(theme),
        theme_name=say("theme", theme) if messages.has("theme", theme) else one_line(theme),
        duty=say("duty", finding.paragraph.duty.value),
        duty_code=finding.paragraph.duty.value,
        code=finding.verdict.value,
        verdict=verdict_text(finding, messages),
        tone=tone(finding),
        transposition=say("transposition", _transposition(finding)),
        uncovered=tuple(one_line(said) for said in explainer.sentences.in_short(finding)),
        not_covered=_acts(explainer, Reached.NOT_AT_ALL),
        in_part=_acts(explainer, Reached.IN_PART),
        who=_who(explainer),
        candidates=candidates,
        smallest_change=_smallest_change(finding, candidates, messages),
        why=tuple(one_line(figure_line(figure, messages)) for figure in explanation.figures),
        acts=tuple(f"{marks[law]}{law_name(bench.statutes, law, messages)}" for law in laws),
        sections=tuple(f"{marks[one.law]}{_section(bench, finding, one, messages)}" for one in ids),
        residues=tuple(Residue(one_line(kind), one_line(what)) for kind, what in explainer.residue()),
        reason=text(finding.mapping.reason) if finding.mapping else "",
        completing_act=text(completion.act) if completion else "",
        planned=planned,
        level=say("level", level.value) if level else "",
        is_shaky=level in UNVERIFIED and is_looked_at,
        heat=heat_map(explanation.cover, wording) if finding.outcome else None,
        blocks=tuple(explainer.page().blocks) if audience is Audience.FULL and is_looked_at else (),
        is_gap=finding.is_gap,
        is_offence=finding.paragraph.kind == OFFENCE,
        binds=finding.is_mandatory,
    )


def _acts(explainer: Explainer, reached: Reached) -> str:
    """Return the acts with a gap of which nothing is reached, or of which some is."""
    mask = 0
    for statement in explainer.finding.gap_statements:
        if statement.reached is reached:
            mask |= statement.lead
    return one_line(explainer.wording.acts(explainer.finding.requirement.lead, mask)) if mask else ""


def _who(explainer: Explainer) -> str:
    """Return whom the gap leaves without protection: persons of an age, where the paragraph is about an age."""
    finding, axis = explainer.finding, explainer.explanation.cover.age_axis
    if finding.outcome is None or not finding.outcome.gap:
        return ""
    if axis is None:
        return explainer.messages.say("report", "everyone")
    ages = explainer.messages.join(explainer.wording.ages(axis, finding.outcome.gap.values(axis)), "or")
    return one_line(explainer.messages.say("report", "persons", ages=ages))


def _candidates(explainer: Explainer) -> Iterator[Candidate]:
    """Yield the near misses turned round: what to change in which section, and what would be left."""
    lead = explainer.finding.requirement.lead
    for miss in explainer.near_misses():
        settled = miss.closes.values(lead) & ~miss.leaves.values(lead)
        yield Candidate(
            section=one_line(miss.section.local),
            name=cited(explainer.bench.statutes, miss.section, explainer.messages),
            change=one_line(explainer.change(miss)),
            closes=one_line(explainer.region(miss.closes)),
            left=one_line(explainer.region(miss.leaves)) if miss.leaves else "",
            settles_an_act=settled != 0,
        )


def _smallest_change(finding: Finding, candidates: Iterable[Candidate], messages: Messages) -> str:
    if not finding.verdict.is_gap:
        return ""
    for candidate in candidates:
        if candidate.settles_an_act:
            facts = {"section": candidate.name, "closes": candidate.closes, "change": candidate.change}
            left = "" if candidate.left else f" {messages.say('report', 'closest-all')}"
            return messages.say("report", "closest-line", **facts) + left
    return messages.say("report", "no-candidate")


def _ordered(ids: Iterable[SectionId]) -> list[SectionId]:
    return sorted(ids, key=lambda one: one.reading_order)


def _section(bench: Bench, finding: Finding, section_id: SectionId, messages: Messages) -> str:
    """Return the number of a section with its heading, the native one beside it."""
    section = bench.statutes.sections.get(section_id.local)
    heading = f": {full_heading(bench.statutes, section, messages)}" if section else ""
    said = one_line(f"{numbered_section(bench.statutes, section_id, messages)}{heading}")
    return messages.say("check", "incidental", sections=said) if section_id in finding.incidental else said


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
