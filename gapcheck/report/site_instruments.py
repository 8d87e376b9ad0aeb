"""The pages of an instrument: how each jurisdiction answers it, article by article and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from gapcheck.assess.instrument import article_verdicts
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import weakest
from gapcheck.report.site_names import safe
from gapcheck.report.site_tree import Crumb, Held, Link
from gapcheck.report.view import TONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.provisions import Article, Paragraph
    from gapcheck.report.report_view import Entry, Term
    from gapcheck.report.site_tree import Tree


class Cell(NamedTuple):
    """A verdict in a matrix."""

    code: str
    """The verdict as data has it; empty where there is none."""
    word: str
    tone: str
    level: str


class Row(NamedTuple):
    """An article or a paragraph and how each jurisdiction answers it."""

    link: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Answered:
    """What one jurisdiction answers to a paragraph."""

    name: str
    place: str
    """The place of the paragraph among all findings; empty where nobody has looked at it."""
    entry: Entry
    level: str
    """Empty where nobody has looked: nothing is stated then."""
    sections: tuple[Link, ...]
    incidental: tuple[Link, ...]


@dataclass(frozen=True)
class AskedParagraph:
    """A paragraph and what each jurisdiction answers."""

    anchor: str
    reference: str
    heading: str
    summary: str
    duty: str
    level: str
    answers: tuple[Answered, ...]
    """Nothing where the paragraph asks nothing of national law by itself."""


def article_rows(tree: Tree, treaty: TreatyBook) -> list[Row]:
    """Return the articles that ask for something: for each jurisdiction the worst verdict on what binds."""
    columns = [tree.site.assessed[Held(one.name, treaty.name)][1] for one in tree.site.jurisdictions]
    asked = {finding.article.article for finding in columns[0].findings}
    verdicts = [(assessment, article_verdicts(assessment)) for assessment in columns]
    return [
        Row(link, tuple(_worst(tree, number, *one) for one in verdicts))
        for number, link in tree.articles(treaty)
        if number in asked
    ]


def _worst(tree: Tree, number: str, assessment: Assessment, verdicts: dict[str, Verdict]) -> Cell:
    if number not in verdicts:
        return Cell("", tree.words["binds-not"], "quiet", "")
    binding = (one for one in assessment.findings if one.article.article == number and one.is_mandatory)
    levels = [one.verification for one in binding if one.verification and one.verdict is not Verdict.NOT_ASSESSED]
    level = tree.messages.say("level", weakest(levels).value) if levels else ""
    verdict = verdicts[number]
    return Cell(verdict.value, tree.messages.say("verdict", verdict.value), TONES[verdict], level)


def legend(tree: Tree, rows: Iterable[Row]) -> list[Term]:
    """Return what the verdicts in these rows mean."""
    return tree.terms({cell.code for row in rows for cell in row.cells})


def instrument_page(tree: Tree, treaty: TreatyBook) -> tuple[str, bytes]:
    """Return the page of an instrument: its facts, every paragraph against every jurisdiction, its articles."""
    about = tree.pages.instrument(treaty)
    articles = tree.messages.say("show", "articles")
    rows = list(_paragraph_rows(tree, treaty))
    return tree.page(
        "instrument",
        tree.places.instrument(treaty.name),
        tree.instrument_name(treaty),
        about=[block for block in about.blocks if block.heading != articles],
        matrix_heading=tree.messages.say("site", "matrix", instrument=tree.instrument_name(treaty)),
        head=tree.messages.say("check", "column-paragraph"),
        columns=[tree.jurisdiction_name(one) for one in tree.site.jurisdictions],
        rows=rows,
        legend=legend(tree, rows),
        articles_heading=articles,
        articles=[link for _, link in tree.articles(treaty)],
    )


def _paragraph_rows(tree: Tree, treaty: TreatyBook) -> Iterator[Row]:
    columns = [tree.entries[Held(one.name, treaty.name)] for one in tree.site.jurisdictions]
    for article, paragraph in treaty.paragraphs():
        cells = tuple(_cell(column[paragraph.id]) for column in columns if paragraph.id in column)
        if cells:
            said = columns[0][paragraph.id]
            place = tree.places.paragraph(treaty.name, article.article, paragraph.id)
            yield Row(Link(said.reference, place, said.provision), cells)


def _cell(entry: Entry) -> Cell:
    return Cell(entry.code, entry.verdict, entry.tone, _level(entry))


def _level(entry: Entry) -> str:
    return entry.level if entry.is_looked_at else ""


def article_pages(tree: Tree, treaty: TreatyBook) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each article: what each paragraph asks, and how each jurisdiction answers it."""
    findings = {
        held.jurisdiction: {finding.id.number: finding for finding in assessment.findings}
        for held, (_, assessment) in tree.site.assessed.items()
        if held.instrument == treaty.name
    }
    said = {code: tree.entries[Held(code, treaty.name)] for code in findings}
    above = [Crumb(tree.instrument_name(treaty), tree.places.instrument(treaty.name))]
    links = list(tree.articles(treaty))
    for place, (number, link) in enumerate(links):
        inside = [pair for pair in treaty.paragraphs() if pair[0].article == number]
        paragraphs = []
        for article, paragraph in inside:
            answers = [
                _answered(tree, statutes, findings[statutes.name][paragraph.id], said[statutes.name][paragraph.id])
                for statutes in tree.site.jurisdictions
                if paragraph.id in findings[statutes.name]
            ]
            paragraphs.append(_asked(tree, article, paragraph, answers))
        yield tree.page(
            "article",
            link.place,
            f"{tree.instrument_name(treaty)}: {link.name}",
            above,
            paragraphs=paragraphs,
            legend=tree.terms({answer.entry.code for one in paragraphs for answer in one.answers}),
            before=links[place - 1][1] if place else None,
            after=links[place + 1][1] if place + 1 < len(links) else None,
        )


def _asked(tree: Tree, article: Article, paragraph: Paragraph, answers: list[Answered]) -> AskedParagraph:
    text = tree.messages.text
    return AskedParagraph(
        anchor=safe(paragraph.id),
        reference=tree.reference(paragraph.id),
        heading=text(paragraph.heading),
        summary=text(paragraph.summary),
        duty=tree.messages.say("duty", paragraph.duty.value),
        level=tree.level(paragraph.verification or article.verification),
        answers=tuple(answers),
    )


def _answered(tree: Tree, statutes: StatuteBook, finding: Finding, entry: Entry) -> Answered:
    findings = tree.places.findings(statutes.name, finding.id.instrument)
    return Answered(
        name=tree.jurisdiction_name(statutes),
        place="" if finding.verdict is Verdict.NOT_ASSESSED else f"{findings}#{quote(entry.number)}",
        entry=entry,
        level=_level(entry),
        sections=_sections(tree, statutes, finding, is_own=True),
        incidental=_sections(tree, statutes, finding, is_own=False),
    )


def _sections(tree: Tree, statutes: StatuteBook, finding: Finding, *, is_own: bool) -> tuple[Link, ...]:
    ids = finding.sections if is_own else finding.incidental
    ordered = sorted(ids, key=lambda one: one.reading_order)
    return tuple(tree.section(statutes, one) for one in ordered)
