"""The two sides of an assessment, each gathered from its files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from gapcheck.model.ids import ParagraphId, SectionId, reading_order
from gapcheck.model.provisions import Duty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gapcheck.model.evidence import Figure
    from gapcheck.model.laws import Jurisdiction, Law, Section, TreatyRecord
    from gapcheck.model.mappings import Mapping as LawMapping
    from gapcheck.model.provisions import Article, Instrument, Paragraph
    from gapcheck.model.vocabulary import Element, Kind


@dataclass(frozen=True)
class Vocabulary:
    """The words of all scopes: elements and kinds of paragraphs by name."""

    elements: Mapping[str, Element]
    kinds: Mapping[str, Kind]


@dataclass(frozen=True)
class TreatyBook:
    """An instrument and its articles."""

    instrument: Instrument
    articles: tuple[Article, ...]

    @property
    def name(self) -> str:
        """The name of the instrument."""
        return self.instrument.instrument

    @cached_property
    def by_number(self) -> dict[str, tuple[Article, Paragraph]]:
        """Every paragraph with its article, by number, in the order of the instrument."""
        ordered = sorted(self.articles, key=lambda article: reading_order(article.article))
        return {paragraph.id: (article, paragraph) for article in ordered for paragraph in article.paragraphs}

    def paragraphs(self) -> Iterator[tuple[Article, Paragraph]]:
        """Walk the paragraphs in the order of the instrument."""
        yield from self.by_number.values()

    def id_of(self, paragraph: Paragraph) -> ParagraphId:
        """Return the full id of a paragraph."""
        return ParagraphId(self.name, paragraph.id)

    def is_assessed(self, paragraph: Paragraph) -> bool:
        """Whether there is anything that national law must or may reach."""
        return paragraph.duty is not Duty.INTERPRETIVE and (
            paragraph.requires is not None or paragraph.extends is not None
        )


@dataclass(frozen=True)
class StatuteBook:
    """A jurisdiction with its laws, its sections and what lawyers claim about them."""

    jurisdiction: Jurisdiction
    laws: Mapping[str, Law]
    sections: Mapping[str, Section]
    """By local id, like penal-code-2015/147."""
    mappings: Mapping[str, Mapping[str, LawMapping]]
    """By instrument and number of the paragraph."""
    figures: tuple[Figure, ...] = ()
    world_figures: tuple[Figure, ...] = ()
    """Figures that are about no single jurisdiction."""
    unreadable: frozenset[str] = frozenset()
    """Local ids of sections whose files have errors: what they reach is not known."""

    @property
    def name(self) -> str:
        """The code of the jurisdiction."""
        return self.jurisdiction.jurisdiction

    def mapping_of(self, paragraph: ParagraphId) -> LawMapping | None:
        """Return what lawyers claim about a paragraph, with the sections of the paragraphs that it is answered via.

        The reason, claim and sources of a mapping are its own: what goes over are sections and searched laws.
        """
        mapping = self._written(paragraph)
        if mapping is None or not mapping.via:
            return mapping
        others = (self._written(ParagraphId.parse(written, paragraph.instrument)) for written in mapping.via)
        joined = [mapping, *(other for other in others if other)]
        own = _each_once(joined, "sections")
        return replace(
            mapping,
            sections=own,
            incidental=tuple(local for local in _each_once(joined, "incidental") if local not in own),
            searched=_each_once(joined, "searched"),
            left_to=next((one.left_to for one in joined if one.left_to), None),
        )

    def _written(self, paragraph: ParagraphId) -> LawMapping | None:
        return self.mappings.get(paragraph.instrument, {}).get(paragraph.number)

    def party_to(self, instrument: str) -> TreatyRecord | None:
        """Return the newest record of where the jurisdiction stands towards an instrument."""
        records = (record for record in self.jurisdiction.treaties if record.instrument == instrument)
        return max(records, key=lambda record: record.as_of, default=None)

    def id_of(self, local: str) -> SectionId:
        """Return the full id of a section."""
        law, _, section = local.partition("/")
        return SectionId(self.name, law, section)

    def in_reading_order(self) -> list[tuple[SectionId, Section]]:
        """Return the sections by law and number."""
        named = ((self.id_of(local), section) for local, section in self.sections.items())
        return sorted(named, key=lambda item: item[0].reading_order)


def _each_once(mappings: Iterable[LawMapping], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mapping in mappings for name in getattr(mapping, field)))
