"""A report as a workbook of Excel: for people who sort, filter and fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from gapcheck.report.messages import one_line
from gapcheck.report.report_kinds import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from gapcheck.report.report_view import ReportView

TINTS = {
    "good": "DDF0E0", "fair": "FFF4CC", "poor": "FFE0C2", "bad": "F6CFCB", "open": "E4DCF7", "quiet": "E9ECEF",
    "head": "DCE3EC", "ask": "FFFDE7",
}  # fmt: skip
"""What lies behind a word, by its tone; all are light enough for black letters. The word says the same."""
LONGEST_CELL = 32_767
"""What a cell of Excel holds, in UTF-16 units."""
_LONGEST_NAME = 31
_LONGEST_PROPERTY = 255
_LONGEST_HEADER = 100
_A3, _A4 = 8, 9
_TOO_WIDE_FOR_A4 = 190
_LINE = 13.5
"""Points that a line of a cell is high."""
_LINES = {"title": 22.0, "heading": 18.0}
_FITS = 1.1
"""Letters of ten points that stand where one digit of the standard font is wide."""
_HIGHEST_ROW = 409
_SUMMARY_WIDTH = 72
_COUNT_WIDTH = 13
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LIKE_FORMULAS = ("=", "+", "-", "@")
_RESERVED_NAME = "history"


class _Cell(NamedTuple):
    """A text or a number, and the tone that lies behind it."""

    value: str | int
    tone: str = ""


_Row = tuple[str | _Cell, ...]


@dataclass(frozen=True)
class _Table:
    """A table on a sheet of its own, its head in the first row."""

    name: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[_Row, ...]


def report_xlsx(view: ReportView) -> bytes:
    """Return the report as a workbook; the same report makes the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where a workbook is made

    held = BytesIO()
    as_written = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(held, {"in_memory": True, **as_written}) as book:
        book.set_properties({
            "title": office_text(view.title)[:_LONGEST_PROPERTY],
            "subject": office_text(view.instrument)[:_LONGEST_PROPERTY],
            "author": "gapcheck",
            "created": datetime.fromisoformat(f"{view.day_code}T00:00:00+00:00"),
        })  # fmt: skip
        writer = _Writer(book, view)
        if view.audience is Audience.CONCORDANCE:
            writer.table(_concordance(view))
        writer.summary()
        for table in (_paragraphs(view), _residues(view), _sections(view)):
            writer.table(table)
        if view.audience is not Audience.CONCORDANCE:
            writer.table(_concordance(view))
        writer.table(_evidence(view))
    return held.getvalue()


def office_text(text: str) -> str:
    r"""Return a text on one line without what XML cannot hold; a sign stands in its place.

    >>> office_text("a\x00\tb") == "a\ufffd b"
    True
    """
    return _NOT_IN_XML.sub("\ufffd", one_line(text))


def _paragraphs(view: ReportView) -> _Table:
    labels = view.labels
    rows = (
        (
            one.number, one.provision, one.theme_name, one.duty, labels["yes" if one.binds else "no"],
            _Cell(one.verdict, one.tone), " ".join(one.uncovered), one.who, one.smallest_change,
            "; ".join(one.acts), "; ".join(one.sections), one.reason, _Cell(one.level, "poor" if one.is_shaky else ""),
        )
        for one in view.entries
    )  # fmt: skip
    keys = (
        "paragraph", "provision", "theme", "duty", "binds", "verdict", "remains", "who", "closest", "act", "section",
        "reason", "verification",
    )  # fmt: skip
    widths = (11, 28, 14, 15, 10, 15, 42, 17, 42, 22, 36, 54, 17)
    return _Table(labels["paragraphs"], tuple(labels[key] for key in keys), widths, tuple(rows))


def _residues(view: ReportView) -> _Table:
    labels = view.labels
    rows = (
        (one.number, one.provision, _Cell(one.verdict, one.tone), residue.kind, residue.what)
        for one in view.entries
        for residue in one.residues
    )
    keys = ("paragraph", "provision", "verdict", "kind", "what")
    return _Table(labels["residues"], tuple(labels[key] for key in keys), (11, 44, 15, 30, 80), tuple(rows))


