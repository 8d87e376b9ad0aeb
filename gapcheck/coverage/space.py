"""A space: the axes on which scopes are restricted, each a finite list of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True)
class Axis:
    """One axis: a name and its values, in the order in which they are shown."""

    name: str
    values: tuple[str, ...]

    @cached_property
    def full(self) -> int:
        """The mask that holds every value of the axis."""
        return (1 << len(self.values)) - 1

    @cached_property
    def positions(self) -> dict[str, int]:
        """The bit of each value."""
        return {value: position for position, value in enumerate(self.values)}

    def mask(self, values: Iterable[str]) -> int:
        """Return the mask of `values`; a value that the axis lacks raises KeyError."""
        mask = 0
        for value in values:
            mask |= 1 << self.positions[value]
        return mask

    def spell(self, mask: int) -> tuple[str, ...]:
        """Return the values in `mask`, in the order of the axis."""
        return tuple(value for position, value in enumerate(self.values) if mask >> position & 1)


@dataclass(frozen=True, eq=False)
class Space:
    """The axes of all scopes that are compared with each other; two spaces are never mixed."""

    axes: tuple[Axis, ...]
    index: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the axes by name; two axes of one name are a mistake of the caller."""
        index = {axis.name: number for number, axis in enumerate(self.axes)}
        if len(index) != len(self.axes):
            message = "two axes share a name"
            raise ValueError(message)
        object.__setattr__(self, "index", index)

    @cached_property
    def size(self) -> int:
        """The number of situations."""
        return prod(len(axis.values) for axis in self.axes)

    def __iter__(self) -> Iterator[Axis]:
        """Walk the axes in their order."""
        return iter(self.axes)

    def axis(self, name: str) -> Axis:
        """Return the axis called `name`."""
        return self.axes[self.index[name]]
