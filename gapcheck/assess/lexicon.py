"""The meaning of words in scopes: which values of which axis a term, an age or a condition stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.coverage.scope import Masks, Scope
from gapcheck.coverage.space import Axis, Space
from gapcheck.model.reading import Unreadable
from gapcheck.model.vocabulary import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gapcheck.model.books import Vocabulary
    from gapcheck.model.vocabulary import Element

CONDITION = "condition"
CONDITION_NOT_MET = "condition_not_met"
MET, NOT_MET = "met", "not-met"
ADULT = "adult"
AGES = (*(str(years) for years in range(18)), ADULT)
"""The values of an age: whole years from 0 to 17, and everybody from 18."""

AGE_OF_CONSENT = "under the age of consent"
"""An age that each jurisdiction sets for itself; it stands for everybody under 18 as long as nobody says who asks."""

_FULL_AGE = AGES.index(ADULT)
_AGE = re.compile(
    r"under (?P<under>\d{1,3})|not over (?P<not_over>\d{1,3})|over (?P<over>\d{1,3})|(?P<least>\d{1,3}) or over"
    r"|(?P<first>\d{1,3}) to (?P<last>\d{1,3})|(?P<years>\d{1,3})|(?P<adult>adult)|any",
    re.ASCII,
)


def ages(written: str) -> tuple[str, ...]:
    """Return the ages that a phrase stands for; what it says of people over 18 counts only if it takes them all.

    >>> ages("16 to 17"), ages("not over 2"), ages("17 or over")
    (('16', '17'), ('0', '1', '2'), ('17', 'adult'))
    """
    phrase = written.strip()
    found = _AGE.fullmatch("under 18" if phrase == AGE_OF_CONSENT else phrase)
    if not found:
        raise Unreadable("age-not-readable", found=written)
    said = {name: int(value) for name, value in found.groupdict().items() if value and name != "adult"}
    first, after = 0, None
    match found.lastgroup:
        case "under":
            after = said["under"]
        case "not_over":
            after = said["not_over"] + 1
        case "years":
            first, after = said["years"], said["years"] + 1
        case "last":
            first, after = said["first"], said["last"] + 1
        case "least":
            first = said["least"]
        case "over":
            # "over 18" is read as everybody of full age: the year of being 18 is not split.
            first = said["over"] + (said["over"] < _FULL_AGE)
        case "adult":
            first = _FULL_AGE
        case _:
            pass  # any
    meant = AGES[first:] if after is None else AGES[first : min(after, _FULL_AGE)]
    if not meant:
        raise Unreadable("age-not-readable", found=written)
    return meant


@dataclass(frozen=True)
class Problem:
    """A word that has no meaning: where it stands in the scope, and what is known instead."""

    code: str
    at: tuple[str | int, ...]
    found: str
    allowed: tuple[str, ...] = ()


class Lexicon:
    """The vocabulary, ready for arithmetic."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Spell out every term: the term itself and all that it covers."""
        self.vocabulary = vocabulary
        self._known_masks: dict[tuple[str, tuple[str, ...]], Masks] = {}
        self.elements = vocabulary.elements
        condition = vocabulary.elements.get(CONDITION)
        self.conditions: tuple[str, ...] = tuple(condition.terms) if condition else ()
        others = [element for name, element in sorted(self.elements.items()) if name != CONDITION]
        named = [element for element in others if _values(element)]
        axes = [Axis(element.element, _values(element)) for element in named]
        axes += [Axis(f"{CONDITION}:{term}", (MET, NOT_MET)) for term in sorted(self.conditions)]
        self.space = Space(tuple(axes))
        self.meanings = {element.element: spelled_out(element) for element in named}
        self.defaults = {element.element: (element.default,) for element in named if element.default in element.terms}

    def axis(self, element: str) -> int:
        """Return the number of the element's axis."""
        return self.space.index[element]

    def scope(self, words: Mapping[str, Iterable[str]]) -> Scope:
        """Return the scope that the words stand for; a word without meaning raises Unreadable."""
        masks: Masks = {}
        for element, terms in words.items():
            masks.update(self._masks(element, tuple(terms)))
        return Scope(self.space, masks)

    def _masks(self, element: str, terms: tuple[str, ...]) -> Masks:
        """Return the masks that words of one element stand for; the same words come again and again."""
        said = (element, terms)
        if said not in self._known_masks:
            for problem in self.problems({element: terms}):
                raise Unreadable(problem.code, at=problem.at, found=problem.found)
            if element in {CONDITION, CONDITION_NOT_MET}:
                half = MET if element == CONDITION else NOT_MET
                restrictions: dict[str, Iterable[str]] = {f"{CONDITION}:{term}": (half,) for term in terms}
            else:
                restrictions = {element: self._values(element, terms)}
            self._known_masks[said] = Scope.of(self.space, restrictions).masks
        return self._known_masks[said]

    def problems(self, words: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
        """Yield the words that have no meaning."""
        known = (*self.space_elements(), CONDITION, CONDITION_NOT_MET)
        for element, terms in words.items():
            if element not in known:
                yield Problem("unknown-element", (element,), element, known)
                continue
            for number, term in enumerate(terms):
                yield from self._problem_of(element, term, (element, number))

    def space_elements(self) -> tuple[str, ...]:
        """Return the names of the elements that a scope can restrict, conditions aside."""
        return tuple(self.meanings)

    def _problem_of(self, element: str, term: str, at: tuple[str | int, ...]) -> Iterator[Problem]:
        if element in {CONDITION, CONDITION_NOT_MET}:
            if term not in self.conditions:
                yield Problem("unknown-term", at, term, self.conditions)
        elif self.elements[element].kind is ElementKind.AGE:
            try:
                ages(term)
            except Unreadable:
                yield Problem("age-not-readable", at, term)
        elif term not in self.meanings[element]:
            yield Problem("unknown-term", at, term, tuple(self.meanings[element]))

    def _values(self, element: str, terms: Iterable[str]) -> set[str]:
        if self.elements[element].kind is ElementKind.AGE:
            return {age for term in terms for age in ages(term)}
        meanings = self.meanings[element]
        return {value for term in terms for value in meanings[term]}


def _values(element: Element) -> tuple[str, ...]:
    return AGES if element.kind is ElementKind.AGE else tuple(sorted(element.terms))


def spelled_out(element: Element) -> dict[str, frozenset[str]]:
    """Return every term with all the terms that it includes, itself first of all."""
    found: dict[str, frozenset[str]] = {}
    for name in element.terms:
        included, waiting = {name}, [name]
        while waiting:
            for narrower in element.terms[waiting.pop()].covers:
                if narrower in element.terms and narrower not in included:
                    included.add(narrower)
                    waiting.append(narrower)
        found[name] = frozenset(included)
    return found