def _sections(view: ReportView) -> _Table:
    labels = view.labels
    rows = (
        (
            one.law, one.id, one.heading, one.native, one.nature, one.since, one.sanction, one.level, one.source,
            one.paragraphs,
        )
        for one in view.sections
    )  # fmt: skip
    keys = (
        "law", "section", "heading", "native-heading", "nature", "in-force-since", "sanction", "verification", "source",
        "answers",
    )  # fmt: skip
    widths = (26, 24, 28, 28, 15, 15, 28, 17, 36, 22)
    return _Table(labels["cited-sections"], tuple(labels[key] for key in keys), widths, tuple(rows))


def _concordance(view: ReportView) -> _Table:
    """Return the table of concordance; where a lawyer has something to write, an empty cell can be seen."""
    labels = view.labels
    to_fill_in = {labels["completing-act"], labels["planned"]}

    def cell(column: str, text: str, tone: str) -> _Cell:
        if column == labels["transposition"]:
            return _Cell(text, tone)
        return _Cell(text, "ask" if column in to_fill_in and not text else "")

    columns = view.concordance_columns
    rows = (
        tuple(cell(column, text, entry.tone) for column, text in zip(columns, row, strict=True))
        for entry, row in zip(view.entries, view.concordance, strict=True)
    )
    return _Table(labels["concordance"], columns, (8, 11, 28, 16, 22, 36, 17, 44, 22, 14, 54), tuple(rows))


def _evidence(view: ReportView) -> _Table:
    labels = view.labels
    rows = ((one.figure, one.about, one.said_by, one.on, one.source, one.paragraphs) for one in view.evidence)
    keys = ("figure", "about", "said-by", "on", "source", "answers")
    return _Table(labels["evidence"], tuple(labels[key] for key in keys), (48, 14, 30, 18, 50, 20), tuple(rows))


