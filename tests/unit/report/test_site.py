"""A site: what its pages hold, that every link leads somewhere, and that no text of a file becomes part of a page."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck import api
from gapcheck.assess.instrument import assess_instrument
from gapcheck.assess.paragraph import Bench
from gapcheck.model.books import StatuteBook, TreatyBook
from gapcheck.model.laws import Law
from gapcheck.model.provisions import Duty
from gapcheck.model.verification import Level
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.site import site_files
from gapcheck.report.site_names import LONGEST, Places, safe
from gapcheck.report.site_tree import Held, Site
from gapcheck.workspace.workspace import Workspace
from tests.small_law import DAY as SMALL_DAY
from tests.small_law import (
    LEXICON,
    VOCABULARY,
    article,
    checked,
    english,
    law_that_reaches,
    mapping,
    paragraph,
    period,
    section,
    statutes,
    treaty,
    version,
    words,
)
from tests.unit.cli.running import DAY

Files = Mapping[str, str]
HOSTILE = "</script><script>alert(1)</script> <!-- \u202e\u2066 \u2028 \x07 & \" ' ../../x"
"""What no page may take for anything but text."""
NAME = "<i>..\\/con"
"""Of an instrument and of a jurisdiction."""


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [name for _, attributes in self.tags if (name := attributes.get("id"))]


def pages_of(files: Files) -> dict[str, Page]:
    return {name: Page(text) for name, text in files.items() if name.endswith(".html")}


def leads_to(name: str, link: str) -> tuple[str, str]:
    """Return the file and the place in it that a link on a page leads to."""
    parts = urlsplit(link)
    assert not parts.scheme, link
    assert not parts.netloc, link
    return normpath(join(dirname(name), unquote(parts.path))) if parts.path else name, unquote(parts.fragment)


def broken_links(files: Files, pages: Mapping[str, Page]) -> list[tuple[str, str]]:
    broken = []
    for name, page in pages.items():
        links = [
            attributes[key] for _, attributes in page.tags for key in ("href", "src", "action") if key in attributes
        ]
        for link in links:
            there, place = leads_to(name, str(link))
            if there not in files or (place and place not in pages[there].ids):
                broken.append((name, str(link)))
    return broken


def searched(files: Files, language: str) -> list[list[str]]:
    script = files[f"{language}/search-data.js"]
    found: list[list[str]] = json.loads(script.removeprefix("globalThis.searched = ").removesuffix(";\n"))
    return found


def small(book: StatuteBook, *treaties: TreatyBook) -> dict[str, str]:
    """Return the site of a law that was built in memory."""
    workspace = Workspace(VOCABULARY, LEXICON, {one.name: one for one in treaties}, {book.name: book}, [], {})
    assessed = {}
    for one in treaties:
        bench = Bench(one, book, LEXICON, SMALL_DAY)
        assessed[Held(book.name, one.name)] = (bench, assess_instrument(bench, lambda *_: True))
    return {name: content.decode() for name, content in site_files(Site(workspace, assessed, SMALL_DAY))}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Return the site on the law of Viet Nam and of Thailand against the Hanoi Convention."""
    data = api.open_data(instruments=["hanoi"], jurisdictions=["vn", "th"])
    made = api.site(data, ["vn", "th"], ["hanoi"], date.fromisoformat(DAY))
    return {name: content.decode() for name, content in made}


@pytest.fixture(scope="module")
def pages(files: Files) -> dict[str, Page]:
    return pages_of(files)


def test_there_is_a_page_for_everything_in_every_language(files: Files) -> None:
    trees = [{name.partition("/")[2] for name in files if name.startswith(f"{code}/")} for code in LANGUAGES]
    assert trees[0] == trees[1]
    assert {
        *("index.html", "search.html", "search-data.js", "hanoi/index.html", "hanoi/15.html", "vn/index.html"),
        *("vn/hanoi.html", "th/hanoi.html", "vn/penal-code-2015/index.html", "vn/penal-code-2015/147.html"),
    } <= trees[0]
    assert {name for name in files if "/" not in name} == {
        "index.html",
        "site.css",
        "site.js",
        "search.js",
        "report.js",
    }


def test_every_link_leads_to_a_page_and_to_a_place_on_it(files: Files, pages: dict[str, Page]) -> None:
    assert broken_links(files, pages) == []


