"""Diagnostics of which more can be said than their table says: a fitting form, the day meant, a nearby word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.report.field_examples import example_of
from gapcheck.report.messages import shown
from gapcheck.report.spelling import LONGEST, MOST_NAMED, alike, some_of
from gapcheck.report.syntax_cases import syntax_case
from gapcheck.report.written_dates import meant_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from gapcheck.model.books import Vocabulary
    from gapcheck.report.messages import Messages
    from gapcheck.source.diagnostics import Diagnostic

_LANGUAGE_NAMES = {"english": "en", "eng": "en", "vietnamese": "vi", "vie": "vi"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2}")
_FIELD_NAME = re.compile(r"[A-Za-z_-]+")


@dataclass
class Case:
    """A diagnostic, the tables of a language, and which form of the message and of the hint fits."""

    diagnostic: Diagnostic
    tables: Messages
    messages: Messages
    vocabulary: Vocabulary | None
    facts: dict[str, object]
    """What is filled in, each as it may be shown."""
    message: str = "message"
    hint: str = "hint"
    made_hint: str = ""
    """A hint that was made for what was found, instead of the one in the table."""

    @property
    def found(self) -> str:
        """What stands in the file."""
        return str(self.facts["found"])


def in_one_line(value: object, most: int = LONGEST) -> str:
    """Return a fact as it may stand in a sentence: what comes from files is cut short and cannot steer a terminal."""
    text = shown(" ".join(str(value).split()))
    return text if len(text) <= most else text[: most - 1] + "…"


def say_what_is_known(case: Case) -> None:
    """Give the nearest spelling, else some of the words that could stand there."""
    known = [in_one_line(word) for word in case.diagnostic.facts.get("allowed", ())]
    if not known:
        return
    if close := alike(case.found, known):
        case.made_hint = case.tables.say("hints", "nearest", nearest=case.messages.join(close, "or"))
    elif case.diagnostic.code.name == "unknown-field" and not _FIELD_NAME.fullmatch(case.found):
        case.made_hint = case.tables.say("hints", "comma", found=case.found)
    elif len(known) <= MOST_NAMED:
        case.made_hint = case.tables.say("hints", "known", known=", ".join(known))
    else:
        case.made_hint = case.tables.say("hints", "among", known=", ".join(some_of(case.found, known)))


def _syntax(case: Case) -> None:
    diagnostic = case.diagnostic
    column = diagnostic.span.column if diagnostic.span else 1
    name = syntax_case(str(diagnostic.facts["problem"]), diagnostic.excerpt, column)
    facts = {"said": case.facts["problem"], "opened": diagnostic.facts.get("opened", "?")}
    case.facts["problem"] = case.tables.say("syntax", name, **facts)
    case.facts["remedy"] = case.tables.say("remedy", name, **facts)


def _size(case: Case) -> None:
    for name in ("size", "most"):
        case.facts[name] = f"{-(-case.diagnostic.facts[name] // 2**20)} MB"


def _missing_field(case: Case) -> None:
    case.facts["example"] = example_of(str(case.facts["field"]), case.diagnostic.path)
    if case.facts["example"] is None:
        case.hint = ""


def _type(case: Case) -> None:
    found = case.diagnostic.facts["found"]
    expected = case.tables.say("expected", str(case.diagnostic.facts["expected"]), found="")
    case.facts["expected"] = expected
    if isinstance(found, list | dict):
        case.facts["found"] = case.tables.say("found", "list" if isinstance(found, list) else "fields")
    else:
        case.facts["found"] = case.tables.say("found", "text", text=in_one_line(found))


def _nothing(case: Case) -> None:
    """A comma inside braces begins another field, which then has no value."""
    span = case.diagnostic.span
    before = case.diagnostic.excerpt[: span.column - 1] if span else ""
    if "{" in before and before.rstrip().endswith(","):
        case.made_hint = case.tables.say("hints", "list", path=case.diagnostic.path)


def _element(case: Case) -> None:
    name = str(case.facts.get("element", ""))
    element = case.vocabulary.elements.get(name) if case.vocabulary else None
    label = case.messages.text(element.label) if element else f"`{name}`"
    case.facts |= {"name": name, "Element": label, "element": label[:1].lower() + label[1:]}


def _date(case: Case) -> None:
    days = [day.isoformat() for day in meant_days(case.found)]
    if _ISO.fullmatch(case.found):
        case.message, case.hint = "message-no-such-day", ""
    elif days:
        case.facts |= {"iso": days[0], "other": days[-1]}
        case.hint = "hint-iso" if len(days) == 1 else "hint-ambiguous"


def _language(case: Case) -> None:
    code = case.found.lower() if _LANGUAGE_CODE.fullmatch(case.found) else _LANGUAGE_NAMES.get(case.found.casefold())
    if code:
        case.hint, case.facts["code"] = "hint-code", code
    else:
        case.made_hint = case.tables.say("hints", "comma", found=case.found)


def _path(case: Case) -> None:
    if "found" in case.facts:
        case.hint = "hint-twin"
    elif not case.diagnostic.path.endswith(".yaml"):
        case.hint = "hint-ending"


SPECIAL: dict[str, Callable[[Case], None]] = {
    "syntax-error": _syntax,
    "too-large": _size,
    "missing-field": _missing_field,
    "wrong-type": _type,
    "empty-value": _nothing,
    "age-not-readable": _element,
    "unknown-term": _element,
    "date-not-iso": _date,
    "unknown-language": _language,
    "path-not-portable": _path,
}
"""What is done for the codes of which more can be said."""
