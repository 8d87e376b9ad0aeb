"""What a person sees in a terminal: rich tables and colours, a stacked layout where it is narrow."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NoReturn, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from gapcheck.report.check_view import CheckView
    from gapcheck.report.page import Page
    from gapcheck.report.page import Table as PageTable

NARROW = 100
"""Below this many columns a table of five columns cannot be read."""

SHORT, LONG = 12, 80
"""A column whose cells are no longer than SHORT is not broken; one with a cell beyond LONG gets more of the width."""

PADDING, LEAST = 3, 14
"""What the frame of a column takes, and what must be left for the columns that can be broken."""

STYLES = {
    "good": "green",
    "fair": "yellow",
    "poor": "bold yellow",
    "bad": "bold red",
    "open": "magenta",
    "quiet": "dim",
    "": "",
}


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the command line; rich would end with 1, which means gaps."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def _console(stream: TextIO) -> Console:
    """Return where to draw: text is never markup, and NO_COLOR means no escape codes at all, bold ones included."""
    return _Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def show_check(view: CheckView, stream: TextIO) -> None:
    """Draw a check; colour never says what the words do not."""
    console = _console(stream)
    console.print(Text(view.title, style="bold"))
    console.print()
    if console.width < NARROW:
        _stack(view, console)
    else:
        _tabulate(view, console)
    for note in view.notes:
        console.print(Text(note))


def _stack(view: CheckView, console: Console) -> None:
    for row in view.rows:
        console.print(Text.assemble((row.number, "bold"), "  ", (row.verdict, STYLES[row.tone]), f"  {row.provision}"))
        for sentence in row.uncovered:
            console.print(Padding(Text(sentence), (0, 0, 0, 4), expand=False))
        console.print(Padding(Text(row.sections, style="dim"), (0, 0, 0, 4), expand=False))
    console.print()


def _tabulate(view: CheckView, console: Console) -> None:
    table = Table(show_lines=False, pad_edge=False, expand=True, header_style="bold", row_styles=["", ""])
    number, provision, verdict, uncovered, sections = view.columns
    table.add_column(number, no_wrap=True)
    table.add_column(provision, ratio=4, overflow="fold")
    table.add_column(verdict, ratio=2, min_width=12, overflow="fold")
    table.add_column(uncovered, ratio=9, overflow="fold")
    table.add_column(sections, ratio=4, overflow="fold")
    for row in view.rows:
        table.add_row(
            Text(row.number),
            Text(row.provision),
            Text(row.verdict, style=STYLES[row.tone]),
            Text("\n".join(row.uncovered)),
            Text(row.sections, style="dim"),
            end_section=True,
        )
    console.print(table)


def show_page(page: Page, stream: TextIO) -> None:
    """Draw a page."""
    console = _console(stream)
    console.print(Text(page.title, style=f"bold {STYLES[page.tone]}".strip()))
    for block in page.blocks:
        console.print()
        if block.heading:
            console.print(Text(block.heading, style="bold cyan"))
        indent = 2 if block.heading else 0
        for line in block.lines:
            console.print(Padding(Text(line), (0, 0, 0, indent), expand=False))
        if block.table:
            console.print(Padding(_page_table(block.table, console.width), (0, 0, 0, indent)))


def _page_table(rows: PageTable, width: int) -> Table:
    """Return a table whose short columns are not broken where there is room for all of them."""
    cells = zip(rows.columns, *rows.rows, strict=True)
    longest = [max(map(cell_len, column)) for column in cells]
    room = width - sum(length + PADDING for length in longest if length <= SHORT)
    table = Table(pad_edge=False, header_style="bold", expand=max(longest, default=0) > LONG)
    for column, length in zip(rows.columns, longest, strict=True):
        is_kept = length <= SHORT and room >= LEAST
        table.add_column(column, overflow="fold", ratio=None if is_kept else 3 if length > LONG else 1, no_wrap=is_kept)
    for row in rows.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
