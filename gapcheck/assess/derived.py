"""What follows from the maximum penalty of an offence, by the rules of its jurisdiction; computed, never stored."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.quantity import Unit, in_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Jurisdiction, Version
    from gapcheck.model.rules import PenaltyRule, Step

_MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Derived:
    """What one rule gives one section, and what a higher maximum would give it."""

    section: SectionId
    rule: PenaltyRule
    gives: Step | None
    """The highest step that the maximum reaches."""
    next: Step | None
    """The first step that a higher maximum would reach."""
    fine: int | None = None
    """The fine for a legal person by the formula of the rule, in its currency."""


def derived(jurisdiction: Jurisdiction, section: SectionId, version: Version, day: date) -> Iterator[Derived]:
    """Yield what follows from the maximum of the basic range of imprisonment, rule by rule."""
    written = version.sanction.imprisonment.max if version.sanction and version.sanction.imprisonment else None
    if written is None:
        return
    for rule in jurisdiction.rules:
        applies = rule.in_force is None or rule.in_force.holds(day)
        if applies and rule.is_about(section.law, section.local):
            gives, following = _steps(rule, section, length_in_days(written))
            yield Derived(section, rule, gives, following, _fine(rule, written))


def _steps(rule: PenaltyRule, section: SectionId, maximum: float) -> tuple[Step | None, Step | None]:
    if section.local in rule.whatever_the_maximum:
        return (rule.steps[-1] if rule.steps else None), None
    reached = [step for step in rule.steps if _is_reached(step, maximum)]
    beyond = [step for step in rule.steps if not _is_reached(step, maximum)]
    return (reached[-1] if reached else None), (beyond[0] if beyond else None)


def _is_reached(step: Step, maximum: float) -> bool:
    if step.at_least is not None and maximum < length_in_days(step.at_least):
        return False
    return step.more_than is None or maximum > length_in_days(step.more_than)


def length_in_days(written: str) -> float:
    """Return a length of imprisonment in days for comparing; life and death are beyond every length.

    >>> length_in_days("2 years") == length_in_days("24 months"), length_in_days("life") > length_in_days("99 years")
    (True, True)
    """
    number, _, unit = written.partition(" ")
    if not unit:
        return math.inf
    if unit.startswith("year"):
        return in_days(int(number) * _MONTHS_A_YEAR, Unit.MONTHS)
    return in_days(int(number), Unit.MONTHS if unit.startswith("month") else Unit.DAYS)


def _fine(rule: PenaltyRule, written: str) -> int | None:
    """Return the fine by the formula, for a maximum that is a number of months or years."""
    number, _, unit = written.partition(" ")
    if rule.fine is None or unit.rstrip("s") not in {"month", "year"}:
        return None
    months = int(number) * (_MONTHS_A_YEAR if unit.startswith("year") else 1)
    return months * rule.fine.units_per_month * rule.fine.times * rule.fine.unit_value
