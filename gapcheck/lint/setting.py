"""What rules see: the workspace, the day, and on demand what an assessment finds. Files are named, never opened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gapcheck.assess.instrument import assess_instrument
from gapcheck.assess.paragraph import Bench
from gapcheck.assess.requirement import requirement_of
from gapcheck.model.ids import ParagraphId
from gapcheck.workspace.discover import MAPPINGS, NATIONAL_LAWS, PROVISIONS, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gapcheck.assess.findings import Finding
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.laws import Law, Section, Version
    from gapcheck.model.mappings import Mapping
    from gapcheck.model.provisions import Paragraph
    from gapcheck.workspace.workspace import Workspace

At = tuple[str | int, ...]
"""The path of a value in its file."""


@dataclass(frozen=True)
class Setting:
    """The workspace on a day."""

    workspace: Workspace
    as_of: date

    def laws(self) -> Iterator[tuple[str, Law]]:
        """Yield every law with its file."""
        for statutes in self.workspace.statutes.values():
            for name, law in statutes.laws.items():
                yield f"{folder_of(statutes)}/{name}/law.yaml", law

    def sections(self) -> Iterator[tuple[str, Section]]:
        """Yield every section with its file."""
        for statutes in self.workspace.statutes.values():
            for section_id, section in statutes.in_reading_order():
                yield section_file(statutes, section_id.local), section

    def versions(self) -> Iterator[tuple[str, At, Version]]:
        """Yield every version of every section with its file and its place there."""
        for statutes in self.workspace.statutes.values():
            yield from self.versions_of(statutes)

    def versions_of(self, statutes: StatuteBook) -> Iterator[tuple[str, At, Version]]:
        """Yield the versions of one jurisdiction with their files and places."""
        for section_id, section in statutes.in_reading_order():
            for number, version in enumerate(section.versions):
                yield section_file(statutes, section_id.local), ("versions", number), version

    def mappings(self) -> Iterator[tuple[str, StatuteBook, Mapping]]:
        """Yield every mapping with its file and its jurisdiction."""
        for statutes in self.workspace.statutes.values():
            for instrument, mappings in statutes.mappings.items():
                for mapping in mappings.values():
                    yield mapping_file(statutes, instrument, mapping.paragraph), statutes, mapping

    def paragraphs(self) -> Iterator[tuple[str, At, TreatyBook, Paragraph]]:
        """Yield every paragraph of every instrument with its file and its place there."""
        for treaty in self.workspace.treaties.values():
            for article in treaty.articles:
                for number, paragraph in enumerate(article.paragraphs):
                    yield article_file(treaty, article.article), ("paragraphs", number), treaty, paragraph

    def overlap(self, one: ParagraphId, other: ParagraphId) -> bool:
        """Whether the scopes of two paragraphs have a situation in common."""
        scopes, others = self._scopes(one), self._scopes(other)
        return any(scope.meets(another) for scope in scopes for another in others)

    def is_asserted(self, one: ParagraphId, other: ParagraphId) -> bool:
        """Whether one of two paragraphs says that it relates to the other."""
        return any(
            ParagraphId.parse(related.paragraph, said_of.instrument) == target
            for said_of, target in ((one, other), (other, one))
            if (found := self._paragraph(said_of))
            for related in found[1].related
        )

    def _paragraph(self, wanted: ParagraphId) -> tuple[TreatyBook, Paragraph] | None:
        treaty = self.workspace.treaties.get(wanted.instrument)
        if treaty is None or wanted.number not in treaty.by_number:
            return None
        return treaty, treaty.by_number[wanted.number][1]

    def _scopes(self, wanted: ParagraphId) -> tuple[Scope, ...]:
        """Return what a paragraph demands: nothing where it demands nothing of law or was not read."""
        found = self._paragraph(wanted)
        if found is None or not found[0].is_assessed(found[1]):
            return ()
        return requirement_of(found[1], found[0], self.workspace.lexicon).scopes

    @cached_property
    def benches(self) -> tuple[Bench, ...]:
        """Each jurisdiction beside each instrument for which it has begun to map paragraphs."""
        return tuple(
            Bench(treaty, statutes, self.workspace.lexicon, self.as_of)
            for statutes in self.workspace.statutes.values()
            for treaty in self.workspace.treaties.values()
            if statutes.mappings.get(treaty.name)
        )

    @cached_property
    def findings(self) -> tuple[tuple[Bench, tuple[Finding, ...]], ...]:
        """What is found about every paragraph, bench by bench."""
        return tuple((bench, assess_instrument(bench, lambda *_: True).findings) for bench in self.benches)


def folder_of(statutes: StatuteBook) -> str:
    """Return the folder of a jurisdiction."""
    return f"{NATIONAL_LAWS}/{statutes.name}"


def section_file(statutes: StatuteBook, local: str) -> str:
    """Return the file of a section."""
    return f"{folder_of(statutes)}/{local}.yaml"


def mapping_file(statutes: StatuteBook, instrument: str, paragraph: str) -> str:
    """Return the file in which a paragraph is mapped."""
    article = paragraph.partition(".")[0]
    return f"{folder_of(statutes)}/{MAPPINGS}/{instrument}/art-{article}.yaml"


def article_file(treaty: TreatyBook, article: str) -> str:
    """Return the file of an article."""
    return f"{PROVISIONS}/{treaty.name}/art-{article}.yaml"


def instrument_file(treaty: TreatyBook) -> str:
    """Return the file of an instrument's own facts."""
    return f"{PROVISIONS}/{treaty.name}/instrument.yaml"


def vocabulary_file(name: str) -> str:
    """Return the file of an element, or of the kinds."""
    return f"{PROVISIONS}/{VOCABULARY}/{name}.yaml"
