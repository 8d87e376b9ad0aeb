"""The international side: instruments, articles, paragraphs and the options they leave to States."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from gapcheck.model.quantity import Unit, in_days
from gapcheck.model.reading import (
    IN_YAML,
    LegalDate,
    Localized,
    Number,
    ScopesWords,
    ScopeWords,
    Text,
    Whole,
    Words,
    YesNo,
    one_of,
)
from gapcheck.model.verification import Verification


class Duty(StrEnum):
    """How strongly a paragraph binds, in the instrument's own gradations."""

    SHALL = "shall"
    SHALL_DOMESTIC_LAW = "shall-domestic-law"
    SHALL_FUNDAMENTAL_PRINCIPLES = "shall-fundamental-principles"
    SHALL_BASIC_CONCEPTS = "shall-basic-concepts"
    SHALL_LEGAL_PRINCIPLES = "shall-legal-principles"
    SHALL_WHERE_APPROPRIATE = "shall-where-appropriate"
    SHALL_WITHIN_MEANS = "shall-within-means"
    SHALL_EXTENT_POSSIBLE = "shall-extent-possible"
    SHALL_ENDEAVOUR = "shall-endeavour"
    SHALL_CONSIDER = "shall-consider"
    MAY = "may"
    MAY_CONSIDER = "may-consider"
    MAY_RESERVE = "may-reserve"
    INTERPRETIVE = "interpretive"
    RECOMMENDS = "recommends"

    @property
    def is_mandatory(self) -> bool:
        """Whether what is not reached is a gap and not merely a recommendation."""
        return self.value.startswith("shall") and self is not Duty.SHALL_CONSIDER


class OptionType(StrEnum):
    """What kind of room an option leaves."""

    NARROWING = "narrowing"
    RESERVATION = "reservation"
    LIMITATION = "limitation"
    EXCLUSION = "exclusion"
    EXTENSION = "extension"
    FORM = "form"
    ALTERNATIVE_MEANS = "alternative-means"


class Formality(StrEnum):
    """What a State must deposit to use an option."""

    NOTHING = "nothing"
    DECLARATION = "declaration"
    RESERVATION = "reservation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What the instrument lets a State leave out, ask for or add."""

    __pydantic_config__ = IN_YAML
    id: Number
    """The number of the option in the instrument."""
    type: Annotated[OptionType, one_of(OptionType)]
    """narrowing | reservation | limitation | exclusion | extension | form | alternative-means"""
    summary: Localized | None = None
    """The option in our own words."""
    scope: ScopeWords | None = None
    """What may be left out (or, for an extension, added)."""
    condition: Words = ()
    """Conditions a State may ask for: it may leave out where one of them is not met."""
    element: Text | None = None
    """For `form`: the element whose value is free."""
    instead: ScopeWords | None = None
    """For `alternative-means`: what must be reached for the scope to be left out."""
    needs: Annotated[Formality, one_of(Formality)] = Formality.NOTHING
    """nothing | declaration | reservation: what must be deposited."""
    when: Localized | None = None
    """When it must be deposited, where the instrument has a rule of its own for this option."""
    protects: YesNo = False
    """Whether reaching into the scope is advised against (children, security research)."""
    note: Localized | None = None
    """What the reader should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """Part of a requirement on which lawyers differ."""

    __pydantic_config__ = IN_YAML
    reason: Localized
    """The other reading."""
    scope: ScopeWords | None = None
    """The situations that the other reading leaves out."""
    condition: Words = ()
    """Conditions that the other reading asks for."""


class Comparator(StrEnum):
    """How a figure in a law must compare with the figure of a paragraph."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A figure that a law must meet, like preservation for at least 90 days."""

    __pydantic_config__ = IN_YAML
    measure: Text
    """A term of the element `measure`: what the figure is about."""
    comparator: Annotated[Comparator, one_of(Comparator)]
    """at-least | at-most"""
    value: Whole
    """The figure."""
    unit: Annotated[Unit, one_of(Unit)]
    """hours | days | months | years"""

    def is_met_by(self, value: int, unit: Unit) -> bool:
        """Whether a law with this figure meets the threshold."""
        theirs, ours = in_days(value, unit), in_days(self.value, self.unit)
        return theirs >= ours if self.comparator is Comparator.AT_LEAST else theirs <= ours


