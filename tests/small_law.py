"""Small laws for tests, built in memory: a vocabulary, paragraphs, sections and what a lawyer says about them."""
# ruff: noqa: ANN401 - what is handed on as it comes has the types of the model

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from gapcheck.assess.findings import Finding
from gapcheck.assess.lexicon import Lexicon
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.coverage.region import Region
from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary
from gapcheck.model.laws import Jurisdiction, Law, Section, Version
from gapcheck.model.mappings import Mapping as LawMapping
from gapcheck.model.period import Period
from gapcheck.model.provisions import Article, Contested, Duty, Instrument, Option, OptionType, Paragraph
from gapcheck.model.verification import Level, Verification
from gapcheck.model.vocabulary import Element, ElementKind, Kind, Term

DAY = date(2026, 1, 1)
"""The day on which small laws are assessed."""

Words = dict[str, tuple[str, ...]]
Written = str | Sequence[str]


def english(said: str = "-") -> dict[str, str]:
    return {"en": said}


def words(**elements: Written) -> Words:
    """Return a scope as the binder hands it on: a word alone is a list of one."""
    return {name: (said,) if isinstance(said, str) else tuple(said) for name, said in elements.items()}


def element(name: str, terms: Mapping[str, Iterable[str]] | Iterable[str], default: str | None = None) -> Element:
    """Return an element; a mapping of terms says what each covers."""
    covers = terms if isinstance(terms, Mapping) else dict.fromkeys(terms, ())
    kind = ElementKind.CONDITIONS if name == "condition" else ElementKind.TERMS
    return Element(
        element=name,
        kind=kind,
        label=english(name),
        default=default,
        terms={term: Term(label=english(term), covers=tuple(narrower)) for term, narrower in covers.items()},
    )


def age(name: str) -> Element:
    return Element(element=name, kind=ElementKind.AGE, label=english(name))


def kind(lead: str | None = "conduct", free_choice: Iterable[str] = (), **requires: Written) -> Kind:
    return Kind(label=english(), requires=words(**requires), lead=lead, free_choice=tuple(free_choice))


def vocabulary(*elements: Element, **kinds: Kind) -> Vocabulary:
    return Vocabulary({one.element: one for one in elements}, kinds)


CONDUCT = element(
    "conduct",
    {"produce": (), "possess": (), "make-available": ("publish", "distribute"), "publish": (), "distribute": ()},
)
MENTAL = element(
    "mental",
    {"negligence": ("recklessness",), "recklessness": ("knowledge",), "knowledge": ("intent",), "intent": ()},
)
NATURE = element("nature", ("criminal", "administrative", "civil"))
MATERIAL = element("material", ("real", "virtual"))
CONDITION = element("condition", ("for-gain", "serious-harm"))
VOCABULARY = vocabulary(
    CONDUCT,
    MENTAL,
    NATURE,
    MATERIAL,
    CONDITION,
    age("victim_age"),
    offence=kind(nature="criminal", mental="intent"),
    measure=kind(lead=None, free_choice=("nature",)),
)
LEXICON = Lexicon(VOCABULARY)


def paragraph(*requires: Words, number: str = "1.1", of_kind: str = "offence", **more: Any) -> Paragraph:
    facts = {"duty": Duty.SHALL, "requires": tuple(requires) or None, **more}
    return Paragraph(id=number, kind=of_kind, **facts)


def option(of_type: OptionType, number: str = "1.2", **more: Any) -> Option:
    return Option(id=number, type=of_type, **more)


def contested(**more: Any) -> Contested:
    return Contested(reason=english("Another reading."), **more)


def checked(level: Level | None) -> Verification | None:
    return Verification(level=level) if level else None


def period(first: str = "2000-01-01", last: str | None = None) -> Period:
    return Period(from_=date.fromisoformat(first), to=date.fromisoformat(last) if last else None)


def version(*reaches: Words, **more: Any) -> Version:
    return Version(**{"in_force": period(), "reaches": tuple(reaches), **more})


def section(*versions: Version, number: str = "1") -> Section:
    return Section(section=number, heading=english(), versions=tuple(versions))


def law_that_reaches(*reaches: Words, **more: Any) -> Section:
    return section(version(*reaches, **more))


def mapping(number: str = "1.1", **more: Any) -> LawMapping:
    return LawMapping(paragraph=number, **more)


def article(*paragraphs: Paragraph, number: str = "1", **more: Any) -> Article:
    return Article(article=number, heading=english(), paragraphs=tuple(paragraphs), **more)


def treaty(*articles: Article, name: str = "pact") -> TreatyBook:
    return TreatyBook(Instrument(instrument=name, title=english(name.capitalize())), tuple(articles))


def statutes(
    sections: Mapping[str, Section] | None = None,
    mappings: Iterable[LawMapping] = (),
    laws: Mapping[str, Law] | None = None,
    unreadable: Iterable[str] = (),
    **facts: Any,
) -> StatuteBook:
    """Return the law of a jurisdiction; `facts` are those of its file jurisdiction.yaml."""
    return StatuteBook(
        jurisdiction=Jurisdiction(jurisdiction="zz", name=english("Zedland"), **facts),
        laws=laws or {},
        sections=sections or {},
        mappings={"pact": {one.paragraph: one for one in mappings}},
        unreadable=frozenset(unreadable),
    )


def bench(
    *paragraphs: Paragraph,
    of: StatuteBook | None = None,
    lexicon: Lexicon = LEXICON,
    as_of: date = DAY,
) -> Bench:
    return Bench(treaty(article(*paragraphs)), of or statutes(), lexicon, as_of)


def assessed(on: Bench, number: str = "1.1") -> Finding:
    return assess_paragraph(on, *on.treaty.by_number[number])


def held_against(one: Paragraph, **sections: Section) -> Finding:
    """Return the finding on a paragraph to which all the sections are mapped."""
    book = statutes(_local(sections), [mapping(one.id, sections=tuple(_local(sections)))])
    return assessed(bench(one, of=book), one.id)


def _local(sections: Mapping[str, Section]) -> dict[str, Section]:
    return {f"code/{name}": one for name, one in sections.items()}


def spelled(region: Region) -> list[dict[str, tuple[str, ...]]]:
    return [piece.spelled() for piece in region]


PRODUCE_OR_POSSESS = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"))
"""A paragraph that several tests ask for, and laws that reach all of it or less."""
PRODUCING = law_that_reaches(words(conduct="produce"))
EVERYTHING = law_that_reaches(words(conduct=["produce", "possess"]))
TO_16 = law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 16"))
