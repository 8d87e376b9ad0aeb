"""The messages of each language: plain tables, read when they are needed."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from gapcheck.resources import locale_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "vi")

_UNSEEN = dict.fromkeys(
    (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF),
    "\ufffd",
)
"""Controls (but for tab and line feed) and marks that turn the order of letters."""


def shown(text: str) -> str:
    """Return a text that comes from a file without what could steer a terminal or turn the order of letters."""
    return text.translate(_UNSEEN)


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

    def count(self, table: str, key: str, number: int) -> str:
        """Return the form of a message that fits the number."""
        forms = self._tables[table][key]
        message: str = forms["one" if number == 1 else "other"]
        return message.format(count=number)

    def text(self, localized: Mapping[str, str] | None) -> str:
        """Return a text of the law data in this language, in English where it is missing."""
        if localized is None:
            return ""
        return shown(localized.get(self.language) or localized["en"])

    def join(self, words: Iterable[str], how: str = "and") -> str:
        """Return the words as a list in a sentence."""
        *first, last = list(words) or [""]
        language = self._tables["language"]
        return language["comma"].join(first) + language[how] + last if first else last


@cache
def messages_in(language: str) -> Messages:
    """Return the messages of a language."""
    with (locale_folder() / f"{language}.toml").open("rb") as file:
        return Messages(language, tomllib.load(file))
