"""What the pages of a site share: what was found, worked out once, and how a page of one language is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import level_of
from gapcheck.report.citations import cited, native_heading, native_language
from gapcheck.report.dates import written_date, written_number_of_paragraph
from gapcheck.report.html import html_page
from gapcheck.report.messages import LANGUAGES, messages_in, one_line
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import Term
from gapcheck.report.reporting import material, report_view
from gapcheck.report.show import Pages
from gapcheck.report.site_names import Places
from gapcheck.report.view import instrument_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.ids import SectionId
    from gapcheck.model.verification import Verification
    from gapcheck.report.messages import Messages
    from gapcheck.report.report_view import Entry, ReportView
    from gapcheck.report.reporting import Material
    from gapcheck.workspace.workspace import Workspace

WORDS = (
    "about", "absent", "answers", "around", "asks-nothing", "binds-not", "by-the-way", "cells", "cells-worst",
    "countries", "findings", "found", "gaps", "here", "instruments", "mapped-nowhere", "most", "name", "no-gaps",
    "not-assessed", "nothing", "script", "search", "search-for", "search-hint", "skip", "start", "text-level", "title",
    "whole-law",
)  # fmt: skip
"""What templates name by themselves."""


class Held(NamedTuple):
    """One jurisdiction held against one instrument."""

    jurisdiction: str
    instrument: str


class Crumb(NamedTuple):
    """A page above a page."""

    name: str
    place: str


class Link(NamedTuple):
    """A name and where it leads, from the folder of the language on."""

    name: str
    place: str
    beside: str = ""
    """What is said in small letters beside it."""
    language: str = ""
    """The language of what is said beside it, where that is not the language of the page."""


@dataclass(frozen=True)
class Answer:
    """How a section answers a paragraph."""

    held: Held
    finding: Finding
    how: str
    """own, by-the-way or absent."""


@dataclass
class Site:
    """All that a site is made from; what is found is worked out once for every language."""

    workspace: Workspace
    assessed: Mapping[Held, tuple[Bench, Assessment]]
    as_of: date

    @cached_property
    def instruments(self) -> tuple[TreatyBook, ...]:
        """The instruments, in the order in which they were asked for."""
        return tuple(self.workspace.treaties[name] for name in dict.fromkeys(held.instrument for held in self.assessed))

    @cached_property
    def jurisdictions(self) -> tuple[StatuteBook, ...]:
        """The jurisdictions, in the order in which they were asked for."""
        codes = dict.fromkeys(held.jurisdiction for held in self.assessed)
        return tuple(self.workspace.statutes[code] for code in codes)

    @cached_property
    def materials(self) -> dict[Held, Material]:
        """What stands behind each assessment."""
        return {held: material(*assessed) for held, assessed in self.assessed.items()}

    @cached_property
    def answers(self) -> dict[SectionId, list[Answer]]:
        """The paragraphs that each section answers."""
        found: dict[SectionId, list[Answer]] = {}
        for held, (_, assessment) in self.assessed.items():
            for finding in assessment.findings:
                ways = {"own": finding.sections, "by-the-way": finding.incidental}
                ways["absent"] = tuple(absent.section for absent in finding.absent)
                for how, sections in ways.items():
                    for section in sections:
                        found.setdefault(section, []).append(Answer(held, finding, how))
        return found

    @cached_property
    def places(self) -> Places:
        """Where each page is."""
        return Places([treaty.name for treaty in self.instruments])


class Tree:
    """The pages of a site in one language: what they are made with."""

    def __init__(self, site: Site, messages: Messages) -> None:
        """Take what was found and the language."""
        self.site = site
        self.messages = messages
        self.places = site.places
        self.pages = Pages(site.workspace, messages)
        self.words = {key: messages.say("site", key) for key in WORDS}
        self.labels = {key: messages.say("report", key) for key in ("duty", "glossary", "sections", "verification")}
        self.as_of = messages.say("report", "as-of", day=written_date(site.as_of, messages))
        self.disclaimer = messages.say("report", "disclaimer")

    @cached_property
    def views(self) -> dict[Held, ReportView]:
        """The full reports in this language."""
        return {held: report_view(one, Audience.FULL, self.messages) for held, one in self.site.materials.items()}

    @cached_property
    def entries(self) -> dict[Held, dict[str, Entry]]:
        """What each view says of each paragraph, by the number that files give it, in the order of the instrument."""
        return {
            held: {
                finding.id.number: entry
                for finding, entry in zip(assessment.findings, self.views[held].entries, strict=True)
            }
            for held, (_, assessment) in self.site.assessed.items()
        }

    def page(
        self, template: str, place: str, title: str, above: Sequence[Crumb] = (), **values: object
    ) -> tuple[str, bytes]:
        """Return name and content of a page; `above` are the pages between it and the start."""
        language = self.messages.language
        up = "../" * place.count("/")
        crumbs = [] if place == Places.HOME else [Crumb(self.words["start"], Places.HOME), *above]
        twins = [
            (code, messages_in(code).say("language", "name"), f"{up}../{code}/{place}")
            for code in LANGUAGES
        ]  # fmt: skip
        within = above[0].name if above else title
        text = html_page(
            f"site_{template}.html", tree=self, language=language, up=up, title=title, crumbs=crumbs, twins=twins,
            tab=title if within in title else f"{title}, {within}", words=self.words, labels=self.labels, **values,
        )  # fmt: skip
        return f"{language}/{place}", text.encode()

    def articles(self, treaty: TreatyBook) -> Iterator[tuple[str, Link]]:
        """Yield the number of each article with the link to its page."""
        for number, inside in groupby(treaty.paragraphs(), key=lambda pair: pair[0].article):
            article, _ = next(inside)
            name = f"{self.reference(number)} {self.messages.text(article.heading)}"
            yield number, Link(name, self.places.article(treaty.name, number))

    def reference(self, number: str) -> str:
        """Return a number as people cite it."""
        return one_line(written_number_of_paragraph(number, self.messages))

    def instrument_name(self, treaty: TreatyBook) -> str:
        """Return what people call an instrument."""
        return instrument_name(treaty, self.messages)

    def jurisdiction_name(self, statutes: StatuteBook) -> str:
        """Return the name of a jurisdiction."""
        return self.messages.text(statutes.jurisdiction.name)

    def terms(self, codes: Collection[str]) -> list[Term]:
        """Return the verdicts of these codes in words with what they mean, the best first."""
        say = self.messages.say
        return [Term(say("verdict", code), say("meaning", code)) for code in map(str, Verdict) if code in codes]

    def level(self, verification: Verification | None) -> str:
        """Return in words how far a text was verified."""
        return self.messages.say("level", level_of(verification).value)

    def section(self, statutes: StatuteBook, section_id: SectionId) -> Link:
        """Return the link to a section as people cite it, native heading beside; no link where it is not known."""
        section = statutes.sections.get(section_id.local)
        name = cited(statutes, section_id, self.messages)
        if section is None:
            return Link(name, "")
        place = self.places.section(statutes.name, section_id.law, section_id.section)
        return Link(
            name, place, native_heading(statutes, section, self.messages), native_language(statutes, section.heading)
        )
