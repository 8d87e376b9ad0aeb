"""Sections that would reach part of a gap but for one element: how little would have to change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from gapcheck.assess.reach import NATURE, reach_of
from gapcheck.coverage.crowd import Crowd, places

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    wider: Scope
    """What the section would reach after the change."""
    gap: Region
    """The gap before it."""

    @cached_property
    def leaves(self) -> Region:
        """What would be left of the gap."""
        return self.gap.minus([self.wider])

    @property
    def closes_all(self) -> bool:
        """Whether nothing would be left of the gap."""
        return all(self.wider.contains(piece) for piece in self.gap)


@dataclass(frozen=True)
class Reaches:
    """What the sections of a jurisdiction reach on a day, mapped or not, of any nature."""

    each: tuple[Reach, ...]

    @cached_property
    def owners(self) -> tuple[tuple[Reach, int], ...]:
        """For each limb of the crowd the section that it belongs to, and the place of its first limb."""
        first, owners = 0, []
        for reach in self.each:
            owners += [(reach, first)] * len(reach.least)
            first += len(reach.least)
        return tuple(owners)

    @cached_property
    def crowd(self) -> Crowd:
        """What they reach for certain, limb by limb."""
        return Crowd(limb for reach in self.each for limb in reach.least)


def reaches_in_force(bench: Bench) -> Reaches:
    """Return what every section of the jurisdiction reaches on the day, mapped or not, of any nature."""
    sections = bench.statutes.in_reading_order()
    current = ((name, section.in_force(bench.as_of)) for name, section in sections)
    return Reaches(tuple(reach_of(name, version, bench.lexicon) for name, version in current if version))


def near_misses(bench: Bench, finding: Finding, reaches: Reaches) -> tuple[NearMiss, ...]:
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
    for section, limbs, already in _candidates(gap, requirement, essential, reaches):
        # What a section reaches needs no change of it; only of sections that are not mapped is it still a gap.
        left = gap.minus(already) if already else gap
        for limb in limbs:
            for miss in _of_limb(section, limb, left, requirement):
                key = (miss.section, miss.axis)
                closed = miss.closes.cells()
                if miss.axis not in essential and (key not in best or best[key][0] < closed):
                    best[key] = (closed, miss)
    nature = bench.lexicon.axis(NATURE) if NATURE in bench.lexicon.space.index else -1

    def little_changes(item: tuple[int, NearMiss]) -> tuple[object, ...]:
        closed, miss = item
        kind_of_change = 2 * (miss.axis == nature) + (miss.axis == requirement.lead)
        return (kind_of_change, miss.lacks.bit_count(), -closed, miss.section.reading_order)

    return tuple(miss for _, miss in sorted(best.values(), key=little_changes))


def _candidates(
    gap: Region, requirement: Requirement, essential: set[int], reaches: Reaches
) -> Iterator[tuple[SectionId, list[Scope], list[Scope]]]:
    """Yield the sections with limbs that one element keeps from the gap: these limbs, and those that reach into it."""
    if requirement.lead in requirement.free:
        return
    touching = near = 0
    for piece in gap:
        meeting, beside = reaches.crowd.beside(piece, requirement.free, essential)
        touching |= meeting
        near |= beside
    near &= reaches.crowd.naming(requirement.lead) & ~touching
    for first, found in groupby(places(near), key=lambda place: reaches.owners[place][1]):
        reach = reaches.owners[first][0]
        wide = reach.widened(requirement.free).least
        already = [limb for place, limb in enumerate(wide, first) if touching >> place & 1]
        yield reach.section, [wide[place - first] for place in found], already


def _of_limb(section: SectionId, limb: Scope, gap: Region, requirement: Requirement) -> Iterator[NearMiss]:
    for axis in sorted({apart[0] for piece in gap if len(apart := _apart(limb, piece)) == 1}):
        if axis == requirement.lead and not _meets(limb, requirement):
            continue
        wider = limb.widened(axis)
        closes = gap.meet([wider])
        yield NearMiss(section, axis, limb.mask(axis), closes.values(axis), closes, wider, gap)


def _apart(limb: Scope, piece: Scope) -> list[int]:
    """Return the axes that keep a limb from a piece of the gap."""
    return [axis for axis, mask in limb.masks.items() if axis in piece.masks and not piece.masks[axis] & mask]


def unmapped_reaches(finding: Finding, reaches: Reaches) -> tuple[SectionId, ...]:
    """Return the sections that reach into the requirement and speak of its acts, but are mapped nowhere for it."""
    requirement = finding.requirement
    if requirement.lead in requirement.free:
        return ()
    touching = 0
    for scope in requirement.scopes:
        touching |= reaches.crowd.beside(scope, requirement.free)[0]
    touching &= reaches.crowd.naming(requirement.lead)
    mapped = {*finding.sections, *finding.incidental, *(absent.section for absent in finding.absent)}
    found = dict.fromkeys(reaches.owners[place][0].section for place in places(touching))
    return tuple(section for section in found if section not in mapped)


def _meets(limb: Scope, requirement: Requirement) -> bool:
    return any(scope.meets(limb) for scope in requirement.scopes)
