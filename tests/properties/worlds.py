"""Small legal worlds, drawn by hypothesis: a vocabulary, a paragraph or two, sections, and a mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from gapcheck.assess.lexicon import Lexicon
from gapcheck.assess.paragraph import Bench
from gapcheck.model.books import Vocabulary
from gapcheck.model.laws import Nature, Section, Version, VersionStatus
from gapcheck.model.mappings import Mapping as LawMapping
from gapcheck.model.period import Period
from gapcheck.model.provisions import Contested, Duty, Option, OptionType, Paragraph
from gapcheck.model.vocabulary import Element
from tests import small_law
from tests.small_law import Words

Drawn = TypeVar("Drawn")

_CHILDREN = tuple(str(year) for year in range(18))
AGES_MEANT: dict[str, tuple[str, ...]] = {
    "under 18": _CHILDREN,
    "under 16": _CHILDREN[:16],
    "under 1": ("0",),
    "not over 16": _CHILDREN[:17],
    "not over 18": _CHILDREN,
    "13 to 15": ("13", "14", "15"),
    "16 to 17": ("16", "17"),
    "16 to 20": ("16", "17"),
    "17": ("17",),
    "16 or over": ("16", "17", "adult"),
    "18 or over": ("adult",),
    "over 15": ("16", "17", "adult"),
    "over 18": ("adult",),
    "adult": ("adult",),
    "any": (*_CHILDREN, "adult"),
}
"""Phrases for ages, spelled out by hand."""

NATURES = ("criminal", "administrative")


@dataclass(frozen=True)
class World:
    """What a paragraph is held against, and the paragraphs."""

    vocabulary: Vocabulary
    paragraphs: tuple[Paragraph, ...]
    sections: Mapping[str, Section]
    mapping: LawMapping
    unreadable: frozenset[str]
    as_of: date

    def bench(self) -> Bench:
        """Return the world as the assessment takes it; the mapping speaks of the last paragraph."""
        book = small_law.statutes(self.sections, [self.mapping], unreadable=self.unreadable)
        treaty = small_law.treaty(small_law.article(*self.paragraphs))
        return Bench(treaty, book, Lexicon(self.vocabulary), self.as_of)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that is assessed."""
        return self.paragraphs[-1]


