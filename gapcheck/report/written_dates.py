"""Dates as people write them, and the days that they may mean."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?|(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_IN_VIETNAMESE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTH_DAY = re.compile(r"([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)


def meant_days(written: str) -> tuple[date, ...]:
    """Return the days that may be meant: one where there is no doubt, two where day and month could change places.

    >>> [day.isoformat() for day in meant_days("1/7/2018")]
    ['2018-07-01', '2018-01-07']
    >>> meant_days("2018-7-1") == meant_days("ngày 01 tháng 7 năm 2018") == meant_days("July 1, 2018")
    True
    """
    found = [_day(*parts) for parts in _readings(written.strip())]
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _readings(written: str) -> list[tuple[str, str, str]]:
    """Return year, month and day of every reading."""
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = (part for part in match.groups() if part is not None)
        return [(year, month, day)]
    if match := _YEAR_LAST.fullmatch(written):
        one, other, year = match.groups()
        return [(year, other, one), (year, one, other)]
    if match := _IN_VIETNAMESE.fullmatch(written):
        day, month, year = match.groups()
        return [(year, month, day)]
    if match := _DAY_MONTH.fullmatch(written):
        day, name, year = match.groups()
        return [(year, _month_called(name), day)]
    if match := _MONTH_DAY.fullmatch(written):
        name, day, year = match.groups()
        return [(year, _month_called(name), day)]
    return []


def _month_called(name: str) -> str:
    """Return the number of a month by its first three letters, 0 where there is none."""
    name = name.lower()
    return str(_MONTHS.index(name) + 1 if name in _MONTHS else 0)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
