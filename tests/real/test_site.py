"""A site from a disk, as its readers meet it: they walk from page to page, switch the language, search."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from gapcheck.report.messages import messages_in
from tests.real.pages import Axe, OpenPage, scrolls_sideways
from tests.unit.cli.running import DAY, run_here

PHONE = 360


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site on the law of Viet Nam and of Thailand against the Hanoi Convention."""
    folder = tmp_path_factory.mktemp("site with a space") / "đối chiếu"
    assert run_here("site", str(folder), "vn", "th", "--instrument", "hanoi", "--as-of", DAY).code == 0
    return folder


def arrives(page: Page, end: str) -> None:
    """Wait for the page whose address ends like this."""
    page.wait_for_url(lambda url: unquote(url).endswith(end), timeout=5000)


def results(page: Page) -> list[str]:
    return page.locator("#search-results a").all_inner_texts()


def test_a_reader_walks_from_the_matrix_to_an_article_and_on_to_a_section_and_back(
    made: Path, open_page: OpenPage
) -> None:
    page = open_page(made / "index.html")
    page.get_by_role("link", name="English").click()
    page.locator(".matrix").get_by_role("link", name="Article 14 ").click()
    arrives(page, "/en/hanoi/14.html")
    paragraph = page.locator("[id='14.1.a']")
    paragraph.get_by_role("link", name="Article 326").click()
    expect(page.locator("h1")).to_have_text("Penal Code, Article 326 (Dissemination of obscene cultural products)")
    expect(page.locator(".native")).to_have_attribute("lang", "vi")
    page.get_by_role("link", name="Hanoi Convention, Article 14(1)(a)").click()
    arrives(page, "/en/hanoi/14.html#14.1.a")
    page.locator("[id='14.1.c'] .answer").get_by_role("link", name="Viet Nam").first.click()
    arrives(page, "/en/vn/hanoi.html#14.1.c")
    expect(page.locator("[id='14.1.c'] details")).to_have_attribute("open", "")
    page.get_by_role("navigation", name="Path to this page").get_by_role("link", name="Viet Nam").click()
    page.get_by_role("navigation", name="Path to this page").get_by_role("link", name="Overview").click()
    arrives(page, "/en/index.html")


def test_the_language_is_switched_on_the_page_where_the_reader_is(made: Path, open_page: OpenPage) -> None:
    page = open_page(made / "en" / "hanoi" / "14.html")
    page.goto(f"{page.url}#14.1.c")
    page.get_by_role("link", name="Tiếng Việt").click()
    arrives(page, "/vi/hanoi/14.html#14.1.c")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("[id='14.1.c'] h2")).to_be_in_viewport()
    page.get_by_role("link", name="English").click()
    arrives(page, "/en/hanoi/14.html#14.1.c")


@pytest.mark.parametrize("place", ["en/hanoi/14.html", "vi/vn/hanoi.html"])
def test_a_link_leads_to_its_paragraph(made: Path, open_page: OpenPage, place: str) -> None:
    page = open_page(made / place)
    page.goto(f"{page.url}#14.1.d")
    target = page.locator("[id='14.1.d']")
    expect(target).to_be_in_viewport()
    top = target.evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 200
    assert page.evaluate("scrollY") > 0


SOUGHT = {
    "en": {
        "grooming": "Article 15(1) Solicitation or grooming",
        "DỤ DỖ": "Article 15(1) Solicitation or grooming",
        "326": "Penal Code, Article 326 ",
        "Điều 147": "Penal Code, Article 147 ",
        "การค้ามนุษย์": "Anti-Trafficking in Persons Act",
        "15(1)": "Article 15(1) ",
    },
    "vi": {
        "grooming": "khoản 1 Điều 15 Gạ gẫm hoặc dụ dỗ",
        "du do": "khoản 1 Điều 15 Gạ gẫm hoặc dụ dỗ",
        "dieu 147": "Bộ luật Hình sự, Điều 147 ",
        "thailand": "Thái Lan",
    },
}


@pytest.mark.parametrize("language", SOUGHT)
def test_a_search_finds_what_is_meant(made: Path, open_page: OpenPage, language: str) -> None:
    page = open_page(made / language / "search.html")
    for sought, first in SOUGHT[language].items():
        page.get_by_role("searchbox").fill(sought)
        assert results(page)[0].startswith(first), sought
        expect(page.get_by_role("status")).to_contain_text(f"{messages_in(language).say('site', 'found')}: ")


def test_marks_that_are_typed_are_meant(made: Path, open_page: OpenPage) -> None:
    page = open_page(made / "vi" / "search.html")
    field = page.get_by_role("searchbox")
    field.fill("dụ dỗ")
    meant = results(page)
    field.fill("du do")
    assert set(meant) < set(results(page))
    field.fill("dủ dộ")
    assert set(meant) < set(results(page)), "nothing is spelled so"


