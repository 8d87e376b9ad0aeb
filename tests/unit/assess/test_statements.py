"""What is said of a gap: act by act, in the largest uncovered scopes, and the fewest of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.assess.findings import Finding
from gapcheck.assess.statements import leeway_statements
from gapcheck.model.laws import Nature
from gapcheck.model.provisions import OptionType
from gapcheck.model.verdicts import Reached, ResidueClass
from tests.small_law import LEXICON, contested, held_against, law_that_reaches, option, paragraph, words

CHILD_MATERIAL = paragraph(words(conduct=["produce", "possess", "publish"], victim_age="under 18"))
TO_16 = law_that_reaches(words(conduct=["produce", "possess", "publish"], victim_age="under 16"))
NO, PART = Reached.NOT_AT_ALL, Reached.IN_PART
CHILDREN = tuple(str(year) for year in range(18))


def said(finding: Finding) -> list[tuple[tuple[str, ...], Reached, dict[str, tuple[str, ...]]]]:
    """Return acts, how far they are reached and what is left out, without what every offence requires."""
    lead = LEXICON.space.axes[finding.requirement.lead]
    return [
        (
            lead.spell(one.lead),
            one.reached,
            {name: values for name, values in one.scope.spelled().items() if name not in {"nature", "mental"}},
        )
        for one in finding.gap_statements
    ]


def acts(mask: int) -> tuple[str, ...]:
    return LEXICON.space.axes[LEXICON.axis("conduct")].spell(mask)


def test_acts_of_one_fate_are_said_together() -> None:
    finding = held_against(CHILD_MATERIAL, a=law_that_reaches(words(conduct="produce", victim_age="under 16")))
    assert said(finding) == [
        (("possess", "publish"), NO, {"conduct": ("possess", "publish"), "victim_age": CHILDREN}),
        (("produce",), PART, {"conduct": ("possess", "produce", "publish"), "victim_age": ("16", "17")}),
    ]


def test_what_is_reached_whole_is_not_said_but_remembered() -> None:
    finding = held_against(CHILD_MATERIAL, a=law_that_reaches(words(conduct=["produce", "publish"])))
    assert [names for names, _, _ in said(finding)] == [("possess",)]
    assert acts(finding.wholly_reached) == ("produce", "publish")
    assert finding.spared == 0


def test_acts_of_which_no_more_is_left_than_an_option_permits_are_spared() -> None:
    young = option(OptionType.EXCLUSION, scope=words(conduct="possess", victim_age="16 to 17"))
    finding = held_against(replace(CHILD_MATERIAL, options=(young,)), a=TO_16)
    assert acts(finding.spared) == ("possess",)
    assert [names for names, _, _ in said(finding)] == [("produce", "publish")]


def test_a_law_of_another_nature_does_not_make_an_act_reached_in_part() -> None:
    decree = law_that_reaches(words(conduct="produce"), nature=Nature.ADMINISTRATIVE)
    assert {reached for _, reached, _ in said(held_against(CHILD_MATERIAL, a=decree))} == {NO}


def test_two_things_left_out_of_one_act_are_two_overlapping_statements() -> None:
    law = law_that_reaches(words(conduct="produce", victim_age="under 16", condition="for-gain"))
    finding = held_against(paragraph(words(conduct="produce", victim_age="under 18")), a=law)
    assert said(finding) == [
        (("produce",), PART, {"conduct": ("produce",), "victim_age": ("16", "17")}),
        (
            ("produce",),
            PART,
            {"conduct": ("produce",), "victim_age": CHILDREN, "condition:for-gain": ("not-met",)},
        ),
    ]


def test_a_paragraph_with_two_scopes_is_said_act_by_act_all_the_same() -> None:
    one = paragraph(words(conduct="produce", victim_age="under 18"), words(conduct="possess", victim_age="adult"))
    assert said(held_against(one, a=TO_16)) == [
        (("possess",), NO, {"conduct": ("possess",), "victim_age": ("adult",)}),
        (("produce",), PART, {"conduct": ("produce",), "victim_age": ("16", "17")}),
    ]


def leeways(finding: Finding) -> list[tuple[ResidueClass, Reached, dict[str, tuple[str, ...]]]]:
    assert finding.outcome is not None
    return [
        (one.kind, one.reached, one.scope.spelled())
        for one in leeway_statements(LEXICON.space, finding.requirement, finding.outcome)
    ]


OFFENCE = {"mental": ("intent",), "nature": ("criminal",)}
ACTS = ("possess", "produce", "publish")


@pytest.mark.parametrize(("law", "reached"), [(TO_16, PART), (law_that_reaches(words(victim_age="adult")), NO)])
def test_what_an_option_permits_is_said_inside_the_option(law: object, reached: Reached) -> None:
    young = option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17"))
    finding = held_against(replace(CHILD_MATERIAL, options=(young,)), a=law)  # type: ignore[arg-type]
    assert leeways(finding) == [
        (ResidueClass.PERMITTED, reached, {"conduct": ACTS, **OFFENCE, "victim_age": ("16", "17")})
    ]


def test_what_is_arguable_is_said_inside_the_disputed_reading() -> None:
    reading = contested(scope=words(victim_age="17"))
    finding = held_against(replace(CHILD_MATERIAL, contested=(reading,)), a=TO_16)
    assert leeways(finding) == [(ResidueClass.ARGUABLE, PART, {"conduct": ACTS, **OFFENCE, "victim_age": ("17",)})]


def test_where_nothing_is_left_nothing_is_said() -> None:
    finding = held_against(CHILD_MATERIAL, a=law_that_reaches(words(conduct=["produce", "possess", "publish"])))
    assert said(finding) == []
    assert leeways(finding) == []
