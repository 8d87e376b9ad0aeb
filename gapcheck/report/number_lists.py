"""Many paragraph numbers in few words: whole articles, and runs of them, are said as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def number_list(numbers: Iterable[str], all_numbers: Iterable[str]) -> str:
    """Return the numbers with whole articles in place of their paragraphs and runs of articles as ranges.

    They stand in the order of `all_numbers`.

    >>> number_list(["7.1", "8.1", "9.1", "14.1.a"], ["7.1", "8.1", "9.1", "14.1.a", "14.1.b"])
    '7-9, 14.1.a'
    """
    wanted = set(numbers)
    inside: dict[str, list[str]] = {}
    for number in dict.fromkeys(all_numbers):
        inside.setdefault(number.partition(".")[0], []).append(number)
    said: list[str] = []
    run: list[str] = []
    for article, paragraphs in inside.items():
        if wanted.issuperset(paragraphs):
            run.append(article)
            continue
        said += _runs(run)
        run = []
        said += [number for number in paragraphs if number in wanted]
    return ", ".join([*said, *_runs(run)])


def _runs(articles: Sequence[str]) -> list[str]:
    """Return neighbouring articles as one range; numbers that are no figures stand alone."""
    runs: list[list[str]] = []
    for article in articles:
        last = runs[-1][-1] if runs else ""
        follows = article.isdecimal() and last.isdecimal() and int(article) == int(last) + 1
        if follows:
            runs[-1].append(article)
        else:
            runs.append([article])
    return [run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
