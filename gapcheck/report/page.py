"""A page: headed blocks of lines and tables, the neutral form of everything that is shown besides a check."""

from __future__ import annotations

from dataclasses import dataclass, field


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


@dataclass
class Page:
    """A title and its blocks."""

    title: str
    tone: str = ""
    blocks: list[Block] = field(default_factory=list)

    def add(self, heading: str, *lines: str, table: Table | None = None) -> None:
        """Add a block, unless it would be empty."""
        said = tuple(line for line in lines if line)
        if said or table:
            self.blocks.append(Block(heading, said, table))
