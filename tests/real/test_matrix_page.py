"""The page of gapcheck matrix, as its readers meet it: in a browser, on a phone, in the dark, by keyboard, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gapcheck.report.messages import LANGUAGES
from tests.real.pages import Axe, OpenPage, scrolls_sideways
from tests.real.programs import PdfText
from tests.unit.cli.running import DAY, run_here

PHONE = 360
REFLOW = 320
"""Pixels: WCAG 1.4.10 asks that a page fits into this width."""
REGION = "document.querySelector('[role=region]')"

every_language = pytest.mark.parametrize("language", LANGUAGES)


def matrix(language: str) -> str:
    return run_here("matrix", "--as-of", DAY, "--format", "html", "--lang", language).out


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(("language", "colours"), [("en", "light"), ("vi", "dark")])
def test_nothing_in_it_stands_in_a_readers_way(open_page: OpenPage, axe: Axe, language: str, colours: str) -> None:
    found = axe(open_page(matrix(language), color_scheme=colours))
    barriers = found.violations + found.best_practice + found.undecided
    assert not barriers, "\n".join(barriers)


def test_nothing_stands_in_a_readers_way_on_a_phone(open_page: OpenPage, axe: Axe) -> None:
    # axe cannot tell the colours of what is scrolled out of sight; they are those of the wide page.
    found = axe(open_page(matrix("vi"), width=PHONE, color_scheme="dark"))
    barriers = found.violations + found.best_practice
    assert not barriers, "\n".join(barriers)


@every_language
@pytest.mark.parametrize("width", [PHONE, REFLOW])
def test_on_a_phone_the_table_scrolls_and_the_page_does_not(open_page: OpenPage, language: str, width: int) -> None:
    page = open_page(matrix(language), width=width)
    assert not scrolls_sideways(page)
    assert page.evaluate(f"{REGION}.scrollWidth > {REGION}.clientWidth")


def test_the_keyboard_reaches_the_table_and_moves_it(open_page: OpenPage) -> None:
    page = open_page(matrix("en"), width=PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{REGION}.scrollLeft > 0")


@every_language
def test_the_table_is_announced_by_the_title_of_the_page(open_page: OpenPage, language: str) -> None:
    page = open_page(matrix(language))
    assert page.get_by_role("region", name=page.inner_text("h1"), exact=True).count() == 1


@every_language
def test_on_paper_every_row_is_there_as_it_is_written(
    open_page: OpenPage, pdf_text: PdfText, tmp_path: Path, language: str
) -> None:
    page = open_page(matrix(language))
    page.pdf(path=tmp_path / "matrix.pdf", format="A4", landscape=True)
    printed = without_spaces(pdf_text(tmp_path / "matrix.pdf"))
    assert without_spaces(page.inner_text("h1")) in printed
    numbers = page.locator("tbody th").all_inner_texts()
    assert numbers
    assert [number for number in numbers if number not in printed] == []
