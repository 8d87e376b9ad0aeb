"""The documentation of all codes as Markdown: one page each, and an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.diagnostic_text import example_heading
from gapcheck.report.diagnostic_words import DiagnosticWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.source.diagnostics import Code

INDEX = "README.md"

_INTRODUCTION = """\
# Codes

Everything that gapcheck says about a file has a code. `gapcheck show GC204` says in a terminal what the page says here.

GC1xx: the text of a file cannot be read. GC2xx: what it says cannot be understood. GC3xx: the rules of `gapcheck lint`.
Numbers are never used for anything else again.

| code | name | severity | what it says |
|---|---|---|---|
"""
_WRITTEN_BY = "<!-- Written by `gapcheck lint --write-docs`: change gapcheck/locale or the docstring of the rule. -->\n"


def code_pages(documented: Iterable[tuple[Code, Sequence[tuple[int, str]]]]) -> dict[str, str]:
    """Return the text of each page by its file name; examples as `diagnostic_text.code_page` takes them."""
    words = DiagnosticWords("en")
    pages, rows = {}, []
    for code, examples in documented:
        pages[f"{code.code}.md"] = _page(words, code, examples)
        first_sentence = words.meaning(code.name).partition(". ")[0].rstrip(".")
        rows.append(f"| [{code.code}]({code.code}.md) | {code.name} | {code.severity} | {first_sentence}. |\n")
    return {INDEX: f"{_INTRODUCTION}{''.join(rows)}\n{_WRITTEN_BY}", **pages}


def _page(words: DiagnosticWords, code: Code, examples: Sequence[tuple[int, str]]) -> str:
    severity = words.tables.say("page", f"severity-{code.severity}")
    parts = [f"# {code.code} {code.name}\n", f"{severity}\n", f"{words.meaning(code.name)}\n"]
    for hits, text in examples:
        parts += [f"## {example_heading(words, hits)}\n", f"```yaml\n{text}```\n"]
    return "\n".join([*parts, _WRITTEN_BY])
