"""What can be wrong with the bytes of a file, or with reading them: the other files are read all the same."""

from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from gapcheck.source.content import LARGEST
from tests.unit.workspace.tiny import (
    ARTICLE,
    FILES,
    INSTRUMENT,
    LAW,
    NEXT_SECTION,
    SECTION,
    Tiny,
    names,
    paths_in_use,
    place,
    said,
)

NEW_SECTION = "national_laws/vn/penal-code-2015/148.yaml"


def text_of_section(number: str) -> str:
    return f'section: "{number}"\nheading: {{en: New}}\nversions: []\n'


def test_a_byte_that_is_not_utf_8_is_said_where_it_stands(tiny: Tiny) -> None:
    tiny.write(SECTION, 'section: "147"\nheading: {vi: Tội '.encode() + b"s\xff\xfe, en: x}\n")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("not-utf-8", SECTION, "2:20-2:21")]
    assert (
        workspace.diagnostics[0].excerpt
        == "heading: {vi: Tội s\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}, en: x}"
    )
    assert workspace.diagnostics[0].facts == {"found": "0xFF"}
    assert paths_in_use(workspace) == set(FILES) - {SECTION}


def test_half_a_letter_at_the_end_of_a_file_is_not_utf_8(tiny: Tiny) -> None:
    tiny.write(LAW, "law: penal-code-2015\ntitle: {en: đ".encode()[:-1])
    assert said(tiny.diagnostics()) == [("not-utf-8", LAW, "2:13-2:14")]


def test_utf_16_is_not_utf_8(tiny: Tiny) -> None:
    tiny.write(SECTION, FILES[SECTION].encode("utf-16"))
    assert said(tiny.diagnostics()) == [("not-utf-8", SECTION, "1:1-1:2")]


def test_utf_16_without_its_mark_is_full_of_invisible_characters(tiny: Tiny) -> None:
    tiny.write(SECTION, text_of_section("147").encode("utf-16-le"))
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("invisible-character", SECTION, "1:2-1:3")]
    assert diagnostics[0].facts == {"found": "U+0000"}


def test_an_old_vietnamese_encoding_is_not_utf_8(tiny: Tiny) -> None:
    tiny.write(SECTION, 'section: "147"\nheading: {vi: đường'.encode("cp1258", "ignore"))
    assert names(tiny.diagnostics()) == ["not-utf-8"]


def test_a_byte_order_mark_at_the_beginning_is_accepted(tiny: Tiny) -> None:
    for path in FILES:
        tiny.write(path, b"\xef\xbb\xbf" + tiny.read(path).encode())
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert paths_in_use(workspace) == set(FILES)


def test_a_byte_order_mark_does_not_shift_columns(tiny: Tiny) -> None:
    tiny.write(SECTION, b"\xef\xbb\xbf" + FILES[SECTION].replace('section: "147"', 'section: "148"').encode())
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("id-not-path", SECTION, "1:10-1:15")]
    assert diagnostics[0].excerpt == 'section: "148"'


def test_a_byte_order_mark_does_not_shift_the_place_of_a_bad_byte(tiny: Tiny) -> None:
    tiny.write(SECTION, b'\xef\xbb\xbfsection: "\xff"\n')
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("not-utf-8", SECTION, "1:11-1:12")]
    assert diagnostics[0].excerpt == 'section: "\N{REPLACEMENT CHARACTER}"'


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_on_other_systems(tiny: Tiny, end: str) -> None:
    for path, text in FILES.items():
        tiny.write(path, text.replace("\n", end))
    assert tiny.diagnostics() == []
    tiny.write(SECTION, FILES[SECTION].replace("under 16", "under sixteen").replace("\n", end))
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("age-not-readable", SECTION, "9:21-9:34")]
    assert diagnostics[0].excerpt == "        victim_age: under sixteen"


def test_a_file_over_five_megabytes_is_not_read(tiny: Tiny) -> None:
    tiny.write(SECTION, FILES[SECTION].encode() + b"#" * LARGEST)
    workspace = tiny.open()
    size = len(FILES[SECTION].encode()) + LARGEST
    assert said(workspace.diagnostics) == [("too-large", SECTION, "")]
    assert workspace.diagnostics[0].facts == {"size": size, "most": LARGEST}
    assert paths_in_use(workspace) == set(FILES) - {SECTION}


