"""The largest scopes of a region, and the fewest of them that cover it: what people read."""

from __future__ import annotations

from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from gapcheck.coverage.region import Region
from gapcheck.coverage.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.coverage.space import Space

MOST_SCOPES = 4096
"""Beyond this many largest scopes nobody reads them, and the pieces of the region are as good."""

MOST_COMBINATIONS = 5000
"""Up to this many combinations the fewest scopes are searched exactly, then greedily."""


def largest_scopes(space: Space, scopes: Sequence[Scope], less: Sequence[Scope]) -> tuple[Scope, ...]:
    """Return every scope inside the union of `scopes` that avoids `less` and cannot be widened on any axis.

    Repeated sharp product with absorption (Roth 1956; Brayton et al. 1984, "Logic Minimization Algorithms for VLSI
    Synthesis"). They may overlap. Where they would be too many, the disjoint pieces are returned instead.
    """
    whole = Scope(space, {})
    start: list[Scope] = list(scopes)
    if len(start) > 1:
        start = _sharpen([whole], Region.of(space, [whole], scopes))
    found = _sharpen(start, sorted(less, key=lambda scope: scope.key))
    return tuple(sorted(found or Region.of(space, scopes, less), key=lambda scope: scope.key))


def _sharpen(start: list[Scope], less: Iterable[Scope]) -> list[Scope]:
    """Return the largest scopes that avoid `less`, or nothing where they are too many."""
    current = start
    for taken in less:
        if not any(scope.meets(taken) for scope in current):
            continue
        current = _without_contained(part for scope in current for part in scope.sharp(taken))
        if len(current) > MOST_SCOPES:
            return []
    return current


def _without_contained(scopes: Iterable[Scope]) -> list[Scope]:
    """Return the scopes that lie in no other one, each once."""
    kept: list[Scope] = []
    for scope in sorted(set(scopes), key=lambda scope: (len(scope.masks), scope.key)):
        if not any(other.contains(scope) for other in kept):
            kept = [other for other in kept if not scope.contains(other)]
            kept.append(scope)
    return kept


def fewest_scopes(candidates: Sequence[Scope], region: Region) -> tuple[Scope, ...]:
    """Return the fewest candidates that together cover `region`, in the order given.

    Whatever the candidates leave uncovered is ignored. Exact for small numbers, greedy beyond.
    """
    useful = [scope for scope in dict.fromkeys(candidates) if region.touches(scope)]
    if len(useful) <= 1:
        return tuple(useful)
    needed = [
        scope for number, scope in enumerate(useful) if region.meet([scope], useful[:number] + useful[number + 1 :])
    ]
    rest = region.meet(useful, needed)
    others = [scope for scope in useful if scope not in needed and rest.touches(scope)]
    chosen = {*needed, *_cover(others, rest)}
    return tuple(scope for scope in useful if scope in chosen)


def _cover(candidates: Sequence[Scope], region: Region) -> tuple[Scope, ...]:
    """Return the fewest candidates that cover a region in which all of them together leave nothing."""
    by_size = chain.from_iterable(combinations(candidates, size) for size in range(len(candidates) + 1))
    for chosen in islice(by_size, MOST_COMBINATIONS):
        if not region.minus(chosen):
            return chosen
    return _cover_greedily(candidates, region)


def _cover_greedily(candidates: Sequence[Scope], region: Region) -> tuple[Scope, ...]:
    chosen: list[Scope] = []
    while region:
        best = max(candidates, key=lambda scope: region.meet([scope]).cells())
        chosen.append(best)
        region = region.minus([best])
    return tuple(chosen)
