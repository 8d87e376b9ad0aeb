"""How a diagnostic is laid out: where, what, the line of the file with a marker below it, and what to do."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.model.books import Vocabulary
from gapcheck.model.vocabulary import Element, ElementKind
from gapcheck.report.diagnostic_text import code_page, columns, diagnostic_lines
from gapcheck.source.diagnostics import CODES, Diagnostic, Span

PATH = "national_laws/vn/penal-code-2015/146.yaml"
AGE = Element(element="victim_age", kind=ElementKind.AGE, label={"en": "Age of the victim", "vi": "Tuổi của bị hại"})
VOCABULARY = Vocabulary({"victim_age": AGE}, {})


def unknown_term(excerpt: str, marked: str, **facts: object) -> Diagnostic:
    column = excerpt.index(marked) + 1
    span = Span(14, column, 14, column + len(marked))
    return Diagnostic(CODES["unknown-term"], PATH, span, excerpt, {"found": marked, "element": "conduct", **facts})


def line_and_marker(diagnostic: Diagnostic, width: int = 100) -> tuple[str, str]:
    _, _, line, marker, *_ = diagnostic_lines(diagnostic, "en", width=width)
    return line, marker


def under_marker(line: str, marker: str) -> str:
    """Return the characters of the line that stand above the marker, counted in columns."""
    place, above = 0, ""
    first, last = marker.index("^"), marker.rindex("^")
    for character in line:
        if (first <= place <= last) if columns(character) else above:
            above += character
        place += columns(character)
    return above


def test_a_diagnostic_says_where_what_and_what_to_do() -> None:
    span = Span(14, 12, 14, 19)
    facts = {"found": "sixteen", "element": "victim_age", "allowed": ()}
    diagnostic = Diagnostic(CODES["age-not-readable"], PATH, span, "    below: sixteen", facts)
    forms = "Write the age in figures: under 18, not over 18, 16 to 17, 16, 16 or over, over 18, adult, any."
    assert diagnostic_lines(diagnostic, "en", VOCABULARY, width=140) == [
        "national_laws/vn/penal-code-2015/146.yaml:14:12: error GC204 age-not-readable",
        '  The age of the victim is written as "sixteen".',
        "  14 |     below: sixteen",
        "     |            ^^^^^^^",
        f"  {forms}          More: gapcheck show GC204",
    ]


def test_a_diagnostic_speaks_vietnamese() -> None:
    facts = {"found": "sixteen", "element": "victim_age", "allowed": ()}
    diagnostic = Diagnostic(CODES["age-not-readable"], PATH, None, "", facts)
    head, message, *_ = diagnostic_lines(diagnostic, "vi", VOCABULARY)
    assert head == f"{PATH}: lỗi GC204 age-not-readable"
    assert message == "  Tuổi của bị hại được ghi là “sixteen”."


def test_an_element_that_could_not_be_read_is_called_as_in_the_file() -> None:
    diagnostic = Diagnostic(CODES["age-not-readable"], PATH, facts={"found": "x", "element": "victim_age"})
    assert diagnostic_lines(diagnostic, "en")[1] == '  The `victim_age` is written as "x".'


def test_where_to_read_more_stands_on_its_own_line_when_the_hint_is_long() -> None:
    diagnostic = unknown_term("conduct: publsh", "publsh", allowed=("publish",))
    *_, together = diagnostic_lines(diagnostic, "en")
    assert together == "  Did you mean publish?          More: gapcheck show GC210"
    *_, hint, more = diagnostic_lines(diagnostic, "en", width=40)
    assert (hint, more) == ("  Did you mean publish?", "  More: gapcheck show GC210")


def test_without_a_hint_only_where_to_read_more_follows() -> None:
    assert diagnostic_lines(unknown_term("conduct: x", "x"), "en")[4:] == ["  More: gapcheck show GC210"]


def test_a_diagnostic_about_a_whole_file_shows_no_line() -> None:
    diagnostic = Diagnostic(CODES["empty-file"], PATH)
    assert diagnostic_lines(diagnostic, "en") == [
        f"{PATH}: error GC106 empty-file",
        "  The file holds nothing.",
        "  Fill it in or delete it.          More: gapcheck show GC106",
    ]


def test_an_empty_line_is_not_shown() -> None:
    diagnostic = Diagnostic(CODES["empty-file"], PATH, Span(1, 1, 1, 1), "   ")
    assert len(diagnostic_lines(diagnostic, "en")) == 3


@pytest.mark.parametrize(
    "before",
    [
        "vi: Tội cưỡng dâm, ",
        unicodedata.normalize("NFD", "vi: Tội cưỡng dâm, "),
        "ja: 児童ポルノ、",
        "en: zero\u200bwidth ",
        "\t\t",
    ],
    ids=["composed", "decomposed", "wide", "zero-width", "tabs"],
)
def test_the_marker_stands_below_what_is_meant(before: str) -> None:
    line, marker = line_and_marker(unknown_term(f"{before}publsh, x", "publsh"))
    assert under_marker(line, marker) == "publsh"


def test_the_marker_is_as_wide_as_what_it_marks() -> None:
    assert line_and_marker(unknown_term("a: 児童", "児童"))[1].count("^") == 4
    decomposed = unicodedata.normalize("NFD", "cưỡng")
    assert line_and_marker(unknown_term(f"a: {decomposed}", decomposed))[1].count("^") == 5


def test_a_tab_takes_one_column() -> None:
    line, marker = line_and_marker(unknown_term("\tconduct:\tpublsh", "publsh"))
    assert line == "  14 |  conduct: publsh"
    assert marker.index("^") == line.index("publsh")


def test_what_goes_on_in_further_lines_is_marked_to_the_end_of_the_line() -> None:
    diagnostic = Diagnostic(CODES["wrong-type"], PATH, Span(3, 3, 5, 1), "  en: A  ", {"found": [], "expected": "text"})
    line, marker = line_and_marker(diagnostic)
    assert (line, marker) == ("  3 |   en: A  ", "    |   ^^^^^")


def test_a_place_without_width_is_marked_all_the_same() -> None:
    diagnostic = Diagnostic(CODES["empty-value"], PATH, Span(3, 4, 3, 4), "en:", {})
    assert line_and_marker(diagnostic)[1] == "    |    ^"


def test_a_long_line_is_cut_on_both_sides_of_the_marker() -> None:
    line, marker = line_and_marker(unknown_term(f"en: {'a ' * 200}publsh{' b' * 200}", "publsh"), width=60)
    assert line.startswith("  14 | …")
    assert line.endswith("…")
    assert columns(line) == 60
    assert under_marker(line, marker) == "publsh"


def test_a_long_line_is_cut_only_where_it_is_too_long() -> None:
    line, _ = line_and_marker(unknown_term(f"conduct: publsh{' b' * 200}", "publsh"), width=60)
    assert line.startswith("  14 | conduct: publsh b")
    line, _ = line_and_marker(unknown_term(f"en: {'a ' * 200}publsh", "publsh"), width=60)
    assert line.endswith(" publsh")


def test_what_is_marked_is_cut_when_it_alone_is_too_long() -> None:
    line, marker = line_and_marker(unknown_term(f"en: {'publsh' * 50}", "publsh" * 50), width=60)
    assert columns(line) <= 60
    assert line.endswith("…")
    assert set(under_marker(line, marker)) == set("publsh")


def test_a_cut_does_not_part_a_letter_from_its_marks() -> None:
    word = unicodedata.normalize("NFD", "ệ")
    for width in range(30, 50):
        line, _ = line_and_marker(unknown_term(f"{word * 60}publsh", "publsh"), width=width)
        assert unicodedata.category(line.partition("…")[2][0]) != "Mn"


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    danger = "\x1b[2J\u202epublsh\u2066\x07"
    diagnostic = unknown_term(f"conduct: {danger}", danger, allowed=("\x1b[1m" + "publish",))
    text = "".join(diagnostic_lines(Diagnostic(**{**_fields(diagnostic), "path": f"a\x1b]0;x\x07/{PATH}"}), "en"))
    assert not {character for character in text if unicodedata.category(character) in {"Cc", "Cf", "Cs"}}


def _fields(diagnostic: Diagnostic) -> dict[str, Any]:
    return {name: getattr(diagnostic, name) for name in Diagnostic.__dataclass_fields__}


def test_what_was_found_is_said_in_one_short_line() -> None:
    message = diagnostic_lines(unknown_term("conduct: x", "x", found="a\nb " * 100), "en")[1]
    assert message.startswith('  "a b a b')
    assert len(message) < 120


def test_braces_in_a_file_are_no_placeholders() -> None:
    message = diagnostic_lines(unknown_term("conduct: x", "x", found="{path} {0}"), "en")[1]
    assert message == '  "{path} {0}" is not a term of the element conduct.'


@given(
    text=st.text(st.characters(exclude_characters="\n\r"), max_size=80),
    place=st.integers(0, 90),
    length=st.integers(0, 90),
    width=st.integers(30, 120),
)
def test_a_line_and_its_marker_fit_wherever_the_marker_stands(text: str, place: int, length: int, width: int) -> None:
    diagnostic = Diagnostic(CODES["empty-value"], PATH, Span(7, place + 1, 7, place + length + 1), text, {})
    lines = [line for line in diagnostic_lines(diagnostic, "en", width=width) if " | " in line]
    assert len(lines) in {0, 2}
    assert all(columns(line) <= width for line in lines)
    assert not lines or "^" in lines[1]


def test_the_page_of_a_code_says_how_much_it_matters_and_what_it_means() -> None:
    code, severity, empty, meaning = code_page(CODES["duplicate-key"], "en")
    assert (code, empty) == ("GC102 duplicate-key", "")
    assert severity.startswith("An error:")
    assert meaning.startswith("A field stands twice")


def test_the_page_of_a_rule_shows_its_examples() -> None:
    page = code_page(CODES["duplicate-key"], "vi", [(0, "a: b\n\nc: d\n"), (2, "a: c\n")])
    assert page[4:] == ["", "Đúng", "    a: b", "", "    c: d", "", "Bị nhắc (2)", "    a: c"]
