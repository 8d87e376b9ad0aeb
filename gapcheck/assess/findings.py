"""What an assessment says about the law: facts only, the words come later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from gapcheck.assess.outcome import Outcome
    from gapcheck.assess.reach import Reach, Unknown
    from gapcheck.assess.requirement import Leeway, Requirement
    from gapcheck.assess.thresholds import Measured
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.ids import ParagraphId, SectionId
    from gapcheck.model.laws import VersionStatus
    from gapcheck.model.mappings import Mapping
    from gapcheck.model.period import Period
    from gapcheck.model.provisions import Article, Contested, Option, Paragraph
    from gapcheck.model.verdicts import Reached, ResidueClass, Verdict
    from gapcheck.model.verification import Level


@dataclass(frozen=True)
class ResiduePiece:
    """A part of the residue; the pieces of one finding do not overlap."""

    kind: ResidueClass
    scope: Scope
    option: Option | None = None
    contested: Contested | None = None


@dataclass(frozen=True)
class Statement:
    """One largest uncovered scope, as it is said.

    `lead` holds the values of the leading axis that it is said of (a mask); `scope` may hold more of them, since it
    cannot be widened. `reached` tells whether anything is reached of those values.
    """

    kind: ResidueClass
    scope: Scope
    lead: int
    reached: Reached
    option: Option | None = None
    contested: Contested | None = None


@dataclass(frozen=True)
class Absent:
    """A section that is mapped but does not count on the day: not in force, or known to nobody."""

    section: SectionId
    period: Period | None
    status: VersionStatus | None


@dataclass(frozen=True)
class ClaimCheck:
    """The lawyer's conclusion beside the computed one."""

    by_lawyer: str
    agrees: bool | None
    """None where the computed verdict is open itself."""


@dataclass(frozen=True)
class Finding:
    """What is found about one paragraph."""

    id: ParagraphId
    article: Article
    paragraph: Paragraph
    verdict: Verdict
    requirement: Requirement
    mapping: Mapping | None = None
    outcome: Outcome | None = None
    sections: tuple[SectionId, ...] = ()
    incidental: tuple[SectionId, ...] = ()
    absent: tuple[Absent, ...] = ()
    reaches: tuple[Reach, ...] = ()
    residue: tuple[ResiduePiece, ...] = ()
    gap_statements: tuple[Statement, ...] = ()
    wholly_reached: int = 0
    """The values of the leading axis of which nothing is left uncovered (a mask)."""
    spared: int = 0
    """The values of which something is uncovered, but no more than options or a disputed reading leave out (a mask)."""
    unknown: tuple[Unknown, ...] = ()
    unrecorded: tuple[Leeway, ...] = ()
    """Options of which nobody recorded whether the State deposited what they need, and that could decide."""
    figures: tuple[Measured, ...] = ()
    """The figures that the paragraph asks for, beside those that the sections set."""
    left_to: str | None = None
    """The level of government, not encoded, to which what is uncovered is left."""
    verification: Level | None = None
    claim: ClaimCheck | None = None
    by_general_law_only: bool = False
    """Whether what is reached is reached by incidental sections alone."""

    @property
    def is_mandatory(self) -> bool:
        """Whether the paragraph binds."""
        return self.paragraph.duty.is_mandatory

    @property
    def is_gap(self) -> bool:
        """Whether a legislature would have to act: a gap in a paragraph that binds."""
        return self.is_mandatory and self.verdict.is_gap


@dataclass(frozen=True)
class Assessment:
    """One jurisdiction against one instrument on one day."""

    jurisdiction: str
    instrument: str
    as_of: date
    findings: tuple[Finding, ...]
