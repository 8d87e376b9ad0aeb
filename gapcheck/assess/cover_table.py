"""The cover table: for each required act and age band, which section reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.coverage.region import Region
from gapcheck.model.verdicts import Reached, ResidueClass
from gapcheck.model.vocabulary import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.findings import Finding
    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.ids import SectionId


@dataclass(frozen=True)
class Cell:
    """How far one act is reached for one band, and by which sections."""

    reached: Reached
    sections: tuple[SectionId, ...]
    is_required: bool = True
    """Whether anything is required here: another scope of the requirement may ask for other acts at other ages."""
    left: ResidueClass | None = None
    """What is left here, the worst of it; None where nothing is."""


@dataclass(frozen=True)
class CoverTable:
    """Rows are values of the leading axis, columns are bands of the age axis (one column where no age matters)."""

    lead: int
    age_axis: int | None
    rows: tuple[int, ...]
    bands: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]


def cover_table(finding: Finding, lexicon: Lexicon) -> CoverTable:
    """Return the cover table of a finding; a cell is wholly reached when its sections together leave nothing."""
    required = Region.of(lexicon.space, finding.requirement.scopes)
    lead = finding.requirement.lead
    age_axis = _age_axis(finding, lexicon)
    rows = _values(required.values(lead))
    bands = _bands(finding, required, age_axis)
    cells = tuple(
        tuple(_cell(finding, lexicon, required, (lead, row), (age_axis, band)) for band in bands) for row in rows
    )
    return CoverTable(lead, age_axis, rows, bands, cells)


def _age_axis(finding: Finding, lexicon: Lexicon) -> int | None:
    """Return the age that the requirement restricts, or None."""
    ages = [lexicon.axis(name) for name, element in lexicon.elements.items() if element.kind is ElementKind.AGE]
    restricted = {axis for scope in finding.requirement.scopes for axis in scope.masks}
    return next((axis for axis in sorted(ages) if axis in restricted), None)


def _values(mask: int) -> tuple[int, ...]:
    return tuple(1 << bit for bit in range(mask.bit_length()) if mask >> bit & 1)


def _bands(finding: Finding, required: Region, age_axis: int | None) -> tuple[int, ...]:
    """Split the required ages into bands that every section, option and disputed reading treats alike."""
    if age_axis is None:
        return (0,)
    bands = [required.values(age_axis)]
    for scope in _dividing(finding):
        mask = scope.mask(age_axis)
        bands = [part for band in bands for part in (band & mask, band & ~mask) if part]
    return tuple(sorted(bands, key=lambda band: band & -band))


def _dividing(finding: Finding) -> Iterator[Scope]:
    for reach in finding.reaches:
        yield from reach.least
    if finding.outcome:
        for _, part in (*finding.outcome.permitted, *finding.outcome.arguable):
            yield from part


def _cell(
    finding: Finding, lexicon: Lexicon, required: Region, row: tuple[int, int], band: tuple[int | None, int]
) -> Cell:
    part = [_narrowed(scope, *row) for scope in required]
    if band[0] is not None:
        part = [_narrowed(scope, band[0], band[1]) for scope in part if scope]
    wanted = [scope for scope in part if scope]
    if not wanted:
        return Cell(Reached.WHOLLY, (), is_required=False)
    touching = [
        (reach.section, limb)
        for reach in finding.reaches
        for limb in reach.least
        if any(limb.meets(one) for one in wanted)
    ]
    sections = tuple(dict.fromkeys(section for section, _ in touching))
    left = Region.of(lexicon.space, wanted, [limb for _, limb in touching])
    if not left:
        return Cell(Reached.WHOLLY, sections)
    return Cell(Reached.IN_PART if sections else Reached.NOT_AT_ALL, sections, left=_class_of(left, finding))


def _class_of(left: Region, finding: Finding) -> ResidueClass:
    """Return the worst of what is left: a gap before a disputed part, a disputed part before what an option permits."""
    if finding.outcome is None or any(finding.outcome.gap.touches(scope) for scope in left):
        return ResidueClass.GAP if finding.is_mandatory else ResidueClass.RECOMMENDATION
    disputed = (part for _, part in finding.outcome.arguable)
    is_disputed = any(part.touches(scope) for part in disputed for scope in left)
    return ResidueClass.ARGUABLE if is_disputed else ResidueClass.PERMITTED


def _narrowed(scope: Scope, axis: int, mask: int) -> Scope | None:
    return scope.within(axis, scope.mask(axis) & mask)
