"""The arithmetic once more, written from docs/model.md alone and with nothing of gapcheck.

A situation gives every element one value (`conduct`: `possess`, `condition:for-gain`: `not-met`, …). What is left of a
paragraph is found in two ways: one situation at a time (`weighed`), and whole by taking one scope from another
(`residue`, `verdict`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
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
LEAVES_OUT = {"narrowing", "reservation", "limitation", "exclusion", "alternative-means"}
LOCAL_AGE = "under the age of consent"
FOREVER = "9999-12-31"
IN_DAYS = {"hours": 1 / 24, "days": 1, "months": 30, "years": 365}
HALVES = ["met", "not-met"]


def read(path: Path) -> Tree:
    """Return a file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes texts only


def listed(value: Tree) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def words(scope: Tree) -> Words:
    return {element: listed(terms) for element, terms in scope.items()}


def ages(phrase: str) -> list[str]:
    """Return the ages that a phrase stands for; an age that is a matter of local law is that of all children."""
    whole = {"any": AGES, "adult": ["adult"], LOCAL_AGE: AGES[:18]}
    if phrase in whole:
        return whole[phrase]
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
    written: list[Words]
    """The limbs as they are written, term by term."""
    measures: list[Any]
    """The figures that are asked for."""


@dataclass(frozen=True)
class Class:
    """A part of what is left: what makes it more than a gap, and which scopes it takes."""

    name: str
    option: str
    scopes: list[Words]
    instead: list[Words]
    """What must be reached, all of it, for the option to count."""


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

    @cached_property
    def facts(self) -> Tree:
        return read(self.root / "national_laws" / self.jurisdiction / "jurisdiction.yaml")

    def local(self, limb: Words) -> Words:
        """Return the limb with the age of consent of the jurisdiction written in."""
        own = f"under {self.facts['age_of_consent']}" if "age_of_consent" in self.facts else LOCAL_AGE
        return {element: [own if term == LOCAL_AGE else term for term in terms] for element, terms in limb.items()}

    def demand(self, number: str) -> Demand:
        line = [self.paragraphs[number]]
        while "extends" in line[0]:
            line.insert(0, self.paragraphs[line[0]["extends"]])
        kind = self.kinds[line[-1]["kind"]]
        limbs = [words(kind.get("requires", {}))]
        for member in line:
            more = [self.local(words(limb)) for limb in listed(member.get("requires")) or [{}]]
            limbs = [{**before, **limb} for before in limbs for limb in more]
        options = [option for member in line for option in member.get("options", [])]
        contested = [dispute for member in line for dispute in member.get("contested", [])]
        forms = [option["element"] for option in options if option["type"] == "form" and "element" in option]
        return Demand(
            [self.spelled(limb) for limb in limbs],
            options,
            contested,
            [*listed(kind.get("free_choice")), *forms],
            limbs,
            line[-1].get("measures", []),
        )

    def mappings_to(self, instrument: str) -> dict[str, Any]:
        folder = self.root / "national_laws" / self.jurisdiction / "mappings" / instrument
        return {one["paragraph"]: one for path in folder.glob("*.yaml") for one in read(path)}

    @cached_property
    def mappings(self) -> dict[str, Any]:
        """Return the mappings; one that is answered via others has their sections and searches too."""
        books: dict[str, dict[str, Any]] = {self.instrument: self.mappings_to(self.instrument)}
        whole = {}
        for number, mapping in books[self.instrument].items():
            joined = [mapping]
            for written in listed(mapping.get("via")):
                instrument, _, other = written.rpartition(":")
                book = books.setdefault(instrument or self.instrument, self.mappings_to(instrument or self.instrument))
                joined += [book[other]] if other in book else []
            every = {
                name: list(dict.fromkeys(one for part in joined for one in listed(part.get(name))))
                for name in ("sections", "incidental", "searched", "left_to")
            }
            every["incidental"] = [local for local in every["incidental"] if local not in every["sections"]]
            whole[number] = {**mapping, **every}
        return whole

    def version(self, section: str) -> Tree:
        """Return the version of a section that is law on the day, or nothing."""
        path = self.root / "national_laws" / self.jurisdiction / f"{section}.yaml"
        for version in read(path)["versions"] if path.exists() else []:
            first, last = version["in_force"]["from"], version["in_force"].get("to", FOREVER)
            if first <= self.day <= last and version.get("status", "in-force") == "in-force":
                return version
        return None

    def reach(self, section: str, *, at_best: bool = False) -> tuple[list[Words], list[Words]]:
        """Return the scopes that a section reaches on the day, for certain or at best, and those that it excludes.

        Of an element that is not known it reaches nothing for certain, of a condition what meets it; at best anything.
        """
        version = self.version(section)
        if version is None:
            return [], []
        base = {"nature": [version.get("nature", "criminal")], **self.defaults}
        limbs = [self.spelled({**base, **words(limb)}) for limb in listed(version["reaches"])]
        for unknown in listed(version.get("unknown")):
            element = unknown if unknown in self.elements else f"condition:{unknown}"
            if at_best:
                limbs = [{name: values for name, values in limb.items() if name != element} for limb in limbs]
            elif element == unknown:
                limbs = []
            else:
                limbs = [both for limb in limbs if (both := common(limb, {element: ["met"]})) is not None]
        return limbs, [self.spelled(words(scope)) for scope in listed(version.get("excludes"))]

    def left_out(self, given: Tree) -> list[Words]:
        """Return what an option or a disputed reading leaves out."""
        scopes = [self.spelled(words(given["scope"]))] if "scope" in given else []
        return [*scopes, *({f"condition:{name}": ["not-met"]} for name in listed(given.get("condition")))]

    @cached_property
    def record(self) -> Tree:
        """Return the newest record of where the jurisdiction stands, if it was a party on the day; else nothing."""
        records = [one for one in self.facts.get("treaties", []) if one["instrument"] == self.instrument]
        if not records:
            return None
        newest = max(records, key=lambda one: one["as_of"])
        party = newest["status"] in {"ratified", "acceded"} and newest.get("ratified", "") <= self.day
        return newest if party else None

    def used(self, option: Tree) -> list[list[Words]] | None:
        """Return what the State leaves out by an option, deposit by deposit; nothing where nobody recorded it.

        Whoever is no party can still deposit what the option needs.
        """
        left_out = self.left_out(option)
        if self.record is None or option.get("needs", "nothing") == "nothing":
            return [left_out]
        made = [
            one
            for one in self.record.get("deposits", [])
            if f"{option['id']}.".startswith(f"{one['option']}.")
            and one["made"] <= self.day <= one.get("withdrawn", FOREVER)
        ]
        if not made and ("deposits" not in self.record or self.record.get("deposits_complete") in {"no", "false"}):
            return None
        found = []
        for one in made:
            only = self.spelled(words(one.get("scope", {})))
            found.append([both for scope in left_out if (both := common(scope, only)) is not None])
        return found

    def classes(self, number: str, *, at_best: bool = False) -> list[Class]:
        """Return what parts of a residue are, first come first served; at best with options that nobody recorded."""
        demand = self.demand(number)
        found, open_yet = [], []
        for option in demand.options:
            if option["type"] not in LEAVES_OUT:
                continue
            instead = words(option["instead"]) if "instead" in option else None
            ways = [] if instead is None else [self.spelled({**limb, **instead}) for limb in demand.written]
            used = self.used(option)
            if used is None:
                open_yet.append(Class("permitted", str(option["id"]), self.left_out(option), ways))
            else:
                found += [Class("permitted", str(option["id"]), scopes, ways) for scopes in used]
        disputed = [Class("arguable", "", self.left_out(dispute), []) for dispute in demand.contested]
        return [*found, *(open_yet if at_best else []), *disputed]


