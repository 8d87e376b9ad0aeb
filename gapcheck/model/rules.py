"""Rules of a jurisdiction from which facts follow: what depends on the maximum penalty of an offence."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.period import Period
from gapcheck.model.reading import IN_YAML, Duration, Localized, Number, Text, Whole, Words
from gapcheck.model.verification import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an offence has from a maximum penalty on; without a threshold, what every offence has."""

    __pydantic_config__ = IN_YAML
    gives: Localized
    """What follows: a limitation period, a power, a class of offence."""
    at_least: Duration | None = None
    """The maximum from which it follows, like `7 years`."""
    more_than: Duration | None = None
    """The maximum beyond which it follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FineFormula:
    """A fine that is computed from the maximum term of imprisonment."""

    __pydantic_config__ = IN_YAML
    units_per_month: Whole
    """Penalty units for each month of the maximum term."""
    unit_value: Whole
    """What a unit is worth."""
    currency: Text
    """ISO 4217."""
    times: Whole = 1
    """By how much it is multiplied for a legal person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRule:
    """A rule by which something follows from the maximum penalty of an offence."""

    __pydantic_config__ = IN_YAML
    id: Number
    """A short name."""
    title: Localized
    """What it is about."""
    steps: tuple[Step, ...] = ()
    """What follows, from the lowest maximum to the highest."""
    fine: FineFormula | None = None
    """A fine that follows by a formula."""
    section: Text | None = None
    """Where it is written, like penal-code-2015/27."""
    whatever_the_maximum: Words = ()
    """Sections that have the highest step whatever their maximum, because the rule names them."""
    only_for: Words = ()
    """The laws or sections it applies to, where it does not apply to all."""
    not_for: Words = ()
    """The laws or sections it does not apply to."""
    in_force: Period | None = None
    """When it applies."""
    verification: Verification | None = None
    """How it was checked."""
    note: Localized | None = None
    """What the reader should know."""

    def is_about(self, law: str, section: str) -> bool:
        """Whether it applies to a section, given like penal-code-2015/27, of a law."""
        named = {law, section}
        return (not self.only_for or not named.isdisjoint(self.only_for)) and named.isdisjoint(self.not_for)
