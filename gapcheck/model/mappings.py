"""Mappings: a lawyer's claim that sections answer a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from gapcheck.model.reading import IN_YAML, LegalDate, Localized, Number, Text, Words, one_of
from gapcheck.model.verification import Verification


class Claim(StrEnum):
    """The lawyer's own conclusion."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class Confidence(StrEnum):
    """How sure the lawyer is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ReviewState(StrEnum):
    """How far somebody else has looked at it."""

    DRAFTED = "drafted"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who looked at the mapping again."""

    __pydantic_config__ = IN_YAML
    state: Annotated[ReviewState, one_of(ReviewState)]
    """drafted | reviewed | disputed"""
    by: Text | None = None
    """Who reviewed it."""
    on: LegalDate | None = None
    """When."""
    of: Text | None = None
    """The hash of what was reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What will complete the law: two columns of a table of concordance."""

    __pydantic_config__ = IN_YAML
    act: Localized
    """The act that will do it, like a bill or a decree being drafted."""
    planned: LegalDate | None = None
    """When it is planned for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a lawyer says about one paragraph."""

    __pydantic_config__ = IN_YAML
    paragraph: Number
    """The paragraph of the instrument."""
    sections: tuple[Text, ...] = ()
    """Sections made for this, like penal-code-2015/147."""
    incidental: tuple[Text, ...] = ()
    """Sections made for something else that catch part of it."""
    searched: tuple[Text, ...] = ()
    """Laws that were read through."""
    via: Words = ()
    """Paragraphs, like hanoi:14.1.c, whose sections answer this one too."""
    left_to: Text | None = None
    """The level of government whose law is not encoded and to which the rest is left, like state."""
    reason: Localized | None = None
    """Why."""
    claim: Annotated[Claim | None, one_of(Claim)] = None
    """none | partial | full: the lawyer's own conclusion."""
    confidence: Annotated[Confidence | None, one_of(Confidence)] = None
    """high | medium | low"""
    by: Text | None = None
    """Who wrote it."""
    on: LegalDate | None = None
    """When."""
    review: Review | None = None
    """How far it was reviewed."""
    verification: Verification | None = None
    """How the reasons were checked."""
    completion: Completion | None = None
    """What will complete the law, and when."""
    not_applicable: Localized | None = None
    """Why the paragraph does not concern the jurisdiction."""
    note: Localized | None = None
    """What the reader should know."""

    @property
    def somebody_looked(self) -> bool:
        """Whether it names anything that was read: a section, or a law that was searched."""
        return bool(self.sections or self.incidental or self.searched)
