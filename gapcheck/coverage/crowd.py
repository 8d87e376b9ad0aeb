"""Many scopes at once: which of them meet a scope, and which miss it on one axis only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from gapcheck.coverage.scope import Scope


class Crowd:
    """Scopes by their places, asked about together: a set of them is an integer with a bit for each place.

    >>> from gapcheck.coverage.scope import Scope
    >>> from gapcheck.coverage.space import Axis, Space
    >>> space = Space((Axis("conduct", ("produce", "possess")), Axis("age", ("child", "adult"))))
    >>> producing, adults = Scope.of(space, conduct={"produce"}), Scope.of(space, age={"adult"})
    >>> crowd = Crowd([producing, Scope.of(space, conduct={"possess"}, age={"adult"}), adults])
    >>> meeting, near = crowd.beside(Scope.of(space, conduct={"produce"}, age={"child"}))
    >>> list(places(meeting)), list(places(near))
    ([0], [2])
    """

    def __init__(self, scopes: Iterable[Scope]) -> None:
        """Take the scopes; their order gives their places."""
        self._everybody = 0
        self._naming: dict[int, int] = {}
        self._holding: dict[tuple[int, int], int] = {}
        self._meeting: dict[tuple[int, int], int] = {}
        for place, scope in enumerate(scopes):
            bit = 1 << place
            self._everybody |= bit
            for axis, mask in scope.masks.items():
                self._naming[axis] = self._naming.get(axis, 0) | bit
                for value in places(mask):
                    self._holding[axis, value] = self._holding.get((axis, value), 0) | bit

    def naming(self, axis: int) -> int:
        """Return the scopes that restrict an axis."""
        return self._naming.get(axis, 0)

    def beside(self, scope: Scope, free: Container[int] = (), fixed: Container[int] = ()) -> tuple[int, int]:
        """Return the scopes that meet `scope`, and those that one axis alone keeps from it.

        What a scope holds on `free` axes does not matter; `fixed` axes may not be the one.
        """
        meeting, near = self._everybody, 0
        for axis, mask in scope.masks.items():
            if axis in free:
                continue
            on_axis = self._on_axis(axis, mask)
            near &= on_axis
            if axis not in fixed:
                near |= meeting & ~on_axis
            meeting &= on_axis
        return meeting, near

    def _on_axis(self, axis: int, mask: int) -> int:
        """Return the scopes that hold a value of the mask on the axis: each of them, where they leave it open."""
        known = self._meeting.get((axis, mask))
        if known is None:
            known = self._everybody & ~self.naming(axis)
            for value in places(mask):
                known |= self._holding.get((axis, value), 0)
            self._meeting[axis, mask] = known
        return known


def places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
