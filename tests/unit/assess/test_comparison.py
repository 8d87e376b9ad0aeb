"""Two laws on one paragraph: what both reach, what only one does, what neither does."""

from __future__ import annotations

from gapcheck.assess.comparison import compared
from gapcheck.coverage.relation import Relation
from gapcheck.coverage.scope import Scope
from tests.small_law import (
    EVERYTHING,
    LEXICON,
    PRODUCE_OR_POSSESS,
    PRODUCING,
    TO_16,
    assessed,
    bench,
    held_against,
    law_that_reaches,
    words,
)


def said(scopes: tuple[Scope, ...], *elements: str) -> list[dict[str, tuple[str, ...]]]:
    return [{name: values for name, values in scope.spelled().items() if name in elements} for scope in scopes]


def test_what_only_one_law_reaches_and_what_neither_does_is_told_apart() -> None:
    one, other = held_against(PRODUCE_OR_POSSESS, a=TO_16), held_against(PRODUCE_OR_POSSESS, a=PRODUCING)
    found = compared(one, other, LEXICON)
    assert found.relation is Relation.INTERSECTS_WITH
    assert said(found.only_one, "conduct") == [{"conduct": ("possess",)}]
    assert said(found.only_other, "conduct", "victim_age") == [{"conduct": ("produce",), "victim_age": ("16", "17")}]
    assert said(found.neither, "conduct", "victim_age") == [{"conduct": ("possess",), "victim_age": ("16", "17")}]


def test_laws_that_reach_the_same_are_equal_however_they_are_written() -> None:
    two = (law_that_reaches(words(conduct=act)) for act in ("produce", "possess"))
    other = held_against(PRODUCE_OR_POSSESS, **dict(zip("ab", two, strict=True)))
    found = compared(held_against(PRODUCE_OR_POSSESS, a=EVERYTHING), other, LEXICON)
    assert (found.relation, found.only_one, found.only_other, found.neither) == (Relation.EQUAL, (), (), ())


def test_a_law_that_nobody_mapped_reaches_nothing_that_is_known() -> None:
    found = compared(held_against(PRODUCE_OR_POSSESS, a=EVERYTHING), assessed(bench(PRODUCE_OR_POSSESS)), LEXICON)
    assert found.relation is Relation.NO_RELATIONSHIP
    assert said(found.only_one, "conduct") == [{"conduct": ("possess", "produce")}]
    assert found.only_other == ()
