"""How the strings of a file become values: strict, one form each, and a reason where they do not.

YAML hands on strings only. A field says how it is read by carrying a `Reads` in its annotation; the border of the
program (gapcheck.source) finds it there, both to convert and to describe the field in a JSON Schema.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum


class Plain(str):
    """A scalar that was written without quotes."""

    __slots__ = ()


class Unreadable(ValueError):  # noqa: N818 - it reads as a sentence: the value is unreadable
    """A value that does not have the one form its field takes.

    `code` names the diagnostic, `at` the place below the field, `facts` what the message needs to know.
    """

    def __init__(self, code: str, *, at: tuple[str | int, ...] = (), **facts: object) -> None:
        """Remember what was wrong; words come later."""
        super().__init__(code)
        self.code = code
        self.at = at
        self.facts = facts


@dataclass(frozen=True, eq=False)
class Reads:
    """The way one field is read, and its JSON Schema."""

    read: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> dict[str, Any]:
        """Tell pydantic to read the field by `read` alone."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.read}}

    def __get_pydantic_json_schema__(self, _core: object, _handler: object) -> dict[str, Any]:
        """Describe what may be written."""
        return copy.deepcopy(dict(self.schema))


def yaml_name(name: str) -> str:
    """Return the key that a field has in YAML: `from_` is written `from`."""
    return name.rstrip("_")


IN_YAML: Any = {"extra": "forbid", "alias_generator": yaml_name}
"""What every type that is written in YAML tells pydantic: unknown fields are refused, names are those of YAML."""


def text(value: object) -> str:
    """Return a text that says something."""
    if not isinstance(value, str):
        raise Unreadable("wrong-type", expected="text", found=value)
    if not value.strip():
        raise Unreadable("empty-value")
    return str(value)


_FIGURE = r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0[xo][0-9a-fA-F]+"


def number_in_text(value: object) -> str:
    """Return the number of an article, paragraph or section: text, since 1.10 is not 1.1."""
    if isinstance(value, Plain) and re.fullmatch(_FIGURE, value):
        raise Unreadable("unquoted-number", found=str(value))
    return text(value)


_DATE = r"\d{4}-\d{2}-\d{2}"


def iso_date(value: object) -> date:
    """Return a date that is written YYYY-MM-DD and exists (ISO 8601, calendar date, extended form)."""
    written = text(value)
    if not re.fullmatch(_DATE, written):
        raise Unreadable("date-not-iso", found=written)
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Unreadable("date-not-iso", found=written) from None


def yes_or_no(value: object) -> bool:
    """Return whether it says yes."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    written = text(value)
    if written not in answers:
        raise Unreadable("unknown-value", found=written, allowed=("yes", "no"))
    return answers[written]


def whole_number(value: object) -> int:
    """Return a number of at most 18 digits, without sign, point or separator."""
    written = text(value)
    if not re.fullmatch(r"[0-9]{1,18}", written):
        raise Unreadable("wrong-type", expected="a whole number", found=written)
    return int(written)


_DURATION = r"([0-9]{1,4}) (day|month|year)s?"


def duration(value: object) -> str:
    """Return a length of imprisonment as `6 months`, or `life` or `death`."""
    written = text(value)
    if written not in {"life", "death"} and not re.fullmatch(_DURATION, written):
        raise Unreadable("wrong-type", expected="a length like `6 months`, `life` or `death`", found=written)
    return written


def localized(value: object) -> dict[str, str]:
    """Return a text in several languages, English among them, keyed by the code of the language (ISO 639-1)."""
    if not isinstance(value, dict):
        raise Unreadable("wrong-type", expected="a text per language, like {en: …, vi: …}", found=value)
    found: dict[str, str] = {}
    for language, words in value.items():
        if not re.fullmatch(r"[a-z]{2}", language):
            raise Unreadable("unknown-language", at=(language,), found=language)
        if not isinstance(words, str) or not words.strip():
            raise Unreadable("empty-value", at=(language,))
        found[str(language)] = str(words)
    if "en" not in found:
        raise Unreadable("english-missing")
    return found


def words(value: object) -> tuple[str, ...]:
    """Return one or more words: a value alone is a list of one."""
    values = value if isinstance(value, list) else [value]
    if not values:
        raise Unreadable("empty-value")
    for number, word in enumerate(values):
        at = (number,) if isinstance(value, list) else ()
        if not isinstance(word, str):
            raise Unreadable("wrong-type", at=at, expected="text", found=word)
        if not word.strip():
            raise Unreadable("empty-value", at=at)
    return tuple(map(str, values))


def scope_words(value: object) -> dict[str, tuple[str, ...]]:
    """Return a scope as it is written: words per element, their meaning still open."""
    if not isinstance(value, dict):
        raise Unreadable("wrong-type", expected="elements and their terms, like {conduct: publish}", found=value)
    scope: dict[str, tuple[str, ...]] = {}
    for element, terms in value.items():
        try:
            scope[str(element)] = words(terms)
        except Unreadable as problem:
            raise Unreadable(problem.code, at=(element, *problem.at), **problem.facts) from None
    return scope


def scopes_words(value: object) -> tuple[dict[str, tuple[str, ...]], ...]:
    """Return one or more scopes as they are written: a mapping alone is a list of one."""
    if not isinstance(value, list):
        return (scope_words(value),)
    scopes = []
    for number, scope in enumerate(value):
        try:
            scopes.append(scope_words(scope))
        except Unreadable as problem:
            raise Unreadable(problem.code, at=(number, *problem.at), **problem.facts) from None
    return tuple(scopes)


def one_of(words_of: type[StrEnum]) -> Reads:
    """Return the way to read a word of a closed list."""
    allowed = tuple(words_of)

    def read(value: object) -> StrEnum:
        written = text(value)
        if written not in allowed:
            raise Unreadable("unknown-value", found=written, allowed=tuple(map(str, allowed)))
        return words_of(written)

    return Reads(read, {"enum": [str(word) for word in allowed]})


_LOCALIZED = {
    "type": "object",
    "required": ["en"],
    "properties": {"en": {"type": "string"}, "vi": {"type": "string"}},
    "additionalProperties": {"type": "string"},
}
_SCOPE = {"x-scope": True}
_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}

Text = Annotated[str, Reads(text, {"type": "string"})]
Number = Annotated[str, Reads(number_in_text, {"type": "string"})]
LegalDate = Annotated[date, Reads(iso_date, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
YesNo = Annotated[bool, Reads(yes_or_no, {"enum": ["yes", "no", True, False]})]
Whole = Annotated[int, Reads(whole_number, {"type": "integer", "minimum": 0})]
Duration = Annotated[str, Reads(duration, {"type": "string"})]
Localized = Annotated[dict[str, str], Reads(localized, _LOCALIZED)]
Words = Annotated[tuple[str, ...], Reads(words, _WORDS)]
ScopeWords = Annotated[dict[str, tuple[str, ...]], Reads(scope_words, _SCOPE)]
ScopesWords = Annotated[
    tuple[dict[str, tuple[str, ...]], ...],
    Reads(scopes_words, {"anyOf": [_SCOPE, {"type": "array", "items": _SCOPE}]}),
]
