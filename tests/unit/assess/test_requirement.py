from dataclasses import replace

import pytest

from gapcheck.assess.lexicon import Lexicon
from gapcheck.assess.requirement import Requirement, protected_scopes, requirement_of
from gapcheck.model.provisions import OptionType, Paragraph
from gapcheck.model.verdicts import Verdict
from tests.small_law import (
    CONDITION,
    CONDUCT,
    LEXICON,
    MENTAL,
    NATURE,
    age,
    article,
    assessed,
    bench,
    contested,
    kind,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    statutes,
    treaty,
    vocabulary,
    words,
)


def required(
    one: Paragraph, *others: Paragraph, lexicon: Lexicon = LEXICON, age_of_consent: int | None = None
) -> Requirement:
    return requirement_of(one, treaty(article(one, *others)), lexicon, age_of_consent=age_of_consent)


def spelled(requirement: Requirement) -> list[dict[str, tuple[str, ...]]]:
    return [scope.spelled() for scope in requirement.scopes]


def lead(requirement: Requirement, lexicon: Lexicon = LEXICON) -> str:
    return lexicon.space.axes[requirement.lead].name


OFFENCE = {"mental": ("intent",), "nature": ("criminal",)}


def test_the_kind_of_a_paragraph_adds_what_it_demands_without_saying_so() -> None:
    assert spelled(required(paragraph(words(conduct="produce")))) == [{"conduct": ("produce",), **OFFENCE}]


def test_a_paragraph_can_say_otherwise_than_its_kind() -> None:
    said = required(paragraph(words(conduct="produce", mental="negligence", nature=["criminal", "civil"])))
    assert spelled(said) == [{"conduct": ("produce",), "nature": ("civil", "criminal")}]


def test_every_scope_of_a_paragraph_gets_the_defaults() -> None:
    said = required(paragraph(words(conduct="produce"), words(conduct="possess", victim_age="adult")))
    assert spelled(said) == [
        {"conduct": ("produce",), **OFFENCE},
        {"conduct": ("possess",), **OFFENCE, "victim_age": ("adult",)},
    ]


def test_a_paragraph_that_extends_another_takes_over_all_that_it_does_not_restate() -> None:
    base = paragraph(words(conduct="produce", victim_age="17"), words(conduct="possess"))
    extending = paragraph(words(material="virtual", victim_age="16"), number="1.2", extends="1.1")
    assert spelled(required(extending, base)) == [
        {"conduct": ("produce",), "material": ("virtual",), **OFFENCE, "victim_age": ("16",)},
        {"conduct": ("possess",), "material": ("virtual",), **OFFENCE, "victim_age": ("16",)},
    ]


def test_a_paragraph_can_extend_one_that_extends_another_and_restate_nothing() -> None:
    first = paragraph(words(conduct="produce"))
    second = paragraph(words(material="virtual"), number="1.2", extends="1.1")
    third = paragraph(number="1.3", extends="1.2")
    assert spelled(required(third, first, second)) == [{"conduct": ("produce",), "material": ("virtual",), **OFFENCE}]


def test_options_and_disputed_readings_are_taken_over_in_the_order_of_the_line() -> None:
    base = paragraph(
        words(conduct="produce"),
        options=(option(OptionType.LIMITATION, "1.1.a", scope=words(material="virtual")),),
        contested=(contested(condition=("for-gain",)),),
    )
    extending = paragraph(
        number="1.2",
        extends="1.1",
        options=(option(OptionType.EXCLUSION, "1.2.a", scope=words(victim_age="adult")),),
        contested=(contested(scope=words(victim_age="17")),),
    )
    said = required(extending, base)
    assert [leeway.option.id for leeway in said.leeways] == ["1.1.a", "1.2.a"]
    assert [dispute.scopes[0].spelled() for dispute in said.disputes] == [
        {"condition:for-gain": ("not-met",)},
        {"victim_age": ("17",)},
    ]


@pytest.mark.parametrize("extends", ["1.2", "1.1"])
def test_a_circle_of_extending_paragraphs_ends_where_it_closes(extends: str) -> None:
    first = paragraph(words(conduct="produce"), extends=extends)
    second = paragraph(words(material="virtual"), number="1.2", extends="1.1")
    assert spelled(required(first, second))[0]["conduct"] == ("produce",)


