"""Every field of an expectation, once where it holds and once where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gapcheck.assess.expectation import Failure, Grounds, failures
from gapcheck.model.expectations import Expectation, ExpectedCounterpart
from gapcheck.model.provisions import AssertedRelation, Duty, OptionType
from gapcheck.model.verdicts import Verdict
from tests.small_law import (
    DAY,
    LEXICON,
    article,
    contested,
    english,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    statutes,
    treaty,
    words,
)

OF_17 = option(OptionType.LIMITATION, "1.2", scope=words(victim_age="17"))
OF_GAIN = option(OptionType.NARROWING, "1.3", condition=("for-gain",))
MATERIAL = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"), options=(OF_17, OF_GAIN))
CONTESTED = paragraph(
    words(conduct="publish", victim_age="under 18"), number="1.4", contested=(contested(scope=words(victim_age="17")),)
)
EXTENDING = paragraph(number="1.5", extends="1.1", duty=Duty.MAY)
SILENT = paragraph(number="1.6")
CHILDREN = paragraph(words(conduct=["produce", "possess"], victim_age="under 16"), number="9.1")
EQUAL = replace(MATERIAL, id="9.2")
ADULTS = paragraph(words(victim_age="adult"), number="9.3")
LAW = {
    "code/1": law_that_reaches(words(conduct="produce")),
    "code/2": law_that_reaches(words(conduct="possess", victim_age="under 16")),
}
GROUNDS = Grounds(
    treaties={
        "pact": treaty(article(MATERIAL, CONTESTED, EXTENDING, SILENT)),
        "other": treaty(article(CHILDREN, EQUAL, ADULTS, number="9"), name="other"),
    },
    statutes={
        "zz": statutes(LAW, [mapping(sections=("code/1", "code/2")), mapping("1.4", searched=("code",))]),
        "yy": statutes(),
    },
    lexicon=LEXICON,
)


def failing(number: str = "pact:1.1", grounds: Grounds = GROUNDS, **asked: Any) -> list[Failure]:  # noqa: ANN401
    return list(failures(Expectation(paragraph=number, because=english("It is so."), **asked), grounds))


def fields(failed: list[Failure]) -> list[str]:
    return [one.field for one in failed]


OFFENCE = "mental: intent, nature: criminal"
DEMANDED = f"conduct: possess | produce, {OFFENCE}, victim_age: {' | '.join(map(str, range(18)))}"


def test_what_expects_nothing_holds() -> None:
    assert failing() == []
    assert failing("pact:1.6") == []


# The paragraph itself


def test_the_kind_and_the_duty_are_those_of_the_paragraph() -> None:
    assert failing(kind="offence", duty=Duty.SHALL) == []
    assert failing(kind="measure", duty=Duty.MAY) == [
        Failure("kind", "measure", "offence"),
        Failure("duty", "may", "shall"),
    ]


def test_the_kind_and_the_duty_are_held_against_a_paragraph_without_a_scope_too() -> None:
    assert failing("pact:1.6", kind="offence", duty=Duty.SHALL) == []
    assert fields(failing("pact:1.6", kind="measure", duty=Duty.MAY)) == ["kind", "duty"]


# What it demands


@pytest.mark.parametrize(
    "demanded",
    [
        words(conduct="produce"),
        words(conduct=["produce", "possess"], victim_age="under 18"),
        words(victim_age="17", nature="criminal", mental="intent"),
        words(condition="for-gain"),
        {},
    ],
)
def test_what_a_paragraph_demands_is_demanded(demanded: dict[str, tuple[str, ...]]) -> None:
    assert failing(demands=(demanded,)) == []


@pytest.mark.parametrize(
    ("expected", "said", "found"),
    [
        (words(conduct="publish"), "conduct: publish", DEMANDED),
        (
            words(conduct=["produce", "publish"]),
            "conduct: produce | publish",
            DEMANDED.replace("possess | ", ""),
        ),
        (
            words(victim_age="17 or over"),
            "victim_age: 17 or over",
            f"conduct: possess | produce, {OFFENCE}, victim_age: 17",
        ),
    ],
)
def test_what_a_paragraph_does_not_demand_in_full_is_not_demanded(
    expected: dict[str, tuple[str, ...]], said: str, found: str
) -> None:
    assert failing(demands=(expected,)) == [Failure("demands", said, found)]


def test_every_scope_that_is_expected_is_held_against_the_paragraph() -> None:
    scopes = (words(conduct="publish"), words(conduct="produce"), words(victim_age="adult"))
    assert [one.expected for one in failing(demands=scopes)] == ["conduct: publish", "victim_age: adult"]


def test_what_a_paragraph_takes_over_from_another_is_demanded_too() -> None:
    assert failing("pact:1.5", demands=(words(conduct="possess"),), options=("1.2", "1.3")) == []


def test_what_a_paragraph_does_not_demand_can_be_expected() -> None:
    assert failing(does_not_demand=(words(victim_age="adult"), words(conduct="publish"))) == []


def test_one_situation_that_is_demanded_after_all_is_too_many() -> None:
    (failed,) = failing(does_not_demand=(words(conduct=["publish", "possess"], victim_age="16 or over"),))
    assert (failed.field, failed.expected) == ("does_not_demand", "conduct: publish | possess, victim_age: 16 or over")
    assert failed.found == f"conduct: possess, {OFFENCE}, victim_age: 16 | 17"


def test_a_paragraph_is_open_on_the_elements_that_it_does_not_restrict() -> None:
    assert failing(open_on=("material",)) == []
    assert failing(open_on=("material", "victim_age")) == [Failure("open_on", "victim_age", DEMANDED)]


def test_the_options_are_these_and_no_others_in_any_order() -> None:
    assert failing(options=("1.3", "1.2")) == []
    assert failing(options=("1.2",)) == [Failure("options", "1.2", "1.2, 1.3")]
    assert failing(options=("1.2", "1.3", "1.4")) == [Failure("options", "1.2, 1.3, 1.4", "1.2, 1.3")]
    assert failing(options=()) == [Failure("options", "", "1.2, 1.3")]
    assert failing("pact:1.4", options=()) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"demands": (words(conduct="produce"),)},
        {"does_not_demand": (words(conduct="produce"),)},
        {"open_on": ("material",)},
        {"verdict": Verdict.ALIGNED},
        {"in_gap": (words(conduct="produce"),)},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_a_paragraph_without_a_scope_fulfils_nothing_that_is_expected_of_a_scope(asked: dict[str, Any]) -> None:
    assert failing("pact:1.6", **asked) == [Failure("paragraph", "pact:1.6", "no scope")]


# A jurisdiction


def of_law(number: str = "pact:1.1", jurisdiction: str = "zz", **asked: Any) -> list[Failure]:  # noqa: ANN401
    return failing(number, jurisdiction=jurisdiction, as_of=DAY, **asked)


def test_the_verdict_is_the_one_on_the_law_of_the_jurisdiction() -> None:
    assert of_law(verdict=Verdict.PARTIAL) == []
    assert of_law(verdict=Verdict.ALIGNED) == [Failure("verdict", "aligned", "partial")]
    assert of_law("pact:1.4", verdict=Verdict.MISSING) == []
    assert of_law(jurisdiction="yy", verdict=Verdict.NOT_ASSESSED) == []


def test_the_gap_holds_what_is_expected_in_it_and_not_what_is_not() -> None:
    gap = words(conduct="possess", victim_age="16")
    assert of_law(in_gap=(gap,), not_in_gap=(words(conduct="produce"), words(victim_age="17"))) == []
    assert fields(of_law(in_gap=(words(conduct="produce"),), not_in_gap=(gap,))) == ["in_gap", "not_in_gap"]


def test_what_nobody_assessed_has_no_gap() -> None:
    assert of_law(jurisdiction="yy", not_in_gap=({},)) == []
    assert of_law(jurisdiction="yy", in_gap=({},)) == [Failure("in_gap", "", "-")]


def test_the_sections_are_these_and_no_others_in_any_order() -> None:
    assert of_law(sections=("code/2", "code/1")) == []
    assert of_law(sections=("code/1",)) == [Failure("sections", "code/1", "code/1, code/2")]
    assert of_law("pact:1.4", sections=()) == []


# An imagined law


def test_an_imagined_law_is_weighed_like_a_real_one() -> None:
    whole = words(conduct=["produce", "possess"])
    assert failing(law=(whole,), verdict=Verdict.ALIGNED, not_in_gap=({},)) == []
    assert failing(law=(words(conduct="produce"), words(conduct="possess")), verdict=Verdict.ALIGNED) == []
    assert failing(law=({**whole, **words(victim_age="under 17")},), verdict=Verdict.ALIGNED_BY_OPTION) == []
    assert failing(law=({**whole, **words(victim_age="under 16")},), in_gap=(words(victim_age="16"),)) == []
    assert failing(law=(words(conduct="publish"),), verdict=Verdict.MISSING) == []


def test_an_imagined_law_is_criminal_unless_it_says_otherwise() -> None:
    both = words(conduct=["produce", "possess"])
    assert failing(law=({**both, **words(nature="civil")},), verdict=Verdict.MISSING) == []


def test_a_law_limited_to_something_reaches_all_that_is_demanded_of_it() -> None:
    assert failing(law_limited_to=words(condition="for-gain"), verdict=Verdict.ALIGNED_BY_OPTION) == []
    assert failing(law_limited_to=words(conduct="produce"), verdict=Verdict.PARTIAL) == []
    assert failing(law_limited_to=words(victim_age="adult"), verdict=Verdict.MISSING) == []
    assert failing(law_limited_to={}, verdict=Verdict.ALIGNED) == []
    assert failing("pact:1.4", law_limited_to=words(victim_age="under 17"), verdict=Verdict.ARGUABLE) == []


def test_a_law_limited_to_something_that_fails_says_the_verdict_and_the_gap() -> None:
    assert failing(
        law_limited_to=words(conduct="produce"), verdict=Verdict.ALIGNED, not_in_gap=(words(conduct="possess"),)
    ) == [
        Failure("verdict", "aligned", "partial"),
        Failure(
            "not_in_gap",
            "conduct: possess",
            f"conduct: possess, {OFFENCE}, victim_age: {' | '.join(map(str, range(17)))}, condition:for-gain: met",
        ),
    ]


# Counterparts


@pytest.mark.parametrize(
    ("counterpart", "relation"),
    [
        ("other:9.1", AssertedRelation.SUPERSET_OF),
        ("other:9.2", AssertedRelation.EQUAL),
        ("pact:1.5", AssertedRelation.EQUAL),
        ("1.5", AssertedRelation.EQUAL),
        ("other:9.3", None),
    ],
)
def test_a_counterpart_relates_as_is_expected(counterpart: str, relation: AssertedRelation | None) -> None:
    assert failing(counterpart=ExpectedCounterpart(paragraph=counterpart, relation=relation)) == []


@pytest.mark.parametrize(
    ("counterpart", "relation", "expected", "found"),
    [
        ("other:9.1", AssertedRelation.SUBSET_OF, "subset-of other:9.1", "superset-of"),
        ("other:9.1", None, "no-relationship other:9.1", "superset-of"),
        ("other:9.3", AssertedRelation.INTERSECTS_WITH, "intersects-with other:9.3", "no-relationship"),
    ],
)
def test_a_counterpart_that_relates_otherwise_is_said(
    counterpart: str, relation: AssertedRelation | None, expected: str, found: str
) -> None:
    said = ExpectedCounterpart(paragraph=counterpart, relation=relation)
    assert failing(counterpart=said) == [Failure("counterpart", expected, found)]


def test_a_paragraph_without_a_scope_has_nothing_in_common_with_one_that_has() -> None:
    assert failing("pact:1.6", counterpart=ExpectedCounterpart(paragraph="other:9.1")) == []
    assert failing("other:9.1", counterpart=ExpectedCounterpart(paragraph="pact:1.6")) == []


def test_everything_that_does_not_hold_is_said_and_not_only_the_first() -> None:
    failed = of_law(
        kind="measure",
        duty=Duty.MAY,
        demands=(words(conduct="publish"),),
        open_on=("conduct",),
        options=(),
        counterpart=ExpectedCounterpart(paragraph="other:9.2"),
        verdict=Verdict.MISSING,
        sections=(),
    )
    assert fields(failed) == [
        "kind",
        "duty",
        "demands",
        "open_on",
        "options",
        "sections",
        "verdict",
        "counterpart",
    ]