def test_no_two_places_of_a_page_have_the_same_name(pages: dict[str, Page]) -> None:
    assert [name for name, page in pages.items() if max(Counter(page.ids).values(), default=0) > 1] == []


def test_every_page_leads_to_its_twin_in_every_language(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        if name == "index.html":
            continue
        language, _, place = name.partition("/")
        twins = {one["lang"]: one for one in page.all("a") if "data-twin-page" in one}
        assert {code: leads_to(name, str(one["href"]))[0] for code, one in twins.items()} == {
            code: f"{code}/{place}" for code in LANGUAGES
        }
        assert [code for code, one in twins.items() if one.get("aria-current")] == [language]
        assert page.all("html") == [{"lang": language}]


def test_every_page_says_which_day_it_is_about_and_that_it_is_no_advice(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        say = messages_in(name.partition("/")[0] if "/" in name else "en").say
        assert say("report", "disclaimer") in page.said
        assert say("report", "as-of", day=date.fromisoformat(DAY)) in page.said


def test_every_page_needs_nothing_but_the_files_of_the_site(pages: dict[str, Page]) -> None:
    for page in pages.values():
        (policy,) = [one["content"] for one in page.all("meta") if one.get("http-equiv")]
        assert str(policy).startswith("default-src 'none';")
        assert "unsafe" not in str(policy)
        assert not [attributes for _, attributes in page.tags if "style" in attributes]
        assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
        assert all(one.get("src") for one in page.all("script"))
        assert len(page.all("main")) == 1


def test_a_title_says_whose_law_a_page_is_about(files: Files) -> None:
    title = "<title>Penal Code, Article 147 (Using a person under 16 for pornographic purposes), Viet Nam</title>"
    assert title in files["en/vn/penal-code-2015/147.html"]
    assert "<title>Penal Code, Viet Nam</title>" in files["en/vn/penal-code-2015/index.html"]
    assert "<title>Viet Nam against the Hanoi Convention</title>" in files["en/vn/hanoi.html"]


def test_an_article_has_every_paragraph_and_the_answer_of_every_country(files: Files, pages: dict[str, Page]) -> None:
    page = pages["en/hanoi/15.html"]
    assert [name for name in page.ids if name[0].isdigit()] == ["15.1", "15.2", "15.3", "15.4"]
    assert [str(one["href"]) for one in page.all("a") if str(one.get("href")).endswith(".html#15.1")] == [
        "../vn/hanoi.html#15.1",
        "../th/hanoi.html#15.1",
    ]
    assert messages_in("en").say("site", "asks-nothing") in page.said, "15.4 is a definition"
    assert 'rel="prev"' in files["en/hanoi/15.html"]
    assert 'rel="next"' in files["en/hanoi/15.html"]


def test_what_nobody_has_looked_at_has_no_link_to_findings(pages: dict[str, Page]) -> None:
    page = pages["en/hanoi/35.html"]
    assert "not assessed" in page.said
    assert not [one for one in page.all("a") if "hanoi.html" in str(one.get("href"))]


def test_words_of_the_law_are_in_its_own_language(files: Files) -> None:
    assert (
        '<p class="native" lang="vi">Tội truyền bá văn hóa phẩm đồi trụy</p>' in files["en/vn/penal-code-2015/326.html"]
    )
    assert 'class="native"' not in files["vi/vn/penal-code-2015/326.html"]
    thai = re.compile(r'<span class="quiet" lang="th">[\u0e00-\u0e7f]')
    assert thai.search(files["vi/th/criminal-code/index.html"])


def test_the_matrix_shows_for_an_article_the_worst_verdict_that_binds(files: Files) -> None:
    (row,) = re.findall(r'<tr><th scope="row"><a href="hanoi/15.html">.*?</tr>', files["en/index.html"])
    assert re.findall(r'<span class="tag (\w+)">([^<]*)</span>', row) == [("bad", "missing"), ("bad", "missing")]
    assert re.findall(r'class="level">([^<]*)<', row)[0] == "authentic text in another language"


@pytest.mark.parametrize("place", ["index.html", "hanoi/index.html", "hanoi/15.html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_what_its_verdicts_mean(pages: dict[str, Page], language: str, place: str) -> None:
    said, say = pages[f"{language}/{place}"].said, messages_in(language).say
    assert f"{say('verdict', 'missing')}{say('meaning', 'missing')}" in said


def test_a_search_looks_through_every_paragraph_law_and_section_in_every_language(
    files: Files, pages: dict[str, Page]
) -> None:
    for language in LANGUAGES:
        things = searched(files, language)
        for _, _, _, place in things:
            there, fragment = leads_to(f"{language}/search.html", place)
            assert there in files
            assert not fragment or fragment in pages[there].ids
        assert len({place for *_, place in things}) == len(things)
        places = {place: f"{title} {about}" for _, title, about, place in things}
        for text in ("grooming", "dụ dỗ", "15.1"):
            assert text in places["hanoi/15.html#15.1"]
        for text in ("Article 147", "Điều 147", "Bộ luật Hình sự"):
            assert text in places["vn/penal-code-2015/147.html"]
        assert "100/2015/QH13" in places["vn/penal-code-2015/index.html"]
        for text in ("Việt Nam", "Viet Nam", "vn"):
            assert text in places["vn/index.html"]


MAKING = paragraph(words(conduct="produce"), number="1.1")


def hostile_treaty() -> TreatyBook:
    text = english(HOSTILE)
    one = replace(MAKING, id=f"1.{HOSTILE}", heading=text, summary=text)
    other = paragraph(words(conduct="possess"), number="~main", heading=text)
    made = replace(article(one, other, number=f"1{HOSTILE}"), heading=text, note=text)
    book = treaty(made, article(MAKING, number="index"), name=NAME)
    return replace(book, instrument=replace(book.instrument, title=text, note=text, citation=HOSTILE))


def hostile_law() -> StatuteBook:
    """Return a law with a name that is that of an instrument, sections of a law that nobody encoded, and worse."""
    law, number = f"..{HOSTILE.replace('/', '')}", f"../{HOSTILE}"
    reaching = law_that_reaches(words(conduct="produce"), verification=checked(Level.MEMORY), note=english(HOSTILE))
    reaching = replace(reaching, section=number, heading={"en": HOSTILE, "th": f"ก{HOSTILE}"}, note=english(HOSTILE))
    mapped = mapping(f"1.{HOSTILE}", sections=(f"{law}/{number}", f"{law}/gone"), incidental=("unknown/1",))
    book = statutes(
        {f"{law}/{number}": reaching, "unknown/1": section(version(words(conduct="possess")))},
        laws={law: Law(law=law, title={"en": HOSTILE, "th": f"ก{HOSTILE}"}, citation=HOSTILE)},
        unreadable=(f"{law}/gone",),
        languages=("th",),
    )
    jurisdiction = replace(book.jurisdiction, jurisdiction=NAME, name=english(HOSTILE))
    return replace(book, jurisdiction=jurisdiction, mappings={NAME: {mapped.paragraph: mapped}})


def test_nothing_in_a_file_becomes_part_of_a_page() -> None:
    files = small(hostile_law(), hostile_treaty())
    pages = pages_of(files)
    assert broken_links(files, pages) == []
    for name, page in pages.items():
        assert re.fullmatch(r"(?:[a-z0-9~_.A-F-]+/)*[a-z0-9~_.A-F-]+", name)
        assert ".." not in name.split("/")
        assert all(one.get("src") for one in page.all("script"))
        assert not page.all("i")
        assert max(Counter(page.ids).values(), default=1) == 1
    for name, text in files.items():
        assert not re.search("[\u202e\u2066\u2028\x07]", text), name
    for language in LANGUAGES:
        assert "<" not in files[f"{language}/search-data.js"]
        assert any("<script>alert(1)</script>" in title for _, title, _, _ in searched(files, language))


def test_a_law_that_nobody_encoded_has_a_page_and_a_section_that_cannot_be_read_has_no_link() -> None:
    files, places = small(hostile_law(), hostile_treaty()), Places([NAME])
    assert "<h1>unknown</h1>" in files[f"en/{places.law(NAME, 'unknown')}"]
    told = files[f"en/{places.article(NAME, f'1{HOSTILE}')}"]
    assert "gone" in Page(told).said
    assert "/gone.html" not in told


def test_an_article_that_leaves_a_choice_has_no_verdict_in_the_matrix() -> None:
    pact = treaty(
        article(replace(MAKING, duty=Duty.MAY)), article(paragraph(words(conduct="possess"), number="2"), number="2")
    )
    book = statutes(
        {"code/1": law_that_reaches(words(conduct="possess"))}, [mapping("2", sections=("code/1",), searched=("code",))]
    )
    files = small(book, pact)
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", files["en/index.html"])
    assert "leaves a choice" in rows[0]
    assert "aligned" in rows[1]
    page = Page(files["en/zz/index.html"])
    assert messages_in("en").say("site", "no-gaps") in page.said
    assert "Nobody has looked, so neither a gap nor aligned: Article 1." in page.said


def test_an_instrument_that_asks_for_nothing_says_so() -> None:
    pact = treaty(article(paragraph(number="1", duty=Duty.INTERPRETIVE)))
    files = small(statutes(), pact)
    said = messages_in("en").say("site", "asks-nothing")
    for name in ("en/zz/index.html", "en/pact/1.html"):
        assert said in Page(files[name]).said
    for name in ("en/index.html", "en/pact/index.html"):
        assert 'class="matrix"' not in files[name]
    assert "en/zz/pact.html" not in files
    assert broken_links(files, pages_of(files)) == []


def test_where_everything_only_recommends_the_picture_is_of_what_is_recommended() -> None:
    pact = treaty(article(replace(MAKING, duty=Duty.RECOMMENDS)))
    files = small(statutes(mappings=[mapping(searched=("code",))]), pact)
    (picture,) = re.findall("<svg.*?</svg>", files["en/zz/index.html"], re.DOTALL)
    assert "missing (recommended)" in picture


def test_a_section_says_to_which_paragraphs_it_was_held_how_and_with_what_verdict() -> None:
    own = law_that_reaches(words(conduct="produce"), verification=checked(Level.PRIMARY))
    gone = section(version(words(conduct="produce"), in_force=period("1990-01-01", "1999-01-01")), number="2")
    other = replace(law_that_reaches(words(conduct="possess")), section="3")
    lone = replace(law_that_reaches(words(conduct="possess")), section="4")
    number = {"code/1": own, "code/2": gone, "code/3": other, "code/4": lone}
    book = statutes(number, [mapping(sections=("code/1", "code/2"), incidental=("code/3",))])
    pact = treaty(article(paragraph(words(conduct=["produce", "possess"]))))
    files, say = small(book, pact), messages_in("en").say
    ways = {"1": say("explain", "own"), "2": say("site", "absent"), "3": say("explain", "by-the-way")}
    for name, how in ways.items():
        page = Page(files[f"en/zz/code/{name}.html"])
        assert how in page.said
        assert "Pact, Article 1(1)" in page.said
        assert say("site", "whole-law") in page.said
    assert say("site", "mapped-nowhere") in Page(files["en/zz/code/4.html"]).said


IDS = st.text(max_size=120) | st.sampled_from(
    ["", ".", "..", "con", "CON", "con.txt", "nul", "index", "INDEX", "a.html", "a.js", "a/b", "a\\b", "é", "e\u0301"]
)


@given(IDS, IDS)
def test_two_ids_never_have_the_same_page_whatever_the_file_system(one: str, other: str) -> None:
    if one != other:
        assert safe(one).casefold() != safe(other).casefold()


@given(IDS)
def test_the_name_of_a_page_is_safe_everywhere(name: str) -> None:
    said = safe(name)
    assert re.fullmatch(r"[a-z0-9~_.A-F-]+", said)
    assert len(said) <= LONGEST + 2 * len("~x")
    assert not said.startswith(".")
    assert not said.endswith(".")
    assert said.partition(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}, "Windows keeps these"
    assert said != "index"
    assert not said.endswith((".html", ".js")), "pages and scripts have these names"


def test_a_country_that_has_the_name_of_an_instrument_has_another_folder() -> None:
    places = Places(["vn", "con"])
    assert places.instrument("vn") == "vn/index.html"
    assert places.jurisdiction("vn") == "vn~xlaw/index.html"
    assert places.jurisdiction("con") == "~xcon~xlaw/index.html"
    assert places.jurisdiction("th") == "th/index.html"


def test_the_same_data_make_the_same_bytes() -> None:
    facts: tuple[Any, ...] = (statutes(mappings=[mapping(searched=("code",))]), treaty(article(MAKING)))
    assert small(*facts) == small(*facts)
