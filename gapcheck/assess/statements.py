"""From exact residues to what can be said of them: largest uncovered scopes, organised by the leading element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.assess.findings import ResiduePiece, Statement
from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.model.verdicts import Reached, ResidueClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gapcheck.assess.outcome import Outcome
    from gapcheck.assess.requirement import Requirement
    from gapcheck.coverage.scope import Scope
    from gapcheck.coverage.space import Space


def residue_pieces(outcome: Outcome, gap_class: ResidueClass) -> tuple[ResiduePiece, ...]:
    """Return the residue piece by piece: the gap first, then what options permit, then what is arguable."""
    pieces = [ResiduePiece(gap_class, scope) for scope in outcome.gap]
    for leeway, region in outcome.permitted:
        pieces += [ResiduePiece(ResidueClass.PERMITTED, scope, option=leeway.option) for scope in region]
    for dispute, region in outcome.arguable:
        pieces += [ResiduePiece(ResidueClass.ARGUABLE, scope, contested=dispute.contested) for scope in region]
    return tuple(pieces)


def gap_statements(
    space: Space, requirement: Requirement, outcome: Outcome, gap_class: ResidueClass
) -> tuple[Statement, ...]:
    """Return the statements about the gap.

    It is said act by act (value of the leading axis by value): what shares its fate is said together. The statements
    about the acts of one fate name the largest uncovered scopes, the fewest that together hold their gap.
    """
    lead = requirement.lead
    groups: dict[tuple[bool, tuple[Scope, ...], tuple[Scope, ...]], int] = {}
    for values in _alike(requirement, outcome):
        part = requirement.at_lead(values)
        reached = any(scope.meets(limb) for scope in outcome.reached for limb in part)
        fate = (reached, _holding(outcome.residue, lead, values), _holding(outcome.gap, lead, values))
        groups[fate] = groups.get(fate, 0) | values
    said: list[Statement] = []
    for (reached, _residue, gap), values in groups.items():
        here = Region.of(space, [at(scope, lead, values) for scope in gap])
        candidates = largest_scopes(space, requirement.at_lead(values), outcome.reached)
        how = Reached.IN_PART if reached else Reached.NOT_AT_ALL
        widest = (_widened_on_lead(space, scope, requirement, outcome) for scope in fewest_scopes(candidates, here))
        said += [Statement(gap_class, scope, values, how) for scope in widest]
    return tuple(said)


def leeway_statements(space: Space, requirement: Requirement, outcome: Outcome) -> tuple[Statement, ...]:
    """Return the statements about what options permit and what is arguable: the largest uncovered scopes in them."""
    said = []
    for leeway, region in outcome.permitted:
        for scope in _fewest(space, requirement.scopes, outcome.reached, region, leeway.scopes):
            how = _reached(scope, requirement, outcome)
            values = scope.mask(requirement.lead)
            said.append(Statement(ResidueClass.PERMITTED, scope, values, how, option=leeway.option))
    for dispute, region in outcome.arguable:
        for scope in _fewest(space, requirement.scopes, outcome.reached, region, dispute.scopes):
            how = _reached(scope, requirement, outcome)
            values = scope.mask(requirement.lead)
            said.append(Statement(ResidueClass.ARGUABLE, scope, values, how, contested=dispute.contested))
    return tuple(said)


def _alike(requirement: Requirement, outcome: Outcome) -> list[int]:
    """Split the acts of which a gap is left into groups that everything on the scales treats alike."""
    lead = requirement.lead
    groups = [outcome.gap.values(lead)] if outcome.gap else []
    weighed = (
        *requirement.scopes,
        *outcome.reached,
        *(scope for leeway in requirement.leeways for scope in (*leeway.scopes, *leeway.instead)),
        *(scope for dispute in requirement.disputes for scope in dispute.scopes),
    )
    for mask in {scope.mask(lead) for scope in weighed}:
        groups = [part for group in groups for part in (group & mask, group & ~mask) if part]
    return sorted(groups, key=lambda group: group & -group)


def _reached(scope: Scope, requirement: Requirement, outcome: Outcome) -> Reached:
    part = requirement.at_lead(scope.mask(requirement.lead))
    touched = any(reached.meets(limb) for reached in outcome.reached for limb in part)
    return Reached.IN_PART if touched else Reached.NOT_AT_ALL


def _bits(mask: int) -> Iterator[int]:
    while mask:
        value = mask & -mask
        yield value
        mask ^= value


def _holding(region: Region, lead: int, values: int) -> tuple[Scope, ...]:
    """Return the pieces that hold values of the leading axis which every piece treats alike.

    Values of which the region holds the same lie in the same pieces, since these are canonical.
    """
    return tuple(scope for scope in region if scope.mask(lead) & values)


def at(scope: Scope, lead: int, values: int) -> Scope:
    """Return the scope with these values of the leading axis."""
    return scope.within(lead, values) or scope


def _widened_on_lead(space: Space, scope: Scope, requirement: Requirement, outcome: Outcome) -> Scope:
    """Return the scope with every further act for which it is required and uncovered as well."""
    lead = requirement.lead
    mask = scope.mask(lead)
    for value in _bits(requirement.lead_values & ~mask):
        wider = at(scope, lead, value)
        if any(reached.meets(wider) for reached in outcome.reached):
            continue
        required = any(limb.contains(wider) for limb in requirement.scopes)
        if required or not Region.of(space, (wider,), requirement.scopes):
            mask |= value
    return at(scope, lead, mask)


def _fewest(
    space: Space, required: Sequence[Scope], reached: Sequence[Scope], region: Region, inside: Sequence[Scope]
) -> tuple[Scope, ...]:
    """Return the fewest largest uncovered scopes inside an option or a disputed reading that together hold `region`."""
    part = [both for limb in required for scope in inside if (both := limb.meet(scope)) is not None]
    return fewest_scopes(largest_scopes(space, part, reached), region)
