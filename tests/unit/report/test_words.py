"""The words for scopes, with a vocabulary small enough to see through."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gapcheck.assess.lexicon import Lexicon
from gapcheck.coverage.scope import Scope
from gapcheck.model.vocabulary import Element, ElementKind, Term
from gapcheck.report.messages import messages_in
from gapcheck.report.words import Wording
from tests.small_law import english, kind, vocabulary


def both(en: str, vi: str) -> dict[str, str]:
    return {"en": en, "vi": vi}


SUPPLYING = {
    "offer": "offering",
    "sell": "selling",
    "distribute": "distributing",
    "transmit": "transmitting",
    "broadcast": "broadcasting",
    "display": "displaying",
    "publish": "publishing",
}
CONDUCT = Element(
    element="conduct",
    kind=ElementKind.TERMS,
    label=both("Conduct", "Hành vi"),
    phrase=both("{value}", "{value}"),
    terms={
        "produce": Term(label=both("producing", "sản xuất")),
        "make-available": Term(
            label=both("supplying in any way", "cung cấp dưới mọi hình thức"),
            remainder=both("making available in any other way", "cung cấp bằng cách khác"),
            covers=tuple(SUPPLYING),
        ),
        **{name: Term(label=english(label)) for name, label in SUPPLYING.items()},
        "possess": Term(label=both("possessing", "tàng trữ")),
    },
)
MENTAL = Element(
    element="mental",
    kind=ElementKind.TERMS,
    label=both("State of mind", "Lỗi"),
    terms={
        "negligence": Term(
            label=english("negligence or more"), remainder=english("negligence"), covers=("recklessness",)
        ),
        "recklessness": Term(
            label=english("recklessness or more"), remainder=english("recklessness"), covers=("intent",)
        ),
        "intent": Term(label=english("intent")),
    },
)
AGE = Element(
    element="victim_age",
    kind=ElementKind.AGE,
    label=both("Age of the victim", "Tuổi của bị hại"),
    phrase=both("persons {value}", "người {value}"),
)
CONDITION = Element(
    element="condition",
    kind=ElementKind.CONDITIONS,
    label=both("Condition", "Điều kiện"),
    terms={
        "for-gain": Term(label=both("it is for gain", "vì vụ lợi")),
        "harm": Term(label=both("harm follows", "có thiệt hại")),
        "quantity": Term(label=both("there is much of it", "số lượng lớn")),
    },
)
LEXICON = Lexicon(vocabulary(CONDUCT, MENTAL, AGE, CONDITION, offence=kind()))
ENGLISH, VIETNAMESE = (Wording(LEXICON, messages_in(language)) for language in ("en", "vi"))


def scope(**elements: str | list[str]) -> Scope:
    return LEXICON.scope({name: [said] if isinstance(said, str) else said for name, said in elements.items()})


def said(of: Scope, besides: Scope | None = None, without: Iterable[str] = (), wording: Wording = ENGLISH) -> str:
    return wording.scope(of, besides.masks if besides else {}, [LEXICON.axis(name) for name in without])


def terms(element: str, *values: str, wording: Wording = ENGLISH) -> list[str]:
    """Return the labels for exactly these values, spelled out one by one."""
    axis = LEXICON.axis(element)
    return wording.terms(axis, Scope.of(LEXICON.space, {element: values}).mask(axis))


# Terms


def test_a_broad_term_is_said_where_all_of_it_is_meant() -> None:
    assert terms("conduct", "make-available", *SUPPLYING) == ["supplying in any way"]
    assert terms("conduct", "make-available", *SUPPLYING, wording=VIETNAMESE) == ["cung cấp dưới mọi hình thức"]


def test_a_broad_term_is_not_said_where_one_of_its_terms_is_missing() -> None:
    some = [name for name in SUPPLYING if name != "sell"]
    assert terms("conduct", *some) == [SUPPLYING[name] for name in some]
    assert terms("conduct", *SUPPLYING) == list(SUPPLYING.values())


def test_what_is_left_of_a_broad_term_has_a_name_of_its_own() -> None:
    assert terms("conduct", "make-available") == ["making available in any other way"]
    assert terms("conduct", "make-available", "offer") == ["making available in any other way", "offering"]
    assert terms("conduct", "make-available", wording=VIETNAMESE) == ["cung cấp bằng cách khác"]


def test_terms_come_in_the_order_of_the_vocabulary() -> None:
    assert terms("conduct", "possess", "publish", "produce") == ["producing", "publishing", "possessing"]


def test_no_term_is_said_beside_one_that_includes_it() -> None:
    assert terms("mental", "negligence", "recklessness", "intent") == ["negligence or more"]
    assert terms("mental", "negligence", "recklessness") == ["negligence", "recklessness"]
    assert terms("mental", "recklessness", "intent") == ["recklessness or more"]


def test_a_value_stands_in_the_phrase_of_its_element_and_after_its_name_where_there_is_none() -> None:
    assert said(scope(conduct=["produce", "possess"])) == "producing or possessing"
    assert said(scope(mental="intent")) == "State of mind: intent"


# Ages


@pytest.mark.parametrize(
    ("age", "in_english", "in_vietnamese"),
    [
        ("under 18", "persons under 18", "người dưới 18 tuổi"),
        ("under 16", "persons under 16", "người dưới 16 tuổi"),
        ("16 to 17", "persons aged 16 or 17", "người từ đủ 16 đến dưới 18 tuổi"),
        ("13 to 15", "persons aged 13 to 15", "người từ đủ 13 đến dưới 16 tuổi"),
        ("16", "persons aged 16", "người từ đủ 16 đến dưới 17 tuổi"),
        ("16 or over", "persons aged 16 or over", "người từ đủ 16 tuổi trở lên"),
        ("adult", "persons aged 18 or over", "người từ đủ 18 tuổi trở lên"),
        ("not over 16", "persons under 17", "người dưới 17 tuổi"),
    ],
)
def test_an_age_is_said_as_a_range(age: str, in_english: str, in_vietnamese: str) -> None:
    assert said(scope(victim_age=age)) == in_english
    assert said(scope(victim_age=age), wording=VIETNAMESE) == in_vietnamese


def test_ages_that_lie_apart_are_several_ranges() -> None:
    assert said(scope(victim_age=["under 13", "16 to 17"])) == "persons under 13 or aged 16 or 17"
    assert (
        said(scope(victim_age=["under 13", "16 to 17"]), wording=VIETNAMESE)
        == "người dưới 13 tuổi hoặc từ đủ 16 đến dưới 18 tuổi"
    )


def test_every_age_is_any_age() -> None:
    axis = LEXICON.axis("victim_age")
    assert ENGLISH.ages(axis, LEXICON.space.axes[axis].full) == ["of any age"]
    assert VIETNAMESE.ages(axis, LEXICON.space.axes[axis].full) == ["ở mọi lứa tuổi"]


# Conditions


def test_a_condition_that_is_met_says_where() -> None:
    assert said(scope(conduct="possess", condition="harm")) == "possessing, where harm follows"
    assert said(scope(conduct="possess", condition="harm"), wording=VIETNAMESE) == "tàng trữ, khi có thiệt hại"


def test_a_condition_that_is_not_met_says_unless() -> None:
    assert said(scope(conduct="possess", condition_not_met="harm")) == "possessing, unless harm follows"
    assert said(scope(conduct="possess", condition_not_met="harm"), wording=VIETNAMESE) == (
        "tàng trữ, ngoài trường hợp có thiệt hại"
    )


def test_nothing_but_unmet_conditions_is_all_but_the_cases_of_any_of_them() -> None:
    assert said(scope(condition_not_met="harm")) == "all but cases where harm follows"
    assert said(scope(condition_not_met=["harm", "for-gain"])) == "all but cases where it is for gain or harm follows"


def test_conditions_that_are_met_add_up_and_unmet_ones_each_suffice() -> None:
    assert said(scope(condition=["harm", "for-gain"])) == "where it is for gain and harm follows"
    assert said(scope(conduct="possess", condition_not_met=["harm", "for-gain"])) == (
        "possessing, unless it is for gain or harm follows"
    )
    assert said(scope(condition="quantity", condition_not_met=["harm", "for-gain"])) == (
        "where there is much of it, unless it is for gain or harm follows"
    )


# What goes without saying


def test_what_is_required_anyway_is_not_said_again() -> None:
    required = scope(conduct=["produce", "possess"], mental="intent", victim_age="under 18")
    assert said(scope(conduct="possess", mental="intent", victim_age="under 18"), required) == "possessing"
    assert (
        said(scope(conduct="possess", mental="intent", victim_age="16 to 17"), required)
        == "possessing, persons aged 16 or 17"
    )
    assert said(required, required) == ""


def test_a_condition_that_is_required_anyway_is_not_said_again() -> None:
    assert said(scope(condition=["harm", "for-gain"]), scope(condition="harm")) == "where it is for gain"


def test_the_leading_element_can_be_left_out() -> None:
    assert said(scope(conduct="possess", victim_age="under 16"), without=["conduct"]) == "persons under 16"


def test_the_lines_of_a_scope_name_each_element_once_and_conditions_last() -> None:
    lines = ENGLISH.lines(
        scope(condition="harm", victim_age="under 18", mental="intent", conduct=["produce", "possess"]), {}
    )
    assert lines == [
        "Conduct: producing; possessing",
        "State of mind: intent",
        "Age of the victim: under 18",
        "Condition: where harm follows",
    ]


def test_the_lines_leave_out_what_every_paragraph_of_the_kind_demands() -> None:
    assert ENGLISH.lines(scope(conduct="possess", mental="intent"), scope(mental="intent").masks) == [
        "Conduct: possessing"
    ]


# What is left out of acts that are reached in part


def left_out(*scopes: Scope, besides: Scope | None = None, wording: Wording = ENGLISH) -> list[str]:
    return wording.left_out(scopes, besides.masks if besides else {}, LEXICON.axis("conduct"))


def test_conditions_that_each_fail_alone_are_said_in_one_clause() -> None:
    gain, harm = (scope(conduct="possess", condition_not_met=name) for name in ("for-gain", "harm"))
    assert left_out(gain) == ["unless it is for gain"]
    assert left_out(gain, harm) == ["unless it is for gain and harm follows"]
    assert left_out(gain, harm, wording=VIETNAMESE) == ["ngoài trường hợp vì vụ lợi và có thiệt hại"]


def test_conditions_that_must_fail_together_are_alternatives() -> None:
    assert left_out(scope(conduct="possess", condition_not_met=["for-gain", "harm"])) == [
        "unless it is for gain or harm follows"
    ]


def test_other_restrictions_come_before_the_conditions() -> None:
    young, gain = (
        scope(conduct="possess", victim_age="16 to 17"),
        scope(conduct="possess", condition_not_met="for-gain"),
    )
    assert left_out(gain, young) == ["persons aged 16 or 17", "unless it is for gain"]


def test_a_restriction_and_a_condition_together_stay_together() -> None:
    both_at_once = scope(conduct="possess", victim_age="16 to 17", condition_not_met="for-gain")
    assert left_out(both_at_once) == ["persons aged 16 or 17, unless it is for gain"]


def test_what_is_left_out_is_everything_where_nothing_narrows_it() -> None:
    assert left_out(scope(conduct="possess", mental="intent"), besides=scope(mental="intent")) == [
        "everything that is required"
    ]


def test_an_element_is_called_by_its_label_and_a_condition_by_its_own() -> None:
    assert ENGLISH.element(LEXICON.axis("victim_age")) == "Age of the victim"
    assert VIETNAMESE.element(LEXICON.axis("condition:harm")) == "có thiệt hại"


# Long lists

LETTERS = [chr(code) for code in range(ord("a"), ord("z") + 1)]
MANY_TERMS = Lexicon(
    vocabulary(
        Element(
            element="conduct",
            kind=ElementKind.TERMS,
            label=both("Conduct", "Hành vi"),
            phrase=both("{value}", "{value}"),
            terms={letter: Term(label=both(f"act {letter}", f"việc {letter}")) for letter in LETTERS},
        ),
        AGE,
    )
)
MANY_IN_ENGLISH, MANY_IN_VIETNAMESE = (Wording(MANY_TERMS, messages_in(language)) for language in ("en", "vi"))


def without(*left_out: str, wording: Wording = MANY_IN_ENGLISH) -> list[str]:
    """Return how all acts but these are said."""
    mask = Scope.of(MANY_TERMS.space, {"conduct": set(LETTERS) - set(left_out)}).mask(MANY_TERMS.axis("conduct"))
    return wording.terms(MANY_TERMS.axis("conduct"), mask)


def test_of_a_long_list_that_leaves_out_little_is_said_what_it_leaves_out() -> None:
    assert without("c") == ["anything but act c"]
    assert without("c", "d") == ["anything but act c and act d"]
    assert without("a", "b", "c", "d", "e", "f") == ["anything but act a, act b, act c, act d, act e and act f"]


def test_what_a_long_list_leaves_out_is_said_in_vietnamese() -> None:
    (said_of_it,) = without("c", "d", wording=MANY_IN_VIETNAMESE)
    assert "việc c" in said_of_it
    assert "việc d" in said_of_it
    assert "việc a" not in said_of_it


def test_a_list_that_leaves_out_more_than_six_is_said_in_full() -> None:
    left_out = LETTERS[:7]
    assert without(*left_out) == [f"act {letter}" for letter in LETTERS[7:]]


def test_a_list_of_no_more_than_twelve_is_said_in_full() -> None:
    assert len(terms("conduct", "produce", *SUPPLYING)) == 8
    assert without(*LETTERS[12:]) == [f"act {letter}" for letter in LETTERS[:12]]


def test_a_list_that_leaves_out_nothing_is_said_in_full() -> None:
    assert without() == [f"act {letter}" for letter in LETTERS]


def test_thirteen_of_nineteen_are_said_by_the_six_they_leave_out() -> None:
    nineteen = Element(
        element="conduct",
        kind=ElementKind.TERMS,
        label=english("Conduct"),
        terms={letter: Term(label=english(f"act {letter}")) for letter in LETTERS[:19]},
    )
    lexicon = Lexicon(vocabulary(nineteen))
    wording, axis = Wording(lexicon, messages_in("en")), lexicon.axis("conduct")
    for several, short in ((13, True), (12, False)):
        said_of_it = wording.terms(axis, Scope.of(lexicon.space, {"conduct": LETTERS[:several]}).mask(axis))
        assert (len(said_of_it) == 1) is short


def test_what_a_list_leaves_out_stands_in_a_sentence() -> None:
    but = Scope.of(MANY_TERMS.space, {"conduct": set(LETTERS) - {"c"}, "victim_age": [str(age) for age in range(16)]})
    assert MANY_IN_ENGLISH.scope(but, {}) == "anything but act c, persons under 16"


def test_ages_are_ranges_however_many_they_are() -> None:
    mask = MANY_TERMS.scope({"victim_age": ["under 17", "adult"]}).mask(MANY_TERMS.axis("victim_age"))
    assert MANY_IN_ENGLISH.terms(MANY_TERMS.axis("victim_age"), mask) == ["under 17", "aged 18 or over"]
