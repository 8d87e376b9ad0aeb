"""The arithmetic once more, written from docs/model.md alone: one situation at a time, and nothing of gapcheck.

A situation gives every element one value (`conduct`: `possess`, `condition:for-gain`: `not-met`, …).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import yaml

Tree = Any
"""What a file holds: texts, lists and mappings."""
Words = dict[str, list[str]]
Situation = dict[str, str]
AGES = [*map(str, range(18)), "adult"]
LEAVES_OUT = {"narrowing", "reservation", "limitation", "exclusion"}
HALVES = ["met", "not-met"]


def read(path: Path) -> Tree:
    """Return a file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes texts only


def listed(value: Tree) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def words(scope: Tree) -> Words:
    return {element: listed(terms) for element, terms in scope.items()}


def ages(phrase: str) -> list[str]:
    """Return the ages that a phrase stands for."""
    if phrase in {"any", "adult"}:
        return AGES if phrase == "any" else ["adult"]
    numbers = [int(number) for number in re.findall(r"\d+", phrase)]
    if phrase.startswith("under"):
        return AGES[: numbers[0]]
    if phrase.startswith("not over"):
        return AGES[: min(numbers[0], 17) + 1]
    if phrase.endswith("or over"):
        return AGES[numbers[0] :]
    if phrase.startswith("over"):
        return AGES[min(numbers[0] + 1, 18) :]
    return AGES[numbers[0] : numbers[-1] + 1]


@dataclass(frozen=True)
class Demand:
    """What one paragraph demands, and what may be left out of it."""

    limbs: list[Words]
    options: list[Any]
    contested: list[Any]
    free: list[str]
    """Elements on which the form is free."""


class Law:
    """The files of one instrument and one jurisdiction on one day."""

    def __init__(self, root: Path, instrument: str, jurisdiction: str, day: str) -> None:
        self.root, self.instrument, self.jurisdiction, self.day = root, instrument, jurisdiction, day
        vocabulary = [read(path) for path in sorted((root / "provisions/vocabulary").glob("*.yaml"))]
        self.elements = {one["element"]: one for one in vocabulary if "element" in one}
        self.kinds = next(one["kinds"] for one in vocabulary if "kinds" in one)
        self.defaults = {name: [one["default"]] for name, one in self.elements.items() if "default" in one}

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """The values of every element; each condition is an element of two halves."""
        found = {}
        for name, element in self.elements.items():
            if element["kind"] == "age":
                found[name] = AGES
            elif element["kind"] == "terms":
                found[name] = sorted(element["terms"])
            else:
                found |= {f"condition:{term}": HALVES for term in element["terms"]}
        return found

    def spelled(self, scope: Words) -> Words:
        """Return the scope with its values one by one; an element that may have any value goes without saying."""
        found: Words = {}
        for element, terms in scope.items():
            if element in {"condition", "condition_not_met"}:
                found |= {f"condition:{term}": [HALVES[element == "condition_not_met"]] for term in terms}
            elif self.elements[element]["kind"] == "age":
                found[element] = sorted({age for term in terms for age in ages(term)}, key=AGES.index)
            else:
                found[element] = sorted({value for term in terms for value in self.included(element, term)})
        return {element: values for element, values in found.items() if len(values) < len(self.values[element])}

    def included(self, element: str, term: str) -> Iterator[str]:
        yield term
        for narrower in listed(self.elements[element]["terms"][term].get("covers")):
            yield from self.included(element, narrower)

    @cached_property
    def paragraphs(self) -> dict[str, Any]:
        articles = [read(path) for path in (self.root / "provisions" / self.instrument).glob("art-*.yaml")]
        return {paragraph["id"]: paragraph for article in articles for paragraph in article["paragraphs"]}

    def demand(self, number: str) -> Demand:
        line = [self.paragraphs[number]]
        while "extends" in line[0]:
            line.insert(0, self.paragraphs[line[0]["extends"]])
        kind = self.kinds[line[-1]["kind"]]
        limbs = [words(kind.get("requires", {}))]
        for member in line:
            limbs = [{**before, **words(limb)} for before in limbs for limb in listed(member.get("requires")) or [{}]]
        options = [option for member in line for option in member.get("options", [])]
        contested = [dispute for member in line for dispute in member.get("contested", [])]
        forms = [option["element"] for option in options if option["type"] == "form" and "element" in option]
        return Demand(
            [self.spelled(limb) for limb in limbs], options, contested, [*listed(kind.get("free_choice")), *forms]
        )

    @cached_property
    def mappings(self) -> dict[str, Any]:
        folder = self.root / "national_laws" / self.jurisdiction / "mappings" / self.instrument
        return {one["paragraph"]: one for path in folder.glob("*.yaml") for one in read(path)}

    def reach(self, section: str) -> tuple[list[Words], list[Words]]:
        """Return the scopes that a section reaches for certain on the day, and those that it excludes."""
        versions = read(self.root / "national_laws" / self.jurisdiction / f"{section}.yaml")["versions"]
        for version in versions:
            first, last = version["in_force"]["from"], version["in_force"].get("to", "9999-12-31")
            if (
                first <= self.day <= last
                and version.get("status", "in-force") == "in-force"
                and not version.get("unknown")
            ):
                base = {"nature": [version["nature"]], **self.defaults}
                limbs = [self.spelled({**base, **words(limb)}) for limb in listed(version["reaches"])]
                return limbs, [self.spelled(words(scope)) for scope in listed(version.get("excludes"))]
        return [], []

    def left_out(self, given: Tree) -> list[Words]:
        """Return what an option or a disputed reading leaves out."""
        scopes = [self.spelled(words(given["scope"]))] if "scope" in given else []
        return [*scopes, *({f"condition:{name}": ["not-met"]} for name in listed(given.get("condition")))]

    def classes(self, number: str) -> list[tuple[str, str, list[Words]]]:
        """Return what parts of a residue are, first come first served: class, option and scopes."""
        demand = self.demand(number)
        found = [
            ("permitted", str(option["id"]), self.left_out(option))
            for option in demand.options
            if option["type"] in LEAVES_OUT
        ]
        return [*found, *(("arguable", "", self.left_out(dispute)) for dispute in demand.contested)]


