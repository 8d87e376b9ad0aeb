"""A page: headed blocks of lines and tables, the neutral form of everything that is shown besides a check."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.report.messages import one_line

if TYPE_CHECKING:
    from gapcheck.report.heat_map import HeatMap


@dataclass(frozen=True)
class Table:
    """A small table; the first row names the columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Block:
    """Lines, and perhaps a table after them, under a heading."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    table: Table | None = None
    heat: HeatMap | None = None
    """The table with how each cell feels, for renderers that have colours."""


@dataclass
class Page:
    """A title and its blocks."""

    title: str
    tone: str = ""
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.title = one_line(self.title)

    def add(self, heading: str, *lines: str, table: Table | None = None, heat: HeatMap | None = None) -> None:
        """Add a block, unless it would be empty."""
        said = tuple(one_line(line) for line in lines if line)
        table = heat.table() if heat else table
        if table:
            table = Table(_on_one_line(table.columns), tuple(_on_one_line(row) for row in table.rows))
        if said or table:
            self.blocks.append(Block(one_line(heading), said, table, heat))


def _on_one_line(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one_line(cell) for cell in cells)
