"""The words in which an assessment ends."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How far national law answers one paragraph, best first."""

    ALIGNED = "aligned"
    ALIGNED_BY_OPTION = "aligned-by-option"
    NOT_APPLICABLE = "not-applicable"
    ARGUABLE = "arguable"
    NOT_ASSESSED = "not-assessed"
    UNDETERMINED = "undetermined"
    PARTIAL = "partial"
    MISSING = "missing"

    @property
    def is_gap(self) -> bool:
        """Whether a legislature would have to act."""
        return self in {Verdict.PARTIAL, Verdict.MISSING}

    @property
    def severity(self) -> int:
        """0 for the best verdict, more for worse ones: what an article's verdict is chosen by."""
        return list(Verdict).index(self)


class ResidueClass(StrEnum):
    """What a part of the residue is."""

    GAP = "gap"
    PERMITTED = "permitted"
    ARGUABLE = "arguable"
    RECOMMENDATION = "recommendation"


class Reached(StrEnum):
    """How far an act is reached."""

    NOT_AT_ALL = "not-at-all"
    IN_PART = "in-part"
    WHOLLY = "wholly"
