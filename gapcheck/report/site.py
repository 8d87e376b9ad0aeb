"""A site: what was found of several jurisdictions and instruments as plain pages in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.html import html_page
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.site_instruments import article_pages, article_rows, instrument_page, legend
from gapcheck.report.site_jurisdictions import jurisdiction_pages
from gapcheck.report.site_names import Places
from gapcheck.report.site_search import search_script
from gapcheck.report.site_tree import Link, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.report.site_tree import Site

SHARED = {"site.css": "site.css", "site.js": "site.js", "search.js": "site_search.js", "report.js": "report.js"}
"""Files that pages of every language use, and what they are made from."""


def site_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file: one tree of pages a language, and a page that leads to all of them."""
    trees = [Tree(site, messages_in(language)) for language in LANGUAGES]
    yield "index.html", html_page("site_languages.html", trees=trees).encode()
    for name, template in SHARED.items():
        yield name, html_page(template).encode()
    for tree in trees:
        yield _start(tree)
        yield _search(tree)
        yield search_script(tree)
        for treaty in site.instruments:
            yield instrument_page(tree, treaty)
            yield from article_pages(tree, treaty)
        for statutes in site.jurisdictions:
            yield from jurisdiction_pages(tree, statutes)


def _start(tree: Tree) -> tuple[str, bytes]:
    first = tree.site.instruments[0]
    name = tree.instrument_name(first)
    rows = article_rows(tree, first)
    return tree.page(
        "start",
        Places.HOME,
        tree.words["title"],
        matrix_heading=tree.messages.say("site", "matrix", instrument=name),
        rows=rows,
        legend=legend(tree, rows),
        columns=_jurisdictions(tree),
        article_word=tree.messages.say("show", "article"),
        instruments=_instruments(tree),
    )


def _search(tree: Tree) -> tuple[str, bytes]:
    instruments, jurisdictions = _instruments(tree), _jurisdictions(tree)
    title = tree.words["search"]
    return tree.page("search", Places.SEARCH, title, instruments=instruments, jurisdictions=jurisdictions)


def _instruments(tree: Tree) -> list[Link]:
    return [Link(tree.instrument_name(one), tree.places.instrument(one.name)) for one in tree.site.instruments]


def _jurisdictions(tree: Tree) -> list[Link]:
    return [Link(tree.jurisdiction_name(one), tree.places.jurisdiction(one.name)) for one in tree.site.jurisdictions]