class AssertedRelation(StrEnum):
    """How a paragraph relates to another where scopes cannot say it, in the words of NIST IR 8477."""

    EQUAL = "equal"
    SUBSET_OF = "subset-of"
    SUPERSET_OF = "superset-of"
    INTERSECTS_WITH = "intersects-with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A paragraph of another instrument that bears on this one, asserted by whoever encoded it."""

    __pydantic_config__ = IN_YAML
    paragraph: Text
    """Its id, like budapest:15.1."""
    relation: Annotated[AssertedRelation, one_of(AssertedRelation)]
    """equal | subset-of | superset-of | intersects-with: what this paragraph is to it."""
    reason: Localized
    """Why, and what differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered unit of an instrument."""

    __pydantic_config__ = IN_YAML
    id: Number
    """The instrument's own number, with dots: 14.1.c."""
    kind: Text
    """A kind of provisions/vocabulary/kinds.yaml."""
    duty: Annotated[Duty, one_of(Duty)]
    """How strongly it binds."""
    heading: Localized | None = None
    """A heading of its own."""
    summary: Localized | None = None
    """What it demands, in our own words."""
    requires: ScopesWords | None = None
    """The scope that national law must reach; left out where nothing is to be assessed."""
    lead: Text | None = None
    """The element that organises the text, when it is not the kind's."""
    extends: Number | None = None
    """The paragraph whose requirement and options this one shares."""
    contested: tuple[Contested, ...] = ()
    """Readings on which lawyers differ."""
    options: tuple[Option, ...] = ()
    """What the instrument leaves to the State."""
    measures: tuple[Threshold, ...] = ()
    """Figures that national law must meet."""
    related: tuple[Related, ...] = ()
    """Paragraphs of other instruments that bear on this one where scopes cannot say how."""
    verification: Verification | None = None
    """Only where it differs from the article's."""
    note: Localized | None = None
    """What the reader should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of an instrument (one file)."""

    __pydantic_config__ = IN_YAML
    article: Number
    """The number of the article."""
    heading: Localized
    """Its heading."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs, in the order of the article."""
    theme: Text | None = None
    """The theme that checks can be limited to."""
    verification: Verification | None = None
    """How the article was checked."""
    note: Localized | None = None
    """What the reader should know."""


class InstrumentType(StrEnum):
    """What sort of text an instrument is."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    SOFT_LAW = "soft-law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an instrument is in force, as of a date."""

    __pydantic_config__ = IN_YAML
    in_force: YesNo
    """Whether it was in force."""
    as_of: LegalDate
    """On which date."""
    source: Text | None = None
    """Who says so."""
    note: Localized | None = None
    """What the reader should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositRules:
    """How declarations and reservations are made."""

    __pydantic_config__ = IN_YAML
    when: Localized
    """At which moment."""
    to: Localized
    """To whom they are addressed."""
    article: Number | None = None
    """The article that says so."""
    note: Localized | None = None
    """What the reader should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of an instrument."""

    __pydantic_config__ = IN_YAML
    title: Localized
    """Its title."""
    articles: Words
    """Its articles, like 7-21."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A convention, protocol or soft-law text (the file instrument.yaml)."""

    __pydantic_config__ = IN_YAML
    instrument: Number
    """The name of the folder."""
    title: Localized
    """The full title."""
    short_title: Localized | None = None
    """The title people use."""
    citation: Text | None = None
    """Where it was adopted or published."""
    type: Annotated[InstrumentType, one_of(InstrumentType)] = InstrumentType.CONVENTION
    """convention | protocol | soft-law"""
    adopted: LegalDate | None = None
    """When it was adopted."""
    opened_for_signature: LegalDate | None = None
    """When signature began."""
    signature_closes: LegalDate | None = None
    """The last day of signature."""
    languages: Words = field(default=())
    """The authentic languages (ISO 639-1)."""
    source: Text | None = None
    """Where the authentic text is found."""
    entry_into_force: Localized | None = None
    """How it enters into force."""
    articles: Words = ()
    """The articles that are to be encoded, like 1-68: what completeness is judged by."""
    chapters: tuple[Chapter, ...] = ()
    """Its chapters, in order: what reports count verdicts by."""
    deposits: DepositRules | None = None
    """How declarations and reservations are made."""
    status: Standing | None = None
    """Whether it is in force, as of a date."""
    verification: Verification | None = None
    """How these facts were checked."""
    note: Localized | None = None
    """What the reader should know."""
