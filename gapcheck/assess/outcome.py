"""The arithmetic of one paragraph: what is required, less what is reached, less what may be left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.coverage.region import Region
from gapcheck.model.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gapcheck.assess.requirement import Dispute, Leeway, Requirement
    from gapcheck.coverage.scope import Scope
    from gapcheck.coverage.space import Space


@dataclass(frozen=True)
class Outcome:
    """What is left of a requirement, split by what it is. The parts do not overlap."""

    verdict: Verdict
    required: tuple[Scope, ...]
    reached: tuple[Scope, ...]
    residue: Region
    permitted: tuple[tuple[Leeway, Region], ...]
    arguable: tuple[tuple[Dispute, Region], ...]
    gap: Region
    own: bool
    """Whether a section made for the paragraph reaches some of it."""

    @property
    def reaches_some(self) -> bool:
        """Whether any section, made for the paragraph or not, reaches some of it."""
        return any(scope.meets(limb) for scope in self.reached for limb in self.required)


def weigh(space: Space, requirement: Requirement, own: Sequence[Scope], incidental: Sequence[Scope]) -> Outcome:
    """Weigh the requirement against the scopes of the sections made for it and of those that catch part of it.

    The order of scopes never matters. Options come before disputes: what may be left out need not be argued about.
    """
    reached = (*own, *incidental)
    required = requirement.scopes
    residue = Region.of(space, required, reached)
    taken: list[Scope] = []
    permitted = []
    for leeway in requirement.leeways:
        if leeway.instead and Region.of(space, leeway.instead, reached):
            continue
        part = residue.meet(leeway.scopes, taken)
        taken.extend(leeway.scopes)
        if part:
            permitted.append((leeway, part))
    arguable = []
    for dispute in requirement.disputes:
        part = residue.meet(dispute.scopes, taken)
        taken.extend(dispute.scopes)
        if part:
            arguable.append((dispute, part))
    gap = residue.minus(taken)
    made_for_it = any(scope.meets(limb) for scope in own for limb in required)
    return Outcome(
        verdict=_verdict(gap=gap, arguable=bool(arguable), permitted=bool(permitted), own=made_for_it),
        required=required,
        reached=reached,
        residue=residue,
        permitted=tuple(permitted),
        arguable=tuple(arguable),
        gap=gap,
        own=made_for_it,
    )


def _verdict(*, gap: Region, arguable: bool, permitted: bool, own: bool) -> Verdict:
    if gap:
        return Verdict.PARTIAL if own else Verdict.MISSING
    if arguable:
        return Verdict.ARGUABLE
    return Verdict.ALIGNED_BY_OPTION if permitted else Verdict.ALIGNED
