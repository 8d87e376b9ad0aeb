"""Which acts are covered at which ages, cell by cell: a table that renderers with colours show as a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verdicts import Reached, ResidueClass
from gapcheck.report.messages import one_line
from gapcheck.report.page import Table

if TYPE_CHECKING:
    from gapcheck.assess.cover_table import Cell, CoverTable
    from gapcheck.report.messages import Messages
    from gapcheck.report.words import Wording

COVERED, IN_PART, UNCOVERED, PERMITTED, ARGUABLE, RECOMMENDED, NOT_ASKED = (
    "covered", "in-part", "uncovered", "permitted", "arguable", "recommended", "not-asked",
)  # fmt: skip


@dataclass(frozen=True)
class HeatCell:
    """One act at one band of ages."""

    state: str
    """covered, in-part, uncovered, permitted, arguable, recommended or not-asked: what colours are chosen by."""
    word: str
    """The state in words: it always stands beside the colour."""
    sections: tuple[str, ...]
    """The sections that reach some of it, by their local ids."""

    @property
    def text(self) -> str:
        """The word and the sections, as a plain table shows them."""
        return f"{self.word}: {', '.join(self.sections)}" if self.sections else self.word


@dataclass(frozen=True)
class HeatRow:
    """One act across the bands."""

    act: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class HeatMap:
    """Acts down, ages across."""

    columns: tuple[str, ...]
    """What the acts are called, then the bands of ages."""
    rows: tuple[HeatRow, ...]

    def table(self) -> Table:
        """Return the same as a plain table."""
        return Table(self.columns, tuple((row.act, *(cell.text for cell in row.cells)) for row in self.rows))


def heat_map(cover: CoverTable, wording: Wording) -> HeatMap:
    """Return the cover table of a finding in one language."""
    say = wording.messages.say
    if cover.age_axis is None:
        bands = [say("explain", "cover-all")]
    else:
        bands = ["; ".join(wording.ages(cover.age_axis, band)) for band in cover.bands]
    acts = (one_line("; ".join(wording.terms(cover.lead, row))) for row in cover.rows)
    rows = (
        HeatRow(act, tuple(_cell(cell, wording.messages) for cell in cells))
        for act, cells in zip(acts, cover.cells, strict=True)
    )
    columns = (wording.element(cover.lead), *bands)
    return HeatMap(tuple(map(one_line, columns)), tuple(rows))


def _cell(cell: Cell, messages: Messages) -> HeatCell:
    state = _state(cell)
    return HeatCell(state, messages.say("heat", state), tuple(one_line(section.local) for section in cell.sections))


def _state(cell: Cell) -> str:
    if not cell.is_required:
        return NOT_ASKED
    if cell.left is ResidueClass.GAP:
        return IN_PART if cell.reached is Reached.IN_PART else UNCOVERED
    return {
        None: COVERED,
        ResidueClass.PERMITTED: PERMITTED,
        ResidueClass.ARGUABLE: ARGUABLE,
        ResidueClass.RECOMMENDATION: RECOMMENDED,
    }[cell.left]
