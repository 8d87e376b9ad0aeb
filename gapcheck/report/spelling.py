"""Words that are known beside one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.model.ids import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOSE_ENOUGH = 70
"""Similarity in percent below which a word is no misspelling (rapidfuzz, normalised indel similarity)."""

LONGEST = 60
"""In characters; what is longer is a text and no misspelled word."""

MOST_NAMED = 8
_MOST_ALIKE = 4


def alike(found: str, known: Sequence[str]) -> list[str]:
    """Return the known words that are spelled most like `found`: all that are equally close, none where none is close.

    >>> alike("publsh", ["publish", "possess"]), alike("14(1)(c)", ["14.1.a", "14.1.c"]), alike("zebra", ["publish"])
    (['publish'], ['14.1.c'], [])
    """
    if len(found) > LONGEST or not known:
        return []
    if plain_number(found) in known:
        return [plain_number(found)]
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when something was misspelled

    ranked = process.extract(found, known, scorer=fuzz.ratio, processor=_plain, score_cutoff=CLOSE_ENOUGH, limit=None)
    best = [word for word, score, _ in ranked if score == ranked[0][1]]
    return best if len(best) <= _MOST_ALIKE else []


def some_of(found: str, known: Sequence[str]) -> list[str]:
    """Return a few known words, those first that share most with `found`."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when something was misspelled

    ranked = process.extract(found[:LONGEST], known, scorer=fuzz.ratio, processor=_plain, limit=MOST_NAMED - 2)
    return [word for word, _, _ in ranked]


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
