"""What there is instead of what was asked for."""

from __future__ import annotations

import pytest

from gapcheck.report.messages import messages_in
from gapcheck.report.suggestions import MOST_LISTED, what_is_there

WORDS = ("publish", "possess", "produce", "14.1.a", "14.1.c")


def told(kind: str, found: str, known: tuple[str, ...] = (), language: str = "en", **facts: str) -> list[str]:
    return what_is_there(kind, found, known, facts, messages_in(language))


def test_a_misspelled_word_is_mended() -> None:
    assert told("unknown-thing", "publsh", WORDS) == ["Nothing is called publsh.", "Did you mean publish?"]


def test_capitals_and_underscores_are_no_difference() -> None:
    assert told("unknown-thing", "PUBLISH", WORDS)[1] == "Did you mean publish?"
    assert told("unknown-thing", "child_protection", ("child-protection",))[1] == "Did you mean child-protection?"


def test_words_that_are_equally_close_are_all_named() -> None:
    assert told("unknown-thing", "14.1.b", WORDS)[1] == "Did you mean 14.1.a or 14.1.c?"


def test_where_nothing_is_close_all_that_there_is_is_listed() -> None:
    assert told("unknown-theme", "zzz", ("laundering", "scope")) == [
        "There is no theme zzz.",
        "There are: laundering, scope.",
    ]


def test_a_list_that_nobody_would_read_is_not_shown() -> None:
    many = tuple(f"word-{number:03}" for number in range(MOST_LISTED + 1))
    assert told("unknown-thing", "zzz", many) == ["Nothing is called zzz."]


def test_where_there_is_nothing_nothing_is_listed() -> None:
    assert told("unknown-jurisdiction", "zz") == ["There is no jurisdiction zz."]


def test_several_paragraphs_are_named_and_none_is_preferred() -> None:
    assert told("several", "14.1", WORDS[3:]) == ["14.1 is more than one paragraph: 14.1.a, 14.1.c. Name one."]


def test_the_language_is_that_of_whoever_asked() -> None:
    assert told("unknown-thing", "publsh", WORDS, "vi") == ["Không có gì tên là publsh.", "Có phải bạn muốn publish?"]


@pytest.mark.parametrize("found", ["{0}", "{found}", "%s", "[bold]", "x" * 1000])
def test_what_was_asked_for_is_said_as_it_is(found: str) -> None:
    assert told("unknown-thing", found, WORDS)[0] == f"Nothing is called {found}."
