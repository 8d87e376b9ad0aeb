"""How two regions relate, in the words of NIST IR 8477."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gapcheck.coverage.region import Region


class Relation(StrEnum):
    """The set relationships of NIST IR 8477, "Mapping Relationships Between Documentary Standards" (2024)."""

    EQUAL = "equal"
    SUBSET_OF = "subset-of"
    SUPERSET_OF = "superset-of"
    INTERSECTS_WITH = "intersects-with"
    NO_RELATIONSHIP = "no-relationship"


def relation(one: Region, other: Region) -> Relation:
    """Return how `one` relates to `other`, judged by the situations they hold."""
    if one == other:
        return Relation.EQUAL
    if not one.meet(other):
        return Relation.NO_RELATIONSHIP
    if not one.minus(other):
        return Relation.SUBSET_OF
    if not other.minus(one):
        return Relation.SUPERSET_OF
    return Relation.INTERSECTS_WITH


INVERSE = {
    Relation.EQUAL: Relation.EQUAL,
    Relation.SUBSET_OF: Relation.SUPERSET_OF,
    Relation.SUPERSET_OF: Relation.SUBSET_OF,
    Relation.INTERSECTS_WITH: Relation.INTERSECTS_WITH,
    Relation.NO_RELATIONSHIP: Relation.NO_RELATIONSHIP,
}
"""How `other` relates to `one`, given how `one` relates to `other`."""
