"""A report as files: what each format makes of a view, and how the file is called."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from gapcheck.report.csv_text import csv_text
from gapcheck.report.html import html_page
from gapcheck.report.report_markdown import concordance_rows, report_markdown

if TYPE_CHECKING:
    from datetime import date

    from gapcheck.report.report_view import Audience, ReportView


class ReportFormat(StrEnum):
    """The formats of a report."""

    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


CSV_COLUMNS = (
    "id", "provision", "duty", "verdict", "transposition", "binds", "sections", "remains", "completing_act", "planned",
    "remark", "verification",
)  # fmt: skip


def rendered(view: ReportView, form: ReportFormat) -> str:
    """Return the report in a format that is made from the view."""
    if form is ReportFormat.HTML:
        return html_page("report.html", view=view)
    if form is ReportFormat.MARKDOWN:
        return report_markdown(view)
    rows = []
    for entry, concordance in zip(view.entries, concordance_rows(view), strict=True):
        _, provision, _, sections, transposition, remains, completing, planned, remark = concordance
        binds = "yes" if entry.binds else "no"
        codes = (entry.id, provision, entry.duty_code, entry.code, transposition, binds)
        rows.append((*codes, sections, remains, completing, planned, remark, entry.level))
    return csv_text(CSV_COLUMNS, rows)


def file_name(about: tuple[str, str], audience: Audience, language: str, day: date, form: str) -> str:
    """Return the name of a report's file: whose law against what, for whom, in which language, as of which day.

    >>> from datetime import date
    >>> from gapcheck.report.report_view import Audience
    >>> file_name(("vn", "hanoi"), Audience.BRIEF, "vi", date(2026, 11, 21), "html")
    'vn-hanoi-brief-vi-2026-11-21.html'
    """
    parts = (*about, audience.value, language, day.isoformat())
    return f"{'-'.join(re.sub(r'[^0-9A-Za-z-]+', '_', part) for part in parts)}.{form}"
