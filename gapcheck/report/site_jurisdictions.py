"""The pages of a jurisdiction: where it stands, all findings, its laws and their sections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from gapcheck.model.ids import reading_order
from gapcheck.report.citations import cited, law_name, native_heading, native_language, native_text
from gapcheck.report.pictures import chapter_bars
from gapcheck.report.site_names import safe
from gapcheck.report.site_tree import Crumb, Held, Link
from gapcheck.report.view import provision_name, tone, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Section
    from gapcheck.report.report_view import Entry, ReportView
    from gapcheck.report.site_tree import Tree


ANCHOR = "to-"
"""Before the name of an instrument where it is the name of a place on the page of a jurisdiction."""


class Gap(NamedTuple):
    """A gap with the link to it."""

    link: Link
    entry: Entry


@dataclass(frozen=True)
class Standing:
    """Where a jurisdiction stands towards one instrument."""

    name: str
    anchor: str
    instrument: str
    """The page of the instrument."""
    place: str
    """The page with all findings; empty where nothing is assessed."""
    view: ReportView
    picture: Markup
    gaps: tuple[Gap, ...]


class Answering(NamedTuple):
    """A paragraph that a section answers, and what the verdict is."""

    link: Link
    verdict: str
    tone: str
    level: str
    how: str


def jurisdiction_pages(tree: Tree, statutes: StatuteBook) -> Iterator[tuple[str, bytes]]:
    """Yield the page of a jurisdiction, then those of its findings, laws and sections."""
    name = tree.jurisdiction_name(statutes)
    above = [Crumb(name, tree.places.jurisdiction(statutes.name))]
    laws = _sections_by_law(statutes)
    standings = [_standing(tree, statutes, treaty) for treaty in tree.site.instruments]
    yield tree.page(
        "jurisdiction",
        tree.places.jurisdiction(statutes.name),
        name,
        standings=standings,
        laws=[_law_link(tree, statutes, law, len(sections)) for law, sections in laws.items()],
        laws_heading=tree.messages.say("show", "laws"),
    )
    for standing in standings:
        if standing.place:
            pictures = {tree.messages.language: standing.picture}
            instrument = Link(standing.name, standing.instrument)
            values = {"view": standing.view, "pictures": pictures, "instrument": instrument}
            yield tree.page("findings", standing.place, standing.view.title, above, **values)
    for law, sections in laws.items():
        yield _law_page(tree, statutes, law, [section_id for section_id, _ in sections], above)
        beneath = [*above, Crumb(law_name(statutes, law, tree.messages), tree.places.law(statutes.name, law))]
        for section_id, section in sections:
            yield _section_page(tree, statutes, section_id, section, beneath)


def _sections_by_law(statutes: StatuteBook) -> dict[str, list[tuple[SectionId, Section]]]:
    laws: dict[str, list[tuple[SectionId, Section]]] = {law: [] for law in sorted(statutes.laws)}
    for section_id, section in statutes.in_reading_order():
        laws.setdefault(section_id.law, []).append((section_id, section))
    return laws


def _standing(tree: Tree, statutes: StatuteBook, treaty: TreatyBook) -> Standing:
    view = tree.views[Held(statutes.name, treaty.name)]
    name = tree.instrument_name(treaty)
    labels = {**view.labels, "chapters": f"{name}: {view.labels['chapters']}"}
    view = replace(view, labels=labels)
    entries = tree.entries[Held(statutes.name, treaty.name)]
    gaps = (
        Gap(Link(entry.reference, tree.places.paragraph(treaty.name, article.article, paragraph.id)), entry)
        for article, paragraph in treaty.paragraphs()
        if (entry := entries.get(paragraph.id)) and entry.is_gap
    )
    place = tree.places.findings(statutes.name, treaty.name) if view.entries else ""
    picture = Markup(chapter_bars(view))  # noqa: S704 - escaped where it is made
    return Standing(
        name, f"{ANCHOR}{safe(treaty.name)}", tree.places.instrument(treaty.name), place, view, picture, tuple(gaps)
    )


def _law_link(tree: Tree, statutes: StatuteBook, law: str, sections: int) -> Link:
    known, place = statutes.laws.get(law), tree.places.law(statutes.name, law)
    language = native_language(statutes, known.title) if known else ""
    about = f"{tree.messages.say('show', 'sections')}: {sections}"
    return Link(
        f"{law_name(statutes, law, tree.messages)} ({about})", place, _native_title(tree, statutes, law), language
    )


def _native_title(tree: Tree, statutes: StatuteBook, law: str) -> str:
    known = statutes.laws.get(law)
    return native_text(statutes, known.title, tree.messages) if known else ""


def _law_page(
    tree: Tree, statutes: StatuteBook, law: str, sections: list[SectionId], above: list[Crumb]
) -> tuple[str, bytes]:
    known, heading = statutes.laws.get(law), tree.messages.say("show", "sections")
    blocks = tree.pages.law(statutes, known).blocks if known else []
    return tree.page(
        "law",
        tree.places.law(statutes.name, law),
        law_name(statutes, law, tree.messages),
        above,
        native=_native_title(tree, statutes, law),
        native_language=native_language(statutes, known.title) if known else "",
        blocks=[block for block in blocks if block.heading != heading],
        heading=heading,
        sections=[tree.section(statutes, section) for section in sections],
    )


def _section_page(
    tree: Tree, statutes: StatuteBook, section_id: SectionId, section: Section, above: list[Crumb]
) -> tuple[str, bytes]:
    mapped = tree.messages.say("show", "mapped")
    return tree.page(
        "section",
        tree.places.section(statutes.name, section_id.law, section_id.section),
        cited(statutes, section_id, tree.messages),
        above,
        native=native_heading(statutes, section, tree.messages),
        native_language=native_language(statutes, section.heading),
        blocks=[block for block in tree.pages.section(statutes, section_id.local).blocks if block.heading != mapped],
        answers=list(_answers(tree, section_id)),
    )


def _answers(tree: Tree, section_id: SectionId) -> Iterator[Answering]:
    """Yield the paragraphs that a section answers, instrument by instrument, each with how and the verdict on it."""
    order = [treaty.name for treaty in tree.site.instruments]
    found = tree.site.answers.get(section_id, [])
    for answer in sorted(
        found, key=lambda one: (order.index(one.held.instrument), reading_order(one.finding.id.number))
    ):
        finding = answer.finding
        say = tree.messages.say
        treaty = tree.site.workspace.treaties[answer.held.instrument]
        name = f"{tree.instrument_name(treaty)}, {tree.reference(finding.id.number)}"
        place = tree.places.paragraph(treaty.name, finding.article.article, finding.id.number)
        yield Answering(
            Link(name, place, provision_name(finding, tree.messages)),
            verdict_text(finding, tree.messages),
            tone(finding),
            say("level", finding.verification.value) if finding.verification else "",
            tree.words["absent"] if answer.how == "absent" else say("explain", answer.how),
        )
