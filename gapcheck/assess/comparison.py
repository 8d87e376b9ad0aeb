"""Two laws on one paragraph: what both reach of it, what only one does, and what neither does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.cover_table import CoverTable, cover_table
from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import Relation, relation

if TYPE_CHECKING:
    from gapcheck.assess.findings import Finding
    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.coverage.scope import Scope
    from gapcheck.coverage.space import Space


@dataclass(frozen=True)
class Comparison:
    """Two findings on the same paragraph, and how what they reach of it compares."""

    one: Finding
    other: Finding
    relation: Relation
    """How what the first law reaches of the requirement relates to what the second does."""
    only_one: tuple[Scope, ...]
    only_other: tuple[Scope, ...]
    neither: tuple[Scope, ...]
    covers: tuple[CoverTable, CoverTable]


def compared(one: Finding, other: Finding, lexicon: Lexicon) -> Comparison:
    """Return the comparison of two findings on one paragraph; a law that nobody mapped reaches nothing known.

    Where the paragraph goes by the age of consent, each law is asked for its own; what is compared is the first one's.
    """
    space, required = lexicon.space, one.requirement.scopes
    here, there = (_reached(finding, space, required) for finding in (one, other))
    whole = Region.of(space, required)
    return Comparison(
        one,
        other,
        relation(here, there),
        only_one=_fewest(space, here, there),
        only_other=_fewest(space, there, here),
        neither=_fewest(space, whole.minus(here), there),
        covers=(cover_table(one, lexicon), cover_table(other, lexicon)),
    )


def _reached(finding: Finding, space: Space, required: tuple[Scope, ...]) -> Region:
    reached = finding.outcome.reached if finding.outcome else ()
    return Region.of(space, required).meet(reached)


def _fewest(space: Space, region: Region, less: Region) -> tuple[Scope, ...]:
    """Return the fewest largest scopes of a region without another."""
    left = region.minus(less)
    return fewest_scopes(largest_scopes(space, region.pieces, less.pieces), left) if left else ()
