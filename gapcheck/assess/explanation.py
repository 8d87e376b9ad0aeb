"""Everything that stands behind one finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.cover_table import cover_table
from gapcheck.assess.near_miss import near_misses, reaches_in_force, unmapped_reaches
from gapcheck.assess.overreach import overreaches
from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import Relation, relation
from gapcheck.model.ids import ParagraphId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.cover_table import CoverTable
    from gapcheck.assess.findings import Finding
    from gapcheck.assess.near_miss import NearMiss, Reaches
    from gapcheck.assess.overreach import Overreach
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.evidence import Figure
    from gapcheck.model.ids import SectionId


@dataclass(frozen=True)
class Explanation:
    """A finding with its cover table, what comes close, what goes too far, and why it matters."""

    finding: Finding
    relations: tuple[tuple[SectionId, Relation], ...]
    """How what each mapped section reaches relates to what is required."""
    cover: CoverTable
    near_misses: tuple[NearMiss, ...]
    overreach: tuple[Overreach, ...]
    unmapped: tuple[SectionId, ...]
    figures: tuple[Figure, ...]


def explained(bench: Bench, finding: Finding, reaches: Reaches | None = None) -> Explanation:
    """Return what stands behind a finding; `reaches` are those of all sections in force, where they are known."""
    reaches = reaches_in_force(bench) if reaches is None else reaches
    return Explanation(
        finding=finding,
        relations=tuple(_relations(bench, finding)),
        cover=cover_table(finding, bench.lexicon),
        near_misses=near_misses(bench, finding, reaches),
        overreach=overreaches(bench, finding),
        unmapped=unmapped_reaches(finding, reaches),
        figures=tuple(
            figure
            for figure in (*bench.statutes.figures, *bench.statutes.world_figures)
            if _bears_on(figure, finding.id)
        ),
    )


def _relations(bench: Bench, finding: Finding) -> Iterator[tuple[SectionId, Relation]]:
    required = Region.of(bench.lexicon.space, finding.requirement.scopes)
    for reach in finding.reaches:
        yield reach.section, relation(Region.of(bench.lexicon.space, reach.least), required)


def _bears_on(figure: Figure, paragraph: ParagraphId) -> bool:
    said = (ParagraphId.parse(written, paragraph.instrument) for written in figure.paragraphs)
    return any(other.instrument == paragraph.instrument and paragraph.lies_in(other.number) for other in said)
