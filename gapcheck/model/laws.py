"""The national side: jurisdictions, laws, sections and their versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from gapcheck.model.period import Period
from gapcheck.model.quantity import Unit
from gapcheck.model.reading import (
    IN_YAML,
    Duration,
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
from gapcheck.model.rules import PenaltyRule
from gapcheck.model.verification import Verification

if TYPE_CHECKING:
    from datetime import date


class TreatyStatus(StrEnum):
    """Where a jurisdiction stands towards an instrument."""

    NOT_SIGNED = "not-signed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    DENOUNCED = "denounced"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """A declaration or reservation that a State made to use an option."""

    __pydantic_config__ = IN_YAML
    option: Number
    """The number of the option."""
    made: LegalDate
    """When it took effect for the State."""
    withdrawn: LegalDate | None = None
    """The last day it was kept, when it was withdrawn."""
    scope: ScopeWords | None = None
    """What it leaves out, where that is less than the option allows."""
    summary: Localized | None = None
    """What it says, in our own words."""
    source: Text | None = None
    """Where it is published."""
    note: Localized | None = None
    """What the reader should know."""

    def holds(self, day: date) -> bool:
        """Whether it stands on that day."""
        return self.made <= day and (self.withdrawn is None or day <= self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyRecord:
    """What is known of a jurisdiction's relation to an instrument, as of a date."""

    __pydantic_config__ = IN_YAML
    instrument: Number
    """The instrument's name."""
    status: Annotated[TreatyStatus, one_of(TreatyStatus)]
    """not-signed | signed | ratified | acceded | denounced | unknown"""
    as_of: LegalDate
    """On which date this was so."""
    signed: LegalDate | None = None
    """The date of signature."""
    ratified: LegalDate | None = None
    """The date of ratification or accession."""
    deposits: tuple[Deposit, ...] | None = None
    """The declarations and reservations it made; an empty list where somebody looked and there are none."""
    deposits_complete: YesNo = True
    """Whether the list is known to be whole; where it is not, an option that it does not name is open."""
    source: Text | None = None
    """Who says so."""
    note: Localized | None = None
    """Conflicts between sources, and what they say."""

    def binds_on(self, day: date) -> bool:
        """Whether the jurisdiction was a party on that day: from then on what was not reserved is owed."""
        is_party = self.status in {TreatyStatus.RATIFIED, TreatyStatus.ACCEDED}
        return is_party and (self.ratified is None or self.ratified <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A State or a part of one (the file jurisdiction.yaml)."""

    __pydantic_config__ = IN_YAML
    jurisdiction: Number
    """ISO 3166-1 alpha-2 in lower case: the name of the folder."""
    name: Localized
    """Its name."""
    languages: Words = ()
    """The languages of its laws (ISO 639-1)."""
    levels: Words = ()
    """national, or federal and state: first the one whose law is encoded."""
    level_names: dict[str, Localized] = field(default_factory=dict)
    """What the levels are called there, like Commonwealth for federal."""
    section_word: Localized | None = None
    """What a section of its laws is called, like Article."""
    age_of_majority: Whole | None = None
    """In whole years."""
    age_of_consent: Whole | None = None
    """The age from which a person can consent to sexual activities, in whole years."""
    treaties: tuple[TreatyRecord, ...] = ()
    """Where it stands towards instruments."""
    rules: tuple[PenaltyRule, ...] = ()
    """What follows from the maximum penalty of an offence."""
    verification: Verification | None = None
    """How these facts were checked."""
    note: Localized | None = None
    """What the reader should know."""


class LawType(StrEnum):
    """What sort of law it is."""

    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    RESOLUTION = "resolution"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A law that changed another."""

    __pydantic_config__ = IN_YAML
    citation: Text
    """Its number."""
    from_: LegalDate | None = None
    """When the change took effect."""
    note: Localized | None = None
    """What it changed or did not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A statute or decree (the file law.yaml)."""

    __pydantic_config__ = IN_YAML
    law: Number
    """The name of the folder."""
    title: Localized
    """Its title."""
    citation: Text | None = None
    """Its official number."""
    type: Annotated[LawType, one_of(LawType)] = LawType.LAW
    """constitution | code | law | decree | resolution | other"""
    in_force: Period | None = None
    """When the law as a whole is in force."""
    amended_by: tuple[Amendment, ...] = ()
    """What changed it."""
    replaces: Words = ()
    """The laws it replaced."""
    verification: Verification | None = None
    """How the law was read."""
    note: Localized | None = None
    """What the reader should know."""


class Nature(StrEnum):
    """The branch of law that answers the conduct."""

    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    CIVIL = "civil"
    PROCEDURAL = "procedural"
    INSTITUTIONAL = "institutional"


class VersionStatus(StrEnum):
    """Whether a version counts within its dates."""

    IN_FORCE = "in-force"
    NOT_COMMENCED = "not-commenced"
    VOID = "void"
    REPEALED = "repealed"


class Trial(StrEnum):
    """In which way an offence is tried, where a legal system tells them apart."""

    SUMMARY = "summary"
    EITHER_WAY = "either-way"
    INDICTMENT = "indictment"


class LegalPersons(StrEnum):
    """Whether the section reaches legal persons too."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprisonment:
    """A range of imprisonment."""

    __pydantic_config__ = IN_YAML
    min: Duration | None = None
    """The least, like `6 months`."""
    max: Duration | None = None
    """The most, like `3 years`, `life` or `death`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fine:
    """A range of money."""

    __pydantic_config__ = IN_YAML
    min: Whole | None = None
    """The least."""
    max: Whole | None = None
    """The most."""
    currency: Text | None = None
    """ISO 4217."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """What the section threatens."""

    __pydantic_config__ = IN_YAML
    imprisonment: Imprisonment | None = None
    """The basic range."""
    aggravated: Imprisonment | None = None
    """The heaviest aggravated range."""
    fine: Fine | None = None
    """The range of fines for the main case."""
    trial: Annotated[Trial | None, one_of(Trial)] = None
    """summary | either-way | indictment, where that matters: attempts at summary offences are often no crime."""
    other: Localized | None = None
    """Everything else, in our own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure that a section sets, like preservation for up to 90 days."""

    __pydantic_config__ = IN_YAML
    measure: Text
    """A term of the element `measure`: what the figure is about."""
    value: Whole
    """The figure."""
    unit: Annotated[Unit, one_of(Unit)]
    """hours | days | months | years"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A section as it stood for a time."""

    __pydantic_config__ = IN_YAML
    in_force: Period
    """From when to when."""
    reaches: ScopesWords
    """The situations it reaches; an empty list where it only matters as background."""
    nature: Annotated[Nature, one_of(Nature)] = Nature.CRIMINAL
    """criminal | administrative | civil | procedural | institutional"""
    status: Annotated[VersionStatus, one_of(VersionStatus)] = VersionStatus.IN_FORCE
    """in-force | not-commenced | void | repealed"""
    by: Text | None = None
    """The act that made this version."""
    summary: Localized | None = None
    """What it says, in our own words."""
    excludes: ScopesWords = field(default=())
    """What a defence or carve-out takes out again."""
    unknown: Words = ()
    """Elements nobody has been able to establish yet."""
    cites: Words = ()
    """Other sections that its text refers to, like ra-9775/4."""
    defined_by: Words = ()
    """Sections that define its words."""
    measures: tuple[Quantity, ...] = ()
    """Figures that it sets."""
    sanction: Sanction | None = None
    """What it threatens."""
    legal_persons: Annotated[LegalPersons, one_of(LegalPersons)] = LegalPersons.UNKNOWN
    """yes | no | unknown"""
    verification: Verification | None = None
    """How this version was read."""
    note: Localized | None = None
    """What the reader should know."""

    def counts_on(self, day: date) -> bool:
        """Whether this version is law on that day."""
        return self.status is VersionStatus.IN_FORCE and self.in_force.holds(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered unit of a law (one file)."""

    __pydantic_config__ = IN_YAML
    section: Number
    """Its number, which is also the name of the file."""
    heading: Localized
    """Its heading."""
    versions: tuple[Version, ...]
    """The texts it has had."""
    note: Localized | None = None
    """What the reader should know."""

    def in_force(self, as_of: date) -> Version | None:
        """Return the version that counts on `as_of`, or None before the first, after repeal and in between."""
        return next((version for version in self.versions if version.counts_on(as_of)), None)
