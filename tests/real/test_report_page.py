"""The web page of gapcheck report, as its readers meet it: in a browser, on a phone, by keyboard, printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from gapcheck.report.messages import messages_in
from tests.real.pages import Axe, OpenPage, scrolls_sideways
from tests.real.programs import PdfInfo, PdfText
from tests.unit.cli.running import DAY, run_here

PHONE = 360
CHILD = ("--theme", "child-protection")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the reports on the articles that protect children, and the brief on everything."""
    folder = tmp_path_factory.mktemp("reports with a space")
    shared = ("report", "vn", "--as-of", DAY, "--output", str(folder), "--lang", "both")
    for words in (CHILD, (*CHILD, "--audience", "concordance"), ("--audience", "brief")):
        assert run_here(*shared, *words).code == 0
    assert run_here("report", "vn", "7", "14", "15", "16", *shared[2:]).code == 0
    return folder


def the(folder: Path, audience: str, about: str = "child-protection-") -> Path:
    return folder / f"vn-hanoi-{about}{audience}-en-vi-{DAY}.html"


def shown(page: Page) -> list[str]:
    """Return the paragraphs that can be seen, by number."""
    seen = page.locator(".entry[data-verdict]:visible")
    return [str(one.get_attribute("data-twin")) for one in seen.all()]


@pytest.mark.parametrize(
    ("audience", "looks"),
    [
        ("full", {"color_scheme": "light"}),
        ("full", {"color_scheme": "dark", "width": PHONE}),
        ("brief", {"color_scheme": "light", "width": PHONE}),
        ("brief", {"color_scheme": "dark"}),
        ("concordance", {"color_scheme": "dark"}),
    ],
)
def test_nothing_stands_in_a_readers_way(
    made: Path, open_page: OpenPage, axe: Axe, audience: str, looks: dict[str, Any]
) -> None:
    page = open_page(the(made, audience, "" if audience == "brief" else "child-protection-"), **looks)
    if audience == "full":
        page.locator("button[data-expand]:visible").click()
    found = axe(page)
    barriers = found.violations + found.best_practice
    assert not barriers, "\n".join(barriers)
    assert not scrolls_sideways(page)


def test_filters_by_verdict_theme_duty_and_text(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full", "7-14-15-16-"))
    everything = shown(page)
    which, theme, duty, text = (
        page.locator(f"[data-filter={name}]:visible") for name in ("verdict", "theme", "duty", "text")
    )
    which.select_option("missing")
    assert shown(page) == ["14.1.a", "14.1.b", "14.1.c", "14.1.d", "15.1", "15.3", "16.1"]
    theme.select_option("intimate-images")
    assert shown(page) == ["16.1"]
    expect(page.locator("[role=status]:visible")).to_have_text(f"1 / {len(everything)}")
    assert not page.locator("#article-14").is_visible(), "an article with nothing to show is not shown"
    theme.select_option("")
    which.select_option("")
    duty.select_option("may-consider")
    assert shown(page) == ["15.3"]
    duty.select_option("")
    text.fill("GROOMING")
    assert "15.1" in shown(page)
    assert "7.1" not in shown(page)
    text.fill("nothing says this")
    assert shown(page) == []
    expect(page.locator("[role=status]:visible")).to_have_text("Nothing fits.")
    text.fill("")
    assert shown(page) == everything


def test_only_gaps_are_what_binds_and_is_not_covered(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"))
    page.locator("[data-filter=verdict]:visible").select_option("gap")
    assert shown(page) == ["14.1.a", "14.1.b", "14.1.c", "14.1.d", "15.1"], "15.3 leaves a choice"


def test_the_language_is_switched_in_place(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"))
    page.goto(f"{page.url}#15.1")
    page.locator("[data-filter=verdict]:visible").select_option("missing")
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.title() == page.locator("h1:visible").inner_text()
    assert unquote(page.url).endswith("#vi-15.1")
    expect(page.locator("[id='vi-15.1']")).to_be_in_viewport()
    assert page.locator("[data-filter=verdict]:visible").input_value() == "missing", "what was asked for stays"
    assert shown(page)[0] == "14.1.a"
    page.get_by_role("link", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_link_leads_to_its_paragraph_and_opens_it(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"))
    page.goto(f"{page.url}#vi-14.1.c")
    entry = page.locator("[id='vi-14.1.c']")
    expect(entry.locator("details")).to_have_attribute("open", "")
    expect(entry).to_be_in_viewport()
    assert not page.locator("#edition-en").is_visible()


def test_the_link_of_a_paragraph_can_be_copied(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"), permissions=["clipboard-read", "clipboard-write"])
    page.locator("[id='14.1.c'] .copy").click()
    expect(page.locator("[role=status]:visible")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert unquote(copied).endswith("#14.1.c")
    assert copied == page.url


def test_the_keyboard_does_everything(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"))
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.filter || document.activeElement.tagName"))
        if reached[-1] == "BODY":
            break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"verdict", "theme", "duty", "text", "SUMMARY", "BUTTON", "A"} <= set(reached)
    page.locator("summary:visible").last.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1


def test_it_is_complete_without_script(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"), java_script_enabled=False)
    assert page.locator(".tools:visible").count() == 0
    assert page.locator(".copy:visible").count() == 0
    for language in ("en", "vi"):
        assert page.locator(f"#edition-{language} .entry:visible").count() == page.locator("#edition-en .entry").count()
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("#edition-vi h1")).to_be_in_viewport()
    page.locator("[id='14.1.c'] summary").click()
    expect(page.locator("[id='14.1.c'] .heat")).to_be_visible()


def test_a_heat_map_says_in_words_what_it_shows_in_colours(made: Path, open_page: OpenPage) -> None:
    page = open_page(the(made, "full"))
    page.goto(f"{page.url}#14.1.c")
    cells = page.locator("[id='14.1.c'] .heat td")
    words = {str(cell.get_attribute("class")): cell.locator("b").inner_text() for cell in cells.all()}
    say = messages_in("en").say
    assert words == {state: say("heat", state) for state in words}
    assert {"uncovered", "in-part"} <= set(words)


SIDE = "14mm"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_printed_brief_has_two_pages(
    tmp_path: Path, open_page: OpenPage, pdf_info: PdfInfo, pdf_text: PdfText, language: str
) -> None:
    ran = run_here("report", "vn", "--as-of", DAY, "--audience", "brief", "--lang", language, "--output", str(tmp_path))
    page = open_page(Path(ran.lines[0]))
    printed = tmp_path / "brief.pdf"
    page.pdf(path=printed, format="A4", margin={"top": SIDE, "bottom": SIDE, "left": SIDE, "right": SIDE})
    assert int(pdf_info(printed)["Pages"]) <= 2
    said = re.sub(r"\s+", "", pdf_text(printed))
    for key in ("missing-offences", "good", "not-assessed-heading", "disclaimer"):
        assert re.sub(r"\s+", "", messages_in(language).say("report", key)) in said


def test_what_is_printed_shows_no_buttons(made: Path, open_page: OpenPage, tmp_path: Path, pdf_text: PdfText) -> None:
    page = open_page(the(made, "full"))
    printed = tmp_path / "full.pdf"
    page.pdf(path=printed, format="A4")
    assert "Copy link" not in pdf_text(printed)
    assert "14(1)(c)" in pdf_text(printed)
