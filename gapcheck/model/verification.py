"""How far a statement about law can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from gapcheck.model.reading import IN_YAML, LegalDate, Localized, Text, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class Level(StrEnum):
    """How the text was checked, best first."""

    PRIMARY = "primary"
    PRIMARY_OTHER_LANGUAGE = "primary-other-language"
    DATED = "dated"
    SECONDARY = "secondary"
    MEMORY = "memory"

    @property
    def rank(self) -> int:
        """0 for the best level, more for weaker ones."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Where a text was read, when, and how good the text was."""

    __pydantic_config__ = IN_YAML
    level: Annotated[Level, one_of(Level)]
    """primary (official text in force) | primary-other-language | dated (of an older date) | secondary | memory"""
    source: Text | None = None
    """What was read: the official name and number of the text."""
    consulted: LegalDate | None = None
    """When it was read."""
    note: Localized | None = None
    """What the reader should know about the check."""


def weakest(levels: Iterable[Level]) -> Level:
    """Return the weakest level: a statement is no better than the weakest text it rests on."""
    return max(levels, key=lambda level: level.rank, default=Level.MEMORY)


def level_of(verification: Verification | None) -> Level:
    """Return the level; a text without verification counts as drawn from memory."""
    return verification.level if verification else Level.MEMORY
