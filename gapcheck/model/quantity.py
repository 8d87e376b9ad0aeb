"""Figures with a unit of time, and how they compare."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """The units of figures in laws and instruments."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_DAYS = {Unit.HOURS: 1 / 24, Unit.DAYS: 1.0, Unit.MONTHS: 30.0, Unit.YEARS: 365.0}


def in_days(value: int, unit: Unit) -> float:
    """Return a length of time in days, for comparing: a month counts as 30 days, a year as 365.

    >>> in_days(90, Unit.DAYS) == in_days(3, Unit.MONTHS), in_days(2, Unit.YEARS) > in_days(24, Unit.MONTHS)
    (True, True)
    """
    return value * _DAYS[unit]
