"""The messages of each language: plain tables, read when they are needed."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from gapcheck.resources import locale_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "vi")

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
    return text.translate(UNSEEN)


def one_line(text: str) -> str:
    """Return a text as `shown` does, on one line: no file can begin a line of its own in what is shown."""
    return shown(text).replace("\n", " ").replace("\t", " ")


class Messages:
    """What is said in one language."""

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        """Take the tables of the language."""
        self.language = language
        self._tables = tables

    def has(self, table: str, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._tables.get(table, {})

    def say(self, table: str, key: str, **facts: object) -> str:
        """Return a message with its facts filled in."""
        message: str = self._tables[table][key]
        return message.format(**facts) if facts else message

    def count(self, table: str, key: str, number: int, **facts: object) -> str:
        """Return the form of a message that fits the number."""
        forms = self._tables[table][key]
        message: str = forms["one" if number == 1 else "other"]
        return message.format(count=number, **facts)

    def text(self, localized: Mapping[str, str] | None) -> str:
        """Return a text of the law data in this language, in English where it is missing."""
        if localized is None:
            return ""
        return " ".join(one_line(localized.get(self.language) or localized["en"]).split())

    def join(self, words: Iterable[str], how: str = "and") -> str:
        """Return the words as a list in a sentence."""
        *first, last = list(words) or [""]
        language = self._tables["language"]
        return language["comma"].join(first) + language[how] + last if first else last


@cache
def messages_in(language: str) -> Messages:
    """Return the messages of a language."""
    return _read(language, f"{language}.toml")


@cache
def diagnostic_messages(language: str) -> Messages:
    """Return what is said in a language about files: messages, hints and meanings by the name of the code."""
    return _read(language, f"diagnostics.{language}.toml")


def _read(language: str, name: str) -> Messages:
    with (locale_folder() / name).open("rb") as file:
        return Messages(language, tomllib.load(file))