def common(one: Words, other: Words) -> Words | None:
    """Return what two scopes have in common."""
    both = {
        element: [value for value in one.get(element, other.get(element, [])) if value in other.get(element, [value])]
        for element in {**one, **other}
    }
    return both if all(both.values()) else None


def holds(scope: Words, situation: Situation) -> bool:
    return all(situation[element] in values for element, values in scope.items())


def meet(one: Words, other: Words) -> bool:
    """Whether there is a situation that both scopes hold."""
    return all(set(values) & set(other.get(element, values)) for element, values in one.items())


class Scales:
    """One paragraph of one law, ready to weigh situations, and the whole."""

    def __init__(self, law: Law, number: str, *, at_best: bool = False) -> None:
        self.law, self.number, self.demand = law, number, law.demand(number)
        self.mapping = law.mappings[number]
        self.own = [law.reach(section, at_best=at_best) for section in self.mapping["sections"]]
        self.incidental = [law.reach(section, at_best=at_best) for section in self.mapping["incidental"]]
        classes = law.classes(number, at_best=at_best)
        self.classes = [one for one in classes if not self.left(one.instead, self.reached)]
        scopes = [*self.demand.limbs, *(scope for one in self.classes for scope in one.scopes)]
        scopes += [scope for reach in (*self.own, *self.incidental) for part in reach for scope in part]
        self.elements = sorted({element for scope in scopes for element in scope})

    def without(self, scope: Words, other: Words) -> list[Words]:
        """Return what is left of a scope without another, in scopes that do not overlap."""
        if common(scope, other) is None:
            return [scope]
        parts, inside = [], scope
        for element, values in other.items():
            mine = inside.get(element, self.law.values[element])
            if outside := [value for value in mine if value not in values]:
                parts.append({**inside, element: outside})
            inside = {**inside, element: [value for value in mine if value in values]}
        return parts

    def left(self, scopes: Iterable[Words], taken: Sequence[Words]) -> list[Words]:
        """Return what is left of scopes once others are taken away."""
        found = list(scopes)
        for other in taken:
            found = [part for scope in found for part in self.without(scope, other)]
        return found

    def _bare(self, reaches: Iterable[tuple[list[Words], list[Words]]]) -> list[Words]:
        """Return what sections reach, whatever the form that they choose."""
        parts = (part for limbs, excluded in reaches for part in self.left(limbs, excluded))
        return [{name: values for name, values in part.items() if name not in self.demand.free} for part in parts]

    @cached_property
    def reached(self) -> list[Words]:
        return self._bare([*self.own, *self.incidental])

    def residue(self) -> Iterator[tuple[str, str, list[Words]]]:
        """Yield what is left, part by part: class, option and scopes; what nothing excuses comes last, as a gap."""
        rest = self.left(self.demand.limbs, self.reached)
        for one in self.classes:
            part = [both for scope in rest for other in one.scopes if (both := common(scope, other)) is not None]
            rest = self.left(rest, one.scopes)
            yield one.name, one.option, part
        yield "gap", "", rest

    def by_scopes(self) -> str:
        """Return the verdict by what is left, figures aside."""
        left = {name for name, _, part in self.residue() if part}
        if "gap" in left:
            own = self._bare(self.own)
            return "partial" if any(meet(limb, one) for limb in self.demand.limbs for one in own) else "missing"
        return "arguable" if "arguable" in left else "aligned-by-option" if left else "aligned"

    def figures(self) -> list[bool | None]:
        """Return of each figure that is asked for whether it is met; nothing where no section sets it."""
        found = []
        versions = [self.law.version(local) for local in (*self.mapping["sections"], *self.mapping["incidental"])]
        for asked in self.demand.measures:
            ours = int(asked["value"]) * IN_DAYS[asked["unit"]]
            theirs = [
                int(one["value"]) * IN_DAYS[one["unit"]]
                for version in versions
                if version
                for one in version.get("measures", [])
                if one["measure"] == asked["measure"]
            ]
            met = [length >= ours if asked["comparator"] == "at-least" else length <= ours for length in theirs]
            found.append(any(met) if met else None)
        return found

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
        for one in self.classes:
            if any(holds(scope, situation) for scope in one.scopes):
                return one.name, one.option
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


def verdict(law: Law, number: str) -> str:
    """Return the verdict on a paragraph."""
    mapping = law.mappings.get(number, {})
    if "not_applicable" in mapping:
        return "not-applicable"
    if not any(mapping.get(name) for name in ("sections", "incidental", "searched")):
        return "not-assessed"
    certain = Scales(law, number)
    found, figures = certain.by_scopes(), certain.figures()
    if found != Scales(law, number, at_best=True).by_scopes():
        return "undetermined"
    if found in {"aligned", "aligned-by-option", "arguable"} and not all(figures):
        found = "partial" if False in figures else "undetermined"
    return "undetermined" if found in {"partial", "missing"} and mapping["left_to"] else found