def test_a_search_says_that_nothing_or_too_much_was_found(made: Path, open_page: OpenPage) -> None:
    page = open_page(made / "en" / "search.html")
    expect(page.get_by_text(messages_in("en").say("site", "script"))).to_be_hidden()
    field, status = page.get_by_role("searchbox"), page.get_by_role("status")
    field.fill("zzzz")
    expect(status).to_have_text("Nothing was found. Try fewer or other words.")
    assert results(page) == []
    field.fill("viet nam")
    expect(status).to_contain_text("Shown are the first 100.")
    assert len(results(page)) == 100
    for nothing in ("", "<>", "((("):
        field.fill(nothing)
        expect(status).to_have_text("")
        assert results(page) == []


def test_a_search_is_still_there_in_the_other_language_and_after_a_look_at_a_result(
    made: Path, open_page: OpenPage
) -> None:
    page = open_page(made / "en" / "index.html")
    page.get_by_role("searchbox").fill("grooming & <b>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("grooming & <b>")
    arrives(page, "/en/search.html?q=grooming+&+<b>")
    page.get_by_role("searchbox").fill("grooming")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("searchbox")).to_have_value("grooming")
    page.get_by_role("searchbox").fill("326")
    page.locator("#search-results a").first.click()
    arrives(page, "/vi/vn/penal-code-2015/326.html")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("326")
    expect(page.locator("#search-results a")).to_have_count(1)


def test_the_keyboard_does_everything(made: Path, open_page: OpenPage) -> None:
    page = open_page(made / "en" / "index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('role') || document.activeElement.tagName"))
        if reached[-1] == "BODY":
            break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        in_its_way = """() => {
            const one = document.activeElement, box = one.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + 2, box.top + 2);
            return !one.closest("table") || one.contains(top);
        }"""
        assert page.evaluate(in_its_way), "what stays in place hides what is at hand"
    assert {"INPUT", "BUTTON", "A", "region"} <= set(reached)
    page.locator(".matrix a").first.focus()
    page.keyboard.press("Enter")
    arrives(page, "/en/hanoi/4.html")


@pytest.mark.parametrize("place", ["en/hanoi/index.html", "vi/vn/hanoi.html", "vi/vn/penal-code-2015/147.html"])
def test_no_page_is_wider_than_a_phone(made: Path, open_page: OpenPage, place: str) -> None:
    assert not scrolls_sideways(open_page(made / place, width=PHONE))


def test_names_stay_in_sight_while_a_matrix_is_read(made: Path, open_page: OpenPage) -> None:
    page = open_page(made / "en" / "hanoi" / "index.html", width=PHONE, height=740)
    region = page.locator(".far")
    region.evaluate("one => { one.scrollIntoView(); one.scrollTo(150, 3000); }")
    expect(page.locator(".matrix thead th").first).to_be_in_viewport()
    shown = page.locator(".matrix tbody th").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().top > 0 && one.getBoundingClientRect().top < 700)"
        ".map((one) => one.getBoundingClientRect().left)"
    )
    assert shown
    assert set(shown) == {page.locator(".matrix thead th").first.evaluate("one => one.getBoundingClientRect().left")}


LIGHT: dict[str, Any] = {"color_scheme": "light"}
DARK: dict[str, Any] = {"color_scheme": "dark", "width": PHONE}
LOOKS = {
    "index.html": LIGHT,
    "en/index.html": DARK,
    "vi/hanoi/15.html": LIGHT,
    "vi/vn/index.html": DARK,
    "en/vn/penal-code-2015/index.html": LIGHT,
    "en/th/criminal-code/287-1.html": DARK,
    "vi/search.html": DARK,
}


@pytest.mark.parametrize(("place", "looks"), LOOKS.items(), ids=LOOKS)
def test_nothing_stands_in_a_readers_way(
    made: Path, open_page: OpenPage, axe: Axe, place: str, looks: dict[str, Any]
) -> None:
    page = open_page(made / place, **looks)
    if "search" in place:
        page.get_by_role("searchbox").fill("trẻ em")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (looks["color_scheme"] == "dark")
    assert not scrolls_sideways(page)
    found = axe(page)
    barriers = found.violations + found.best_practice
    assert not barriers, "\n".join(barriers)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_everything_but_the_search_can_be_read_without_script(made: Path, open_page: OpenPage, language: str) -> None:
    page = open_page(made / language / "hanoi" / "14.html", java_script_enabled=False)
    expect(page.locator(".answer").first).to_be_visible()
    page.get_by_role("link", name="Article 326" if language == "en" else "Điều 326").first.click()
    arrives(page, f"/{language}/vn/penal-code-2015/326.html")
    page.get_by_role("link", name=messages_in(language).say("site", "search"), exact=True).click()
    expect(page.get_by_text(messages_in(language).say("site", "script"))).to_be_visible()
    expect(page.get_by_role("link", name=messages_in(language).say("site", "start"))).to_be_visible()
    findings = open_page(made / language / "vn" / "hanoi.html", java_script_enabled=False)
    assert findings.locator(".tools:visible, .copy:visible").count() == 0
    assert findings.locator(".entry:visible").count() == findings.locator(".entry").count() > 0
