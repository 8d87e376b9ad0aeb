"""Sections that would reach part of a gap but for one element: how little would have to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.reach import NATURE, reach_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.assess.reach import Reach
    from gapcheck.assess.requirement import Requirement
    from gapcheck.coverage.region import Region
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.ids import SectionId


@dataclass(frozen=True)
class NearMiss:
    """One element of one section that stands between it and a part of the gap."""

    section: SectionId
    axis: int
    has: int
    """The values that the section reaches (a mask)."""
    lacks: int
    """The further values that it would have to reach (a mask)."""
    closes: Region
    """The part of the gap that the change would close."""
    leaves: Region
    """What would be left of the gap."""


def reaches_in_force(bench: Bench) -> list[Reach]:
    """Return what every section of the jurisdiction reaches on the day, mapped or not, of any nature."""
    sections = bench.statutes.in_reading_order()
    current = ((name, section.in_force(bench.as_of)) for name, section in sections)
    return [reach_of(name, version, bench.lexicon) for name, version in current if version]


def near_misses(bench: Bench, finding: Finding, reaches: Iterable[Reach]) -> tuple[NearMiss, ...]:
    """Return the near misses of a finding, the smallest change first.

    A section counts only if it speaks of the acts concerned: it names values of the leading element, and for a change
    of that element itself it must reach part of the requirement already. Elements that are essential to what a rule is
    about are never changed. Changing the acts ranks after changing anything else, and turning a sanction into a crime
    after both, since it changes what the rule is.
    """
    if finding.outcome is None or not finding.outcome.gap:
        return ()
    gap, requirement = finding.outcome.gap, finding.requirement
    essential = {bench.lexicon.axis(name) for name, element in bench.lexicon.elements.items() if element.essential}
    best: dict[tuple[SectionId, int], tuple[int, NearMiss]] = {}
    for reach in reaches:
        limbs = reach.widened(requirement.free).least
        # What a section reaches needs no change of it; only of sections that are not mapped is it still a gap.
        already = [limb for limb in limbs if gap.touches(limb)]
        left = gap.minus(already) if already else gap
        for limb in limbs:
            if limb in already or requirement.lead not in limb.masks:
                continue
            for miss in _of_limb(reach.section, limb, left, requirement):
                if miss.axis in essential:
                    continue
                key = (miss.section, miss.axis)
                closed = miss.closes.cells()
                if key not in best or best[key][0] < closed:
                    best[key] = (closed, miss)
    nature = bench.lexicon.axis(NATURE) if NATURE in bench.lexicon.space.index else -1

    def little_changes(item: tuple[int, NearMiss]) -> tuple[object, ...]:
        closed, miss = item
        kind_of_change = 2 * (miss.axis == nature) + (miss.axis == requirement.lead)
        return (kind_of_change, miss.lacks.bit_count(), -closed, miss.section.reading_order)

    return tuple(miss for _, miss in sorted(best.values(), key=little_changes))


def _of_limb(section: SectionId, limb: Scope, gap: Region, requirement: Requirement) -> Iterator[NearMiss]:
    for axis in limb.masks:
        if axis == requirement.lead and not _meets(limb, requirement):
            continue
        wider = limb.widened(axis)
        closes = gap.meet([wider])
        if closes:
            yield NearMiss(section, axis, limb.mask(axis), closes.values(axis), closes, gap.minus([wider]))


def unmapped_reaches(finding: Finding, reaches: Iterable[Reach]) -> tuple[SectionId, ...]:
    """Return the sections that reach into the requirement and speak of its acts, but are mapped nowhere for it."""
    requirement = finding.requirement
    mapped = {*finding.sections, *finding.incidental, *(absent.section for absent in finding.absent)}
    found = [
        reach.section
        for reach in reaches
        if reach.section not in mapped
        and any(
            requirement.lead in limb.masks and _meets(limb, requirement)
            for limb in reach.widened(requirement.free).least
        )
    ]
    return tuple(dict.fromkeys(found))


def _meets(limb: Scope, requirement: Requirement) -> bool:
    return any(scope.meets(limb) for scope in requirement.scopes)
