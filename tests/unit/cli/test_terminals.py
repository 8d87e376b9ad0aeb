"""Narrow terminals, pipes, NO_COLOR, no Unicode: everywhere the same words, and colour only where it belongs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from tests.unit.cli.running import COLOUR, DAY, ESCAPE, at_a_terminal, drawn_here, run, run_here, words_of

WIDTHS = ("40", "80", "100", "200")
CHECK = ("check", "vn", "--as-of", DAY)
EXPLAIN = ("explain", "vn", "14.1.c", "--as-of", DAY)
SHOW = ("show", "vn:penal-code-2015/326")


def pieces(text: str) -> Counter[str]:
    """Return the letters and figures of a text, which no folding of lines can change, word order and all aside."""
    return Counter(re.sub(r"[^\w]", "", COLOUR.sub("", text)))


# Widths


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("columns", WIDTHS)
def test_a_check_loses_nothing_in_a_terminal_of_any_width(columns: str, lang: str) -> None:
    drawn = run_here(*CHECK, "--format", "table", "--lang", lang, COLUMNS=columns).out
    wide = run_here(*CHECK, "--format", "table", "--lang", lang, COLUMNS="400").out
    columns_named = Counter() if int(columns) >= 100 else pieces("".join(_headings(wide)))
    assert pieces(wide) - columns_named == pieces(drawn)
    assert "…" not in drawn


def _headings(drawn: str) -> list[str]:
    return next(words_of(line) for line in drawn.splitlines() if "Verdict" in line or "Kết luận" in line)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("columns", WIDTHS)
def test_no_line_is_wider_than_the_terminal(columns: str, lang: str) -> None:
    for words in (CHECK, EXPLAIN, ("list", "vn")):
        drawn = drawn_here(*words, "--lang", lang, columns=int(columns))
        widest = max(len(unicodedata.normalize("NFC", COLOUR.sub("", line))) for line in drawn.splitlines())
        assert widest <= int(columns)


@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_narrow_terminal_shows_paragraph_after_paragraph_without_frames(columns: str) -> None:
    drawn = run_here(*CHECK, "--format", "table", COLUMNS=columns).out
    assert not re.search(r"[│┃+|]", drawn)
    assert re.search(r"^14\.1\.c  missing  Offences", drawn, re.MULTILINE)


@pytest.mark.parametrize("columns", ["100", "200"])
def test_a_wide_terminal_shows_a_table(columns: str) -> None:
    drawn = run_here(*CHECK, "--format", "table", COLUMNS=columns).out
    assert re.search(r"^│14\.1\.c +│", drawn, re.MULTILINE)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("words", [EXPLAIN, SHOW, ("list", "vn"), ("vocab", "conduct")], ids=" ".join)
def test_a_page_loses_nothing_in_a_terminal_of_any_width(words: tuple[str, ...], columns: int) -> None:
    drawn, plain = drawn_here(*words, columns=columns), run_here(*words).out
    assert pieces(drawn) == pieces(plain)


# Colours


def test_a_terminal_shows_colours_and_the_words_beside_them() -> None:
    drawn = at_a_terminal(*CHECK)
    assert "\x1b[1;31mmissing" in drawn
    assert "\x1b[32maligned" in drawn
    assert ESCAPE not in COLOUR.sub("", drawn)
    assert words_of(drawn) == words_of(run_here(*CHECK, "--format", "table", COLUMNS="100").out)


def test_a_terminal_in_this_process_is_like_a_real_one() -> None:
    assert drawn_here(*EXPLAIN, columns=100) == at_a_terminal(*EXPLAIN)


@pytest.mark.parametrize("words", [("check", "vn", "14", "--as-of", DAY), EXPLAIN], ids=" ".join)
@pytest.mark.parametrize("quiet", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_whoever_wants_no_colours_gets_no_escape_codes(words: tuple[str, ...], quiet: dict[str, str]) -> None:
    drawn = at_a_terminal(*words, columns=80, **quiet)
    assert ESCAPE not in drawn
    assert words_of(drawn) == words_of(drawn_here(*words, columns=80))


def test_an_empty_no_color_means_nothing() -> None:
    assert COLOUR.search(at_a_terminal("check", "vn", "14.1.c", "--as-of", DAY, NO_COLOR=""))


def test_plain_is_plain_at_a_terminal_too() -> None:
    for words in ((*CHECK, "--format", "plain"), (*EXPLAIN, "--plain"), (*SHOW, "--plain")):
        assert drawn_here(*words, columns=100) == run_here(*words).out


@pytest.mark.parametrize("words", [CHECK, (*CHECK, "--format", "table"), EXPLAIN], ids=" ".join)
def test_what_goes_into_a_pipe_has_no_escape_codes(words: tuple[str, ...]) -> None:
    assert ESCAPE not in run(*words).out


def test_what_goes_into_a_pipe_is_plain_and_as_wide_as_it_is() -> None:
    narrow, wide = (run_here(*CHECK, COLUMNS=columns).out for columns in ("40", "200"))
    assert narrow == wide == run_here(*CHECK, "--format", "plain").out


def test_messages_about_mistakes_have_no_escape_codes_at_a_terminal() -> None:
    assert at_a_terminal("check", "vn", "99", errors=True) == run_here("check", "vn", "99").err


# Streams that cannot say everything


@pytest.mark.parametrize(
    ("encoding", "form"), [("ascii", "plain"), ("ascii", "table"), ("latin-1", "table"), ("cp1258", "plain")]
)
def test_a_stream_without_the_letters_of_vietnamese_says_the_letters_below_the_marks(encoding: str, form: str) -> None:
    words = (*CHECK, "--lang", "vi", "--format", form)
    ran = run(*words, encoding=encoding, PYTHONIOENCODING=encoding, COLUMNS="120")
    assert (ran.code, ran.err) == (0, "")
    assert _letters(ran.out) == _letters(run_here(*words, COLUMNS="120").out)
    assert "?" not in ran.out


def _letters(text: str) -> str:
    """Return letters and figures without marks; to people, đ is a d with a mark."""
    said = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^A-Za-z0-9]", "", said)


def test_a_stream_in_this_process_is_like_one_in_another() -> None:
    words = (*CHECK, "--lang", "vi")
    assert run_here(*words, encoding="ascii").out == run(*words, encoding="ascii", PYTHONIOENCODING="ascii").out


def test_letters_that_a_stream_can_say_keep_their_marks() -> None:
    words = ("check", "vn", "14.1.c", "--as-of", DAY, "--lang", "vi")
    assert (
        "Các toi pham liên quan den tài lieu xâm hai" in run(*words, encoding="latin-1", PYTHONIOENCODING="latin-1").out
    )


def test_a_table_is_drawn_with_letters_where_there_are_no_lines() -> None:
    ran = run(*CHECK, "--format", "table", encoding="ascii", PYTHONIOENCODING="ascii", COLUMNS="120")
    assert re.search(r"^\|14\.1\.c +\| ", ran.out, re.MULTILINE)


@pytest.mark.parametrize("words", [("check", "--help"), EXPLAIN, SHOW, ("vocab",)], ids=" ".join)
def test_every_command_can_be_read_in_ascii(words: tuple[str, ...]) -> None:
    ran = run(*words, encoding="ascii", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_mistakes_can_be_read_in_ascii() -> None:
    ran = run("check", "vn", "Điều 99", "--lang", "vi", encoding="ascii", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "Khong co khoan 99 trong hanoi.")


def test_json_stays_the_same_json_in_a_stream_without_its_letters() -> None:
    words = ("check", "vn", "14.1.c", "--as-of", DAY, "--format", "json")
    assert run(*words, encoding="ascii", PYTHONIOENCODING="ascii").json == run_here(*words).json
    schema = ("schema", "section")
    assert run(*schema, encoding="ascii", PYTHONIOENCODING="ascii").json == run_here(*schema).json


@pytest.mark.parametrize("locale", ["C", "nowhere"])
def test_no_locale_keeps_a_command_from_working(locale: str) -> None:
    ran = run("check", "vn", "14.1.c", "--as-of", DAY, "--lang", "vi", LC_ALL=locale, PYTHONCOERCECLOCALE="0")
    assert (ran.code, ran.err) == (0, "")
    assert "14.1.c" in ran.out
