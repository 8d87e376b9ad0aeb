"""Paragraphs down, jurisdictions across, verdicts in the cells: for a terminal, CSV, JSON and a page of HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verdicts import Verdict
from gapcheck.report.csv_text import csv_text
from gapcheck.report.page import Page, Table
from gapcheck.report.view import instrument_name, tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.report.messages import Messages

FORMAT, VERSION = "gapcheck.matrix", 1


@dataclass(frozen=True)
class MatrixCell:
    """One verdict: in one word, in full, how it feels, and its code."""

    mark: str
    verdict: str
    tone: str
    code: str


@dataclass(frozen=True)
class MatrixRow:
    """One paragraph and how each jurisdiction answers it."""

    number: str
    provision: str
    duty: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixView:
    """Everything that is shown, in one language."""

    title: str
    language: str
    instrument: str
    as_of: date
    codes: tuple[str, ...]
    """The codes of the jurisdictions."""
    names: tuple[str, ...]
    heads: tuple[str, str, str]
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str], ...]
    """Every mark that occurs, with what it means."""
    notes: tuple[str, ...]

    def page(self) -> Page:
        """Return the page for a terminal: the legend stands below, and says in words what each mark means."""
        page = Page(self.title)
        paragraph, provision, _ = self.heads
        rows = tuple((row.number, *(cell.mark for cell in row.cells), row.provision) for row in self.rows)
        page.add("", table=Table((paragraph, *self.codes, provision), rows))
        page.add("", *(f"{mark}: {meaning}" for mark, meaning in self.legend), *self.notes)
        return page

    def csv(self) -> str:
        """Return the table as CSV, verdicts by their codes."""
        rows = ((row.number, row.provision, row.duty, *(cell.code for cell in row.cells)) for row in self.rows)
        return csv_text(("paragraph", "provision", "duty", *self.codes), rows)

    def json(self) -> str:
        """Return the table as JSON text."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "instrument": self.instrument,
            "as_of": self.as_of.isoformat(),
            "jurisdictions": list(self.codes),
            "paragraphs": [
                {
                    "id": f"{self.instrument}:{row.number}",
                    "provision": row.provision,
                    "duty": row.duty,
                    "verdicts": {code: cell.code for code, cell in zip(self.codes, row.cells, strict=True)},
                }
                for row in self.rows
            ],
        }
        return json.dumps(data, ensure_ascii=False, indent=1)


def matrix_view(
    treaty: TreatyBook, columns: Sequence[tuple[StatuteBook, Assessment]], messages: Messages
) -> MatrixView:
    """Return the view of several assessments of the same paragraphs of one instrument on one day."""
    say = messages.say
    rows = []
    for findings in zip(*(assessment.findings for _, assessment in columns), strict=True):
        first = findings[0]
        cells = tuple(_cell(finding, messages) for finding in findings)
        duty = first.paragraph.duty.value
        name = messages.text(first.paragraph.heading or first.article.heading)
        rows.append(MatrixRow(first.id.number, name, duty, cells))
    used = {cell.code for row in rows for cell in row.cells}
    as_of = columns[0][1].as_of
    return MatrixView(
        title=say("matrix", "title", instrument=instrument_name(treaty, messages), date=as_of),
        language=messages.language,
        instrument=treaty.name,
        as_of=as_of,
        codes=tuple(statutes.name for statutes, _ in columns),
        names=tuple(messages.text(statutes.jurisdiction.name) for statutes, _ in columns),
        heads=(say("check", "column-paragraph"), say("check", "column-provision"), say("show", "duty")),
        rows=tuple(rows),
        legend=tuple((say("mark", code), say("meaning", code)) for code in map(str, Verdict) if code in used),
        notes=tuple(_notes(columns, messages)),
    )


def _cell(finding: Finding, messages: Messages) -> MatrixCell:
    code = finding.verdict.value
    mark = messages.say("mark", code)
    if finding.verdict.is_gap and not finding.is_mandatory:
        mark = messages.say("matrix", "by-choice", mark=mark)
    return MatrixCell(mark, messages.say("verdict", code), tone(finding), code)


def _notes(columns: Sequence[tuple[StatuteBook, Assessment]], messages: Messages) -> list[str]:
    """Return who the columns are, and that a choice is no duty where one is left."""
    names = (f"{statutes.name}: {messages.text(statutes.jurisdiction.name)}" for statutes, _ in columns)
    notes = [f"{'; '.join(names)}."]
    findings = [finding for _, assessment in columns for finding in assessment.findings]
    if any(finding.verdict.is_gap and not finding.is_mandatory for finding in findings):
        notes.append(messages.say("matrix", "choice"))
    return notes
