"""Dates, numbers and the numbers of paragraphs in the manner of a language; the manner is in the catalogue."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from gapcheck.report.messages import Messages


def written_date(day: date, messages: Messages) -> str:
    """Return a day in words.

    >>> from datetime import date
    >>> from gapcheck.report.messages import messages_in
    >>> written_date(date(2026, 11, 22), messages_in("en"))
    '22 November 2026'
    >>> written_date(date(2026, 11, 22), messages_in("vi"))
    'ngày 22 tháng 11 năm 2026'
    """
    month = messages.say("month", str(day.month))
    return messages.say("date", "long", day=day.day, month=month, year=day.year)


def in_brackets(day: date | None, messages: Messages) -> str:
    """Return a day in brackets after a space, nothing where there is none."""
    return f" ({written_date(day, messages)})" if day else ""


def written_number(number: int | Decimal, messages: Messages) -> str:
    """Return a number with its thousands set apart.

    >>> from decimal import Decimal
    >>> from gapcheck.report.messages import messages_in
    >>> written_number(10_000_000, messages_in("en"))
    '10,000,000'
    >>> written_number(Decimal("1234.5"), messages_in("vi"))
    '1.234,5'
    """
    marks = {ord(","): messages.say("number", "thousands"), ord("."): messages.say("number", "decimal")}
    return f"{number:,}".translate(marks)


def written_number_of_paragraph(number: str, messages: Messages) -> str:
    """Return the number of an article or of a part of it, as lawyers cite it.

    >>> from gapcheck.report.messages import messages_in
    >>> english, vietnamese = messages_in("en"), messages_in("vi")
    >>> for number in ("7bis", "14.1.c", "17.1.b.i", "26.a"):
    ...     print(written_number_of_paragraph(number, english), "|", written_number_of_paragraph(number, vietnamese))
    Article 7bis | Điều 7bis
    Article 14(1)(c) | điểm c khoản 1 Điều 14
    Article 17(1)(b)(i) | tiểu mục i điểm b khoản 1 Điều 17
    Article 26(a) | điểm a Điều 26
    """
    article, *parts = number.split(".")
    said = messages.say("citation", "article", number=article)
    first = ("paragraph", "point") if parts and parts[0][:1].isdigit() else ("point",)
    for level, part in zip(chain(first, repeat("subpoint")), parts, strict=False):
        said = messages.say("citation", level, number=part, whole=said)
    return said
