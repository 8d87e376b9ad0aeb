"""GC317 numbering-gap: the numbers of an article's paragraphs leave one out.

Paragraphs are numbered 1, 2, 3, letters a, b, c and points i, ii, iii. A number that is left out is a paragraph that
nobody encoded, or a slip in the numbers after it, and mappings that name a number would rest on the wrong paragraph.

PASS
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1.a", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.1.b.i", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.1.b.ii", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.2", kind: offence, duty: may, requires: {conduct: possess}}

FAIL 2
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1.a", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.1.c", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.3", kind: offence, duty: may, requires: {conduct: possess}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import article_file
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.lint.setting import Setting

_POINTS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_FIGURES = tuple(str(number) for number in range(1, 100))


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the numbers that are left out, at the paragraph that should follow them."""
    for treaty in setting.workspace.treaties.values():
        for article in treaty.articles:
            numbers = [paragraph.id for paragraph in article.paragraphs]
            for parent, parts in _below(numbers).items():
                for missing in left_out(parts):
                    after = next(place for place, number in enumerate(numbers) if number.startswith(f"{parent}."))
                    facts = {"number": f"{parent}.{missing}"}
                    yield Hit(article_file(treaty, article.article), ("paragraphs", after, "id"), facts)


def _below(numbers: Iterable[str]) -> dict[str, list[str]]:
    """Return the parts that stand directly below each number, once each, in the order of the file."""
    found: dict[str, dict[str, None]] = {}
    for number in numbers:
        parts = number.split(".")
        for length in range(1, len(parts)):
            found.setdefault(".".join(parts[:length]), {})[parts[length]] = None
    return {parent: list(parts) for parent, parts in found.items()}


def left_out(parts: Iterable[str]) -> list[str]:
    """Return what a series of numbers, letters or points leaves out before its last; other words make no series.

    >>> left_out(["a", "c"]), left_out(["i", "ii"]), left_out(["1", "items"])
    (['b'], [], [])
    """
    there = set(parts)
    for series in (_FIGURES, _POINTS, _LETTERS):
        if there <= set(series):
            last = max(series.index(part) for part in there)
            return [part for part in series[:last] if part not in there]
    return []


RULE = Rule("GC317", "numbering-gap", Severity.WARNING, check)
