"""A report as files: what each format makes of a view, and how the file is called."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from gapcheck.report.assessment_json import assessment_json
from gapcheck.report.csv_text import csv_text
from gapcheck.report.html import report_html
from gapcheck.report.messages import UNSEEN, messages_in
from gapcheck.report.oscal import oscal_mapping
from gapcheck.report.report_kinds import ReportFormat
from gapcheck.report.report_markdown import report_markdown
from gapcheck.report.reporting import report_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gapcheck.assess.findings import Assessment
    from gapcheck.assess.paragraph import Bench
    from gapcheck.report.report_kinds import Audience
    from gapcheck.report.report_view import ReportView
    from gapcheck.report.reporting import Material


CSV_COLUMNS = (
    "id", "article", "provision", "duty", "verdict", "transposition", "binds", "acts", "sections", "remains",
    "completing_act", "planned", "remark", "verification",
)  # fmt: skip


class ReportMaker:
    """Makes the files of one report; what several of them share is worked out once."""

    def __init__(self, material: Material, audience: Audience, template: bytes | None = None) -> None:
        """Take the material and the audience; `template` is the Word file of a ministry, whose styles are kept."""
        self.material = material
        self.audience = audience
        self.template = template
        self._views: dict[str, ReportView] = {}

    def files(self, languages: Sequence[str], forms: Iterable[ReportFormat]) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of each file: a page of HTML holds every language, other texts have one each.

        JSON and OSCAL say the same in every language, so they are made once.
        """
        for form in dict.fromkeys(forms):
            if form in _FOR_PROGRAMS:
                assessed = (self.material.bench, self.material.assessment)
                yield self._name(languages, _FOR_PROGRAMS[form]), _program_text(form, *assessed).encode()
            elif form is ReportFormat.HTML:
                page = report_html([self._view(language) for language in languages])
                yield self._name(languages, form), page.encode()
            else:
                for language in languages:
                    yield self._name([language], form), self._rendered(self._view(language), form)

    def _view(self, language: str) -> ReportView:
        if language not in self._views:
            self._views[language] = report_view(self.material, self.audience, messages_in(language))
        return self._views[language]

    def _rendered(self, view: ReportView, form: ReportFormat) -> bytes:
        if form is ReportFormat.PDF:
            from gapcheck.report.report_pdf import report_pdf  # noqa: PLC0415 - heavy, and not installed everywhere

            return report_pdf(view)
        if form is ReportFormat.DOCX:
            from gapcheck.report.report_word import report_docx  # noqa: PLC0415 - heavy

            return report_docx(view, self.template)
        if form is ReportFormat.XLSX:
            from gapcheck.report.report_sheets import report_xlsx  # noqa: PLC0415 - heavy

            return report_xlsx(view)
        return (report_markdown(view) if form is ReportFormat.MARKDOWN else _report_csv(view)).encode()

    def _name(self, languages: Sequence[str], ending: str) -> str:
        assessment = self.material.assessment
        about = (assessment.jurisdiction, assessment.instrument, *self.material.only)
        return file_name((*about, self.audience.value, *languages, assessment.as_of.isoformat()), ending)


_ESCAPED = {code: f"\\u{code:04x}" for code in UNSEEN}
"""What would steer a terminal or turn letters, as JSON spells it: it stays the same JSON."""
_LONGEST_NAME = 200
"""Of a file, before its ending: file systems hold 255 bytes."""
_FOR_PROGRAMS = {ReportFormat.JSON: "json", ReportFormat.OSCAL: "oscal.json"}


def _program_text(form: ReportFormat, bench: Bench, assessment: Assessment) -> str:
    if form is ReportFormat.OSCAL:
        return oscal_mapping(bench, assessment)
    return assessment_json([(bench, assessment)]).translate(_ESCAPED) + "\n"


def _report_csv(view: ReportView) -> str:
    rows = []
    for entry, concordance in zip(view.entries, view.concordance, strict=True):
        article, _, provision, _, acts, sections, transposition, remains, completing, planned, remark = concordance
        binds = "yes" if entry.binds else "no"
        codes = (entry.id, article, provision, entry.duty_code, entry.code, transposition, binds)
        rows.append((*codes, acts, sections, remains, completing, planned, remark, entry.level))
    return csv_text(CSV_COLUMNS, rows)


def file_name(parts: Iterable[str], ending: str) -> str:
    """Return the name of a report's file: whose law against what, for whom, in which language, as of which day.

    >>> file_name(("vn", "hanoi", "brief", "vi", "2026-11-21"), "html")
    'vn-hanoi-brief-vi-2026-11-21.html'
    """
    name = "-".join(re.sub(r"[^0-9A-Za-z.-]+|^[.]+", "_", part) for part in parts)
    if len(name) > _LONGEST_NAME:
        mark = blake2b(name.encode(), digest_size=6).hexdigest()
        name = f"{name[: _LONGEST_NAME // 2]}-{mark}-{name[-_LONGEST_NAME // 4 :].lstrip('.-')}"
    return f"{name}.{ending}"
