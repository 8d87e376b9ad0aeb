from __future__ import annotations

import pytest

from gapcheck.model.provisions import Comparator, Threshold
from gapcheck.model.quantity import Unit, in_days


@pytest.mark.parametrize(
    ("value", "unit", "days"),
    [(48, Unit.HOURS, 2), (90, Unit.DAYS, 90), (3, Unit.MONTHS, 90), (2, Unit.YEARS, 730), (0, Unit.YEARS, 0)],
)
def test_a_length_of_time_is_so_many_days(value: int, unit: Unit, days: int) -> None:
    assert in_days(value, unit) == days


@pytest.mark.parametrize("hours", range(0, 24 * 40, 24))
def test_so_many_times_24_hours_are_exactly_as_many_days(hours: int) -> None:
    assert in_days(hours, Unit.HOURS) == hours // 24


def threshold(comparator: Comparator, value: int, unit: Unit) -> Threshold:
    return Threshold(measure="preservation", comparator=comparator, value=value, unit=unit)


@pytest.mark.parametrize(
    ("value", "unit", "meets"),
    [
        (90, Unit.DAYS, True),
        (91, Unit.DAYS, True),
        (89, Unit.DAYS, False),
        (3, Unit.MONTHS, True),
        (2, Unit.MONTHS, False),
        (1, Unit.YEARS, True),
        (2159, Unit.HOURS, False),
        (2160, Unit.HOURS, True),
    ],
)
def test_at_least_is_met_by_the_same_figure_and_by_more(value: int, unit: Unit, meets: bool) -> None:
    assert threshold(Comparator.AT_LEAST, 90, Unit.DAYS).is_met_by(value, unit) is meets


@pytest.mark.parametrize(
    ("value", "unit", "meets"),
    [
        (24, Unit.HOURS, True),
        (1, Unit.DAYS, True),
        (23, Unit.HOURS, True),
        (25, Unit.HOURS, False),
        (2, Unit.DAYS, False),
    ],
)
def test_at_most_is_met_by_the_same_figure_and_by_less(value: int, unit: Unit, meets: bool) -> None:
    assert threshold(Comparator.AT_MOST, 1, Unit.DAYS).is_met_by(value, unit) is meets
