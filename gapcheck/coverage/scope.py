"""A scope: a restriction per axis, open on every axis that it does not name."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gapcheck.coverage.space import Space

Masks = dict[int, int]


class Scope:
    """A set of situations, never empty: the product of one set of values per axis.

    `masks` holds only the axes that are really restricted, so equal sets are equal scopes.

    >>> from gapcheck.coverage.space import Axis, Space
    >>> space = Space((Axis("conduct", ("produce", "possess")), Axis("age", ("16", "17", "adult"))))
    >>> Scope.of(space, conduct={"possess"}).minus(Scope.of(space, age={"adult"}))[0].spelled()
    {'conduct': ('possess',), 'age': ('16', '17')}
    """

    __slots__ = ("_key", "masks", "space")

    def __init__(self, space: Space, masks: Masks) -> None:
        """Take masks that are neither empty nor full; use `of` or `within` for anything else."""
        self.space = space
        self.masks = masks
        self._key: tuple[tuple[int, int], ...] | None = None

    @classmethod
    def of(
        cls, space: Space, restrictions: Mapping[str, Iterable[str]] | None = None, /, **more: Iterable[str]
    ) -> Scope:
        """Return the scope with these values per axis; an axis with no value at all is refused."""
        masks: Masks = {}
        for name, values in {**(restrictions or {}), **more}.items():
            axis = space.axis(name)
            mask = axis.mask(values)
            if not mask:
                message = f"a scope must leave a value on {name}"
                raise ValueError(message)
            if mask != axis.full:
                masks[space.index[name]] = mask
        return cls(space, masks)

    @property
    def key(self) -> tuple[tuple[int, int], ...]:
        """The restrictions in the order of the axes: what scopes are compared and sorted by."""
        if self._key is None:
            self._key = tuple(sorted(self.masks.items()))
        return self._key

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same situations."""
        return isinstance(other, Scope) and self.masks == other.masks

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.key)

    def __repr__(self) -> str:
        """Show the restrictions in words."""
        return f"Scope({self.spelled()})"

    def mask(self, axis: int) -> int:
        """Return the values that are left on the axis, all of them where it is open."""
        return self.masks.get(axis) or self.space.axes[axis].full

    def spelled(self) -> dict[str, tuple[str, ...]]:
        """Return the values of every restricted axis, in the order of the space."""
        axes = self.space.axes
        return {axes[number].name: axes[number].spell(mask) for number, mask in self.key}

    def contains(self, other: Scope) -> bool:
        """Whether every situation of `other` lies in this scope."""
        masks = other.masks
        for axis, mask in self.masks.items():
            theirs = masks.get(axis)
            if theirs is None or theirs & ~mask:
                return False
        return True

    def meets(self, other: Scope) -> bool:
        """Whether some situation lies in both."""
        mine = self.masks
        for axis, mask in other.masks.items():  # noqa: SIM110 - nothing is asked more often, and a loop is faster
            if axis in mine and not mine[axis] & mask:
                return False
        return True

    def meet(self, other: Scope) -> Scope | None:
        """Return the situations in both, or None where there are none."""
        if not self.meets(other):
            return None
        masks = dict(self.masks)
        for axis, mask in other.masks.items():
            masks[axis] = masks.get(axis, mask) & mask
        return Scope(self.space, masks)

    def within(self, axis: int, mask: int) -> Scope | None:
        """Return this scope with the axis set to `mask` and the others as they are."""
        if not mask:
            return None
        masks = dict(self.masks)
        if mask == self.space.axes[axis].full:
            masks.pop(axis, None)
        else:
            masks[axis] = mask
        return Scope(self.space, masks)

    def widened(self, axis: int) -> Scope:
        """Return this scope with the axis open."""
        return self.within(axis, self.space.axes[axis].full) or self

    def sharp(self, other: Scope) -> list[Scope]:
        """Return the largest scopes of what `other` leaves of this one; they may overlap."""
        if not self.meets(other):
            return [self]
        left = (self.within(axis, self.mask(axis) & ~mask) for axis, mask in other.key)
        return [scope for scope in left if scope is not None]

    def minus(self, other: Scope) -> list[Scope]:
        """Return what `other` leaves of this one as scopes that do not overlap."""
        if not self.meets(other):
            return [self]
        left: list[Scope] = []
        rest = self
        for axis, mask in other.key:
            outside = rest.within(axis, rest.mask(axis) & ~mask)
            if outside is not None:
                left.append(outside)
            inside = rest.within(axis, rest.mask(axis) & mask)
            rest = inside or rest
        return left

    def cells(self) -> int:
        """Count the situations of this scope."""
        open_axes = self.space.size // prod(len(self.space.axes[axis].values) for axis in self.masks)
        return open_axes * prod(mask.bit_count() for mask in self.masks.values())
