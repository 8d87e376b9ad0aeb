"""How the strings of a file become values: one form each, and a reason where they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gapcheck.model.laws import Nature
from gapcheck.model.reading import (
    Plain,
    Reads,
    Unreadable,
    duration,
    iso_date,
    localized,
    number_in_text,
    one_of,
    scope_words,
    scopes_words,
    text,
    whole_number,
    words,
    yaml_name,
    yes_or_no,
)

NO_TEXT: list[object] = [None, 1, 1.5, True, date(2026, 1, 1), ["a"], {"a": "b"}]
NO_TEXT_NAMES = [type(value).__name__ for value in NO_TEXT]


def problem(read: Callable[[Any], object], value: object) -> tuple[str, tuple[str | int, ...], dict[str, object]]:
    """Return code, place and facts of what is wrong with a value."""
    with pytest.raises(Unreadable) as refused:
        read(value)
    return refused.value.code, refused.value.at, refused.value.facts


def test_a_field_that_python_reserves_is_written_without_its_underscore() -> None:
    assert (yaml_name("from_"), yaml_name("in_force")) == ("from", "in_force")


@pytest.mark.parametrize("value", NO_TEXT, ids=NO_TEXT_NAMES)
@pytest.mark.parametrize("read", [text, number_in_text, iso_date, yes_or_no, whole_number, duration])
def test_a_value_that_is_no_text_is_refused_and_nothing_is_guessed(
    read: Callable[[object], object], value: object
) -> None:
    assert problem(read, value) == ("wrong-type", (), {"expected": "text", "found": value})


@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_a_text_says_something(value: str) -> None:
    assert problem(text, value) == ("empty-value", (), {})


def test_a_text_is_kept_as_it_is_written() -> None:
    assert text(" no ") == " no "
    assert type(text(Plain("no"))) is str


@pytest.mark.parametrize("written", ["1.10", "147", "-1", "+1", "1_000", ".5", "1e3", "1.", "0x1F", "0o17"])
def test_a_number_without_quotes_is_refused_where_a_text_is_meant(written: str) -> None:
    assert problem(number_in_text, Plain(written)) == ("unquoted-number", (), {"found": written})


@pytest.mark.parametrize("written", ["1.10", "147"])
def test_a_number_in_quotes_is_a_text(written: str) -> None:
    assert number_in_text(written) == written


@pytest.mark.parametrize("written", ["14.1.c", "7bis", "91H", "no", "penal-code-2015", "1-2"])
def test_a_number_that_no_reader_takes_for_a_figure_needs_no_quotes(written: str) -> None:
    assert number_in_text(Plain(written)) == written


def test_a_date_is_written_year_month_day() -> None:
    assert iso_date("2018-07-01") == date(2018, 7, 1)
    assert iso_date("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "written",
    [
        "2018-7-1",
        "2018-W26-7",
        "20180701",
        "01/07/2018",
        "1.7.2018",
        "2018-07",
        "2018",
        "2018-07-01T00:00:00",
        " 2018-07-01",
        "2018-07-01\n",
        "2018-182",
        "today",
        "86400",
        "2018-02-30",
        "2018-13-01",
        "0000-01-01",
        "٢٠١٨-٠٧-٠١",
    ],
)
def test_a_date_in_any_other_form_or_that_does_not_exist_is_refused(written: str) -> None:
    assert problem(iso_date, written) == ("date-not-iso", (), {"found": written})


@pytest.mark.parametrize(("written", "answer"), [("yes", True), ("true", True), ("no", False), ("false", False)])
def test_yes_and_no_are_words(written: str, answer: bool) -> None:
    assert yes_or_no(Plain(written)) is answer


@pytest.mark.parametrize("written", ["Yes", "NO", "y", "on", "off", "1", "unknown"])
def test_other_answers_are_refused(written: str) -> None:
    assert problem(yes_or_no, written) == ("unknown-value", (), {"found": written, "allowed": ("yes", "no")})


@pytest.mark.parametrize(("written", "number"), [("0", 0), ("18", 18), ("007", 7), ("9" * 18, int("9" * 18))])
def test_a_whole_number_is_written_in_figures(written: str, number: int) -> None:
    assert whole_number(written) == number


@pytest.mark.parametrize("written", ["-1", "+1", "1.0", "1,000", "1_000", "1e3", "ten", " 1", "9" * 19, "١٦"])
def test_a_number_with_a_sign_a_point_or_a_separator_is_no_whole_number(written: str) -> None:
    assert problem(whole_number, written) == ("wrong-type", (), {"expected": "a whole number", "found": written})


@pytest.mark.parametrize("written", ["6 months", "1 month", "1 year", "20 years", "30 days", "life", "death"])
def test_a_length_of_imprisonment_is_a_number_and_a_unit(written: str) -> None:
    assert duration(written) == written


@pytest.mark.parametrize(
    "written", ["6", "six months", "6months", "6  months", "6 weeks", "1.5 years", "Life", "٦ months"]
)
def test_another_length_is_refused(written: str) -> None:
    code, at, facts = problem(duration, written)
    assert (code, at, facts["found"]) == ("wrong-type", (), written)


def test_a_localized_text_is_keyed_by_language() -> None:
    assert localized({"en": Plain("Offence"), "vi": "Tội phạm"}) == {"en": "Offence", "vi": "Tội phạm"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"vi": "Tội phạm"}, ("english-missing", (), {})),
        ({}, ("english-missing", (), {})),
        ({"en": "Offence", "english": "Offence"}, ("unknown-language", ("english",), {"found": "english"})),
        ({"en": "Offence", "EN": "Offence"}, ("unknown-language", ("EN",), {"found": "EN"})),
        ({"en": " "}, ("empty-value", ("en",), {})),
        ({"en": None}, ("empty-value", ("en",), {})),
        ({"en": ["Offence"]}, ("empty-value", ("en",), {})),
    ],
)
def test_a_localized_text_without_english_or_with_a_bad_entry_is_refused(value: object, expected: object) -> None:
    assert problem(localized, value) == expected


@pytest.mark.parametrize("value", ["Offence", None, ["Offence"]])
def test_a_text_without_languages_is_refused_where_one_per_language_is_meant(value: object) -> None:
    code, at, facts = problem(localized, value)
    assert (code, at, facts["found"]) == ("wrong-type", (), value)


def test_one_word_alone_is_a_list_of_one() -> None:
    assert words("publish") == ("publish",)
    assert words(["publish", Plain("offer")]) == ("publish", "offer")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([], ("empty-value", (), {})),
        ("", ("empty-value", (), {})),
        ({"a": "b"}, ("wrong-type", (), {"expected": "text", "found": {"a": "b"}})),
        (None, ("wrong-type", (), {"expected": "text", "found": None})),
        (["publish", None], ("wrong-type", (1,), {"expected": "text", "found": None})),
        ([["publish"]], ("wrong-type", (0,), {"expected": "text", "found": ["publish"]})),
    ],
)
def test_a_list_of_words_holds_texts_only(value: object, expected: object) -> None:
    assert problem(words, value) == expected


def test_an_empty_word_is_refused_wherever_it_stands() -> None:
    assert problem(words, ["publish", " "]) == ("empty-value", (1,), {})
    assert problem(scope_words, {"conduct": ["publish", ""]}) == ("empty-value", ("conduct", 1), {})


def test_a_scope_names_words_per_element() -> None:
    assert scope_words({"conduct": ["publish", "offer"], Plain("victim_age"): "under 18"}) == {
        "conduct": ("publish", "offer"),
        "victim_age": ("under 18",),
    }
    assert scope_words({}) == {}


@pytest.mark.parametrize(
    ("value", "code", "at"),
    [
        ("publish", "wrong-type", ()),
        (["publish"], "wrong-type", ()),
        (None, "wrong-type", ()),
        ({"conduct": []}, "empty-value", ("conduct",)),
        ({"conduct": None}, "wrong-type", ("conduct",)),
        ({"conduct": {"publish": "yes"}}, "wrong-type", ("conduct",)),
        ({"means": "post", "conduct": ["publish", None]}, "wrong-type", ("conduct", 1)),
    ],
)
def test_what_is_wrong_in_a_scope_is_said_at_its_place(value: object, code: str, at: tuple[str | int, ...]) -> None:
    assert problem(scope_words, value)[:2] == (code, at)


def test_one_scope_alone_is_a_list_of_one() -> None:
    assert scopes_words({"conduct": "publish"}) == ({"conduct": ("publish",)},)
    assert scopes_words([{"conduct": "publish"}, {}]) == ({"conduct": ("publish",)}, {})
    assert scopes_words([]) == ()


@pytest.mark.parametrize(
    ("value", "code", "at"),
    [
        ("publish", "wrong-type", ()),
        ([{"conduct": "publish"}, "offer"], "wrong-type", (1,)),
        ([{"conduct": "publish"}, {"conduct": []}], "empty-value", (1, "conduct")),
        ([{"conduct": ["publish", {}]}], "wrong-type", (0, "conduct", 1)),
        ({"conduct": ["publish", None]}, "wrong-type", ("conduct", 1)),
    ],
)
def test_what_is_wrong_in_one_of_several_scopes_is_said_at_its_place(
    value: object, code: str, at: tuple[str | int, ...]
) -> None:
    assert problem(scopes_words, value)[:2] == (code, at)


def test_a_word_of_a_closed_list_is_that_word() -> None:
    assert one_of(Nature).read(Plain("civil")) is Nature.CIVIL


def test_a_word_outside_a_closed_list_is_refused_and_the_list_is_named() -> None:
    assert problem(one_of(Nature).read, "penal") == (
        "unknown-value",
        (),
        {
            "found": "penal",
            "allowed": ("criminal", "administrative", "civil", "procedural", "institutional"),
        },
    )


@pytest.mark.parametrize("value", NO_TEXT, ids=NO_TEXT_NAMES)
def test_a_closed_list_holds_texts_only(value: object) -> None:
    assert problem(one_of(Nature).read, value)[0] == "wrong-type"


def test_each_field_has_a_schema_of_its_own() -> None:
    reads = Reads(text, {"anyOf": [{"type": "string"}]})
    described = reads.__get_pydantic_json_schema__(None, None)
    described["anyOf"].append({"type": "null"})
    assert reads.__get_pydantic_json_schema__(None, None) == {"anyOf": [{"type": "string"}]}
