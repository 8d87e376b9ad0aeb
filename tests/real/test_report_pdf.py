"""Reports as PDF, as readers meet them: read, searched and drawn by poppler."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from gapcheck.report.messages import LANGUAGES
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_pdf import report_pdf
from gapcheck.report.report_view import ReportView
from tests.real.programs import PdfInfo, PdfPagesAsPng, PdfText, output_of, program
from tests.unit.report.test_report_pdf import JURISDICTIONS, inside, view

THAI_CLUSTER = re.compile(r"[ก-ฮะาเแโใไฯๆ][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*")
CLOSE_ENOUGH = 0.8
"""Of the Thai clusters of a heading: poppler says some of them twice, and splits others."""

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_audience = pytest.mark.parametrize("audience", Audience)


@cache
def pdf(jurisdiction: str, audience: Audience, language: str) -> bytes:
    return report_pdf(view(jurisdiction, audience, language))


def written(folder: Path, jurisdiction: str, audience: Audience, language: str) -> tuple[Path, ReportView]:
    path = folder / f"{jurisdiction}-{audience.value}-{language}.pdf"
    path.write_bytes(pdf(jurisdiction, audience, language))
    return path, view(jurisdiction, audience, language)


def without_spaces(text: str) -> str:
    """Return a text without what a line end may add: spaces, and the running heads keep their own."""
    return re.sub(r"\s+", "", text)


def text_in_order(path: Path) -> str:
    """Return the text in the order in which it is read aloud."""
    return output_of(program("pdftotext"), "-raw", "-enc", "UTF-8", path, "-")


@every_audience
@every_language
def test_it_is_tagged_and_has_its_title_and_its_date(
    pdf_info: PdfInfo, tmp_path: Path, audience: Audience, language: str
) -> None:
    path, said = written(tmp_path, "vn", audience, language)
    about = pdf_info(path)
    assert about["Tagged"] == "yes"
    assert about["Title"] == said.title
    assert about["CreationDate"].startswith("Sat Nov 21")
    assert b"/Lang(" + language.encode() + b")" in inside(path.read_bytes()).replace(b" ", b"")
    assert about["JavaScript"] == "no"


def test_paper_is_a4_and_a_wide_table_lies_across(pdf_info: PdfInfo, tmp_path: Path) -> None:
    brief, _ = written(tmp_path, "vn", Audience.BRIEF, "vi")
    table, _ = written(tmp_path, "vn", Audience.CONCORDANCE, "vi")
    assert pdf_info(brief)["Page size"] == "595.276 x 841.89 pts (A4)"
    assert pdf_info(table)["Page size"].startswith("841.89 x 595.276 pts")


@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
@every_language
def test_a_brief_on_any_law_has_two_pages_at_most_and_is_accessible(
    pdf_info: PdfInfo, tmp_path: Path, jurisdiction: str, language: str
) -> None:
    path, said = written(tmp_path, jurisdiction, Audience.BRIEF, language)
    about = pdf_info(path)
    assert int(about["Pages"]) <= 2
    assert (about["Tagged"], about["Title"]) == ("yes", said.title)
    assert b"/Lang(" + language.encode() + b")" in inside(path.read_bytes()).replace(b" ", b"")
    metadata = output_of(program("pdfinfo"), "-meta", path)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert f">{language}<" in metadata


@every_audience
@every_language
def test_every_page_after_the_first_has_a_running_head_and_every_page_its_number(
    pdf_text: PdfText, tmp_path: Path, audience: Audience, language: str
) -> None:
    path, said = written(tmp_path, "vn", audience, language)
    pages = pdf_text(path).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        lines = page.strip().splitlines()
        assert lines[-1].strip() == said.labels["page"].format(page=number, total=len(pages))
        head = " ".join(lines[0].split())
        assert (head == f"{said.title} {said.day}") == (number > 1)


@every_language
def test_the_head_of_the_table_of_concordance_stands_on_each_of_its_pages(
    pdf_text: PdfText, tmp_path: Path, language: str
) -> None:
    path, said = written(tmp_path, "vn", Audience.CONCORDANCE, language)
    first, *_, last = said.concordance_columns
    _, *pages, _ = pdf_text(path).split("\f")[:-1]
    assert len(pages) > 20
    for page in pages:
        assert any(line.split()[:1] == [first] and line.rstrip().endswith(last) for line in page.splitlines()[:8])


@every_language
def test_a_brief_says_everything_as_it_is_written(tmp_path: Path, language: str) -> None:
    path, said = written(tmp_path, "vn", Audience.BRIEF, language)
    printed = text_in_order(path)
    assert unicodedata.is_normalized("NFC", printed)
    told = [said.title, said.warning, said.disclaimer, said.brief.asks, said.brief.star]
    told += [*said.brief.missing_rules, *said.brief.partly, *said.brief.good, *said.brief.unsettled]
    for article in said.brief.missing:
        told += [article.heading, *article.why]
        for gap in article.gaps:
            told += [gap.name, gap.not_covered, gap.in_part, gap.who, gap.smallest_change, f"[{gap.level}]"]
    told += said.method
    together = without_spaces(printed)
    assert [one for one in told if without_spaces(one) not in together] == []


def test_a_full_report_says_in_vietnamese_what_the_view_says(tmp_path: Path) -> None:
    path, said = written(tmp_path, "vn", Audience.FULL, "vi")
    # A line that goes on after a page has the running head in it.
    assert unicodedata.is_normalized("NFC", text_in_order(path))
    head = re.escape(without_spaces(said.title + said.day))
    foot = re.escape(without_spaces(said.labels["page"])).replace(r"\{page\}", r"\d+").replace(r"\{total\}", r"\d+")
    together = re.sub(f"{head}|{foot}", "", without_spaces(text_in_order(path)))
    told = [
        line for article in said.articles for one in article.entries for block in one.blocks for line in block.lines
    ]
    assert len(told) > 2000
    assert [one for one in told if without_spaces(one) not in together] == []


def test_thai_headings_can_be_found(pdf_text: PdfText, tmp_path: Path) -> None:
    path, said = written(tmp_path, "th", Audience.FULL, "en")
    clusters = set(THAI_CLUSTER.findall(pdf_text(path)))
    natives = [one.native for one in said.sections if one.native]
    assert natives
    for native in natives:
        asked = THAI_CLUSTER.findall(native)
        assert sum(one in clusters for one in asked) >= CLOSE_ENOUGH * len(asked), native


@pytest.mark.parametrize("audience", [Audience.FULL, Audience.CONCORDANCE])
def test_bookmarks_and_contents_lead_to_every_article(tmp_path: Path, audience: Audience) -> None:
    path, said = written(tmp_path, "vn", audience, "en")
    held = inside(path.read_bytes())
    articles = {one.article for one in said.entries if audience is Audience.CONCORDANCE or one.blocks}
    outline = output_of(program("pdftohtml"), "-xml", "-i", "-stdout", path).partition("<outline>")[2]
    items = [" ".join(html.unescape(item).split()) for item in re.findall(r"<item[^>]*>([^<]*)</item>", outline)]
    keys = ["summary", "method", "glossary", "not-assessed-heading"]
    keys += ["concordance"] if audience is Audience.CONCORDANCE else ["chapters", "paragraphs", "cited-sections"]
    assert {said.labels[key] for key in keys} <= set(items)
    looked_at = {one.number for one in said.articles} if audience is Audience.FULL else articles
    begins = {item.split()[0].partition(".")[0] for item in items if item[:1].isdigit()}
    assert looked_at <= begins
    assert len(re.findall(rb"/Subtype\s*/Link", held)) >= len(looked_at)


def test_the_picture_is_told_in_words(tmp_path: Path) -> None:
    path, said = written(tmp_path, "vn", Audience.BRIEF, "en")
    structure = output_of(program("pdfinfo"), "-struct", path)
    assert "Figure" in structure
    held = inside(path.read_bytes())
    assert f"{said.chapters[0].title} ({said.chapters[0].articles})".encode() in held or b"/Alt" in held


@every_audience
def test_every_page_is_drawn(
    pdf_pages_as_png: PdfPagesAsPng, pdf_info: PdfInfo, tmp_path: Path, audience: Audience
) -> None:
    path, _ = written(tmp_path, "th", audience, "vi")
    assert len(pdf_pages_as_png(path, dpi=20)) == int(pdf_info(path)["Pages"])
