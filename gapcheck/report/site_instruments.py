"""The pages of an instrument: how each jurisdiction answers it, article by article and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gapcheck.assess.instrument import article_verdicts
from gapcheck.model.ids import reading_order
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import weakest
from gapcheck.report.matrix import matrix_view
from gapcheck.report.site_names import safe
from gapcheck.report.site_tree import Crumb, Held, Link
from gapcheck.report.view import TONES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.provisions import Article, Paragraph
    from gapcheck.report.report_view import Entry
    from gapcheck.report.site_tree import Tree


class Cell(NamedTuple):
    """A verdict in a matrix."""

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
    """The place of the paragraph among all findings."""
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
        return Cell(tree.words["binds-not"], "quiet", "")
    binding = (one for one in assessment.findings if one.article.article == number and one.is_mandatory)
    levels = [one.verification for one in binding if one.verification and one.verdict is not Verdict.NOT_ASSESSED]
    level = tree.messages.say("level", weakest(levels).value) if levels else ""
    return Cell(tree.messages.say("verdict", verdicts[number].value), TONES[verdicts[number]], level)


def instrument_page(tree: Tree, treaty: TreatyBook) -> tuple[str, bytes]:
    """Return the page of an instrument: its facts, every paragraph against every jurisdiction, its articles."""
    about = tree.pages.instrument(treaty)
    articles = tree.messages.say("show", "articles")
    columns = [
        (one, tree.site.assessed[Held(one.name, treaty.name)][1]) for one in tree.site.jurisdictions
    ]  # fmt: skip
    return tree.page(
        "instrument",
        tree.places.instrument(treaty.name),
        tree.instrument_name(treaty),
        about=[block for block in about.blocks if block.heading != articles],
        matrix=matrix_view(treaty, columns, tree.messages),
        rows=list(_paragraph_rows(tree, treaty, columns)),
        articles_heading=articles,
        articles=[link for _, link in tree.articles(treaty)],
    )


def _paragraph_rows(tree: Tree, treaty: TreatyBook, columns: list[tuple[StatuteBook, Assessment]]) -> Iterator[Row]:
    entries = [tree.views[Held(statutes.name, treaty.name)].entries for statutes, _ in columns]
    for inside in zip(*entries, strict=True):
        first = inside[0]
        place = tree.places.paragraph(treaty.name, first.article, first.number)
        yield Row(Link(first.reference, place, first.provision), tuple(map(_cell, inside)))


def _cell(entry: Entry) -> Cell:
    return Cell(entry.verdict, entry.tone, _level(entry))


def _level(entry: Entry) -> str:
    return "" if entry.code == Verdict.NOT_ASSESSED.value else entry.level


def article_pages(tree: Tree, treaty: TreatyBook) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each article: what each paragraph asks, and how each jurisdiction answers it."""
    findings = {
        held.jurisdiction: {finding.id.number: finding for finding in assessment.findings}
        for held, (_, assessment) in tree.site.assessed.items()
        if held.instrument == treaty.name
    }
    said = {
        code: {entry.number: entry for entry in tree.views[Held(code, treaty.name)].entries} for code in findings
    }  # fmt: skip
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
    return Answered(
        name=tree.jurisdiction_name(statutes),
        place=f"{tree.places.findings(statutes.name, finding.id.instrument)}#{entry.number}",
        entry=entry,
        level=_level(entry),
        sections=_sections(tree, statutes, finding, is_own=True),
        incidental=_sections(tree, statutes, finding, is_own=False),
    )


def _sections(tree: Tree, statutes: StatuteBook, finding: Finding, *, is_own: bool) -> tuple[Link, ...]:
    ids = finding.sections if is_own else finding.incidental
    ordered = sorted(ids, key=lambda one: (one.law, reading_order(one.section)))
    return tuple(tree.section(statutes, one) for one in ordered)
