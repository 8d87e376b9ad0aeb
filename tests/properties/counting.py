"""The assessment once more, by counting situations one by one: what the arithmetic of scopes is held against.

A situation names one value of every element, and everything here is a set of situations. Nothing is shared with the
product but the types in which laws are written: no masks, no pieces, no reading of ages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from gapcheck.coverage.scope import Scope
from gapcheck.model.laws import Section, Version, VersionStatus
from gapcheck.model.provisions import Option, OptionType, Paragraph
from gapcheck.model.verdicts import Verdict
from gapcheck.model.vocabulary import Element, ElementKind
from tests.properties.worlds import AGES_MEANT, World

Situation = tuple[str, ...]
Situations = frozenset[Situation]
NOTHING: Situations = frozenset()
YEARS = tuple(str(year) for year in range(18))


class Counting:
    """All situations that a vocabulary can tell apart."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self.elements = elements
        self.values: dict[str, tuple[str, ...]] = {}
        for name, element in elements.items():
            if name == "condition":
                self.values |= {f"condition:{term}": ("met", "not-met") for term in element.terms}
            elif element.kind is ElementKind.AGE:
                self.values[name] = (*YEARS, "adult")
            else:
                self.values[name] = tuple(element.terms)
        self.axes = tuple(self.values)
        self.all = frozenset(product(*self.values.values()))

    def of(self, allowed: Mapping[str, Iterable[str]]) -> Situations:
        """Return the situations with these values; an element that is not named is open."""
        return frozenset(product(*(allowed.get(axis, values) for axis, values in self.values.items())))

    def in_scope(self, scope: Scope) -> Situations:
        return self.of(scope.spelled())

    def in_scopes(self, scopes: Iterable[Scope]) -> Situations:
        return NOTHING.union(*map(self.in_scope, scopes))

    def meant(self, words: Mapping[str, Iterable[str]]) -> Situations:
        """Return the situations that a scope of a file means."""
        allowed: dict[str, Iterable[str]] = {}
        for element, terms in words.items():
            if element in {"condition", "condition_not_met"}:
                half = "met" if element == "condition" else "not-met"
                allowed |= {f"condition:{term}": (half,) for term in terms}
            elif self.elements[element].kind is ElementKind.AGE:
                allowed[element] = {age for phrase in terms for age in AGES_MEANT[phrase]}
            else:
                allowed[element] = self._included(element, terms)
        return self.of(allowed)

    def meant_by_any(self, scopes: Iterable[Mapping[str, Iterable[str]]]) -> Situations:
        """Return the situations that lie in one of the scopes."""
        return NOTHING.union(*map(self.meant, scopes))

    def _included(self, element: str, terms: Iterable[str]) -> set[str]:
        included = set(terms)
        while more := {low for term in included for low in self.elements[element].terms[term].covers} - included:
            included |= more
        return included

    def opened(self, situations: Situations, axes: Iterable[str]) -> Situations:
        """Return the situations that differ from one of these on the axes at most."""
        for axis in axes:
            place = self.axes.index(axis)
            situations = frozenset(
                (*one[:place], value, *one[place + 1 :]) for one in situations for value in self.values[axis]
            )
        return situations

    def with_value(self, situations: Situations, axis: str, values: Iterable[str]) -> Situations:
        place, wanted = self.axes.index(axis), set(values)
        return frozenset(one for one in situations if one[place] in wanted)

    def values_of(self, situations: Situations, axis: str) -> set[str]:
        place = self.axes.index(axis)
        return {one[place] for one in situations}

    def widenings(self, scope: Scope) -> Iterator[Situations]:
        """Yield what is added when one more value is allowed on one axis."""
        allowed = scope.spelled()
        for axis, values in self.values.items():
            for value in values:
                if value not in allowed.get(axis, values):
                    yield self.of({**allowed, axis: (value,)})


@dataclass(frozen=True)
class Split:
    """What is left of a requirement, by what it is."""

    verdict: Verdict
    reached: Situations
    residue: Situations
    permitted: dict[str, Situations]
    arguable: dict[int, Situations]
    gap: Situations
    own: bool


@dataclass(frozen=True)
class Expected:
    """What counting says about a paragraph."""

    verdict: Verdict
    required: Situations
    worst: Split
    best: Split


