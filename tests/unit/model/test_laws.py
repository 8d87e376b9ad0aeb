from datetime import date

import pytest

from gapcheck.model.laws import VersionStatus
from gapcheck.model.period import Period
from tests.small_law import period, section, version, words

FIRST, LAST = date(2018, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2017, 12, 31), False),
        (FIRST, True),
        (date(2020, 6, 15), True),
        (LAST, True),
        (date(2026, 1, 1), False),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(day: date, held: bool) -> None:
    assert Period(from_=FIRST, to=LAST).holds(day) == held


def test_a_period_without_an_end_goes_on() -> None:
    assert Period(from_=FIRST).holds(date(9999, 12, 31))
    assert not Period(from_=FIRST).holds(date(2017, 12, 31))


def test_a_version_counts_only_while_its_status_is_in_force() -> None:
    for status in VersionStatus:
        assert version(words(), status=status).counts_on(FIRST) == (status is VersionStatus.IN_FORCE)


@pytest.mark.parametrize(
    ("day", "by"),
    [
        ("2017-12-31", None),
        ("2018-01-01", "first"),
        ("2020-12-31", "first"),
        ("2021-01-01", None),
        ("2022-01-01", "second"),
        ("2099-01-01", "second"),
    ],
)
def test_the_version_in_force_is_the_one_whose_period_holds_the_day(day: str, by: str | None) -> None:
    one = section(
        version(words(), by="first", in_force=period("2018-01-01", "2020-12-31")),
        version(words(), by="struck down", in_force=period("2021-01-01"), status=VersionStatus.VOID),
        version(words(), by="second", in_force=period("2022-01-01")),
    )
    found = one.in_force(date.fromisoformat(day))
    assert (found and found.by) == by


def test_a_section_without_versions_is_never_in_force() -> None:
    assert section().in_force(FIRST) is None
