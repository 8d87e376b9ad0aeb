"""A region: any set of situations, held as scopes that do not overlap, one way only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.coverage.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.coverage.space import Space

Boxes = frozenset[tuple[tuple[int, int], ...]]
Piece = tuple[tuple[int, int], ...]


class Region:
    """A set of situations in canonical form.

    The pieces are the paths of an ordered decision diagram: the axes are decided in the order of the space, and
    values that lead to the same rest stay together. Equal sets therefore have equal pieces, however they came about
    (Bryant 1986, "Graph-Based Algorithms for Boolean Function Manipulation", with sets of values for bits).
    """

    __slots__ = ("pieces", "space")

    def __init__(self, space: Space, pieces: tuple[Scope, ...]) -> None:
        """Take pieces that are canonical already; use `of` for anything else."""
        self.space = space
        self.pieces = pieces

    @classmethod
    def of(cls, space: Space, scopes: Iterable[Scope], less: Iterable[Scope] = ()) -> Region:
        """Return the union of `scopes` without anything that lies in `less`."""
        union = tuple(scopes)
        taken = [trimmed for scope in less if (trimmed := _trimmed(scope, union)) is not None]
        if len(union) == 1 and len(taken) <= 1:
            return cls(space, _one_less_one(union[0], taken[0]) if taken else union)
        shared = _shared_restrictions(union, taken)
        plus = frozenset(_without(scope.key, shared) for scope in union)
        pieces = _decide(space, plus, frozenset(taken), {})
        return cls(space, tuple(Scope(space, {**shared, **dict(piece)}) for piece in pieces))

    def __iter__(self) -> Iterator[Scope]:
        """Walk the pieces."""
        return iter(self.pieces)

    def __bool__(self) -> bool:
        """Whether there is any situation at all."""
        return bool(self.pieces)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same situations."""
        return isinstance(other, Region) and self.pieces == other.pieces

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.pieces)

    def __repr__(self) -> str:
        """Show the pieces in words."""
        return f"Region({[piece.spelled() for piece in self.pieces]})"

    def minus(self, other: Iterable[Scope]) -> Region:
        """Return what `other` leaves of this region."""
        less = [scope for scope in other if self.touches(scope)]
        return Region.of(self.space, self.pieces, less) if less else self

    def meet(self, other: Iterable[Scope], less: Iterable[Scope] = ()) -> Region:
        """Return the situations in both, without anything that lies in `less`."""
        scopes = tuple(other)
        both = (piece.meet(scope) for piece in self.pieces for scope in scopes)
        return Region.of(self.space, (scope for scope in both if scope is not None), less)

    def touches(self, scope: Scope) -> bool:
        """Whether some situation lies in both."""
        return any(piece.meets(scope) for piece in self.pieces)

    def contains(self, scope: Scope) -> bool:
        """Whether every situation of `scope` lies in this region."""
        return not Region.of(self.space, (scope,), self.pieces)

    def values(self, axis: int) -> int:
        """Return the mask of the values that occur on the axis."""
        mask = 0
        for piece in self.pieces:
            mask |= piece.mask(axis)
        return mask

    def cells(self) -> int:
        """Count the situations."""
        return sum(piece.cells() for piece in self.pieces)


def _trimmed(scope: Scope, union: tuple[Scope, ...]) -> Piece | None:
    """Return what matters of a scope that is taken away from `union`: nothing where they do not meet."""
    if not any(scope.meets(other) for other in union):
        return None
    return tuple((axis, mask) for axis, mask in scope.key if any(other.mask(axis) & ~mask for other in union))


def _one_less_one(scope: Scope, taken: Piece) -> tuple[Scope, ...]:
    """Return the canonical pieces of one scope without another that meets it: axis by axis, what lies outside."""
    before: list[Scope] = []
    after: list[Scope] = []
    for axis, mask in taken:
        inside, outside = scope.mask(axis) & mask, scope.mask(axis) & ~mask
        (before if outside & -outside < inside & -inside else after).append(_with(scope, axis, outside))
        scope = _with(scope, axis, inside)
    return (*before, *reversed(after))


def _with(scope: Scope, axis: int, mask: int) -> Scope:
    return Scope(scope.space, {**scope.masks, axis: mask})


def _shared_restrictions(union: tuple[Scope, ...], taken: list[Piece]) -> dict[int, int]:
    """Return the restrictions that all scopes share and nothing that is taken away touches: they need no decision."""
    if not union:
        return {}
    first, *others = union
    touched = {axis for piece in taken for axis, _ in piece}
    return {
        axis: mask
        for axis, mask in first.masks.items()
        if axis not in touched and all(other.masks.get(axis) == mask for other in others)
    }


def _without(key: Piece, shared: dict[int, int]) -> Piece:
    return tuple(restriction for restriction in key if restriction[0] not in shared)


def _decide(
    space: Space, plus: Boxes, minus: Boxes, known: dict[tuple[Boxes, Boxes], tuple[Piece, ...]]
) -> tuple[Piece, ...]:
    """Return the canonical pieces of the union of `plus` without the union of `minus`.

    Boxes are keys of scopes over the axes that are still to be decided. `known` holds what was decided before.
    """
    if not plus or () in minus:
        return ()
    if () in plus and not minus:
        return ((),)
    asked = (plus, minus)
    if asked not in known:
        known[asked] = _decide_next_axis(space, plus, minus, known)
    return known[asked]


def _decide_next_axis(
    space: Space, plus: Boxes, minus: Boxes, known: dict[tuple[Boxes, Boxes], tuple[Piece, ...]]
) -> tuple[Piece, ...]:
    axis = min(box[0][0] for box in plus | minus if box)
    full = space.axes[axis].full
    rests: dict[tuple[Piece, ...], int] = {}
    for values in _alike(axis, full, plus | minus):
        rest = _decide(space, _given(axis, values, plus), _given(axis, values, minus), known)
        if rest:
            rests[rest] = rests.get(rest, 0) | values
    by_first_value = sorted(rests.items(), key=lambda item: item[1] & -item[1])
    return tuple(
        piece if values == full else ((axis, values), *piece) for rest, values in by_first_value for piece in rest
    )


def _alike(axis: int, full: int, boxes: Boxes) -> list[int]:
    """Split the values of the axis into groups that every box treats alike."""
    groups = [full]
    for mask in {box[0][1] for box in boxes if box and box[0][0] == axis}:
        groups = [part for group in groups for part in (group & mask, group & ~mask) if part]
    return groups


def _given(axis: int, values: int, boxes: Boxes) -> Boxes:
    """Return what remains of the boxes once the axis is known to lie in `values`."""
    return frozenset(
        (box[1:] if box and box[0][0] == axis else box)
        for box in boxes
        if not (box and box[0][0] == axis) or not values & ~box[0][1]
    )
