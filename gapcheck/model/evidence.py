"""Published figures that say why a paragraph matters."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.reading import IN_YAML, LegalDate, Localized, Number, Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published figure."""

    __pydantic_config__ = IN_YAML
    id: Number
    """A short name."""
    figure: Localized
    """What it says, in our own words."""
    about: Localized | None = None
    """The place and people it is about."""
    said_by: Localized | None = None
    """Who said it."""
    source: Text | None = None
    """Where it was published."""
    on: LegalDate | None = None
    """When."""
    paragraphs: Words = ()
    """The paragraphs it bears on, like hanoi:14.1.a."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The figures of one jurisdiction (the file evidence.yaml)."""

    __pydantic_config__ = IN_YAML
    evidence: tuple[Figure, ...]
    """The figures."""
