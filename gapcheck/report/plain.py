"""Plain text: for pipes, for screen readers, and for terminals that can do no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.report.check_view import CheckView
    from gapcheck.report.page import Page, Table


def check_lines(view: CheckView) -> Iterator[str]:
    """Yield a check as text: one line a paragraph."""
    yield view.title
    yield ""
    number_width = max((len(row.number) for row in view.rows), default=0)
    verdict_width = max((len(row.verdict) for row in view.rows), default=0)
    for row in view.rows:
        what = " ".join(row.uncovered)
        said = f"{row.provision}. {what}" if what else f"{row.provision}."
        yield f"{row.number:<{number_width}}  {row.verdict:<{verdict_width}}  {said} [{row.sections}]"
    if view.rows:
        yield ""
    yield from view.notes


def page_lines(page: Page) -> Iterator[str]:
    """Yield a page as text."""
    yield page.title
    for block in page.blocks:
        yield ""
        if block.heading:
            yield block.heading
        for line in block.lines:
            yield f"  {line}" if block.heading else line
        if block.table:
            yield from (f"  {line}" for line in _table_lines(block.table))


def _table_lines(table: Table) -> Iterator[str]:
    rows = [table.columns, *table.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.columns))]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
