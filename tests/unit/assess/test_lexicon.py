import pytest

from gapcheck.assess.lexicon import AGE_OF_CONSENT, Lexicon, Problem, ages, spelled_out
from gapcheck.model.reading import Unreadable
from tests.small_law import LEXICON, age, element, vocabulary, words


def test_a_term_means_itself_and_all_that_it_covers_through_any_number_of_steps() -> None:
    chain = element("mental", {"negligence": ["recklessness"], "recklessness": ["intent"], "intent": []})
    assert spelled_out(chain) == {
        "negligence": {"negligence", "recklessness", "intent"},
        "recklessness": {"recklessness", "intent"},
        "intent": {"intent"},
    }


def test_a_circle_of_terms_ends_and_a_narrower_term_that_is_not_there_is_left_out() -> None:
    circle = element("conduct", {"sell": ["trade"], "trade": ["sell", "barter"]})
    assert spelled_out(circle) == {"sell": {"sell", "trade"}, "trade": {"sell", "trade"}}


def test_a_law_that_lists_the_narrower_terms_does_not_reach_the_rest_of_the_broader_one() -> None:
    broad = LEXICON.scope(words(conduct="make-available"))
    narrow = LEXICON.scope(words(conduct=["publish", "distribute"]))
    assert broad.contains(narrow)
    assert not narrow.contains(broad)


def test_the_axes_are_the_elements_by_name_and_then_the_conditions() -> None:
    assert [axis.name for axis in LEXICON.space] == [
        "conduct",
        "material",
        "mental",
        "nature",
        "victim_age",
        "condition:for-gain",
        "condition:serious-harm",
    ]


def test_an_element_without_terms_is_no_axis() -> None:
    lexicon = Lexicon(vocabulary(element("conduct", ["publish"]), element("means", [])))
    assert lexicon.space_elements() == ("conduct",)


def test_a_vocabulary_without_conditions_has_none() -> None:
    assert Lexicon(vocabulary(age("victim_age"))).conditions == ()


def test_a_default_counts_only_where_it_is_a_term_of_the_element() -> None:
    lexicon = Lexicon(
        vocabulary(element("material", ["real"], default="real"), element("means", ["system"], default="sytsem"))
    )
    assert lexicon.defaults == {"material": ("real",)}


def test_a_scope_restricts_what_it_names_and_leaves_the_rest_open() -> None:
    scope = LEXICON.scope(words(victim_age=["under 2", "17"], conduct="produce", condition="for-gain"))
    assert scope.spelled() == {
        "conduct": ("produce",),
        "victim_age": ("0", "1", "17"),
        "condition:for-gain": ("met",),
    }


def test_a_condition_can_be_asked_to_be_met_or_not_to_be_met() -> None:
    scope = LEXICON.scope(words(condition="for-gain", condition_not_met="serious-harm"))
    assert scope.spelled() == {"condition:for-gain": ("met",), "condition:serious-harm": ("not-met",)}


def test_a_scope_that_allows_every_value_of_an_element_leaves_it_open() -> None:
    assert LEXICON.scope(words(victim_age="any", material=["real", "virtual"])).spelled() == {}


def test_the_words_of_a_good_scope_raise_no_problem() -> None:
    assert list(LEXICON.problems(words(conduct="publish", victim_age="under 18", condition_not_met="for-gain"))) == []


def test_an_unknown_element_is_a_problem_and_the_known_ones_are_named() -> None:
    known = ("conduct", "material", "mental", "nature", "victim_age", "condition", "condition_not_met")
    assert list(LEXICON.problems(words(conducts="publish"))) == [
        Problem("unknown-element", ("conducts",), "conducts", known)
    ]


def test_an_unknown_term_is_a_problem_at_its_place() -> None:
    terms = ("produce", "possess", "make-available", "publish", "distribute")
    assert list(LEXICON.problems(words(conduct=["publish", "publsh"]))) == [
        Problem("unknown-term", ("conduct", 1), "publsh", terms)
    ]


@pytest.mark.parametrize("half", ["condition", "condition_not_met"])
def test_an_unknown_condition_is_a_problem(half: str) -> None:
    assert list(LEXICON.problems({half: ("for-gian",)})) == [
        Problem("unknown-term", (half, 0), "for-gian", ("for-gain", "serious-harm"))
    ]


def test_an_age_that_cannot_be_read_is_a_problem() -> None:
    assert list(LEXICON.problems(words(victim_age=["under 18", "minor"]))) == [
        Problem("age-not-readable", ("victim_age", 1), "minor")
    ]


def test_every_word_without_meaning_is_said_and_not_only_the_first() -> None:
    found = list(LEXICON.problems(words(means="post", conduct=["sell", "buy"], victim_age="old")))
    assert [problem.found for problem in found] == ["means", "sell", "buy", "old"]


def test_a_scope_with_a_word_without_meaning_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        LEXICON.scope(words(conduct="sell"))
    assert (refused.value.code, refused.value.at, refused.value.facts) == (
        "unknown-term",
        ("conduct", 0),
        {"found": "sell"},
    )


def test_the_age_of_consent_stands_for_everybody_under_18_as_long_as_nobody_says_who_asks() -> None:
    assert ages(AGE_OF_CONSENT) == ages(f" {AGE_OF_CONSENT} ") == ages("under 18")
    assert list(LEXICON.problems(words(victim_age=[AGE_OF_CONSENT]))) == []
    assert LEXICON.scope(words(victim_age=AGE_OF_CONSENT)) == LEXICON.scope(words(victim_age="under 18"))


@pytest.mark.parametrize("written", ["the age of consent", "over the age of consent", "under age of consent"])
def test_only_under_the_age_of_consent_is_an_age(written: str) -> None:
    with pytest.raises(Unreadable):
        ages(written)
