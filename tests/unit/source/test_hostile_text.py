"""Files that would harm a reader: each gives a diagnostic, at once, and nothing else."""

from __future__ import annotations

import pytest

from gapcheck.source.content import LARGEST
from gapcheck.source.yaml_text import DEEPEST
from tests.unit.source.reading import data_of, read, said

BOMB = 100_000


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("[" * BOMB, "1:62-1:63"),
        ("[" * BOMB + "]" * BOMB, "1:62-1:63"),
        ("- " * BOMB, "1:123-1:123"),
        ("{a: " * BOMB, "1:245-1:246"),
        ("[{a: " * BOMB, "1:152-1:153"),
        ("".join(" " * depth + "a:\n" for depth in range(1000)), "62:62-62:62"),
        ("a: " + "[" * BOMB, "1:64-1:65"),
    ],
    ids=["open lists", "lists", "dashes", "mappings", "both", "indentation", "below a key"],
)
def test_deep_nesting_is_refused_where_it_gets_too_deep(text: str, at: str) -> None:
    document = read(text)
    assert said(document.diagnostics) == [("too-deep", at)]
    assert document.diagnostics[0].facts == {"most": DEEPEST}
    assert document.data is None
    assert len(document.places) == 0


def test_sixty_levels_are_read_and_sixty_one_are_not() -> None:
    value = data_of("[" * DEEPEST + "x" + "]" * DEEPEST)
    for _ in range(DEEPEST):
        assert isinstance(value, list)
        (value,) = value
    assert value == "x"
    assert said(read("[" * (DEEPEST + 1) + "x" + "]" * (DEEPEST + 1)).diagnostics) == [("too-deep", "1:62-1:63")]
    assert said(read("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).diagnostics) == []


def test_nesting_in_a_key_is_no_text() -> None:
    assert said(read("? " * BOMB).diagnostics) == [("key-not-text", "1:3-1:3")]
    assert said(read("{" * BOMB).diagnostics) == [("key-not-text", "1:2-1:3")]


def test_a_bomb_of_aliases_never_goes_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12)]
    document = read("\n".join(lines))
    assert {one.code.name for one in document.diagnostics} == {"alias-or-anchor"}
    assert len(document.diagnostics) == 12 + 9 * 11
    assert document.data is None


def test_an_anchor_that_holds_itself_is_refused() -> None:
    assert said(read("&a [*a]").diagnostics) == [("alias-or-anchor", "1:1-1:3"), ("alias-or-anchor", "1:5-1:7")]


@pytest.mark.parametrize("code", [0x0, 0x1, 0x7, 0x8, 0xB, 0xC, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F])
def test_control_characters_are_said_by_name_and_place(code: int) -> None:
    document = read(f'# nhận xét\nđiều: "một{chr(code)}hai"\n')
    assert said(document.diagnostics) == [("invisible-character", "2:11-2:12")]
    assert document.diagnostics[0].facts == {"found": f"U+{code:04X}"}
    assert document.diagnostics[0].excerpt == f'điều: "một{chr(code)}hai"'
    assert document.data is None


@pytest.mark.parametrize("character", ["\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}", "\ufeff", "\ufffe", "\uffff"])
@pytest.mark.parametrize("where", ["a: {}b\n", "# {}\na: b\n", "a: 'x{}'\n", "a: b{}\nc: d\n", "a{}: b\n"])
def test_what_nobody_sees_is_refused_wherever_it_stands(character: str, where: str) -> None:
    document = read(where.format(character))
    assert [one.facts["found"] for one in document.diagnostics] == [f"U+{ord(character):04X}"]
    column = where.index("{") + 1
    assert said(document.diagnostics) == [("invisible-character", f"1:{column}-1:{column + 1}")]


def test_each_invisible_character_is_said_once_where_it_first_stands() -> None:
    document = read("a: \x07\nb: \x00\x07\nc: \x85\x00\n")
    assert said(document.diagnostics) == [
        ("invisible-character", "1:4-1:5"),
        ("invisible-character", "2:4-2:5"),
        ("invisible-character", "3:4-3:5"),
    ]


def test_joiners_and_other_marks_of_scripts_are_part_of_a_text() -> None:
    text = "ก\N{ZERO WIDTH SPACE}ข\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}\N{NO-BREAK SPACE}"
    assert data_of(f"a: '{text}'\n") == {"a": text}


@pytest.mark.parametrize(
    ("content", "at", "found"),
    [
        (b"\xff", "1:1-1:2", "0xFF"),
        (b"a: b\n\xc3(\n", "2:1-2:2", "0xC3"),
        ("đ: ".encode() + b"\xed\xa0\x80", "1:4-1:5", "0xED"),
        (b"a: \xf4\x90\x80\x80", "1:4-1:5", "0xF4"),
        (b"a: \xc0\xaf", "1:4-1:5", "0xC0"),
        ("điề".encode()[:-1], "1:3-1:4", "0xE1"),
        (b"a: 1\r\nb: \xe1", "2:4-2:5", "0xE1"),
        (b"a: 1\rb: 2\rc: \x80", "3:4-3:5", "0x80"),
        ("a: b\n".encode("utf-16"), "1:1-1:2", "0xFF"),
        ("a: b\n".encode("utf-32-be") + b"\xff", "2:1-2:2", "0xFF"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_said_where_it_stands(content: bytes, at: str, found: str) -> None:
    document = read(content)
    assert said(document.diagnostics) == [("not-utf-8", at)]
    assert document.diagnostics[0].facts == {"found": found}
    assert document.data is None


def test_a_text_over_five_megabytes_is_not_looked_at() -> None:
    document = read(b"[" * (LARGEST + 1))
    assert said(document.diagnostics) == [("too-large", "")]
    assert document.diagnostics[0].facts == {"size": LARGEST + 1, "most": LARGEST}
    assert (document.text, document.data, document.places) == ("", None, {})


def test_a_text_full_of_mistakes_is_read_to_its_end() -> None:
    text = "a:\n" * 60_000
    document = read(text)
    assert len(document.diagnostics) == 59_999
    assert said(document.diagnostics)[-1] == ("duplicate-key", "60000:1-60000:2")


def test_a_megabyte_of_nul_is_said_once() -> None:
    assert said(read(b"\x00" * (LARGEST // 5)).diagnostics) == [("invisible-character", "1:1-1:2")]


def test_one_enormous_line_is_read() -> None:
    word = "điều " * 200_000
    assert data_of(f"a: {word}x\n") == {"a": f"{word}x"}