def expected(counting: Counting, world: World, paragraph: Paragraph) -> Expected:
    """Return what section 5 of the model says, step by step."""
    line = [paragraph]
    while line[0].extends:
        line.insert(0, next(one for one in world.paragraphs if one.id == line[0].extends))
    kind = world.vocabulary.kinds[paragraph.kind]
    limbs = [dict(kind.requires)]
    for member in line:
        limbs = [{**limb, **restated} for limb in limbs for restated in member.requires or ({},)]
    options = [option for member in line for option in member.options]
    free = {*kind.free_choice, *(one.element for one in options if one.type is OptionType.FORM and one.element)}
    splits = []
    for side in (0, 1):
        own, incidental = (
            NOTHING.union(*(counting.opened(_reach(counting, world, name)[side], free) for name in names))
            for names in (world.mapping.sections, world.mapping.incidental)
        )
        splits.append(_split(counting, line, limbs, own, incidental))
    worst, best = splits
    verdict = worst.verdict if worst.verdict is best.verdict else Verdict.UNDETERMINED
    return Expected(verdict, counting.meant_by_any(limbs), worst, best)


def _split(
    counting: Counting,
    line: list[Paragraph],
    limbs: list[dict[str, tuple[str, ...]]],
    own: Situations,
    incidental: Situations,
) -> Split:
    required, reached = counting.meant_by_any(limbs), own | incidental
    residue = rest = required - reached
    permitted: dict[str, Situations] = {}
    for option in (one for member in line for one in member.options):
        inside = _may_be_left_out(counting, option, limbs, reached)
        if inside & rest:
            permitted[option.id] = inside & rest
        rest -= inside
    arguable: dict[int, Situations] = {}
    for disputed in (one for member in line for one in member.contested):
        inside = _outside(counting, disputed.scope, disputed.condition)
        if inside & rest:
            arguable[id(disputed)] = inside & rest
        rest -= inside
    if rest:
        verdict = Verdict.PARTIAL if own & required else Verdict.MISSING
    elif arguable:
        verdict = Verdict.ARGUABLE
    else:
        verdict = Verdict.ALIGNED_BY_OPTION if permitted else Verdict.ALIGNED
    return Split(verdict, reached, residue, permitted, arguable, rest, bool(own & required))


def _may_be_left_out(
    counting: Counting, option: Option, limbs: list[dict[str, tuple[str, ...]]], reached: Situations
) -> Situations:
    if option.type in {OptionType.EXTENSION, OptionType.FORM}:
        return NOTHING
    if option.instead is not None and not all(counting.meant({**limb, **option.instead}) <= reached for limb in limbs):
        return NOTHING
    return _outside(counting, option.scope, option.condition)


def _outside(counting: Counting, scope: Mapping[str, tuple[str, ...]] | None, conditions: Iterable[str]) -> Situations:
    """Return what lies in the scope, and what meets one of the conditions not."""
    inside = NOTHING if scope is None else counting.meant(scope)
    return inside.union(*(counting.of({f"condition:{name}": ("not-met",)}) for name in conditions))


def in_force(section: Section, world: World) -> Version | None:
    """Return the first version that is law on the day."""
    for version in section.versions:
        begun, last = version.in_force.from_ <= world.as_of, version.in_force.to
        if version.status is VersionStatus.IN_FORCE and begun and (last is None or world.as_of <= last):
            return version
    return None


def _reach(counting: Counting, world: World, local: str) -> tuple[Situations, Situations]:
    """Return what a section reaches where the unknown reaches nothing, and where it reaches everything."""
    if local in world.unreadable:
        return NOTHING, counting.all
    version = in_force(world.sections[local], world)
    return version_reach(counting, version) if version else (NOTHING, NOTHING)


def version_reach(counting: Counting, version: Version) -> tuple[Situations, Situations]:
    """Return what a version reaches at least and at best."""
    unnamed = {"nature": (version.nature.value,)}
    for name, element in counting.elements.items():
        if element.default:
            unnamed[name] = (element.default,)
    least = most = counting.meant_by_any({**unnamed, **limb} for limb in version.reaches)
    for unknown in version.unknown:
        condition = f"condition:{unknown}"
        if condition in counting.axes:
            # A law that may or may not ask for a condition reaches what meets it in both cases.
            least = counting.with_value(least, condition, ("met",))
            most = counting.opened(most, (condition,))
        else:
            least, most = NOTHING, counting.opened(most, (unknown,))
    excluded = counting.meant_by_any(version.excludes)
    return least - excluded, most - excluded
