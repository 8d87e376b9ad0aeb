"""The workbook as Excel reads it: the same each time, and every text a text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_sheets import LONGEST_CELL, report_xlsx
from gapcheck.report.report_view import ReportView
from tests.unit.report.views import small_view

HOSTILE = (
    "<script>alert(1)</script>", '=HYPERLINK("http://x")', "{=1+1}", "+1", "-1", "@SUM(A1)", "#import", "\x1b[31m",
    "\u202eabc", "\ta", "a\nb", "\x00\x01\x1f", "\ud800", "\ufffe\uffff", "_x0041_", "'=1", "http://x", "7.10", "1e5",
)  # fmt: skip
SHOWN = (
    "<script>alert(1)</script>", '=HYPERLINK("http://x")', "{=1+1}", "+1", "-1", "@SUM(A1)", "#import", "\ufffd[31m",
    "\ufffdabc", " a", "a b", "\ufffd\ufffd\ufffd", "\ufffd", "\ufffd\ufffd", "_x0041_", "'=1", "http://x", "7.10",
    "1e5",
)  # fmt: skip


@cache
def view(language: str = "en", audience: Audience = Audience.FULL) -> ReportView:
    return small_view(audience, language)


def read(report: ReportView) -> Workbook:
    return load_workbook(io.BytesIO(report_xlsx(report)))


def hostile(text: str) -> ReportView:
    first, *rest = view().entries
    with_text = replace(first, number=text, heading=text, reason=text, verdict=text, theme_name=text)
    rows = (tuple(text for _ in view().concordance_columns), *view().concordance[1:])
    return replace(view(), title=text, entries=(with_text, *rest), concordance=rows, standing=(text,))


def cells(book: Workbook) -> list[Any]:
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]


def column(book: Workbook, sheet: str, label: str) -> list[Any]:
    head = [cell.value for cell in book[sheet][1]]
    return [row[head.index(label)] for row in book[sheet].iter_rows(min_row=2)]


def test_the_same_report_makes_the_same_bytes() -> None:
    assert report_xlsx(view()) == report_xlsx(replace(view()))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_there_is_a_sheet_for_each_thing_that_people_look_for(language: str) -> None:
    labels = view(language).labels
    keys = ("summary", "paragraphs", "residues", "cited-sections", "concordance", "evidence")
    assert read(view(language)).sheetnames == [labels[key] for key in keys]


def test_a_table_of_concordance_comes_first_for_those_who_ask_for_it() -> None:
    book = read(view("en", Audience.CONCORDANCE))
    assert book.sheetnames[0] == "Concordance"
    assert book.active is not None
    assert book.active.title == "Concordance"


def test_every_paragraph_has_a_row_and_its_number_is_a_text() -> None:
    numbers = column(read(view()), "Paragraph by paragraph", "Paragraph")
    assert [cell.value for cell in numbers] == [entry.number for entry in view().entries]
    assert {cell.data_type for cell in numbers} == {"s"}
    assert "1.1" in {cell.value for cell in numbers}


def test_counts_are_numbers() -> None:
    sheet = read(view())["In short"]
    totals = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Total")
    assert [number for number in totals[1:] if number is not None] == [
        *(one.number for one in view().counts), sum(one.number for one in view().counts)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), [*zip(HOSTILE, SHOWN, strict=True)])
def test_what_a_text_looks_like_makes_no_difference(text: str, shown: str) -> None:
    book = read(hostile(text))
    found = [cell for cell in cells(book) if cell.value == shown]
    assert len(found) > 5
    assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for cell in cells(book) if cell.data_type in {"f", "e"} or cell.hyperlink]


def test_a_text_like_a_formula_stays_a_text_when_somebody_edits_it() -> None:
    reasons = column(read(hostile("=1+1")), "Paragraph by paragraph", "Reason")
    assert reasons[0].quotePrefix
    assert not reasons[1].quotePrefix


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
def test_a_text_that_no_cell_holds_is_cut_and_says_so(letter: str) -> None:
    text = column(read(hostile(letter * 40_000)), "Paragraph by paragraph", "Reason")[0].value
    assert len(text.encode("utf-16-le")) // 2 in {LONGEST_CELL, LONGEST_CELL - 1}
    assert text.startswith(letter * 100)
    assert text.endswith("]")


@pytest.mark.parametrize(
    "name", ["", "'", "a" * 40, "[x]:*?/\\", "History", "Concordance", "concordance", "\U0001f600" * 20]
)
def test_any_label_can_name_a_sheet(name: str) -> None:
    book = read(replace(view(), labels=view().labels | {"summary": name, "evidence": name}))
    assert len({sheet.casefold() for sheet in book.sheetnames}) == 6
    assert all(0 < len(sheet.encode("utf-16-le")) // 2 <= 31 for sheet in book.sheetnames)


def test_heads_stay_in_sight_and_come_again_on_paper_and_can_be_filtered() -> None:
    for sheet in read(view()).worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_a_verdict_is_tinted_and_always_says_its_word() -> None:
    verdicts = column(read(view()), "Paragraph by paragraph", "Verdict")
    assert [cell.value for cell in verdicts] == [entry.verdict for entry in view().entries]
    assert {cell.fill.fill_type for cell in verdicts} == {"solid"}
    assert len({cell.fill.fgColor.rgb for cell in verdicts}) == len({entry.tone for entry in view().entries})


def test_where_a_lawyer_has_to_write_an_empty_cell_can_be_seen() -> None:
    for label in ("Act that will complete it", "Planned for"):
        empty = [cell for cell in column(read(view()), "Concordance", label) if cell.value is None]
        assert empty
        assert all(cell.fill.fill_type == "solid" and not cell.protection.locked for cell in empty)


def test_a_report_without_rows_says_that_there_are_none() -> None:
    book = read(replace(view(), entries=(), articles=(), sections=(), evidence=(), concordance=()))
    assert [sheet["A2"].value for sheet in book.worksheets[1:]] == ["none"] * 5


def test_the_workbook_says_what_it_is_and_of_which_day() -> None:
    facts = read(view()).properties
    assert (facts.title, facts.creator) == (view().title, "gapcheck")
    assert facts.created == facts.modified == datetime(2026, 1, 1)  # noqa: DTZ001 - openpyxl knows no zones
