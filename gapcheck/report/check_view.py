"""What is shown of a check: worded, sorted and counted, with nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One paragraph."""

    number: str
    provision: str
    verdict: str
    tone: str
    uncovered: tuple[str, ...]
    sections: str


@dataclass(frozen=True)
class CheckView:
    """A whole check."""

    title: str
    columns: tuple[str, str, str, str, str]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    gaps: tuple[str, ...]
    """The verdicts of the binding paragraphs that have a gap: what the exit code is decided by."""
