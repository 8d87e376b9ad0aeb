"""Tables on pages as a terminal shows them: short columns stay whole where there is room, and nothing is ever lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest

from gapcheck.report.page import Page, Table
from gapcheck.report.terminal import show_page

Draw = Callable[[Table, int], list[str]]

LONG = " ".join(f"sentence{number} goes on" for number in range(20))
MIDDLING = " ".join(f"name{number}" for number in range(6))
SHORT = ("14.1.c.ii", "yes, but no", "twelve chars")
TABLE = Table(("id", "short", "words", "name", "text"), tuple((*SHORT, MIDDLING, LONG) for _ in range(3)))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Return a function that draws a table at a terminal of so many columns."""

    def drawn(table: Table, columns: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        page = Page("Title")
        page.add("", table=table)
        stream = io.StringIO()
        show_page(page, stream)
        return stream.getvalue().splitlines()[2:]

    return drawn


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"[│┃]", line)[1:-1]]


def letters(text: str) -> list[str]:
    return sorted(re.findall(r"\w", text))


def said(table: Table) -> list[str]:
    return letters(" ".join(cell for row in (table.columns, *table.rows) for cell in row))


@pytest.mark.parametrize("columns", [100, 101, 160, 400])
def test_short_columns_are_not_broken_where_there_is_room(at: Draw, columns: int) -> None:
    drawn = at(TABLE, columns)
    first = [cells(line)[: len(SHORT)] for line in drawn if SHORT[0] in line]
    assert first == [list(SHORT)] * 3
    parts = {part for line in drawn[3:] if line.startswith("│") for part in cells(line)[: len(SHORT)]}
    assert parts == {*SHORT, ""}
    assert letters("".join(drawn)) == said(TABLE)


@pytest.mark.parametrize("columns", [100, 160])
def test_the_longest_column_gets_the_most_of_the_width(at: Draw, columns: int) -> None:
    widths = [len(part) for part in re.split(r"[┳┏┓]", at(TABLE, columns)[0])[1:-1]]
    assert widths[4] > widths[3] >= max(widths[:3])
    assert sum(widths) + len(widths) + 1 == columns


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 99])
def test_everything_folds_where_it_is_narrow(at: Draw, columns: int) -> None:
    drawn = at(TABLE, columns)
    assert max(map(len, drawn)) <= columns
    assert letters("".join(drawn)) == said(TABLE)
    assert "…" not in "".join(drawn)


def test_a_cell_of_one_word_is_folded_and_not_cut_off(at: Draw) -> None:
    table = Table(("id", "address"), (("1", "x" * 300),))
    for columns in (30, 60, 99, 100, 200):
        drawn = at(table, columns)
        assert max(map(len, drawn)) <= columns
        assert "".join(drawn).count("x") == 300


def test_a_table_of_short_columns_takes_no_more_room_than_it_needs(at: Draw) -> None:
    (top,) = {line.rstrip() for line in at(Table(("id", "verdict"), (("14.1.c", "missing"),)), 120) if "┏" in line}
    assert len(top) < 25


@pytest.mark.parametrize("columns", [60, 99, 100, 120])
@pytest.mark.parametrize("many", [6, 7, 8, 12])
def test_many_short_columns_lose_nothing(at: Draw, many: int, columns: int) -> None:
    row = tuple(f"abcdefghij{number:02d}" for number in range(many))
    table = Table(tuple(f"aged {number} to {number + 2}" for number in range(many)), (row, row))
    drawn = at(table, columns)
    assert max(map(len, drawn)) <= columns
    assert letters("".join(drawn)) == said(table)


@pytest.mark.parametrize("columns", [99, 100, 120])
def test_a_long_heading_of_short_cells_loses_nothing(at: Draw, columns: int) -> None:
    table = Table((f"What this is about, {LONG}", "b"), (("1", "2"),))
    drawn = at(table, columns)
    assert max(map(len, drawn)) <= columns
    assert letters("".join(drawn)) == said(table)
