"""What a reader with two minutes has to know, drawn from what is said of each paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gapcheck.model.verdicts import Verdict
from gapcheck.report.dates import written_number_of_paragraph
from gapcheck.report.number_lists import number_list
from gapcheck.report.report_view import Brief, BriefArticle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.report.messages import Messages
    from gapcheck.report.report_view import Entry

GOOD = frozenset({Verdict.ALIGNED.value, Verdict.ALIGNED_BY_OPTION.value})
UNSETTLED = frozenset({Verdict.ARGUABLE.value, Verdict.UNDETERMINED.value})
STAR = "*"
MOST_FIGURES = 1
"""Of one article: the figure about the jurisdiction itself comes first."""


def brief(entries: Sequence[Entry], instrument: str, messages: Messages) -> Brief:
    """Return the brief of a report on what binds, or on all paragraphs where none does; the missing offences first."""
    lacking = [entry for entry in entries if Verdict(entry.code).is_gap]
    offences = [entry for entry in lacking if entry.is_offence and entry.is_missing]
    others = [entry for entry in lacking if entry not in offences]
    binds = any(entry.binds for entry in entries)
    return Brief(
        asks=messages.count("brief", "asks" if binds else "advises", len(entries), instrument=instrument),
        missing=tuple(
            _article(tuple(found), messages) for _, found in groupby(offences, key=lambda entry: entry.article)
        ),
        none_missing="" if offences else _none_missing(entries, messages),
        missing_rules=_named((entry for entry in others if entry.is_missing), entries),
        partly=_named((entry for entry in others if not entry.is_missing), entries),
        good=_named((entry for entry in entries if entry.code in GOOD), entries),
        unsettled=_named((entry for entry in entries if entry.code in UNSETTLED), entries),
        star=messages.say("brief", "star") if any(entry.is_shaky for entry in entries) else "",
    )


def _none_missing(entries: Iterable[Entry], messages: Messages) -> str:
    """Return why no offence is said to be missing: nobody having looked is another thing than none being missing."""
    offences = [entry for entry in entries if entry.is_offence]
    if not offences:
        return messages.say("brief", "no-offences")
    seen = any(entry.is_looked_at for entry in offences)
    return messages.say("brief", "none-missing" if seen else "offences-unseen")


def _article(gaps: tuple[Entry, ...], messages: Messages) -> BriefArticle:
    why = tuple(dict.fromkeys(line for entry in gaps for line in entry.why))
    first = gaps[0]
    return BriefArticle(first.heading, written_number_of_paragraph(first.article, messages), gaps, why[:MOST_FIGURES])


def _named(chosen: Iterable[Entry], entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the provisions by name, each once, with the numbers of those of its paragraphs that were chosen.

    A star marks those of which a verdict rests on a text that nobody read in an official version.
    """
    by_heading: dict[str, list[Entry]] = {}
    for entry in chosen:
        by_heading.setdefault(entry.heading, []).append(entry)
    every = [entry.number for entry in entries]
    return tuple(
        f"{heading} ({number_list((entry.number for entry in found), every)})"
        + (STAR if any(entry.is_shaky for entry in found) else "")
        for heading, found in by_heading.items()
    )