def holds(scope: Words, situation: Situation) -> bool:
    return all(situation[element] in values for element, values in scope.items())


def meet(one: Words, other: Words) -> bool:
    """Whether there is a situation that both scopes hold."""
    return all(set(values) & set(other.get(element, values)) for element, values in one.items())


class Scales:
    """One paragraph of one law, ready to weigh situations."""

    def __init__(self, law: Law, number: str) -> None:
        self.law, self.demand, self.classes = law, law.demand(number), law.classes(number)
        mapping = law.mappings[number]
        self.own = [law.reach(section) for section in listed(mapping.get("sections"))]
        self.incidental = [law.reach(section) for section in listed(mapping.get("incidental"))]
        scopes = [*self.demand.limbs, *(scope for _, _, scopes in self.classes for scope in scopes)]
        scopes += [scope for reach in (*self.own, *self.incidental) for part in reach for scope in part]
        self.elements = sorted({element for scope in scopes for element in scope})

    def is_required(self, situation: Situation) -> bool:
        return any(holds(limb, situation) for limb in self.demand.limbs)

    def is_reached(self, situation: Situation) -> bool:
        return any(
            any(holds(limb, form) for limb in limbs) and not any(holds(scope, form) for scope in excluded)
            for form in self._forms(situation)
            for limbs, excluded in (*self.own, *self.incidental)
        )

    def _forms(self, situation: Situation) -> Iterator[Situation]:
        """Yield the situation in every form that the State may choose."""
        free = [element for element in self.demand.free if element in situation]
        for chosen in product(*(self.law.values[element] for element in free)):
            yield situation | dict(zip(free, chosen, strict=True))

    def weighed(self, situation: Situation, gap: str) -> tuple[str, str] | None:
        """Return the class of what is left of a situation, with its option; nothing where nothing is left."""
        if not self.is_required(situation) or self.is_reached(situation):
            return None
        for kind, option, scopes in self.classes:
            if any(holds(scope, situation) for scope in scopes):
                return kind, option
        return gap, ""

    def situations(self, chance: random.Random, within: Words, most: int) -> Iterable[Situation]:
        """Yield the situations within a scope: all of them, or `most` at random where there are more."""
        values = [within.get(element, self.law.values[element]) for element in self.elements]
        total = 1
        for some in values:
            total *= len(some)
        if total <= most:
            chosen: Iterable[tuple[str, ...]] = product(*values)
        else:
            chosen = (tuple(chance.choice(some) for some in values) for _ in range(most))
        for row in chosen:
            yield dict(zip(self.elements, row, strict=True))

    @property
    def own_reaches_some(self) -> bool:
        """Whether a section made for the paragraph reaches some of it; exact where nothing is excluded."""
        free = self.demand.free
        bare = [
            {element: values for element, values in limb.items() if element not in free} for limb in self.demand.limbs
        ]
        limbs = [limb for limbs, _ in self.own for limb in limbs]
        opened = [{element: values for element, values in limb.items() if element not in free} for limb in limbs]
        return any(meet(limb, required) for limb in opened for required in bare)
