"""Ids: what articles, paragraphs and sections are called, how people write them, and how they sort."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(r"(\d+)|([^\d.]+)")
_ARTICLE_WORD = re.compile(r"^(?:(?:articles?|art|điều|paragraphs?|para)(?:\.\s*|\s+|(?=[\d(]))|§\s*)", re.IGNORECASE)
_POINT = re.compile(r"\s*\(\s*([^()\s]+)\s*\)")


@lru_cache(maxsize=1 << 16)
def reading_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Return what numbers sort by, as a lawyer reads them: 2 before 10, 7 before 7bis, 14.1 before 14.1.a.

    >>> sorted(["10", "2", "7bis", "7", "14.1.b", "14.1.a"], key=reading_order)
    ['2', '7', '7bis', '10', '14.1.a', '14.1.b']
    """
    return tuple((0, int(figure), "") if figure else (1, 0, letters) for figure, letters in _PART.findall(number))


_IN_VIETNAMESE = r"(?:điểm\s+(?P<point>\w+)\s+)?(?:khoản\s+(?P<paragraph>\w+)\s+)?điều\s+(?P<article>\w+)"


def plain_number(written: str) -> str:
    """Return a number in the form of the files: art. 14(1)(c), 14 (1) (c) and điểm c khoản 1 Điều 14 are 14.1.c.

    >>> plain_number("Art. 14(1)(c)"), plain_number("điểm c khoản 1 Điều 14"), plain_number("7bis")
    ('14.1.c', '14.1.c', '7bis')
    """
    if small_first := re.fullmatch(_IN_VIETNAMESE, written.strip(), re.IGNORECASE):
        return ".".join(part for part in small_first.group("article", "paragraph", "point") if part)
    bare = _ARTICLE_WORD.sub("", written.strip())
    return re.sub(r"\s+", "", _POINT.sub(r".\1", bare)).strip(".")


def article_numbers(written: str) -> list[str]:
    """Return the articles that a number or a range stands for.

    >>> article_numbers("7-9"), article_numbers("7bis")
    (['7', '8', '9'], ['7bis'])
    """
    first, dash, last = written.partition("-")
    if dash and first.strip().isdecimal() and last.strip().isdecimal():
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [written.strip()]


@dataclass(frozen=True, slots=True)
class ParagraphId:
    """A paragraph (or article) of an instrument: `hanoi:14.1.c`."""

    instrument: str
    number: str

    def __str__(self) -> str:
        """Write it as files and people do."""
        return f"{self.instrument}:{self.number}"

    @property
    def article(self) -> str:
        """The article that the number begins with."""
        return self.number.partition(".")[0]

    def lies_in(self, number: str) -> bool:
        """Whether it is `number` itself or a part of it."""
        return self.number == number or self.number.startswith(number + ".")

    @classmethod
    def parse(cls, written: str, instrument: str) -> ParagraphId:
        """Return the id that a person means, in `instrument` unless they name another."""
        before, colon, after = written.strip().partition(":")
        return cls(before.strip().lower(), plain_number(after)) if colon else cls(instrument, plain_number(before))


@dataclass(frozen=True, slots=True)
class SectionId:
    """A section of a law of a jurisdiction: `vn:penal-code-2015/147`."""

    jurisdiction: str
    law: str
    section: str

    def __str__(self) -> str:
        """Write it as files and people do."""
        return f"{self.jurisdiction}:{self.law}/{self.section}"

    @property
    def local(self) -> str:
        """The id as mappings of the same jurisdiction write it: `penal-code-2015/147`."""
        return f"{self.law}/{self.section}"

    @property
    def reading_order(self) -> tuple[str, str, tuple[tuple[int, int, str], ...]]:
        """What section ids sort by."""
        return (self.jurisdiction, self.law, reading_order(self.section))

    @classmethod
    def parse(cls, written: str, jurisdiction: str) -> SectionId | None:
        """Return the id that a person means, or None where it is no section."""
        before, colon, after = written.strip().partition(":")
        place, path = (before.strip().lower(), after) if colon else (jurisdiction, before)
        law, slash, section = path.partition("/")
        if not (slash and law.strip() and section.strip()):
            return None
        return cls(place, law.strip(), _ARTICLE_WORD.sub("", section.strip()))
