"""What there is instead of what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gapcheck.report.messages import Messages

MOST_LISTED = 40
CLOSE_ENOUGH = 70
"""Similarity in percent below which a word is no misspelling (rapidfuzz, normalised indel similarity)."""


def nearest(found: str, known: Sequence[str]) -> str | None:
    """Return the known word that is spelled most like `found`, if any is close."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when something was misspelled

    best = process.extractOne(found, known, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return best[0] if best else None


def what_is_there(
    kind: str, found: str, known: Sequence[str], facts: Mapping[str, str], messages: Messages
) -> list[str]:
    """Return the sentences for somebody who asked for something that is not there."""
    said = [messages.say("usage", kind, found=found, known=", ".join(known[:MOST_LISTED]), **facts)]
    close = nearest(found, known) if known and kind != "several" else None
    if close:
        said.append(messages.say("usage", "nearest", nearest=close))
    elif known and kind != "several" and len(known) <= MOST_LISTED:
        said.append(messages.say("usage", "known", known=", ".join(known)))
    return said