def _summary_lines(view: ReportView) -> Iterator[tuple[str, str]]:
    """Yield what the summary says beside its table, each line with how it is written."""
    labels = view.labels
    for heading, lines in (
        (labels["unverified"], (view.unverified and f"{view.unverified}.",)),
        (labels["not-assessed-heading"], (view.not_assessed and f"{view.not_assessed}.",)),
        (labels["method"], view.method),
        (labels["glossary"], tuple(f"{term.word}: {term.meaning}" for term in view.glossary)),
    ):
        yield ("", "plain")
        yield (heading, "heading")
        yield from ((line or labels["none"], "plain") for line in lines)
    yield from (("", "plain"), (view.disclaimer, "plain"))


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, view: ReportView) -> None:
        """Take the workbook and the report; the formats are made once."""
        self.book, self.view = book, view
        self._names: set[str] = set()
        self._formats: dict[tuple[str, bool], Format] = {}
        plain = {"font_size": 10, "text_wrap": True, "valign": "top"}
        self._plain = plain | {"border": 1, "border_color": "#8A94A0"}
        styles: dict[str, dict[str, object]] = {
            "title": {"bold": True, "font_size": 16},
            "heading": {"bold": True, "font_size": 13},
            "plain": {},
            "warning": {"border": 1, "bg_color": f"#{TINTS['poor']}"},
            "head": {"bold": True, "border": 1, "border_color": "#8A94A0", "bg_color": f"#{TINTS['head']}"},
        }
        self._styles = {name: book.add_format(plain | style) for name, style in styles.items()}

    def summary(self) -> None:
        """Write what the whole report says: where things stand, the verdicts by chapter, how they were found."""
        view, labels = self.view, self.view.labels
        widths = (_SUMMARY_WIDTH, *(_COUNT_WIDTH for _ in view.counts), _COUNT_WIDTH, _COUNT_WIDTH)
        sheet, rows = self._sheet(labels["summary"], widths), count()

        def said(line: str, style: str) -> None:
            self._row(sheet, next(rows), (line,), widths, style)

        said(view.title, "title")
        for line in (view.as_of, "", *view.standing):
            said(line, "plain")
        if view.warning:
            said(view.warning, "warning")
        said("", "plain")
        said(labels["chapters"], "heading")
        words = (one.word for one in view.counts)
        self._row(sheet, next(rows), (labels["chapter"], labels["articles"], *words, labels["total"]), widths, "head")
        for chapter in view.chapters:
            numbers = ((chapter.number_of(one.code), one.tone) for one in view.counts)
            cells = (_Cell(number, tone if number else "") for number, tone in numbers)
            self._row(sheet, next(rows), (chapter.title, chapter.articles, *cells, _Cell(chapter.total)), widths)
        totals = [one.number for one in view.counts]
        whole: _Row = (labels["total"], "", *(_Cell(number) for number in totals), _Cell(sum(totals)))
        self._row(sheet, next(rows), whole, widths, "head")
        for line, style in _summary_lines(view):
            said(line, style)

    def table(self, table: _Table) -> None:
        """Write a sheet that is one table, which can be sorted and filtered."""
        sheet = self._sheet(table.name, table.widths)
        nothing = ((self.view.labels["none"], *("" for _ in table.columns[1:])),)
        rows = table.rows or nothing
        self._row(sheet, 0, table.columns, table.widths, "head")
        for number, row in enumerate(rows, 1):
            self._row(sheet, number, row, table.widths)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
        sheet.repeat_rows(0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{len(rows) + 1}"})

    def _sheet(self, label: str, widths: tuple[int, ...]) -> Worksheet:
        """Return a new sheet whose name Excel accepts, laid out for paper."""
        sheet = self.book.add_worksheet(self._name(label))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(_A3 if sum(widths) > _TOO_WIDE_FOR_A4 else _A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        title, day = (
            office_text(text)[:_LONGEST_HEADER].replace("&", "&&") for text in (self.view.title, self.view.day)
        )
        sheet.set_header(f"&L{title}&R{day}")
        sheet.set_footer(f"&C{self.view.labels['page'].format(page='&P', total='&N')}")
        return sheet

    def _name(self, label: str) -> str:
        plain = _NOT_IN_NAMES.sub(" ", office_text(label)).strip("' ") or "-"
        for number in count(1):
            ending = "" if number == 1 else f" {number}"
            name = cut(plain, _LONGEST_NAME - len(ending)).strip("' ") + ending
            if name.casefold() not in self._names | {_RESERVED_NAME}:
                break
        self._names.add(name.casefold())
        return name

    def _row(self, sheet: Worksheet, row: int, cells: _Row, widths: tuple[int, ...], style: str = "") -> None:
        """Write a row as high as its texts need; numbers are numbers, and texts are texts whatever they look like."""
        line = _LINES.get(style, _LINE)
        lines = 1
        for column, cell in enumerate(cells):
            value, tone = cell if isinstance(cell, _Cell) else (cell, "")
            if isinstance(value, int):
                sheet.write_number(row, column, value, self._styles[style] if style else self._format("", tone))
                continue
            text = self._held(value)
            sheet.write(row, column, text, self._styles[style] if style else self._format(text, tone))
            lines = max(lines, len(wrap(text, int(widths[column] * _FITS * _LINE / line))))
        sheet.set_row(row, min(lines * line + 2, _HIGHEST_ROW))

    def _held(self, text: str) -> str:
        """Return what a cell can hold of a text; where something is cut, it says so."""
        shown = office_text(text)
        if cut(shown, LONGEST_CELL) == shown:
            return shown
        ending = f" [{self.view.labels['cut']}]"
        return cut(shown, LONGEST_CELL - len(ending)) + ending

    def _format(self, text: str, tone: str) -> Format:
        """Return how a cell is written: a text that looks like a formula stays a text when somebody edits it."""
        is_quoted = text.lstrip().startswith(_LIKE_FORMULAS)
        if (tone, is_quoted) not in self._formats:
            tint = {"bg_color": f"#{TINTS[tone]}"} if tone else {}
            style = self._plain | tint | {"locked": False, "quote_prefix": is_quoted}
            self._formats[tone, is_quoted] = self.book.add_format(style)
        return self._formats[tone, is_quoted]


def cut(text: str, units: int) -> str:
    """Return as much of a text as fits into so many UTF-16 units.

    >>> cut("abc", 2), cut("ab🙂", 3)
    ('ab', 'ab')
    """
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