def some(values: Sequence[Drawn], least: int = 0, most: int | None = None) -> st.SearchStrategy[tuple[Drawn, ...]]:
    """Return several of the values, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


def terms_named(letter: str, most: int) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """Return terms with what each covers: chains, diamonds, now and then a circle."""
    names = st.integers(1, most).map(lambda count: [f"{letter}{number}" for number in range(count)])
    return names.flatmap(lambda known: st.fixed_dictionaries({name: some(known, most=2) for name in known}))


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    elements = [
        small_law.element("conduct", draw(terms_named("act", 4))),
        small_law.element("nature", NATURES),
        small_law.element("condition", [f"fact{number}" for number in range(draw(st.integers(0, 2)))]),
    ]
    if draw(st.booleans()):
        material = draw(terms_named("thing", 3))
        elements.append(small_law.element("material", material, draw(st.sampled_from([None, *material]))))
    if draw(st.booleans()):
        elements.append(small_law.age("victim_age"))
    order = draw(st.permutations(elements))
    requires = draw(st.sampled_from([{}, {"nature": "criminal"}]))
    kind = small_law.kind(
        draw(st.sampled_from(["conduct", None])),
        draw(st.sampled_from([(), (), (), ("nature",)])),
        **requires,
    )
    return small_law.vocabulary(*order, offence=kind)


@st.composite
def scopes(
    draw: st.DrawFn,
    elements: Mapping[str, Element],
    halves: Mapping[str, str] | None = None,
    *,
    least: int = 0,
    most: int = 3,
) -> Words:
    """Draw a scope as it is written; `halves` says which half of a condition may be asked for, either without it."""
    written: Words = {}
    for name in draw(some([name for name in elements if name != "condition"], least, most)):
        values = tuple(elements[name].terms) or tuple(AGES_MEANT)
        written[name] = draw(some(values, least=1, most=2))
    conditions = tuple(elements["condition"].terms)
    asked: dict[str, list[str]] = {}
    for term in draw(some(conditions, most=1 if draw(st.booleans()) else None)):
        half = halves[term] if halves else draw(st.sampled_from(["condition", "condition_not_met"]))
        asked.setdefault(half, []).append(term)
    return written | {half: tuple(terms) for half, terms in asked.items()}


@st.composite
def options(draw: st.DrawFn, elements: Mapping[str, Element], halves: Mapping[str, str], number: str) -> Option:
    of_type = draw(st.sampled_from(OptionType))
    facts: dict[str, Any] = {
        "scope": draw(st.none() | scopes(elements)),
        "condition": draw(some(tuple(elements["condition"].terms), most=1)),
    }
    if of_type is OptionType.FORM:
        facts["element"] = draw(st.sampled_from([None, *(name for name in elements if name != "condition")]))
    if of_type is OptionType.ALTERNATIVE_MEANS:
        facts["instead"] = draw(st.none() | scopes(elements, halves))
    return Option(id=number, type=of_type, protects=draw(st.booleans()), **facts)


@st.composite
def disputes(draw: st.DrawFn, elements: Mapping[str, Element]) -> Contested:
    if draw(st.booleans()):
        return small_law.contested(scope=draw(scopes(elements)))
    return small_law.contested(condition=draw(some(tuple(elements["condition"].terms))))


@st.composite
def paragraphs(draw: st.DrawFn, elements: Mapping[str, Element]) -> tuple[Paragraph, ...]:
    """Draw one paragraph, or one and a second that extends it."""
    halves = {term: draw(st.sampled_from(["condition", "condition_not_met"])) for term in elements["condition"].terms}
    drawn: list[Paragraph] = []
    for number in range(1, draw(st.sampled_from([2, 2, 3]))):
        requires = draw(st.lists(scopes(elements, halves), min_size=1 if number == 1 else 0, max_size=2))
        drawn.append(
            small_law.paragraph(
                *requires,
                number=f"1.{number}",
                duty=draw(st.sampled_from([Duty.SHALL, Duty.MAY])),
                lead=draw(st.sampled_from([None, None, *(name for name in elements if name != "condition")])),
                extends="1.1" if number > 1 else None,
                contested=tuple(draw(st.lists(disputes(elements), max_size=1))),
                options=tuple(
                    draw(options(elements, halves, f"1.{number}.{place}")) for place in range(draw(st.integers(0, 2)))
                ),
            )
        )
    return tuple(drawn)


_FIRST_DAY = date(2020, 1, 1)
_DATES = st.dates(_FIRST_DAY, date(2020, 1, 4))


@st.composite
def versions(draw: st.DrawFn, elements: Mapping[str, Element], *, known: bool = False) -> Version:
    last = draw(st.sampled_from([None, None, None, _FIRST_DAY, date(2020, 1, 3)]))
    unknown = [*(name for name in elements if name != "condition"), *elements["condition"].terms]
    return Version(
        in_force=Period(from_=draw(st.just(_FIRST_DAY) | st.just(_FIRST_DAY) | _DATES), to=last),
        status=draw(st.sampled_from([*[VersionStatus.IN_FORCE] * 5, VersionStatus.VOID])),
        nature=Nature(draw(st.sampled_from((*["criminal"] * 3, *NATURES)))),
        reaches=tuple(
            draw(st.lists(scopes(elements, most=2), min_size=draw(st.sampled_from([0, 1, 1, 1])), max_size=3))
        ),
        excludes=tuple(draw(st.lists(scopes(elements, least=1), max_size=1))),
        unknown=()
        if known
        else draw(st.sampled_from([(), (), (), (), *((name,) for name in unknown), tuple(unknown[:2])])),
    )


def sections(elements: Mapping[str, Element], *, known: bool = False) -> st.SearchStrategy[Section]:
    drawn = st.lists(versions(elements, known=known), min_size=1, max_size=2)
    return drawn.map(lambda versions_drawn: small_law.section(*versions_drawn))


@st.composite
def worlds(draw: st.DrawFn, *, known: bool = False) -> World:
    """Draw a world; `known` keeps out what nobody has been able to establish."""
    vocabulary = draw(vocabularies())
    members = draw(paragraphs(vocabulary.elements))
    names = [f"code/{number}" for number in range(draw(st.sampled_from([1, 2, 3, 4, 0])))]
    roles = {name: draw(st.sampled_from(["own", "own", "incidental", "unmapped"])) for name in names}
    unreadable = () if known else draw(st.sampled_from([(), (), (), tuple(names[:1])]))
    return World(
        vocabulary=vocabulary,
        paragraphs=members,
        sections={name: draw(sections(vocabulary.elements, known=known)) for name in names if name not in unreadable},
        mapping=LawMapping(
            paragraph=members[-1].id,
            sections=tuple(name for name in names if roles[name] == "own"),
            incidental=tuple(name for name in names if roles[name] == "incidental"),
            searched=("code",),
        ),
        unreadable=frozenset(unreadable),
        as_of=draw(_DATES),
    )


@st.composite
def shuffled(draw: st.DrawFn, world: World) -> World:
    """Draw the same world in another order: files, sections, versions' limbs, terms and elements."""

    def mixed(values: Sequence[Drawn]) -> tuple[Drawn, ...]:
        return tuple(draw(st.permutations(values)))

    def scope(written: Words) -> Words:
        return {name: mixed(written[name]) for name in mixed(tuple(written))}

    def version(one: Version) -> Version:
        return replace(
            one,
            reaches=mixed([scope(limb) for limb in one.reaches]),
            excludes=mixed([scope(limb) for limb in one.excludes]),
        )

    elements = world.vocabulary.elements
    return replace(
        world,
        vocabulary=replace(
            world.vocabulary,
            elements={
                name: replace(elements[name], terms=dict(mixed(tuple(elements[name].terms.items()))))
                for name in mixed(tuple(elements))
            },
        ),
        paragraphs=tuple(
            replace(one, requires=one.requires and mixed([scope(limb) for limb in one.requires]))
            for one in world.paragraphs
        ),
        sections={
            name: replace(world.sections[name], versions=tuple(version(one) for one in world.sections[name].versions))
            for name in mixed(tuple(world.sections))
        },
        mapping=replace(
            world.mapping,
            sections=mixed(world.mapping.sections),
            incidental=mixed(world.mapping.incidental),
        ),
    )
