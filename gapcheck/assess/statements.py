"""From exact residues to what can be said of them: largest uncovered scopes, organised by the leading element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.findings import ResiduePiece, Statement
from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.coverage.scope import Scope
from gapcheck.model.verdicts import Reached, ResidueClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gapcheck.assess.outcome import Outcome
    from gapcheck.assess.requirement import Requirement
    from gapcheck.coverage.space import Space


@dataclass(frozen=True)
class Spoken:
    """What can be said of an outcome."""

    statements: tuple[Statement, ...]
    wholly_reached: int
    spared: int


def residue_pieces(outcome: Outcome, gap_class: ResidueClass) -> tuple[ResiduePiece, ...]:
    """Return the residue piece by piece: the gap first, then what options permit, then what is arguable."""
    pieces = [ResiduePiece(gap_class, scope) for scope in outcome.gap]
    for leeway, region in outcome.permitted:
        pieces += [ResiduePiece(ResidueClass.PERMITTED, scope, option=leeway.option) for scope in region]
    for dispute, region in outcome.arguable:
        pieces += [ResiduePiece(ResidueClass.ARGUABLE, scope, contested=dispute.contested) for scope in region]
    return tuple(pieces)


def speak(space: Space, requirement: Requirement, outcome: Outcome, gap_class: ResidueClass) -> Spoken:
    """Return the statements about an outcome.

    The gap is said act by act (value of the leading axis by value): what shares its fate is said together. A statement
    names the largest uncovered scopes, the fewest that together hold the gap of those acts. What options permit and
    what is arguable is said scope by scope.
    """
    said = _about_the_gap(space, requirement, outcome, gap_class)
    for leeway, region in outcome.permitted:
        for scope in _fewest(space, requirement.scopes, outcome.reached, region, leeway.scopes):
            said.append(_other(ResidueClass.PERMITTED, scope, requirement, outcome, option=leeway.option))
    for dispute, region in outcome.arguable:
        for scope in _fewest(space, requirement.scopes, outcome.reached, region, dispute.scopes):
            said.append(_other(ResidueClass.ARGUABLE, scope, requirement, outcome, contested=dispute.contested))
    lead = requirement.lead
    required = Region.of(space, requirement.scopes).values(lead)
    uncovered, gap = outcome.residue.values(lead), outcome.gap.values(lead)
    return Spoken(tuple(said), wholly_reached=required & ~uncovered, spared=uncovered & ~gap)


def _about_the_gap(
    space: Space, requirement: Requirement, outcome: Outcome, gap_class: ResidueClass
) -> list[Statement]:
    lead = requirement.lead
    groups: dict[tuple[bool, Region, Region], int] = {}
    for value in _bits(outcome.gap.values(lead)):
        gap = _slice(space, outcome.gap.pieces, lead, value)
        reached = any(scope.mask(lead) & value and _slice_meets(scope, requirement, lead, value) for scope in outcome.reached)
        fate = (reached, _slice(space, outcome.residue.pieces, lead, value), gap)
        groups[fate] = groups.get(fate, 0) | value
    said: list[Statement] = []
    for (reached, _residue, gap), values in groups.items():
        part = [scope for limb in requirement.scopes if (scope := limb.within(lead, limb.mask(lead) & values))]
        here = Region.of(space, [_at(scope, lead, values) for scope in gap])
        candidates = largest_scopes(space, part, outcome.reached)
        how = Reached.IN_PART if reached else Reached.NOT_AT_ALL
        for scope in fewest_scopes(candidates, here):
            widest = _widened_on_lead(space, scope, requirement, outcome)
            said.append(Statement(gap_class, widest, values, how))
    return said


def _bits(mask: int) -> Iterator[int]:
    while mask:
        value = mask & -mask
        yield value
        mask ^= value


def _slice(space: Space, scopes: Sequence[Scope], lead: int, value: int) -> Region:
    """Return what the scopes say of one value of the leading axis, without that axis."""
    return Region.of(space, [scope.widened(lead) for scope in scopes if scope.mask(lead) & value])


def _slice_meets(scope: Scope, requirement: Requirement, lead: int, value: int) -> bool:
    parts = (limb.within(lead, limb.mask(lead) & value) for limb in requirement.scopes)
    return any(part is not None and part.meet(scope) is not None for part in parts)


def _at(scope: Scope, lead: int, values: int) -> Scope:
    return scope.within(lead, values) or scope


def _widened_on_lead(space: Space, scope: Scope, requirement: Requirement, outcome: Outcome) -> Scope:
    """Return the scope with every further value of the leading axis for which it is uncovered as well."""
    lead = requirement.lead
    mask = scope.mask(lead)
    for value in _bits(Region.of(space, requirement.scopes).values(lead) & ~mask):
        wider = _at(scope, lead, value)
        if outcome.residue.contains(wider):
            mask |= value
    return _at(scope, lead, mask)


def _fewest(
    space: Space, required: Sequence[Scope], reached: Sequence[Scope], region: Region, inside: Sequence[Scope]
) -> tuple[Scope, ...]:
    """Return the fewest largest uncovered scopes inside an option or a disputed reading that together hold `region`."""
    part = [both for limb in required for scope in inside if (both := limb.meet(scope)) is not None]
    return fewest_scopes(largest_scopes(space, part, reached), region)


def _other(kind: ResidueClass, scope: Scope, requirement: Requirement, outcome: Outcome, **origin: object) -> Statement:
    touched = any(scope.mask(requirement.lead) & reached.mask(requirement.lead) for reached in outcome.reached)
    how = Reached.IN_PART if touched else Reached.NOT_AT_ALL
    return Statement(kind, scope, scope.mask(requirement.lead), how, **origin)  # type: ignore[arg-type]
