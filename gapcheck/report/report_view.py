"""A report in one language: worded, counted and ordered once, so that renderers only lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verdicts import Verdict

if TYPE_CHECKING:
    from gapcheck.report.heat_map import HeatMap
    from gapcheck.report.page import Block
    from gapcheck.report.report_kinds import Audience


@dataclass(frozen=True)
class Count:
    """How many paragraphs have a verdict."""

    code: str
    word: str
    tone: str
    number: int


@dataclass(frozen=True)
class ChapterCount:
    """The verdicts on the paragraphs of one chapter that bind."""

    title: str
    articles: str
    """Its articles, like 7-21; empty where the instrument has no chapters."""
    counts: tuple[Count, ...]
    """Worst first."""

    @property
    def total(self) -> int:
        """How many paragraphs there are."""
        return sum(count.number for count in self.counts)

    def number_of(self, code: str) -> int:
        """How many of them have a verdict."""
        return next((count.number for count in self.counts if count.code == code), 0)


@dataclass(frozen=True)
class Candidate:
    """A smallest change of one section, and what it would do."""

    section: str
    """The local id of the section."""
    name: str
    """The section as people cite it, with its heading."""
    change: str
    """What of it would have to be otherwise, after an "if"."""
    closes: str
    """What would then be covered."""
    left: str
    """What would then still be uncovered; empty where nothing would."""
    settles_an_act: bool
    """Whether of at least one act nothing would be left uncovered."""


@dataclass(frozen=True)
class Residue:
    """A part of what is required and not covered."""

    kind: str
    """gap, permitted, arguable or recommendation, in words."""
    what: str


@dataclass(frozen=True)
class Entry:
    """What is said of one paragraph."""

    id: str
    number: str
    reference: str
    """The number as people cite it: Article 14(1)(c)."""
    article: str
    heading: str
    """The heading of its article."""
    name: str
    """Its own heading, empty where it has none."""
    summary: str
    theme: str
    theme_name: str
    duty: str
    duty_code: str
    code: str
    """The verdict as data has it."""
    verdict: str
    tone: str
    transposition: str
    """The verdict in the words of a table of concordance."""
    uncovered: tuple[str, ...]
    """What is left, in sentences."""
    not_covered: str
    """The acts that nothing covers, as a list."""
    in_part: str
    """The acts that are covered in some cases only, as a list."""
    who: str
    """Whom the gap leaves without protection."""
    candidates: tuple[Candidate, ...]
    """The smallest changes that would close some of the gap, the smallest first."""
    smallest_change: str
    """The smallest change that settles an act, in a sentence, or that it takes a provision of its own."""
    why: tuple[str, ...]
    """Published figures that say why it matters, each with who said it and when."""
    acts: tuple[str, ...]
    """The national acts that the sections are of, numbered where there are several."""
    sections: tuple[str, ...]
    """Sections with their headings, those made for it first; each with the number of its act."""
    residues: tuple[Residue, ...]
    reason: str
    completing_act: str
    planned: str
    level: str
    is_shaky: bool
    """Whether the verdict rests on a text that nobody read in an official version."""
    heat: HeatMap | None
    blocks: tuple[Block, ...]
    """Everything that stands behind it; only in a full report."""
    is_gap: bool
    is_offence: bool
    binds: bool

    @property
    def provision(self) -> str:
        """The heading of the paragraph after that of its article."""
        return f"{self.heading}: {self.name}" if self.name else self.heading

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody has looked at it."""
        return self.code != Verdict.NOT_ASSESSED.value

    @property
    def is_missing(self) -> bool:
        """Whether no section was made for it."""
        return self.code == Verdict.MISSING.value


@dataclass(frozen=True)
class ArticleEntries:
    """The paragraphs of one article that somebody has looked at."""

    number: str
    reference: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class BriefArticle:
    """The missing offences of one article."""

    heading: str
    reference: str
    gaps: tuple[Entry, ...]
    why: tuple[str, ...]


@dataclass(frozen=True)
class Brief:
    """What a reader with two minutes has to know."""

    asks: str
    """What the instrument asks for, in a sentence."""
    missing: tuple[BriefArticle, ...]
    """The offences that the law lacks."""
    none_missing: str
    """Where there are none, why: none is missing, nobody has looked, or none is asked for."""
    missing_rules: tuple[str, ...]
    """The other paragraphs for which there is nothing, each with its number."""
    partly: tuple[str, ...]
    good: tuple[str, ...]
    unsettled: tuple[str, ...]
    """What depends on a reading, or on a fact that is not known."""
    star: str
    """What a star behind a name means; empty where none has one."""


@dataclass(frozen=True)
class CitedSection:
    """A section that a verdict names."""

    id: str
    """Its local id."""
    law: str
    heading: str
    native: str
    """Its heading in a language of the jurisdiction's law, where that is not the reader's."""
    nature: str
    since: str
    sanction: str
    level: str
    source: str
    paragraphs: str
    """The paragraphs it answers or catches part of."""


@dataclass(frozen=True)
class EvidenceRow:
    """A published figure that says why paragraphs matter."""

    figure: str
    about: str
    said_by: str
    on: str
    source: str
    paragraphs: str


@dataclass(frozen=True)
class Change:
    """A paragraph on which more or less is said than in a previous assessment."""

    reference: str
    provision: str
    before: str
    after: str
    what: str
    """What is said now, where the verdict is the same and its reasons differ."""


@dataclass(frozen=True)
class Since:
    """What changed since a previous assessment."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Term:
    """A word of the report and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Choices:
    """What the paragraphs can be told apart by: codes with their words, in the order in which they first occur."""

    verdicts: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    duties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReportView:
    """A whole report in one language."""

    title: str
    language: str
    language_name: str
    audience: Audience
    jurisdiction: str
    instrument: str
    as_of: str
    """The day as people write it, in a phrase."""
    day: str
    """The day as people write it."""
    day_code: str
    """The day as data has it."""
    standing: tuple[str, ...]
    """Where the jurisdiction stands towards the instrument, the counts, and what they rest on."""
    disclaimer: str
    warning: str
    """That verdicts rest on texts that were not verified; empty where none does."""
    unverified: str
    """The paragraphs whose verdicts rest on such texts."""
    not_assessed: str
    """The paragraphs that nobody has looked at."""
    counts: tuple[Count, ...]
    """Of the paragraphs that bind, or of all where none binds; worst first."""
    chapters: tuple[ChapterCount, ...]
    entries: tuple[Entry, ...]
    articles: tuple[ArticleEntries, ...]
    """The same without what nobody has looked at, by article."""
    choices: Choices
    brief: Brief
    sections: tuple[CitedSection, ...]
    evidence: tuple[EvidenceRow, ...]
    concordance: tuple[tuple[str, ...], ...]
    concordance_columns: tuple[str, ...]
    since: Since | None
    glossary: tuple[Term, ...]
    method: tuple[str, ...]
    labels: dict[str, str]
    """What renderers name by themselves: columns, headings, buttons."""

    @property
    def gaps(self) -> tuple[Entry, ...]:
        """The binding paragraphs that have a gap."""
        return tuple(entry for entry in self.entries if entry.is_gap)
