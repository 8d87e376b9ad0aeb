"""What follows from the maximum penalty of an offence, by the rules of its jurisdiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gapcheck.assess.derived import Derived, derived
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Imprisonment, Jurisdiction, Sanction
from gapcheck.model.rules import FineFormula, PenaltyRule, Step
from tests.small_law import DAY, english, period, version

LIMITATION = PenaltyRule(
    id="limitation",
    title=english("Limitation"),
    steps=(
        Step(gives=english("5 years")),
        Step(gives=english("10 years"), more_than="3 years"),
        Step(gives=english("15 years"), more_than="7 years"),
    ),
)
INTERCEPTION = PenaltyRule(
    id="interception",
    title=english("Interception"),
    steps=(Step(gives=english("a warrant"), at_least="7 years"),),
    whatever_the_maximum=("code/2",),
)
FINE = PenaltyRule(
    id="fine",
    title=english("Fine"),
    fine=FineFormula(units_per_month=5, unit_value=330, currency="AUD", times=5),
)


def follows(rule: PenaltyRule, most: str | None, *, number: str = "1", day: date = DAY) -> list[Derived]:
    sanction = Sanction(imprisonment=Imprisonment(max=most)) if most else None
    place = Jurisdiction(jurisdiction="zz", name=english(), rules=(rule,))
    return list(derived(place, SectionId("zz", "code", number), version(sanction=sanction), day))


def steps(rule: PenaltyRule, most: str, number: str = "1") -> tuple[str | None, str | None]:
    (fact,) = follows(rule, most, number=number)
    return tuple(step.gives["en"] if step else None for step in (fact.gives, fact.next))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        ("3 years", ("5 years", "10 years")),
        ("37 months", ("10 years", "15 years")),
        ("36 months", ("5 years", "10 years")),
        ("30 days", ("5 years", "10 years")),
        ("8 years", ("15 years", None)),
        ("life", ("15 years", None)),
        ("death", ("15 years", None)),
    ],
)
def test_the_highest_step_that_is_reached_counts_and_the_next_is_named(
    most: str, expected: tuple[str | None, str | None]
) -> None:
    assert steps(LIMITATION, most) == expected


def test_a_power_opens_at_its_threshold_and_not_a_day_before() -> None:
    assert steps(INTERCEPTION, "7 years") == ("a warrant", None)
    assert steps(INTERCEPTION, "83 months") == (None, "a warrant")


def test_a_section_that_the_rule_names_needs_no_maximum() -> None:
    assert steps(INTERCEPTION, "1 year", number="2") == ("a warrant", None)


def test_a_rule_that_names_a_section_and_has_no_steps_gives_it_nothing() -> None:
    rule = PenaltyRule(id="x", title=english(), whatever_the_maximum=("code/2",))
    assert steps(rule, "1 year", number="2") == (None, None)


@pytest.mark.parametrize(
    ("most", "fine"), [("2 years", 24 * 5 * 5 * 330), ("6 months", 6 * 5 * 5 * 330), ("life", None)]
)
def test_a_fine_follows_from_the_months_of_the_maximum(most: str, fine: int | None) -> None:
    (fact,) = follows(FINE, most)
    assert fact.fine == fine


def test_days_make_no_fine() -> None:
    (fact,) = follows(FINE, "20 days")
    assert fact.fine is None


@pytest.mark.parametrize(
    ("limits", "applies"),
    [
        ({"only_for": ("code",)}, True),
        ({"only_for": ("code/1",)}, True),
        ({"only_for": ("other", "code/2")}, False),
        ({"not_for": ("code",)}, False),
        ({"not_for": ("code/1",)}, False),
        ({"not_for": ("other",)}, True),
        ({"only_for": ("code",), "not_for": ("code/1",)}, False),
    ],
)
def test_a_rule_can_be_limited_to_laws_and_sections(limits: dict[str, Any], applies: bool) -> None:
    rule = replace(LIMITATION, **limits)
    assert bool(follows(rule, "1 year")) is applies


def test_nothing_follows_without_imprisonment() -> None:
    assert follows(LIMITATION, None) == []


def test_a_rule_counts_only_while_it_is_in_force() -> None:
    rule = PenaltyRule(id="x", title=english(), in_force=period("2025-01-01"), steps=(Step(gives=english("now")),))
    assert follows(rule, "1 year", day=date(2024, 12, 31)) == []
    assert len(follows(rule, "1 year", day=date(2025, 1, 1))) == 1
