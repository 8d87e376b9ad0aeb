"""Levels, verdicts, duties and what counts as having looked."""

from __future__ import annotations

import pytest

from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Duty
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import Level, Verification, level_of, weakest
from tests.small_law import english


def test_the_levels_go_from_the_official_text_to_memory() -> None:
    assert sorted(Level, key=lambda level: -level.rank)[::-1] == [
        Level.PRIMARY,
        Level.PRIMARY_OTHER_LANGUAGE,
        Level.DATED,
        Level.SECONDARY,
        Level.MEMORY,
    ]


def test_a_statement_is_no_better_than_the_weakest_text_it_rests_on() -> None:
    assert weakest([Level.PRIMARY, Level.SECONDARY, Level.DATED]) is Level.SECONDARY
    assert weakest([Level.PRIMARY]) is Level.PRIMARY


def test_what_rests_on_nothing_rests_on_memory() -> None:
    assert weakest([]) is Level.MEMORY
    assert level_of(None) is Level.MEMORY
    assert level_of(Verification(level=Level.DATED)) is Level.DATED


def test_the_verdicts_go_from_best_to_worst() -> None:
    assert [verdict.severity for verdict in Verdict] == list(range(8))
    assert min(Verdict, key=lambda verdict: verdict.severity) is Verdict.ALIGNED
    assert max(Verdict, key=lambda verdict: verdict.severity) is Verdict.MISSING


def test_only_what_is_partial_or_missing_asks_for_a_legislature() -> None:
    assert [verdict for verdict in Verdict if verdict.is_gap] == [Verdict.PARTIAL, Verdict.MISSING]


def test_what_a_state_may_do_or_must_only_consider_does_not_bind() -> None:
    assert [duty for duty in Duty if not duty.is_mandatory] == [
        Duty.SHALL_CONSIDER,
        Duty.MAY,
        Duty.MAY_CONSIDER,
        Duty.MAY_RESERVE,
        Duty.INTERPRETIVE,
        Duty.RECOMMENDS,
    ]


@pytest.mark.parametrize("field", ["sections", "incidental", "searched"])
def test_somebody_looked_where_a_section_or_a_law_is_named(field: str) -> None:
    assert Mapping(paragraph="1", **{field: ("code",)}).somebody_looked  # type: ignore[arg-type]


def test_a_reason_alone_does_not_say_that_somebody_looked() -> None:
    assert not Mapping(paragraph="1", reason=english("None.")).somebody_looked
