"""Which options a State has by the declarations and reservations that it made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gapcheck.assess.deposits import as_deposited
from gapcheck.assess.findings import Finding
from gapcheck.assess.requirement import Leeway, Requirement, Standing, requirement_of
from gapcheck.model.laws import Deposit, TreatyRecord, TreatyStatus
from gapcheck.model.provisions import Formality, Option, OptionType
from gapcheck.model.verdicts import ResidueClass, Verdict
from tests.small_law import (
    DAY,
    EVERYTHING,
    LEXICON,
    PRODUCE_OR_POSSESS,
    TO_16,
    Words,
    article,
    assessed,
    bench,
    mapping,
    option,
    statutes,
    treaty,
    words,
)

ONE_DAY = timedelta(days=1)
OF_16_AND_17 = words(victim_age="16 to 17")
RESERVED = option(OptionType.RESERVATION, "1.3.a", scope=OF_16_AND_17, needs=Formality.RESERVATION)
FREE = option(OptionType.LIMITATION, "1.4", scope=words(conduct="possess"))


def record(*deposits: Deposit, **facts: Any) -> TreatyRecord:  # noqa: ANN401 - the facts have the types of the model
    """Return the record of a party; without deposits it is an empty list: somebody looked, and there are none."""
    said = {"status": TreatyStatus.RATIFIED, "as_of": DAY, "deposits": deposits, **facts}
    return TreatyRecord(instrument="pact", **said)


def deposit(
    number: str = "1.3.a", made: date = DAY, withdrawn: date | None = None, scope: Words | None = None
) -> Deposit:
    return Deposit(option=number, made=made, withdrawn=withdrawn, scope=scope)


def required(*options: Option) -> Requirement:
    one = replace(PRODUCE_OR_POSSESS, options=options)
    return requirement_of(one, treaty(article(one)), LEXICON)


def held(of: TreatyRecord | None, *options: Option) -> Requirement:
    """Return what is required of a State of which this is recorded."""
    return as_deposited(required(*(options or (RESERVED,))), of, DAY, LEXICON)


def standings(requirement: Requirement) -> list[tuple[str, Standing]]:
    return [(leeway.option.id, leeway.standing) for leeway in requirement.leeways]


def forgone(requirement: Requirement) -> list[str]:
    return [leeway.option.id for leeway in requirement.forgone]


def only(leeways: tuple[Leeway, ...]) -> Leeway:
    (leeway,) = leeways
    return leeway


def finding(of: TreatyRecord | None, *options: Option) -> Finding:
    """Return the finding on a State whose law leaves out persons aged 16 or 17."""
    one = replace(PRODUCE_OR_POSSESS, options=options or (RESERVED,))
    book = statutes({"code/a": TO_16}, [mapping(sections=("code/a",))], treaties=(of,) if of else ())
    return assessed(bench(one, of=book))


# Who is no party


@pytest.mark.parametrize(
    "of",
    [
        None,
        record(status=TreatyStatus.SIGNED),
        record(status=TreatyStatus.NOT_SIGNED),
        record(status=TreatyStatus.DENOUNCED, ratified=DAY - ONE_DAY),
        record(status=TreatyStatus.UNKNOWN),
        record(ratified=DAY + ONE_DAY),
        record(status=TreatyStatus.ACCEDED, ratified=DAY + ONE_DAY, deposits=None),
    ],
    ids=["no record", "signed", "not signed", "denounced", "unknown", "ratified later", "acceded later"],
)
def test_a_state_that_is_no_party_can_still_make_every_declaration(of: TreatyRecord | None) -> None:
    assert held(of, RESERVED, FREE) == required(RESERVED, FREE)
    assert standings(held(of, RESERVED, FREE)) == [("1.3.a", Standing.ON_DEPOSIT), ("1.4", Standing.FREE)]
    assert finding(of).verdict is Verdict.ALIGNED_BY_OPTION


# Parties


@pytest.mark.parametrize("status", [TreatyStatus.RATIFIED, TreatyStatus.ACCEDED])
@pytest.mark.parametrize("since", [None, DAY - ONE_DAY, DAY])
def test_a_party_that_made_no_reservation_has_forgone_the_option(status: TreatyStatus, since: date | None) -> None:
    of = record(status=status, ratified=since)
    requirement = held(of)
    assert (standings(requirement), forgone(requirement)) == ([], ["1.3.a"])
    assert only(requirement.forgone).standing is Standing.ON_DEPOSIT
    assert finding(of).verdict is Verdict.PARTIAL


def test_what_the_paragraph_demands_and_the_options_it_leaves_are_not_changed_by_deposits() -> None:
    before, after = required(RESERVED), held(record())
    assert (after.scopes, after.options, after.disputes) == (before.scopes, before.options, before.disputes)


def test_where_nobody_recorded_the_deposits_of_a_party_the_option_decides_and_is_not_known() -> None:
    requirement = held(record(deposits=None))
    assert (standings(requirement), forgone(requirement)) == ([], [])
    assert [leeway.option.id for leeway in requirement.unrecorded] == ["1.3.a"]
    found = finding(record(deposits=None))
    assert found.verdict is Verdict.UNDETERMINED
    assert [leeway.option.id for leeway in found.unrecorded] == ["1.3.a"]
    assert found.unknown == ()


def test_a_list_of_deposits_that_was_read_in_part_leaves_the_options_open_that_it_does_not_name() -> None:
    other = replace(RESERVED, id="1.5")
    requirement = held(record(deposit("1.5"), deposits_complete=False), RESERVED, other)
    assert standings(requirement) == [("1.5", Standing.MADE)]
    assert ([leeway.option.id for leeway in requirement.unrecorded], forgone(requirement)) == (["1.3.a"], [])


def test_deposits_that_nobody_recorded_decide_nothing_where_the_law_needs_no_option() -> None:
    one = replace(PRODUCE_OR_POSSESS, options=(RESERVED,))
    book = statutes({"code/a": EVERYTHING}, [mapping(sections=("code/a",))], treaties=(record(deposits=None),))
    found = assessed(bench(one, of=book))
    assert (found.verdict, found.unrecorded) == (Verdict.ALIGNED, ())


def test_a_party_has_an_option_that_needs_nothing_whatever_it_deposited() -> None:
    free = replace(RESERVED, needs=Formality.NOTHING)
    for deposits in (None, (), (deposit("1.9"),)):
        requirement = held(record(deposits=deposits), free)
        assert (standings(requirement), forgone(requirement)) == ([("1.3.a", Standing.FREE)], [])
        assert finding(record(deposits=deposits), free).verdict is Verdict.ALIGNED_BY_OPTION


def test_a_party_has_the_option_that_it_made_a_reservation_for() -> None:
    made = deposit()
    leeway = only(held(record(made)).leeways)
    assert (leeway.standing, leeway.deposit) == (Standing.MADE, made)
    assert leeway.scopes == only(required(RESERVED).leeways).scopes
    found = finding(record(made))
    assert found.verdict is Verdict.ALIGNED_BY_OPTION
    assert [(piece.kind, piece.option) for piece in found.residue] == [(ResidueClass.PERMITTED, RESERVED)]


@pytest.mark.parametrize("number", ["1.3.a", "1.3", "1"])
def test_a_deposit_under_a_paragraph_uses_every_option_that_is_part_of_it(number: str) -> None:
    assert standings(held(record(deposit(number)))) == [("1.3.a", Standing.MADE)]


@pytest.mark.parametrize("number", ["1.3.b", "1.3.a.i", "1.30", "1.3.", "2", "1.3.aa"])
def test_a_deposit_under_another_number_uses_nothing(number: str) -> None:
    assert forgone(held(record(deposit(number)))) == ["1.3.a"]


def test_a_number_that_only_begins_alike_is_no_part() -> None:
    thirteenth = replace(RESERVED, id="1.13")
    assert forgone(held(record(deposit("1.1")), thirteenth)) == ["1.13"]


def test_one_option_can_be_made_and_another_forgone() -> None:
    other = option(OptionType.RESERVATION, "1.3.b", scope=words(conduct="possess"), needs=Formality.DECLARATION)
    requirement = held(record(deposit("1.3.b")), RESERVED, other, FREE)
    assert standings(requirement) == [("1.3.b", Standing.MADE), ("1.4", Standing.FREE)]
    assert forgone(requirement) == ["1.3.a"]


@pytest.mark.parametrize(
    ("made", "withdrawn", "counts"),
    [
        (DAY, None, True),
        (DAY + ONE_DAY, None, False),
        (DAY - ONE_DAY, DAY, True),
        (DAY - ONE_DAY, DAY - ONE_DAY, False),
        (DAY - ONE_DAY, DAY + ONE_DAY, True),
    ],
    ids=["from its day", "made later", "kept to its last day", "withdrawn", "withdrawn later"],
)
def test_a_deposit_counts_from_the_day_it_takes_effect_to_the_last_day_it_was_kept(
    made: date, withdrawn: date | None, counts: bool
) -> None:
    of = record(deposit(made=made, withdrawn=withdrawn))
    assert forgone(held(of)) == ([] if counts else ["1.3.a"])
    assert finding(of).verdict is (Verdict.ALIGNED_BY_OPTION if counts else Verdict.PARTIAL)


# What a deposit leaves out


def test_a_deposit_that_leaves_out_less_than_the_option_allows_counts_only_so_far() -> None:
    of = record(deposit(scope=words(victim_age="17")))
    assert [scope.spelled() for scope in only(held(of).leeways).scopes] == [{"victim_age": ("17",)}]
    found = finding(of)
    assert found.verdict is Verdict.PARTIAL
    assert [(piece.kind, piece.scope.spelled()["victim_age"]) for piece in found.residue] == [
        (ResidueClass.GAP, ("16",)),
        (ResidueClass.PERMITTED, ("17",)),
    ]


def test_a_deposit_about_something_else_than_its_option_leaves_out_nothing() -> None:
    of = record(deposit(scope=words(victim_age="adult")))
    assert only(held(of).leeways).scopes == ()
    assert finding(of).verdict is Verdict.PARTIAL


def test_a_deposit_narrows_an_option_that_leaves_out_what_does_not_meet_a_condition() -> None:
    narrowing = option(OptionType.NARROWING, "1.3.a", condition=("for-gain",), needs=Formality.DECLARATION)
    of = record(deposit(scope=words(conduct="possess")))
    assert [scope.spelled() for scope in only(held(of, narrowing).leeways).scopes] == [
        {"conduct": ("possess",), "condition:for-gain": ("not-met",)}
    ]


def test_several_deposits_under_one_option_count_together() -> None:
    of = record(deposit(scope=words(victim_age="16")), deposit("1.3", scope=words(victim_age="17")))
    assert standings(held(of)) == [("1.3.a", Standing.MADE), ("1.3.a", Standing.MADE)]
    assert finding(of).verdict is Verdict.ALIGNED_BY_OPTION


# Which record counts


def test_the_newest_record_of_the_instrument_says_whether_the_state_is_a_party() -> None:
    signed = record(status=TreatyStatus.SIGNED, as_of=DAY - ONE_DAY)
    elsewhere = replace(record(status=TreatyStatus.SIGNED, as_of=DAY + ONE_DAY), instrument="other")
    book = statutes({"code/a": TO_16}, [mapping(sections=("code/a",))], treaties=(signed, record(), elsewhere))
    one = replace(PRODUCE_OR_POSSESS, options=(RESERVED,))
    assert assessed(bench(one, of=book)).verdict is Verdict.PARTIAL
