"""gapcheck show: one thing, whatever it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, PlainOption, WorkspaceOption

KINDS = "kinds"
"""The name under which the kinds of paragraphs are shown."""

if TYPE_CHECKING:
    from gapcheck.report.page import Page
    from gapcheck.report.show import Pages
    from gapcheck.workspace.workspace import Workspace


def show(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="THING",
            help="14, 14.1.c, hanoi, vn, vn:penal-code-2015, vn:penal-code-2015/147, conduct, publish, GC209.",
        ),
    ],
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Show an article, a paragraph, a section, a law, a jurisdiction, a term or a code.

    Example: gapcheck show vn:penal-code-2015/147
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.report.messages import messages_in
    from gapcheck.report.show import Pages

    messages = messages_in(lang.value)
    if re.fullmatch(r"(?i)gc\d+", thing):
        asking.show_page(_code(thing.upper(), lang.value), plain=plain)
        return
    data = api.open_data(workspace, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        page = _page(asking.composed(thing), data, Pages(data, messages))
    asking.show_page(page, plain=plain)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))


def _code(written: str, language: str) -> Page:
    from gapcheck import api
    from gapcheck.report.diagnostic_text import code_page
    from gapcheck.report.page import Page

    known = api.documented_codes()
    for code, examples in known:
        if code.code == written:
            title, *lines = code_page(code, language, examples)
            page = Page(title)
            for block in "\n".join(lines).split("\n\n"):
                page.add("", *block.split("\n"))
            return page
    raise api.UnknownNameError("unknown-thing", written, (code.code for code, _ in known))


def _page(thing: str, data: Workspace, pages: Pages) -> Page:
    from gapcheck import api

    for found_as in (_with_place, _by_name, _as_word, _as_law, _as_number):
        page = found_as(thing, data, pages)
        if page:
            return page
    terms = (term for element in data.vocabulary.elements.values() for term in element.terms)
    known = (*data.statutes, *data.treaties, *data.vocabulary.elements, *terms)
    raise api.UnknownNameError("unknown-thing", thing, known)


def _with_place(thing: str, data: Workspace, pages: Pages) -> Page | None:
    """vn:penal-code-2015/147, hanoi:14.1.c."""
    before, colon, after = thing.partition(":")
    if colon and before.lower() in data.statutes:
        return _national(before.lower(), after.strip(), data, pages)
    if colon and before.lower() in data.treaties:
        return _provision(before.lower(), after, data, pages)
    return None


def _by_name(thing: str, data: Workspace, pages: Pages) -> Page | None:
    """vn, hanoi, kinds."""
    name = thing.lower()
    if name == KINDS:
        return pages.kinds()
    if name in data.statutes:
        return pages.jurisdiction(data.statutes[name])
    return pages.instrument(data.treaties[name]) if name in data.treaties else None


def _as_word(thing: str, data: Workspace, pages: Pages) -> Page | None:
    """conduct, publish."""
    elements = data.vocabulary.elements
    if thing in elements:
        return pages.element(elements[thing])
    return next((pages.term(element, thing) for element in elements.values() if thing in element.terms), None)


def _as_law(thing: str, data: Workspace, pages: Pages) -> Page | None:
    """penal-code-2015/147: reports write sections of the jurisdiction they are about without its name."""
    for jurisdiction, statutes in data.statutes.items():
        if thing in statutes.sections or thing in statutes.laws:
            return _national(jurisdiction, thing, data, pages)
    return None


def _as_number(thing: str, data: Workspace, pages: Pages) -> Page | None:
    """14, 14(1)(c)."""
    if ":" in thing or "/" in thing or not re.search(r"\d", thing):
        return None
    from gapcheck import api

    return _provision(api.DEFAULT_INSTRUMENT, thing, data, pages)


def _national(jurisdiction: str, written: str, data: Workspace, pages: Pages) -> Page:
    from gapcheck import api
    from gapcheck.model.ids import SectionId

    statutes = data.statutes[jurisdiction]
    section = SectionId.parse(written, jurisdiction)
    if section and section.local in statutes.unreadable:
        raise api.UnknownNameError("broken", str(section))
    if section and section.local in statutes.sections:
        return pages.section(statutes, section.local)
    if written in statutes.laws:
        return pages.law(statutes, statutes.laws[written])
    raise api.UnknownNameError("unknown-section", f"{jurisdiction}:{written}", (*statutes.sections, *statutes.laws))


def _provision(instrument: str, written: str, data: Workspace, pages: Pages) -> Page:
    from gapcheck import api
    from gapcheck.model.ids import plain_number

    treaty, number = api.treaty_of(data, instrument), plain_number(written)
    if number in treaty.by_number:
        article, paragraph = treaty.by_number[number]
        if len(article.paragraphs) > 1 or number != article.article:
            return pages.paragraph(treaty, article, paragraph)
    for article in treaty.articles:
        if article.article == number:
            return pages.article(treaty, article)
    raise api.UnknownNameError("unknown-paragraph", number, treaty.by_number, instrument=instrument)
