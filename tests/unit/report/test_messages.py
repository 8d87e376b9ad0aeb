"""Both languages say the same things, nothing that nobody asks for, and everything that is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest

from gapcheck.coverage.relation import Relation
from gapcheck.model.laws import Nature, TreatyStatus, VersionStatus
from gapcheck.model.mappings import Claim, Confidence, ReviewState
from gapcheck.model.provisions import Comparator, Duty, Formality, OptionType
from gapcheck.model.verdicts import Reached, ResidueClass, Verdict
from gapcheck.model.verification import Level
from gapcheck.report.messages import LANGUAGES, Messages, messages_in, one_line, shown
from gapcheck.source.diagnostics import Severity
from tests.unit.report.catalogues import DOMAINS, placeholders, tables, texts
from tools.compile_messages import compiled

PACKAGE = Path(__file__).parents[3] / "gapcheck"

ENUMS: dict[str, type[StrEnum]] = {
    "verdict": Verdict,
    "class": ResidueClass,
    "duty": Duty,
    "nature": Nature,
    "level": Level,
    "confidence": Confidence,
    "review": ReviewState,
    "option": OptionType,
    "needs": Formality,
    "relation": Relation,
    "reached": Reached,
    "claim": Claim,
    "status": VersionStatus,
    "comparator": Comparator,
    "mark": Verdict,
    "meaning": Verdict,
    "crosswalk-relation": Relation,
    "compare-relation": Relation,
}
"""Tables that hold a message for every word of a closed list, and nothing else."""

UNSAID = {"needs": {"nothing"}}
"""Words that say nothing."""

OTHERS = {"usage": {"unknown-jurisdiction", "unknown-instrument"}, "sanction": {"life", "death"}}
"""Messages whose names travel through the program: they are checked elsewhere or come from the data."""


def test_ages_are_told_by_facts_that_are_there() -> None:
    for language in LANGUAGES:
        for key, (message,) in tables(language)["age"].items():
            assert placeholders(message) <= ({"years"} if key == "under" else {"first", "last", "after"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_laid_out_cleanly(language: str) -> None:
    for table, key, message in texts(language):
        if table != "language":
            assert message == message.strip(), (table, key)
            assert "  " not in message, (table, key)
            assert not re.search(r"\s[.,;:!?]|\( | \)|\.\.(?!\.)", message), (table, key)


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_message_was_left_in_english(language: str, domain: str) -> None:
    english = set(texts("en", domain))
    assert {said for said in texts(language, domain) if said in english and _has_words(said[2])} == set()


def _has_words(message: str) -> bool:
    """Whether anything is left of a message without what no language translates: placeholders, codes, commands."""
    kept = r"\{[^}]*\}|`[^`]*`|\bgapcheck [a-z]+\b|\b[A-Z]{2,}\w*\b|\bYAML\b|\bUTF-8\b"
    return bool(re.search(r"[A-Za-z]{2,}", re.sub(kept, "", message)))


@pytest.mark.parametrize("table", ENUMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_closed_list_has_its_message_and_no_other_has(table: str, language: str) -> None:
    assert tables(language)[table].keys() | UNSAID.get(table, set()) == {word.value for word in ENUMS[table]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_treaty_status_and_severity_has_its_message(language: str) -> None:
    assert {status.value for status in TreatyStatus} <= set(tables(language)["treaty"])
    assert {f"severity-{severity.value}" for severity in Severity} <= set(tables(language)["lint"])


# What the code asks for


@dataclass
class Asked:
    """The messages that one module asks for."""

    exactly: set[tuple[str, str]] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    """Tables that are asked for a message whose name is worked out."""
    words: set[str] = field(default_factory=set)
    """Every text of the module: a name that is worked out is one of them, or ends one."""
    patterns: list[str] = field(default_factory=list)


def asked_by(tree: ast.Module) -> Asked:
    asked = Asked()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            asked.words.add(node.value)
        if isinstance(node, ast.JoinedStr):
            asked.patterns.append(
                "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
            )
        if isinstance(node, ast.Call):
            _add(node, asked)
    return asked


def _add(call: ast.Call, asked: Asked) -> None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in {"say", "count", "has"} or len(call.args) < 2:
        return
    table, key = call.args[:2]
    if not isinstance(table, ast.Constant) or not isinstance(table.value, str):
        return
    if isinstance(key, ast.IfExp):
        keys: Iterable[ast.expr] = (key.body, key.orelse)
    else:
        keys = (key,)
    for one in keys:
        if isinstance(one, ast.Constant):
            asked.exactly.add((table.value, str(one.value)))
        else:
            asked.tables.add(table.value)


@cache
def modules() -> dict[str, Asked]:
    return {
        path.relative_to(PACKAGE).as_posix(): asked_by(ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def mentions(asked: Asked, key: str) -> bool:
    return key in asked.words or any(re.fullmatch(pattern, key) for pattern in asked.patterns)


def is_used(table: str, key: str) -> bool:
    if any((table, key) in asked.exactly for asked in modules().values()):
        return True
    if table in ENUMS:
        return any(table in asked.tables for asked in modules().values())
    if table == "usage":
        return any(key in asked.words for asked in modules().values())
    return any(table in asked.tables and mentions(asked, key) for asked in modules().values())


def names(domain: str) -> set[tuple[str, str]]:
    return {(table, key) for table, keys in tables("en", domain).items() for key in keys}


def themes() -> set[str]:
    """Return the themes of the articles that come with gapcheck."""
    files = (PACKAGE.parent / "provisions").glob("*/art-*.yaml")
    return {theme for file in files for theme in re.findall(r"^theme: (\S+)$", file.read_text("utf-8"), re.MULTILINE)}


def test_every_message_is_used() -> None:
    by_data = {("treaty", status.value) for status in TreatyStatus}
    by_data |= {("unit", unit) for unit in ("hour", "day", "month", "year")}
    by_data |= {("sanction", "life"), ("sanction", "death")}
    by_data |= {("month", str(month)) for month in range(1, 13)}
    by_data |= {("theme", theme) for theme in themes()}
    unused = {
        (table, key)
        for table, key in names("gapcheck") - by_data
        if table not in {"language", "page"} and not is_used(table, key)
    }
    assert unused == set()


def test_every_message_that_is_asked_for_by_name_exists() -> None:
    in_any_file = names("gapcheck") | names("diagnostics")
    asked = set(chain.from_iterable(module.exactly for module in modules().values()))
    assert asked - in_any_file == set()


def test_every_way_to_name_what_is_not_there_has_its_message() -> None:
    kinds = {
        node.args[0].value
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "UnknownNameError"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(kinds) > 5
    assert kinds <= set(tables("en")["usage"])


def test_the_tables_of_closed_lists_are_all_used() -> None:
    asked = set(chain.from_iterable(module.tables for module in modules().values()))
    asked |= {table for module in modules().values() for table, _ in module.exactly}
    assert set(ENUMS) <= asked


# How messages are said

CATALOGUE = """
msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "language"
msgid "and"
msgstr " và "

