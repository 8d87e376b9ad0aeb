"""Options that must be declared or reserved: which of them a State has, by what it deposited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gapcheck.assess.requirement import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.assess.requirement import Leeway, Requirement
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.laws import Deposit, TreatyRecord
    from gapcheck.model.provisions import Option


def as_deposited(requirement: Requirement, record: TreatyRecord | None, day: date, lexicon: Lexicon) -> Requirement:
    """Return the requirement with the options that a State has on that day.

    A party has the options that need a deposit only as far as it made one (Vienna Convention on the Law of Treaties,
    Articles 19 to 23); any other State can still make it when it deposits its instrument. Where nobody has recorded
    what a party deposited, the options are set aside: they decide only if the verdict turns on them.
    """
    if record is None or not record.binds_on(day):
        return requirement
    kept: list[Leeway] = []
    forgone: list[Leeway] = []
    unrecorded: list[Leeway] = []
    for leeway in requirement.leeways:
        if leeway.standing is Standing.FREE:
            kept.append(leeway)
        elif made := [one for one in record.deposits or () if one.holds(day) and _uses(one, leeway.option)]:
            kept += _made(made, leeway, lexicon)
        elif record.deposits is None or not record.deposits_complete:
            unrecorded.append(leeway)
        else:
            forgone.append(leeway)
    return replace(requirement, leeways=tuple(kept), forgone=tuple(forgone), unrecorded=tuple(unrecorded))


def _uses(deposit: Deposit, option: Option) -> bool:
    """Whether a deposit uses the option, or a paragraph whose parts are options of their own."""
    return option.id == deposit.option or option.id.startswith(f"{deposit.option}.")


def _made(deposits: list[Deposit], leeway: Leeway, lexicon: Lexicon) -> Iterator[Leeway]:
    for deposit in deposits:
        yield replace(leeway, standing=Standing.MADE, deposit=deposit, scopes=_deposited(deposit, leeway, lexicon))


def _deposited(deposit: Deposit, leeway: Leeway, lexicon: Lexicon) -> tuple[Scope, ...]:
    if deposit.scope is None:
        return leeway.scopes
    only = lexicon.scope(deposit.scope)
    return tuple(both for scope in leeway.scopes if (both := scope.meet(only)) is not None)
