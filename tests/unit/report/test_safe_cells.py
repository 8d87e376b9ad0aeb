import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.report.csv_text import csv_text
from gapcheck.report.safe_cells import safe_cell


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "\u00a0"])
def test_a_text_that_begins_like_a_formula_is_opened_with_an_apostrophe(before: str, begins: str) -> None:
    cell = safe_cell(f'{before}{begins}HYPERLINK("x")')
    assert cell.startswith("'")
    assert cell.endswith(f'{begins}HYPERLINK("x")')


@pytest.mark.parametrize("text", ["", "15.1", "persons under 16", "a = b", "'", "'=1", "Điều 15", "under-16"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_begins_like_a_formula_or_holds_more_than_a_line(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert len(cell.splitlines()) <= 1


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z"))), min_size=2, max_size=2))
def test_cells_come_back_from_csv_as_they_are_shown(cells: list[str]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(("one", "=other"), [cells]), newline="")))
    assert read == [["one", "=other"], [safe_cell(cell) for cell in cells]]


def test_csv_ends_its_lines_as_rfc_4180_asks() -> None:
    assert csv_text(("a", "b"), [('x, "y"', "=1")]) == 'a,b\r\n"x, ""y""",\'=1\r\n'
