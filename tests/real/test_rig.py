"""What the tests with real programs rest on: the rig sees what it is there to see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser
from xlsxwriter import Workbook

from tests.real.pages import Axe, OpenPage, Visit, scrolls_sideways
from tests.real.programs import OfficePdf, PdfInfo, PdfPagesAsPng, PdfText
from tests.unit.cli.running import ROOT

VIETNAMESE = "Người dưới 18 tuổi, nghĩa là trẻ em; đặt điều kiện với người ấy."
TALKATIVE = """<!doctype html><title>t</title><img src="https://example.org/seen.png">
<script>new WebSocket("ws://example.org/"); console.error("complaint"); throw new Error("mistake")</script>"""
POOR = """<!doctype html><title>t</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<main><h1>t</h1><p style="color: #ccc; background: #fff; width: 2000px">pale and wide</p></main>"""


def test_a_page_that_asks_the_network_or_complains_is_found_out(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "talkative.html"
    path.write_text(TALKATIVE, encoding="utf-8")
    visit = Visit.begun(browser)
    visit.context.new_page().goto(path.as_uri())
    visit.context.close()
    said = "\n".join(visit.faults)
    for fault in ("https://example.org/seen.png", "ws://example.org/", "complaint", "mistake"):
        assert fault in said


def test_axe_looks_even_where_the_page_allows_no_script(open_page: OpenPage, axe: Axe) -> None:
    page = open_page(POOR, width=360)
    assert [violation.partition(" ")[0] for violation in axe(page).violations] == ["color-contrast", "html-has-lang"]
    assert scrolls_sideways(page)


def test_office_prints_word_and_excel_in_vietnamese(
    office_pdf: OfficePdf, pdf_text: PdfText, pdf_info: PdfInfo, pdf_pages_as_png: PdfPagesAsPng, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph(VIETNAMESE)
    document.save(str(tmp_path / "same.docx"))
    with Workbook(str(tmp_path / "same.xlsx")) as workbook:
        workbook.add_worksheet().write_string(0, 0, VIETNAMESE)
    printed = [office_pdf(tmp_path / f"same.{form}") for form in ("docx", "xlsx")]
    assert [VIETNAMESE in pdf_text(path) for path in printed] == [True, True]
    assert [pdf_info(path)["Pages"] for path in printed] == ["1", "1"]
    assert [page.name for path in printed for page in pdf_pages_as_png(path, dpi=40)] == ["page-1.png", "page-1.png"]


@pytest.mark.parametrize(
    ("processes", "asked", "code", "said"),
    [("1", "", 0, "NOT RUN, programs are missing:"), ("0", "required", 1, "This machine has no chromium")],
    ids=["skipped, in a process of xdist", "required"],
)
def test_a_test_whose_program_is_missing_is_named_at_the_end(processes: str, asked: str, code: int, said: str) -> None:
    named = "tests/real/test_matrix_page.py::test_the_keyboard_reaches_the_table_and_moves_it"
    done = subprocess.run(
        (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--numprocesses", processes, named),
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PATH": "", "GAPCHECK_REAL_PROGRAMS": asked, "PYTEST_ADDOPTS": ""},
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout
    assert code or f"{named}: chromium" in done.stdout
