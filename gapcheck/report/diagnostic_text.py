"""Diagnostics as text: where, what, the line with a marker below it, and what to do."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from gapcheck.report.diagnostic_words import DiagnosticWords
from gapcheck.report.messages import shown
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.model.books import Vocabulary
    from gapcheck.report.messages import Messages
    from gapcheck.source.diagnostics import Code, Diagnostic

WIDTH = 100
"""In columns; longer lines of a file are cut around the marker."""

_CUT = "…"
_APART = " " * 10
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


def diagnostic_lines(
    diagnostic: Diagnostic, language: str, vocabulary: Vocabulary | None = None, width: int = WIDTH
) -> list[str]:
    """Return a diagnostic as lines; with the vocabulary, elements are called by their labels."""
    words = DiagnosticWords(language, vocabulary)
    say, code = words.messages.say, diagnostic.code
    place = f":{diagnostic.span.line}:{diagnostic.span.column}" if diagnostic.span else ""
    severity = say("lint", f"severity-{code.severity.value}")
    more, hint = say("lint", "more", code=code.code), words.hint(diagnostic)
    lines = [f"{shown(diagnostic.path)}{place}: {severity} {code.code} {code.name}", f"  {words.message(diagnostic)}"]
    lines += [f"  {line}" for line in _marked(diagnostic, width - 2)]
    if hint and columns(hint + _APART + more) + 2 <= width:
        return [*lines, f"  {hint}{_APART}{more}"]
    return [*lines, *(f"  {line}" for line in (hint, more) if line)]


def summary_line(diagnostics: Iterable[Diagnostic], files: int, messages: Messages) -> str:
    """Return how many files were read and how much there is to say about them."""
    found = Counter(diagnostic.code.severity for diagnostic in diagnostics)
    if not found:
        return messages.say("lint", "clean", files=files)
    errors, warnings, hints = (found[severity] for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT))
    return messages.say("lint", "summary", files=files, errors=errors, warnings=warnings, hints=hints)


def code_page(code: Code, language: str, examples: Sequence[tuple[int, str]] = ()) -> list[str]:
    """Return the page of a code; each example is the number of hits in it and its text."""
    words = DiagnosticWords(language)
    lines = [f"{code.code} {code.name}", words.tables.say("page", f"severity-{code.severity.value}")]
    lines += ["", words.meaning(code.name)]
    for hits, text in examples:
        lines += ["", example_heading(words, hits), *(f"    {line}".rstrip() for line in text.splitlines())]
    return lines


def example_heading(words: DiagnosticWords, hits: int) -> str:
    """Return what stands above an example."""
    return words.tables.say("page", "fail" if hits else "pass") + (f" ({hits})" if hits > 1 else "")


def columns(text: str) -> int:
    """Return how many columns a terminal gives a text: two for a wide character, none for a mark on another.

    >>> columns("điều"), columns("条")
    (4, 2)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _marked(diagnostic: Diagnostic, width: int) -> list[str]:
    """Return the line of the file and the marker below it."""
    text = shown(diagnostic.excerpt.replace("\t", " "))
    if diagnostic.span is None or not text.strip():
        return []
    span, number = diagnostic.span, str(diagnostic.span.line)
    first = min(span.column - 1, len(text))
    last = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    parts = (text[:first], text[first:last], text[max(first, last) :])
    before, marked, after = _cut(*parts, room=width - len(number) - 3)
    marker = " " * columns(before) + "^" * max(1, columns(marked))
    return [f"{number} | {before}{marked}{after}", f"{' ' * len(number)} | {marker}"]


def _cut(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Return the parts of a line so short that they fit, with … where something is left out."""
    if columns(before + marked + after) <= room:
        return before, marked, after
    room -= 2 * columns(_CUT)
    kept = _start(marked, room)
    left = room - columns(kept)
    kept_after = _start(after, max(left // 2, left - columns(before))) if kept == marked else ""
    kept_before = _end(before, left - columns(kept_after))
    return (
        kept_before if kept_before == before else _CUT + kept_before,
        kept,
        kept_after if kept + kept_after == marked + after else kept_after + _CUT,
    )


def _start(text: str, room: int) -> str:
    """Return the longest beginning that fits, marks and all."""
    used = 0
    for place, character in enumerate(text):
        used += _columns(character)
        if used > room:
            return text[:place]
    return text


def _end(text: str, room: int) -> str:
    """Return the longest end that fits and does not begin with a mark on something cut away."""
    used = 0
    for place in range(len(text), 0, -1):
        used += _columns(text[place - 1])
        if used > room:
            kept = text[place:]
            return kept.lstrip("".join(character for character in kept if not _columns(character)))
    return text
