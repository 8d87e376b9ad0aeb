"""The files for Word and Excel, as LibreOffice opens and prints them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.report_sheets import report_xlsx
from gapcheck.report.report_view import Audience, ReportView
from gapcheck.report.report_word import report_docx
from gapcheck.report.reporting import material, report_view
from tests.real.programs import OfficePdf, PdfInfo, PdfPagesAsPng, PdfText

DAY = date(2026, 11, 21)

every_report = pytest.mark.parametrize(
    ("audience", "language"), [(audience, language) for audience in Audience for language in LANGUAGES]
)


@cache
def view(audience: Audience, language: str) -> ReportView:
    data = api.open_data(None, instruments=["hanoi"], jurisdictions=["vn"])
    bench = api.bench_of(data, "vn", "hanoi", DAY)
    return report_view(material(bench, api.assess(bench)), audience, messages_in(language))


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


@every_report
def test_a_document_prints_with_its_words_as_they_are_written(
    audience: Audience, language: str, office_pdf: OfficePdf, pdf_text: PdfText, tmp_path: Path
) -> None:
    report, path = view(audience, language), tmp_path / "report.docx"
    path.write_bytes(report_docx(report))
    printed = without_spaces(pdf_text(office_pdf(path)))
    for said in (report.title, report.as_of, report.warning, report.disclaimer, *report.standing):
        assert without_spaces(said) in printed
    if audience is Audience.FULL:
        headings = [f"{article.reference}. {article.heading}" for article in report.articles]
        assert [heading for heading in headings if without_spaces(heading) not in printed] == []


@every_report
def test_a_workbook_prints_with_its_words_as_they_are_written(
    audience: Audience, language: str, office_pdf: OfficePdf, pdf_text: PdfText, tmp_path: Path
) -> None:
    report, path = view(audience, language), tmp_path / "report.xlsx"
    path.write_bytes(report_xlsx(report))
    printed = without_spaces(pdf_text(office_pdf(path)))
    for said in (report.title, report.as_of, *(chapter.title for chapter in report.chapters)):
        assert without_spaces(said) in printed
    assert [entry.number for entry in report.entries if entry.number not in printed] == []


def test_the_pages_of_a_concordance_lie_across_after_the_first(
    office_pdf: OfficePdf, pdf_info: PdfInfo, pdf_pages_as_png: PdfPagesAsPng, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(report_docx(view(Audience.CONCORDANCE, "vi")))
    printed = office_pdf(path)
    sizes = {width_and_height(page) for page in pdf_pages_as_png(printed, 20)}
    assert {width > height for width, height in sizes} == {True, False}
    assert int(pdf_info(printed)["Pages"]) < 100


def width_and_height(png: Path) -> tuple[int, int]:
    head = png.read_bytes()[16:24]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