def test_extending_a_paragraph_that_is_not_there_takes_over_nothing() -> None:
    assert spelled(required(paragraph(words(conduct="produce"), extends="9.9"))) == [
        {"conduct": ("produce",), **OFFENCE}
    ]


@pytest.mark.parametrize(
    "of_type",
    [OptionType.NARROWING, OptionType.LIMITATION, OptionType.EXCLUSION, OptionType.RESERVATION],
)
def test_an_option_that_lets_a_state_reach_less_leaves_out_its_scope(of_type: OptionType) -> None:
    said = required(paragraph({}, options=(option(of_type, scope=words(victim_age="17")),)))
    assert [scope.spelled() for leeway in said.leeways for scope in leeway.scopes] == [{"victim_age": ("17",)}]


def test_a_narrowing_by_conditions_leaves_out_what_fails_one_of_them() -> None:
    said = required(paragraph({}, options=(option(OptionType.NARROWING, condition=("for-gain", "serious-harm")),)))
    assert [scope.spelled() for leeway in said.leeways for scope in leeway.scopes] == [
        {"condition:for-gain": ("not-met",)},
        {"condition:serious-harm": ("not-met",)},
    ]


def test_an_extension_leaves_nothing_out() -> None:
    said = required(paragraph({}, options=(option(OptionType.EXTENSION, scope=words(victim_age="17")),)))
    assert said.leeways == ()
    assert [one.type for one in said.options] == [OptionType.EXTENSION]


def test_alternative_means_say_what_must_be_reached_instead_in_every_scope() -> None:
    other = option(OptionType.ALTERNATIVE_MEANS, scope={}, instead=words(nature="civil"))
    said = required(paragraph(words(conduct="produce"), words(conduct="possess"), options=(other,)))
    assert [scope.spelled() for scope in said.leeways[0].instead] == [
        {"conduct": ("produce",), "mental": ("intent",), "nature": ("civil",)},
        {"conduct": ("possess",), "mental": ("intent",), "nature": ("civil",)},
    ]


def test_the_form_is_free_where_the_kind_or_an_option_says_so() -> None:
    form = option(OptionType.FORM, element="material")
    said = required(paragraph(words(victim_age="17"), of_kind="measure", options=(form,)))
    assert [LEXICON.space.axes[axis].name for axis in said.free] == ["material", "nature"]


def test_a_form_option_without_an_element_is_information_only() -> None:
    said = required(paragraph({}, options=(option(OptionType.FORM),)))
    assert (said.free, said.leeways) == ((), ())


def test_the_text_is_led_by_the_element_of_the_kind() -> None:
    assert lead(required(paragraph(words(conduct="produce", victim_age="under 18")))) == "conduct"


def test_a_paragraph_can_name_another_leading_element_and_one_that_extends_it_takes_it_over() -> None:
    base = paragraph(words(conduct="produce", victim_age="under 18"), lead="victim_age")
    assert lead(required(base)) == "victim_age"
    assert lead(required(paragraph(number="1.2", extends="1.1"), base)) == "victim_age"
    nearest = paragraph(number="1.2", extends="1.1", lead="mental")
    assert lead(required(nearest, base)) == "mental"


def test_without_a_leading_element_the_first_with_several_values_leads() -> None:
    several = paragraph(words(conduct="produce", victim_age="under 18"), of_kind="measure")
    assert lead(required(several)) == "victim_age"


def test_without_several_values_anywhere_the_first_restricted_element_leads() -> None:
    assert lead(required(paragraph(words(material="real", victim_age="17"), of_kind="measure"))) == "material"


def test_a_leading_element_that_the_requirement_leaves_open_does_not_lead() -> None:
    assert lead(required(paragraph(words(material="virtual")))) == "material"


def test_a_requirement_without_any_restriction_is_led_by_the_first_element() -> None:
    assert lead(required(paragraph({}, of_kind="measure"))) == "conduct"


@pytest.mark.parametrize(
    "limbs",
    [[words(condition="for-gain")], [words(conduct="publish"), words(conduct="publish", condition="for-gain")]],
)
def test_a_condition_never_leads(limbs: list[dict[str, tuple[str, ...]]]) -> None:
    assert lead(required(paragraph(*limbs, of_kind="measure"))) == "conduct"


