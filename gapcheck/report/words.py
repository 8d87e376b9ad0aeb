"""Words for scopes: the broadest terms that fit exactly, ages as ranges, conditions as "unless"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import ADULT, CONDITION, NOT_MET
from gapcheck.model.vocabulary import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.coverage.scope import Scope
    from gapcheck.report.messages import Messages

MANY, FEW = 12, 6
"""More labels than MANY are said by what they leave out, where that takes no more than FEW."""


class Wording:
    """Says scopes in one language, with the labels of the vocabulary."""

    def __init__(self, lexicon: Lexicon, messages: Messages) -> None:
        """Take the vocabulary and the language."""
        self.lexicon = lexicon
        self.messages = messages
        self._axes = lexicon.space.axes
        self._terms: dict[tuple[int, int], list[str]] = {}

    def element(self, axis: int) -> str:
        """Return what the element of an axis is called."""
        name = self._axes[axis].name
        if name.startswith(f"{CONDITION}:"):
            return self._condition(axis)
        return self.messages.text(self.lexicon.elements[name].label)

    def term(self, element: str, name: str) -> str:
        """Return the label of one term."""
        return self.messages.text(self.lexicon.elements[element].terms[name].label)

    def terms(self, axis: int, mask: int) -> list[str]:
        """Return the labels of the values, worked out once for each set of values."""
        if (axis, mask) not in self._terms:
            self._terms[axis, mask] = self._terms_anew(axis, mask)
        return self._terms[axis, mask]

    def _terms_anew(self, axis: int, mask: int) -> list[str]:
        """Return the labels of the values: the broadest terms that fit exactly, then what is left of narrower ones.

        Of a long list that leaves out little, what it leaves out is said instead.
        """
        name = self._axes[axis].name
        if self.lexicon.elements[name].kind is ElementKind.AGE:
            return self.ages(axis, mask)
        labels = self._labels(name, axis, mask)
        others = self._axes[axis].full & ~mask
        if len(labels) > MANY and others and len(but := self._labels(name, axis, others)) <= FEW:
            return [self.messages.say("language", "all-but", what=self.messages.join(but, "and"))]
        return labels

    def _labels(self, name: str, axis: int, mask: int) -> list[str]:
        element, meanings = self.lexicon.elements[name], self.lexicon.meanings[name]
        left = set(self._axes[axis].spell(mask))
        whole = left.copy()
        order = {term: place for place, term in enumerate(element.terms)}
        said: list[tuple[int, str]] = []
        # A term is among the values that it means, and sorting keeps the order of those that are as broad.
        for term in sorted((term for term in order if term in whole), key=lambda term: -len(meanings[term])):
            if term in left and meanings[term] <= whole:
                said.append((order[term], self.messages.text(element.terms[term].label)))
                left -= meanings[term]
        for term in left:
            label = element.terms[term].remainder or element.terms[term].label
            said.append((order[term], self.messages.text(label)))
        return [label for _, label in sorted(said)]

    def ages(self, axis: int, mask: int) -> list[str]:
        """Return the ages as ranges."""
        axis_values = self._axes[axis].values
        if mask == self._axes[axis].full:
            return [self.messages.say("age", "any")]
        runs: list[tuple[int, int]] = []
        for place in range(len(axis_values)):
            if mask >> place & 1:
                if runs and runs[-1][1] == place - 1:
                    runs[-1] = (runs[-1][0], place)
                else:
                    runs.append((place, place))
        return [self._age_range(first, last, axis_values.index(ADULT)) for first, last in runs]

    def _age_range(self, first: int, last: int, adult: int) -> str:
        facts = {"first": first, "last": last, "after": last + 1}
        if last == adult:
            return self.messages.say("age", "from", **facts)
        if first == 0:
            return self.messages.say("age", "under", years=last + 1)
        form = {0: "one", 1: "two"}.get(last - first, "range")
        return self.messages.say("age", form, **facts)

    def value(self, axis: int, mask: int) -> str:
        """Return the values as they stand in a sentence."""
        element = self.lexicon.elements[self._axes[axis].name]
        listed = self.messages.join(self.terms(axis, mask), "or")
        phrase = self.messages.text(element.phrase)
        return phrase.replace("{value}", listed) if phrase else f"{self.element(axis)}: {listed}"

    def acts(self, axis: int, mask: int) -> str:
        """Return the values of the leading element as a list of acts."""
        return self._comma(self.terms(axis, mask))

    def scope(self, scope: Scope, besides: Mapping[int, int], without: Sequence[int] = ()) -> str:
        """Return what narrows the scope: its restrictions, but for those in `besides` (masks by axis) and `without`."""
        plain: list[str] = []
        met: list[str] = []
        not_met: list[str] = []
        for axis, mask in scope.key:
            if axis in without or besides.get(axis) == mask:
                continue
            if self._is_condition(axis):
                half = self._axes[axis].spell(mask)[0]
                (not_met if half == NOT_MET else met).append(self._condition(axis))
            else:
                plain.append(self.value(axis, mask))
        said = [self._comma(plain)] if plain else []
        said += [self._clause("met", met)] if met else []
        if not_met and not said:
            return self._clause("all-but", not_met, "or")
        said += [self._clause("not-met", not_met, "or")] if not_met else []
        return self._comma(said)

    def lines(self, scope: Scope, besides: Mapping[int, int]) -> list[str]:
        """Return the restrictions of a scope, but for those in `besides`, each after the name of its element."""
        said = [
            f"{self.element(axis)}: {'; '.join(self.terms(axis, mask))}"
            for axis, mask in scope.key
            if not self._is_condition(axis) and besides.get(axis) != mask
        ]
        for axis, mask in scope.key:
            if self._is_condition(axis):
                clause = self._clause("not-met" if self._is_not_met(axis, mask) else "met", [self._condition(axis)])
                said.append(f"{self.messages.text(self.lexicon.elements[CONDITION].label)}: {clause}")
        return said

    def left_out(self, scopes: Iterable[Scope], besides: Mapping[int, int], lead: int) -> list[str]:
        """Return what several scopes leave out; conditions that each fail alone are said in one clause."""
        said, alone = [], []
        for scope in scopes:
            narrowing = [(axis, mask) for axis, mask in scope.key if axis != lead and besides.get(axis) != mask]
            if narrowing and all(self._is_not_met(*restriction) for restriction in narrowing):
                alone.append(self.messages.join([self._condition(axis) for axis, _ in narrowing], "or"))
            else:
                said.append(self.scope(scope, besides, (lead,)) or self.messages.say("gap", "everything"))
        if alone:
            # What holds an "or" of its own comes last: "A and B or C" could be read two ways.
            alternative = self.messages.say("language", "or")
            said.append(self._clause("not-met", sorted(alone, key=lambda clause: alternative in clause)))
        return said

    def _clause(self, half: str, conditions: Iterable[str], how: str = "and") -> str:
        return self.messages.say("condition", half, conditions=self.messages.join(conditions, how))

    def _comma(self, words: Iterable[str]) -> str:
        return self.messages.say("language", "comma").join(words)

    def _is_condition(self, axis: int) -> bool:
        return self._axes[axis].name.startswith(f"{CONDITION}:")

    def _is_not_met(self, axis: int, mask: int) -> bool:
        return self._is_condition(axis) and self._axes[axis].spell(mask) == (NOT_MET,)

    def _condition(self, axis: int) -> str:
        term = self._axes[axis].name.partition(":")[2]
        return self.messages.text(self.lexicon.elements[CONDITION].terms[term].label)