msgctxt "language"
msgid "comma"
msgstr ", "

msgctxt "table"
msgid "plain"
msgstr "100% {sure}"

msgctxt "table"
msgid "filled"
msgstr "{what}."

msgctxt "table"
msgid "counted"
msgid_plural "counted"
msgstr[0] "{count} file"
msgstr[1] "{count} files"
"""
SAID = Messages("vi", GNUTranslations(BytesIO(compiled(CATALOGUE.encode()))))


def test_what_is_in_the_catalogue_can_be_said() -> None:
    assert SAID.has("table", "plain")
    assert not SAID.has("table", "other")
    assert not SAID.has("other", "plain")


@pytest.mark.parametrize("place", [("table", "other"), ("other", "plain"), ("table", "filled\x04")])
def test_a_name_is_never_said_in_the_place_of_a_message(place: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        SAID.say(*place)
    with pytest.raises(KeyError):
        SAID.count(*place, 1)


def test_a_fact_is_said_as_it_is_whatever_it_looks_like() -> None:
    assert SAID.say("table", "filled", what="{0} {what} %s [bold]") == "{0} {what} %s [bold]."


def test_a_message_without_facts_is_said_as_it_is() -> None:
    assert SAID.say("table", "plain") == "100% {sure}"


@pytest.mark.parametrize(("number", "said"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_a_message_that_counts_fits_its_number(number: int, said: str) -> None:
    assert SAID.count("table", "counted", number) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")], ids=str
)
def test_words_are_joined_as_a_sentence_joins_them(words: list[str], said: str) -> None:
    assert SAID.join(words) == said


def test_a_text_is_said_in_english_where_the_language_is_missing() -> None:
    assert SAID.text({"en": "law", "vi": "luật"}) == "luật"
    assert SAID.text({"en": "law", "fr": "loi"}) == "law"
    assert SAID.text(None) == ""


def test_a_text_of_several_lines_is_said_on_one() -> None:
    assert SAID.text({"en": " one\n  two\n\nthree\t four\n"}) == "one two three four"


STEERING = [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x200E, 0x202E, 0x2028, 0x2066, 0xFEFF)]


@pytest.mark.parametrize("character", STEERING, ids=ascii)
def test_what_could_steer_a_terminal_is_shown_as_a_mark(character: str) -> None:
    assert shown(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_letters_lines_and_tabs_are_shown_as_they_are() -> None:
    assert shown("Điều 14\n\t§ “e\u0302” 条 🙂") == "Điều 14\n\t§ “e\u0302” 条 🙂"


def test_a_text_on_one_line_has_no_other() -> None:
    assert one_line("a\nb\tc\r\nd\u2028e").splitlines() == ["a b c\ufffd d\ufffde"]


@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("vi", "Tiếng Việt")])
def test_a_language_says_its_own_name(language: str, name: str) -> None:
    assert messages_in(language).say("language", "name") == name