def test_the_required_values_of_the_leading_element_are_those_of_all_scopes() -> None:
    said = required(paragraph(words(conduct="produce"), words(conduct="make-available")))
    axis = LEXICON.space.axes[said.lead]
    assert axis.spell(said.lead_values) == ("distribute", "make-available", "produce", "publish")
    assert [part.spelled()["conduct"] for part in said.at_lead(axis.mask(["publish", "possess"]))] == [("publish",)]


def test_what_is_protected_is_the_part_of_the_requirement_that_the_option_speaks_of() -> None:
    exclusion = option(
        OptionType.EXCLUSION, scope=words(conduct=["produce", "publish"], victim_age="17"), protects=True
    )
    said = required(paragraph(words(conduct=["produce", "possess"], victim_age="under 18"), options=(exclusion,)))
    [(of_option, scopes)] = protected_scopes(said, LEXICON)
    assert of_option is exclusion
    assert [scope.spelled() for scope in scopes] == [{"conduct": ("produce",), **OFFENCE, "victim_age": ("17",)}]


def test_what_is_protected_may_lie_outside_the_requirement() -> None:
    exclusion = option(OptionType.EXCLUSION, scope=words(victim_age="17"), protects=True)
    said = required(paragraph(words(victim_age="adult"), options=(exclusion,)))
    [(_, scopes)] = protected_scopes(said, LEXICON)
    assert [scope.spelled() for scope in scopes] == [{**OFFENCE, "victim_age": ("17",)}]


def test_an_option_protects_only_where_it_says_so_and_has_a_scope() -> None:
    silent = option(OptionType.EXCLUSION, "1.2", scope=words(victim_age="17"))
    without = option(OptionType.NARROWING, "1.3", condition=("for-gain",), protects=True)
    assert protected_scopes(required(paragraph({}, options=(silent, without))), LEXICON) == ()


def test_what_a_kind_leads_with_and_frees_is_data() -> None:
    lexicon = Lexicon(
        vocabulary(
            CONDUCT, MENTAL, NATURE, CONDITION, age("victim_age"), duty=kind(lead="mental", free_choice=["conduct"])
        )
    )
    one = replace(paragraph(words(conduct="produce", mental="knowledge")), kind="duty")
    said = required(one, lexicon=lexicon)
    assert lead(said, lexicon) == "mental"
    assert [lexicon.space.axes[axis].name for axis in said.free] == ["conduct"]


# The age of consent

UNDER_CONSENT = words(conduct="produce", victim_age="under the age of consent")


def ages_of(requirement: Requirement) -> list[int]:
    """Return how many ages each scope holds."""
    return [len(scope.spelled()["victim_age"]) for scope in requirement.scopes]


@pytest.mark.parametrize(("age_of_consent", "years"), [(None, 18), (13, 13), (15, 15), (16, 16), (18, 18)])
def test_the_age_of_consent_is_that_of_the_jurisdiction_and_18_where_nobody_asks(
    age_of_consent: int | None, years: int
) -> None:
    assert ages_of(required(paragraph(UNDER_CONSENT), age_of_consent=age_of_consent)) == [years]


def test_no_other_age_follows_the_age_of_consent() -> None:
    said = required(paragraph(words(victim_age="under 18"), UNDER_CONSENT), age_of_consent=15)
    assert ages_of(said) == [18, 15]
    beside = required(paragraph(words(victim_age=["under the age of consent", "17"])), age_of_consent=15)
    assert ages_of(beside) == [16]


def test_an_age_of_consent_that_is_taken_over_is_that_of_the_jurisdiction_too() -> None:
    base = paragraph(UNDER_CONSENT)
    assert ages_of(required(paragraph(words(material="virtual"), number="1.2", extends="1.1"), base)) == [18]
    extending = paragraph(words(material="virtual"), number="1.2", extends="1.1")
    assert ages_of(required(extending, base, age_of_consent=15)) == [15]


@pytest.mark.parametrize(
    ("age_of_consent", "verdict"), [(15, Verdict.ALIGNED), (16, Verdict.PARTIAL), (None, Verdict.PARTIAL)]
)
def test_a_law_need_not_protect_beyond_the_age_of_consent_of_its_jurisdiction(
    age_of_consent: int | None, verdict: Verdict
) -> None:
    law = {"code/1": law_that_reaches(words(conduct="produce", victim_age="under 15"))}
    book = statutes(law, [mapping(sections=("code/1",))], age_of_consent=age_of_consent)
    assert assessed(bench(paragraph(UNDER_CONSENT), of=book)).verdict is verdict
