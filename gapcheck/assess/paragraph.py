"""The assessment of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gapcheck.assess.deposits import as_deposited
from gapcheck.assess.findings import Absent, ClaimCheck, Finding
from gapcheck.assess.outcome import Outcome, weigh
from gapcheck.assess.reach import WHOLE_SECTION, Reach, Unknown, reach_of, unreadable_reach
from gapcheck.assess.requirement import Leeway, Requirement, requirement_of
from gapcheck.assess.statements import gap_statements, residue_pieces
from gapcheck.assess.thresholds import measured, with_figures
from gapcheck.model.mappings import Claim
from gapcheck.model.verdicts import ResidueClass, Verdict
from gapcheck.model.verification import Level, level_of, weakest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.assess.thresholds import Measured
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Quantity, Section, Version
    from gapcheck.model.mappings import Mapping
    from gapcheck.model.provisions import Article, Paragraph


@dataclass(frozen=True)
class Bench:
    """What every paragraph is held against."""

    treaty: TreatyBook
    statutes: StatuteBook
    lexicon: Lexicon
    as_of: date
    reaches: dict[str, Reach] = field(default_factory=dict, compare=False, repr=False)
    """What sections were found to reach, by local id: one section answers many paragraphs."""


def assess_paragraph(bench: Bench, article: Article, paragraph: Paragraph) -> Finding:
    """Return what is found about one paragraph on the day of the bench."""
    age_of_consent = bench.statutes.jurisdiction.age_of_consent
    requirement = requirement_of(paragraph, bench.treaty, bench.lexicon, age_of_consent=age_of_consent)
    record = bench.statutes.party_to(bench.treaty.name)
    requirement = as_deposited(requirement, record, bench.as_of, bench.lexicon)
    paragraph_id = bench.treaty.id_of(paragraph)
    mapping = bench.statutes.mapping_of(paragraph_id)
    finding = Finding(
        id=paragraph_id,
        article=article,
        paragraph=paragraph,
        verdict=Verdict.NOT_ASSESSED,
        requirement=requirement,
        mapping=mapping,
    )
    if mapping is None:
        return finding
    if mapping.not_applicable:
        return _with(finding, verdict=Verdict.NOT_APPLICABLE, verification=_trust(bench, finding, mapping))
    if not mapping.somebody_looked:
        return finding
    return _weighed(bench, finding, mapping)


def _with(finding: Finding, **changes: object) -> Finding:
    return Finding(**{**{name: getattr(finding, name) for name in finding.__dataclass_fields__}, **changes})


def _weighed(bench: Bench, finding: Finding, mapping: Mapping) -> Finding:
    own, absent = _in_force(bench, mapping.sections)
    incidental, also_absent = _in_force(bench, mapping.incidental)
    requirement = finding.requirement
    own = [reach.widened(requirement.free) for reach in own]
    incidental = [reach.widened(requirement.free) for reach in incidental]
    scales = _Scales(bench, requirement, own, incidental)
    in_doubt = [reach.section for reach in (*own, *incidental) if reach.unknown]
    outcome = scales.weigh()
    at_best = scales.weigh(in_doubt, with_unrecorded=True) if in_doubt or requirement.unrecorded else outcome
    decided = outcome.verdict is at_best.verdict
    mapped = (*mapping.sections, *mapping.incidental)
    unread = [bench.statutes.id_of(local) for local in mapped if local in bench.statutes.unreadable]
    figures = measured(finding.paragraph.measures, _figures(bench, mapped), is_open=bool(unread))
    verdict = with_figures(outcome.verdict, figures) if decided else Verdict.UNDETERMINED
    left_to = mapping.left_to if verdict.is_gap else None
    verdict = Verdict.UNDETERMINED if left_to else verdict
    gap_class = ResidueClass.GAP if finding.is_mandatory else ResidueClass.RECOMMENDATION
    space, uncovered = bench.lexicon.space, outcome.residue.values(requirement.lead)
    return _with(
        finding,
        verdict=verdict,
        outcome=outcome,
        figures=figures,
        left_to=left_to,
        sections=tuple(reach.section for reach in own),
        incidental=tuple(reach.section for reach in incidental),
        absent=(*absent, *also_absent),
        reaches=(*own, *incidental),
        residue=residue_pieces(outcome, gap_class),
        gap_statements=gap_statements(space, requirement, outcome, gap_class),
        wholly_reached=requirement.lead_values & ~uncovered,
        spared=uncovered & ~outcome.gap.values(requirement.lead),
        unknown=_unknown(figures, unread)
        if decided
        else _deciding_facts(scales, in_doubt, outcome.verdict, at_best.verdict),
        unrecorded=() if decided else scales.unrecorded_in_use(),
        verification=_trust(bench, finding, mapping),
        claim=_claim_check(mapping.claim, verdict, outcome),
        by_general_law_only=outcome.reaches_some and not at_best.own and not outcome.gap,
    )


@dataclass(frozen=True)
class _Scales:
    """What is weighed: some of the sections may be taken at their best, the others at what is certain."""

    bench: Bench
    requirement: Requirement
    own: list[Reach]
    incidental: list[Reach]

    def weigh(self, at_best: Collection[SectionId] = (), *, with_unrecorded: bool = False) -> Outcome:
        own, incidental = (
            [scope for reach in reaches for scope in (reach.most if reach.section in at_best else reach.least)]
            for reaches in (self.own, self.incidental)
        )
        requirement = self.requirement
        if with_unrecorded:
            requirement = replace(requirement, leeways=(*requirement.leeways, *requirement.unrecorded))
        return weigh(self.bench.lexicon.space, requirement, own, incidental)

    def unrecorded_in_use(self) -> tuple[Leeway, ...]:
        """Return the options that nobody recorded and that would leave out some of what is uncovered."""
        permitted = [leeway for leeway, _ in self.weigh(with_unrecorded=True).permitted]
        return tuple(leeway for leeway in self.requirement.unrecorded if any(leeway is used for used in permitted))


def _unknown(figures: Iterable[Measured], unread: Iterable[SectionId]) -> tuple[Unknown, ...]:
    """Return the sections whose files have errors, where one of them may set a figure that decides."""
    is_open = any(figure.is_open and figure.is_met is None for figure in figures)
    return tuple(Unknown(section, WHOLE_SECTION) for section in unread) if is_open else ()


def _deciding_facts(
    scales: _Scales, in_doubt: Collection[SectionId], worst: Verdict, best: Verdict
) -> tuple[Unknown, ...]:
    """Return the unknown facts of the sections that can turn the verdict alone, or of all where none can.

    Where options that nobody recorded turn it by themselves, no section does.
    """
    if scales.weigh(with_unrecorded=True).verdict is best:
        return ()
    deciding = {
        section
        for section in in_doubt
        if scales.weigh([section]).verdict is not worst
        or scales.weigh([other for other in in_doubt if other != section], with_unrecorded=True).verdict is not best
    }
    reaches = (*scales.own, *scales.incidental)
    facts = (fact for reach in reaches if reach.section in (deciding or in_doubt) for fact in reach.unknown)
    return tuple(dict.fromkeys(facts))


def _in_force(bench: Bench, sections: Iterable[str]) -> tuple[list[Reach], list[Absent]]:
    """Return the reach of the sections that count on the day, and the sections that do not."""
    reaches: list[Reach] = []
    absent: list[Absent] = []
    for local in dict.fromkeys(sections):
        section_id = bench.statutes.id_of(local)
        section = bench.statutes.sections.get(local)
        if local in bench.statutes.unreadable:
            reaches.append(unreadable_reach(section_id, bench.lexicon))
        elif section is None:
            absent.append(_absent(section_id, None))
        elif version := section.in_force(bench.as_of):
            if local not in bench.reaches:
                bench.reaches[local] = reach_of(section_id, version, bench.lexicon)
            reaches.append(bench.reaches[local])
        else:
            absent.append(_absent(section_id, _nearest(section, bench.as_of)))
    return reaches, absent


def _figures(bench: Bench, sections: Iterable[str]) -> Iterator[tuple[SectionId, Quantity]]:
    """Yield the figures that the sections set on the day."""
    for local in dict.fromkeys(sections):
        section = bench.statutes.sections.get(local)
        version = section.in_force(bench.as_of) if section else None
        for quantity in version.measures if version else ():
            yield bench.statutes.id_of(local), quantity


def _absent(section: SectionId, nearest: Version | None) -> Absent:
    return Absent(section, nearest.in_force, nearest.status) if nearest else Absent(section, None, None)


def _nearest(section: Section, as_of: date) -> Version | None:
    """Return the version that says why a section does not count: the last one that had begun, else the first."""
    begun = [version for version in section.versions if version.in_force.from_ <= as_of]
    if begun:
        return max(begun, key=lambda version: version.in_force.from_)
    return min(section.versions, key=lambda version: version.in_force.from_, default=None)


def _trust(bench: Bench, finding: Finding, mapping: Mapping) -> Level:
    """Return the weakest level among the paragraph, the mapping, its sections, and laws that were searched in vain.

    That a section is not in force is read somewhere too.
    """
    levels = [level_of(finding.paragraph.verification or finding.article.verification)]
    if mapping.verification:
        levels.append(mapping.verification.level)
    mapped = [bench.statutes.sections.get(local) for local in (*mapping.sections, *mapping.incidental)]
    sections = [section for section in mapped if section]
    versions = [section.in_force(bench.as_of) or _nearest(section, bench.as_of) for section in sections]
    levels += [level_of(version.verification) for version in versions if version]
    if not any(section.in_force(bench.as_of) for section in sections):
        laws = (bench.statutes.laws.get(name) for name in mapping.searched)
        levels += [level_of(law.verification) for law in laws if law]
    return weakest(levels)


_AGREES = {
    Claim.NONE: {Verdict.MISSING},
    Claim.PARTIAL: {Verdict.PARTIAL, Verdict.ARGUABLE},
    Claim.FULL: {Verdict.ALIGNED, Verdict.ALIGNED_BY_OPTION, Verdict.ARGUABLE},
}


def _claim_check(claim: Claim | None, verdict: Verdict, outcome: Outcome) -> ClaimCheck | None:
    """Hold the lawyer's conclusion against the computed one; an undetermined verdict neither agrees nor disagrees.

    Where options let a State reach nothing at all, `none` is right although there is no gap.
    """
    if claim is None:
        return None
    if verdict is Verdict.UNDETERMINED:
        return ClaimCheck(claim.value, None)
    return ClaimCheck(claim.value, verdict in _AGREES[claim] or (claim is Claim.NONE and not outcome.reaches_some))
