"""The files for Word and Excel, as LibreOffice opens and prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_sheets import report_xlsx
from gapcheck.report.report_view import ReportView
from gapcheck.report.report_word import report_docx
from gapcheck.report.reporting import material, report_view
from tests.real.programs import OFFICE, PdfInfo, PdfPagesAsPng, PdfText, pdf_by_office, program

DAY = date(2026, 11, 21)
KINDS = {"docx": report_docx, "xlsx": report_xlsx}

Printed = Callable[[str, Audience, str], Path]

every_report = pytest.mark.parametrize(
    ("audience", "language"), [(audience, language) for audience in Audience for language in LANGUAGES]
)


@cache
def view(audience: Audience, language: str) -> ReportView:
    data = api.open_data(None, instruments=["hanoi"], jurisdictions=["vn"])
    bench = api.bench_of(data, "vn", "hanoi", DAY)
    return report_view(material(bench, api.assess(bench)), audience, messages_in(language))


@pytest.fixture(scope="module")
def printed(office_profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return what prints a report of a kind; each is printed once."""
    soffice, folder = program(*OFFICE), tmp_path_factory.mktemp("office")

    @cache
    def as_pdf(kind: str, audience: Audience, language: str) -> Path:
        path = folder / f"{kind}-{audience.value}-{language}.{kind}"
        path.write_bytes(KINDS[kind](view(audience, language)))
        return pdf_by_office(soffice, path, office_profile, folder / "printed")

    return as_pdf


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def lacking(told: list[str], text: str) -> list[str]:
    """Return what is told and not in the text, whatever the lines of the text."""
    together = without_spaces(text)
    return [one for one in told if without_spaces(one) not in together]


def headings_of(report: ReportView) -> list[str]:
    labels, keys = report.labels, ["chapters", "method"]
    if report.audience is Audience.BRIEF:
        keys += ["missing-offences", "missing-rules", "partly", "good", "unsettled", "not-assessed-heading"]
        return [labels[key] for key in keys] + [f"{one.reference}. {one.heading}" for one in report.brief.missing]
    if report.audience is Audience.CONCORDANCE:
        return [labels[key] for key in (*keys, "summary", "concordance")]
    keys += ["summary", "contents", "paragraphs", "cited-sections", "evidence", "glossary", "not-assessed-heading"]
    return [labels[key] for key in keys] + [f"{one.reference}. {one.heading}" for one in report.articles]


@every_report
def test_a_document_prints_with_its_words_and_headings_as_they_are_written(
    audience: Audience, language: str, printed: Printed, pdf_text: PdfText
) -> None:
    report, text = view(audience, language), pdf_text(printed("docx", audience, language))
    told = [report.title, report.as_of, report.warning, report.disclaimer, *report.standing[:1], *headings_of(report)]
    assert lacking(told, text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_prints_with_everything_that_it_says(language: str, printed: Printed, pdf_text: PdfText) -> None:
    brief = view(Audience.BRIEF, language).brief
    told = [brief.asks, brief.star, *brief.missing_rules, *brief.partly, *brief.good, *brief.unsettled]
    for article in brief.missing:
        told += article.why
        for gap in article.gaps:
            told += [gap.name, gap.not_covered, gap.in_part, gap.who, gap.smallest_change, gap.level]
    # A line that goes on after a page has its head and foot in it.
    text = "\n".join(
        "\n".join(page.strip("\n").splitlines()[1:-1])
        for page in pdf_text(printed("docx", Audience.BRIEF, language)).split("\f")
    )
    assert lacking(told, text) == []


@every_report
def test_every_page_of_a_document_has_title_day_and_number(
    audience: Audience, language: str, printed: Printed, pdf_text: PdfText
) -> None:
    report = view(audience, language)
    pages = pdf_text(printed("docx", audience, language)).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        lines = page.strip().splitlines()
        assert without_spaces(lines[0]) == without_spaces(f"{report.title}, {report.day}")
        assert lines[-1].strip() == report.labels["page"].format(page=number, total=len(pages))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_of_a_table_stands_on_each_of_its_pages(language: str, printed: Printed, pdf_text: PdfText) -> None:
    report = view(Audience.CONCORDANCE, language)
    first, *_, last = report.concordance_columns
    _, *pages = pdf_text(printed("docx", Audience.CONCORDANCE, language)).split(f"\n{report.labels['concordance']}\n")
    pages = pages[0].split("\f")[:-1]
    assert len(pages) > 20
    for page in pages[1:]:
        head = page.strip().splitlines()[1:6]
        # Where the font of the document is missing, a wider one may break the words of the head.
        assert any(line.split()[:1] and first.startswith(line.split()[0]) and last[:3] in line for line in head), head
    sheets = pdf_text(printed("xlsx", Audience.CONCORDANCE, language)).split("\f")
    with_head = [page for page in sheets if first in page[:900] and last in page[:900]]
    assert len(with_head) > 10


@every_report
def test_a_workbook_prints_with_its_words_as_they_are_written(
    audience: Audience, language: str, printed: Printed, pdf_text: PdfText
) -> None:
    report, text = view(audience, language), pdf_text(printed("xlsx", audience, language))
    labels = report.labels
    told = [report.title, report.as_of, *(chapter.title for chapter in report.chapters)]
    told += [labels[key] for key in ("chapters", "chapter", "total", "method", "glossary", "not-assessed-heading")]
    told += report.concordance_columns
    assert lacking(told, text) == []
    assert [entry.number for entry in report.entries if entry.number not in text] == []


def test_the_pages_of_a_concordance_lie_across_after_the_first(
    printed: Printed, pdf_info: PdfInfo, pdf_pages_as_png: PdfPagesAsPng
) -> None:
    path = printed("docx", Audience.CONCORDANCE, "vi")
    sizes = {width_and_height(page) for page in pdf_pages_as_png(path, 20)}
    assert {width > height for width, height in sizes} == {True, False}
    assert int(pdf_info(path)["Pages"]) < 100


def width_and_height(png: Path) -> tuple[int, int]:
    head = png.read_bytes()[16:24]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