def test_a_file_of_just_five_megabytes_is_read(tiny: Tiny) -> None:
    text = FILES[SECTION].encode()
    tiny.write(SECTION, text + b"#" * (LARGEST - len(text)))
    assert tiny.diagnostics() == []


def test_a_pipe_is_said_and_not_waited_for(tiny: Tiny) -> None:
    os.mkfifo(tiny.root / NEW_SECTION)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("unreadable-file", NEW_SECTION, "")]
    assert workspace.diagnostics[0].facts == {"problem": "not a regular file"}
    assert paths_in_use(workspace) == set(FILES)


def test_a_socket_is_said(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir((tiny.root / NEW_SECTION).parent)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("148.yaml")
        assert said(tiny.diagnostics()) == [("unreadable-file", NEW_SECTION, "")]


def test_a_link_to_nothing_is_said(tiny: Tiny) -> None:
    (tiny.root / NEW_SECTION).symlink_to("149.yaml")
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unreadable-file", NEW_SECTION, "")]
    assert diagnostics[0].facts == {"problem": "No such file or directory"}


def test_a_link_to_itself_is_said(tiny: Tiny) -> None:
    (tiny.root / NEW_SECTION).symlink_to("148.yaml")
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unreadable-file", NEW_SECTION, "")]
    assert diagnostics[0].facts == {"problem": "Too many levels of symbolic links"}


def test_a_file_that_may_not_be_read_is_said(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self.name == "147.yaml":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("unreadable-file", SECTION, "")]
    assert workspace.diagnostics[0].facts == {"problem": "Permission denied"}
    assert paths_in_use(workspace) == set(FILES) - {SECTION}
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_a_folder_that_may_not_be_read_is_said(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refused(folder: Path) -> object:
        if folder.name == "penal-code-2015":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", refused)
    workspace = tiny.open()
    assert said(workspace.diagnostics)[-1] == ("unreadable-file", "national_laws/vn/penal-code-2015", "")
    assert "hanoi" in workspace.treaties


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_columns_count_characters_whatever_their_form(tiny: Tiny, form: Literal["NFC", "NFD"]) -> None:
    before = unicodedata.normalize(form, "Tội sử dụng người dưới 16 tuổi")
    tiny.write(
        SECTION,
        FILES[SECTION].replace("Tội sử dụng người dưới 16 tuổi, en: Use of persons under 16", before + ", 条文: 条"),
    )
    first = tiny.diagnostics()[0]
    column = len("heading: {vi: ") + len(before) + 3
    assert (first.code.name, place(first)) == ("unknown-language", f"2:{column}-2:{column + 2}")
    assert first.excerpt[column - 1 : column + 1] == "条文"


def test_wide_characters_and_tabs_count_as_one_column(tiny: Tiny) -> None:
    tiny.replace(SECTION, "by: 12/2017/QH14", 'by:\t"𠮷\t条"\t# 条\n    natur:\tx')
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unknown-field", SECTION, "6:5-6:10")]
    tiny.replace(SECTION, 'by:\t"𠮷\t条"\t# 条\n    natur:\tx', 'summary: {vi: "𠮷\t条",\tđ: x}')
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unknown-language", SECTION, "5:26-5:27")]
    assert diagnostics[0].excerpt == '    summary: {vi: "𠮷\t条",\tđ: x}'


def test_a_word_in_decomposed_letters_is_not_the_composed_term(tiny: Tiny) -> None:
    term = "đăng-tải"
    tiny.replace("provisions/vocabulary/conduct.yaml", "  possess:", f"  {term}: {{label: {{en: x}}}}\n  possess:")
    tiny.replace(NEXT_SECTION, "make-available", unicodedata.normalize("NFD", term))
    assert said(tiny.diagnostics()) == [("unknown-term", NEXT_SECTION, "5:24-5:34")]


def test_bad_bytes_in_one_file_of_each_kind_hide_nothing(tiny: Tiny) -> None:
    for path in (SECTION, ARTICLE, LAW):
        tiny.write(path, b"\xff")
    workspace = tiny.open()
    assert sorted(one.path for one in workspace.diagnostics) == sorted([SECTION, ARTICLE, LAW])
    assert paths_in_use(workspace) == set(FILES) - {SECTION, ARTICLE, LAW}
    assert INSTRUMENT in paths_in_use(workspace)
