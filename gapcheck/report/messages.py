"""The messages of each language: gettext catalogues, read when they are needed."""

from __future__ import annotations

from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, NoReturn

from gapcheck.report.dates import written_date
from gapcheck.resources import catalogue, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LANGUAGES = languages()
"""The languages that gapcheck speaks: those with a catalogue, English first."""

UNSEEN = dict.fromkeys(
    (
        *(*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)),
        *(0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)
"""Controls (but for tab and line feed), hidden line ends, marks that turn the order of letters, half characters."""


def shown(text: str) -> str:
    """Return a text that comes from a file without what could steer a terminal or turn the order of letters."""
    return text if text.isprintable() else text.translate(UNSEEN)


def one_line(text: str) -> str:
    """Return a text as `shown` does, on one line: no file can begin a line of its own in what is shown."""
    return text if text.isprintable() else shown(text).replace("\n", " ").replace("\t", " ")


class Messages:
    """What is said in one language."""

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        """Take the catalogue of the language."""
        self.language = language
        self._catalogue = catalogue
        self._catalogue.add_fallback(_Lacking())

    def has(self, table: str, key: str) -> bool:
        """Whether there is such a message."""
        try:
            self.say(table, key)
        except KeyError:
            return False
        return True

    def say(self, table: str, key: str, **facts: object) -> str:
        """Return a message with its facts filled in; days are written in the manner of the language."""
        message = self._catalogue.pgettext(table, key)
        return message.format(**{name: self._written(fact) for name, fact in facts.items()}) if facts else message

    def _written(self, fact: object) -> object:
        return written_date(fact, self) if isinstance(fact, date) else fact

    def count(self, table: str, key: str, number: int, **facts: object) -> str:
        """Return the form of a message that fits the number."""
        return self._catalogue.npgettext(table, key, key, number).format(count=number, **facts)

    def text(self, localized: Mapping[str, str] | None) -> str:
        """Return a text of the law data in this language, in English where it is missing."""
        if localized is None:
            return ""
        return " ".join(one_line(localized.get(self.language) or localized["en"]).split())

    def join(self, words: Iterable[str], how: str = "and") -> str:
        """Return the words as a list in a sentence."""
        *first, last = list(words) or [""]
        return self.say("language", "comma").join(first) + self.say("language", how) + last if first else last


class _Lacking(NullTranslations):
    """What a catalogue lacks: gettext would show the name of the message, and to show a name is a mistake of ours."""

    def pgettext(self, context: str, message: str) -> NoReturn:
        """Refuse to say the name of a message in its place."""
        raise KeyError(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> NoReturn:
        """Refuse to say the name of a message that counts in its place."""
        raise KeyError(context, msgid1, msgid2, n)


@cache
def messages_in(language: str) -> Messages:
    """Return the messages of a language."""
    return read(language, catalogue(language, "gapcheck"))


@cache
def diagnostic_messages(language: str) -> Messages:
    """Return what is said in a language about files: messages, hints and meanings by the name of the code."""
    return read(language, catalogue(language, "diagnostics"))


def read(language: str, compiled: Path) -> Messages:
    """Return the messages of a compiled catalogue."""
    with compiled.open("rb") as file:
        return Messages(language, GNUTranslations(file))
