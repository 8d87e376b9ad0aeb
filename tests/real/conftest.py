"""Tests with the real thing: what gapcheck writes is opened in Chromium, in LibreOffice and with poppler.

`make test` installs them where it may. Elsewhere a test that misses its program is skipped, and listed at the end of
the run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.real.pages import ALONE, Axe, OpenPage, Visit, accessibility_of
from tests.real.programs import (
    CHROMIUM,
    OFFICE,
    OfficePdf,
    PdfInfo,
    PdfPagesAsPng,
    PdfText,
    fields_of_pdf,
    output_of,
    pdf_by_office,
    program,
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return Chromium, one a process of the tests."""
    executable = program(*CHROMIUM)
    home = str(tmp_path_factory.mktemp("browser"))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable, args=[*ALONE], env={**os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
        )
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Return what opens a page; the test fails where a page asks for the network or writes an error to its console."""
    visits: list[Visit] = []

    def opened(page: Path | str, *, width: int = 1280, height: int = 900, **context: Any) -> Page:  # noqa: ANN401
        path = page
        if isinstance(path, str):
            path = tmp_path / f"page-{len(visits) + 1}.html"
            path.write_text(str(page), encoding="utf-8")
        visit = Visit.begun(browser, viewport={"width": width, "height": height}, **context)
        visits.append(visit)
        shown = visit.context.new_page()
        shown.goto(path.resolve().as_uri())
        return shown

    yield opened
    for visit in visits:
        visit.context.close()
    faults = [fault for visit in visits for fault in visit.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Return what finds barriers in a page: `assert not axe(page).violations`."""
    return accessibility_of


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where LibreOffice keeps its settings, one folder a process of the tests."""
    return tmp_path_factory.mktemp("office-profile")


@pytest.fixture
def office_pdf(office_profile: Path, tmp_path: Path) -> OfficePdf:
    """Return what turns a file of Word or Excel into a PDF, as LibreOffice shows it."""
    soffice = program(*OFFICE)
    return lambda path: pdf_by_office(soffice, path, office_profile, tmp_path / "office" / path.suffix[1:])


@pytest.fixture(scope="session")
def pdf_text() -> PdfText:
    """Return what reads the text of a PDF, laid out as it is on the page."""
    pdftotext = program("pdftotext")
    return lambda path: output_of(pdftotext, "-layout", "-enc", "UTF-8", path, "-")


@pytest.fixture(scope="session")
def pdf_info() -> PdfInfo:
    """Return what reads the fields of a PDF: Title, Pages, Tagged, Page size and so on."""
    pdfinfo = program("pdfinfo")
    return lambda path: fields_of_pdf(pdfinfo, path)


@pytest.fixture
def pdf_pages_as_png(tmp_path: Path) -> PdfPagesAsPng:
    """Return what draws the pages of a PDF."""
    pdftoppm = program("pdftoppm")

    def drawn(path: Path, dpi: int = 100) -> list[Path]:
        into = tmp_path / "drawn" / path.parent.name / path.stem
        into.mkdir(parents=True, exist_ok=True)
        output_of(pdftoppm, "-png", "-r", str(dpi), path, into / "page")
        return sorted(into.glob("page-*.png"))

    return drawn
