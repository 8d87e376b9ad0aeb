"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck.report.written_dates import meant_days

FIRST_OF_JULY = date(2018, 7, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2018-7-1",
        "2018/07/01",
        "2018.7.01",
        "20180701",
        "2018-07-01T00:00:00Z",
        "2018-07-01 00:00",
        "1 July 2018",
        "1st July, 2018",
        "Jul. 1, 2018",
        "July 1 2018",
        "ngày 01 tháng 7 năm 2018",
        "1 tháng 7, 2018",
    ],
)
def test_a_date_that_can_be_meant_one_way_only_is_understood(written: str) -> None:
    assert meant_days(written) == (FIRST_OF_JULY,)


@pytest.mark.parametrize("written", ["1/7/2018", "01-07-2018", "1.7.2018"])
def test_day_and_month_may_change_places(written: str) -> None:
    assert meant_days(written) == (FIRST_OF_JULY, date(2018, 1, 7))


@pytest.mark.parametrize("written", ["25/12/2018", "12/25/2018"])
def test_a_day_after_the_twelfth_cannot_be_a_month(written: str) -> None:
    assert meant_days(written) == (date(2018, 12, 25),)


def test_the_same_number_twice_leaves_no_doubt() -> None:
    assert meant_days("7/7/2018") == (date(2018, 7, 7),)


@pytest.mark.parametrize("written", ["", "2018", "2018-07", "next year", "30/2/2018", "1 Foo 2018", "1/7/18"])
def test_what_is_no_day_is_not_guessed(written: str) -> None:
    assert meant_days(written) == ()
