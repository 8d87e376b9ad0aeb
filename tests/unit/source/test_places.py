"""Every key and every value has its place, whatever stands before it."""

from __future__ import annotations

import unicodedata

import pytest

from gapcheck.source.diagnostics import Span
from gapcheck.source.yaml_text import Path
from tests.unit.source.reading import read, said, slice_of, written

TEXT = """\
# Bộ luật Hình sự
section: "147"
heading: {vi: 'Tội sử dụng', en: Use}
versions:
  - in_force: {from: 2018-01-01}   # hiệu lực
    reaches:
      - conduct: [publish,
          possess]
        victim_age: under 16

      # một nhận xét

      - {}
    note:
  - |
    một
    hai

  -
    - x
    - []

# hết
"""


def places_of(text: str) -> dict[Path, tuple[str, str]]:
    """Return the place of each value and of the key before it."""
    return {path: (written(place.value), written(place.key)) for path, place in read(text).places.items()}


def test_the_place_of_every_value_and_key_is_known() -> None:
    assert places_of(TEXT) == {
        (): ("2:1-21:9", ""),
        ("section",): ("2:10-2:15", "2:1-2:8"),
        ("heading",): ("3:10-3:38", "3:1-3:8"),
        ("heading", "vi"): ("3:15-3:28", "3:11-3:13"),
        ("heading", "en"): ("3:34-3:37", "3:30-3:32"),
        ("versions",): ("5:3-21:9", "4:1-4:9"),
        ("versions", 0): ("5:5-14:10", ""),
        ("versions", 0, "in_force"): ("5:15-5:33", "5:5-5:13"),
        ("versions", 0, "in_force", "from"): ("5:22-5:32", "5:16-5:20"),
        ("versions", 0, "reaches"): ("7:7-13:11", "6:5-6:12"),
        ("versions", 0, "reaches", 0): ("7:9-9:29", ""),
        ("versions", 0, "reaches", 0, "conduct"): ("7:18-8:19", "7:9-7:16"),
        ("versions", 0, "reaches", 0, "conduct", 0): ("7:19-7:26", ""),
        ("versions", 0, "reaches", 0, "conduct", 1): ("8:11-8:18", ""),
        ("versions", 0, "reaches", 0, "victim_age"): ("9:21-9:29", "9:9-9:19"),
        ("versions", 0, "reaches", 1): ("13:9-13:11", ""),
        ("versions", 0, "note"): ("14:10-14:10", "14:5-14:9"),
        ("versions", 1): ("15:5-19:1", ""),
        ("versions", 2): ("20:5-21:9", ""),
        ("versions", 2, 0): ("20:7-20:8", ""),
        ("versions", 2, 1): ("21:7-21:9", ""),
    }


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_end_of_lines_does_not_move_places(end: str) -> None:
    assert places_of(TEXT.replace("\n", end)) == places_of(TEXT)
    assert read(TEXT.replace("\n", end)).lines == read(TEXT).lines


def test_a_byte_order_mark_does_not_move_places() -> None:
    assert places_of("\ufeff" + TEXT) == places_of(TEXT)
    assert read("\ufeff" + TEXT).text == TEXT


def test_columns_count_characters_and_not_bytes_or_cells() -> None:
    for before in ("Tội", unicodedata.normalize("NFD", "Tội"), "条文", "𠮷", "👨‍👩‍👧", "ก็", "\N{NO-BREAK SPACE}x"):
        text = f"{{{before}: {before}, b: x}}"
        length = len(before)
        assert places_of(text)["b",] == (
            f"1:{2 * length + 9}-1:{2 * length + 10}",
            f"1:{2 * length + 6}-1:{2 * length + 7}",
        )


def test_a_tab_counts_as_one_column() -> None:
    assert places_of("a:\t'x'\t# y\n")["a",] == ("1:4-1:7", "1:1-1:2")


def test_explicit_keys_and_lists_in_pairs_have_places() -> None:
    assert places_of("? a\n: b\n? c\n") == {
        (): ("1:1-4:1", ""),
        ("a",): ("2:3-2:4", "1:3-1:4"),
        ("c",): ("4:1-4:1", "3:3-3:4"),
    }
    assert places_of("[a: b, c]")[0, "a"] == ("1:5-1:6", "1:2-1:3")


def test_a_document_that_starts_with_dashes_begins_behind_them() -> None:
    assert places_of("--- {a: b}\n...\n")[()] == ("1:5-1:11", "")
    assert places_of("---\na: b\n")[()] == ("2:1-2:5", "")


def test_the_span_of_a_value_slices_back_to_it() -> None:
    document = read(TEXT)
    assert slice_of(TEXT, document.places["heading", "vi"].value) == "'Tội sử dụng'"
    assert slice_of(TEXT, document.places["versions", 0, "reaches", 0, "conduct"].value) == (
        "[publish,\n          possess]"
    )
    assert slice_of(TEXT, document.places["versions", 1].value) == "|\n    một\n    hai\n\n"


def test_a_diagnostic_on_a_path_points_at_its_value_or_its_key() -> None:
    document = read(TEXT)
    at: Path = ("versions", 0, "in_force", "from")
    on_value = document.diagnostic("date-not-iso", at, found="x")
    assert (written(on_value.span), on_value.excerpt) == (
        "5:22-5:32",
        "  - in_force: {from: 2018-01-01}   # hiệu lực",
    )
    assert written(document.diagnostic("unknown-field", at, on_key=True).span) == "5:16-5:20"


def test_a_diagnostic_on_what_is_not_written_points_at_the_nearest_key_above() -> None:
    document = read(TEXT)
    assert written(document.diagnostic("missing-field", ("versions", 0, "in_force", "to", 3)).span) == "5:5-5:13"
    assert written(document.diagnostic("missing-field", ("versions", 7)).span) == "4:1-4:9"
    assert written(document.diagnostic("missing-field", ("versions", 2, 5)).span) == "20:5-21:9"
    assert written(document.diagnostic("missing-field", ("by",)).span) == "2:1-21:9"


def test_a_diagnostic_on_a_text_that_cannot_be_read_has_no_place() -> None:
    document = read("[")
    assert document.diagnostic("missing-field", ("a",)).span is None
    assert document.diagnostic("missing-field", ("a",)).excerpt == ""


def test_places_of_a_refused_text_are_those_up_to_where_reading_ended() -> None:
    document = read("a: x\nb: *y\nc: 1\n? [d]\n: 1\n")
    assert {path: written(place.value) for path, place in document.places.items()} == {
        ("a",): "1:4-1:5",
        ("c",): "3:4-3:5",
    }
    assert len(document.diagnostics) == 2


def test_what_would_stand_behind_the_last_line_has_no_excerpt() -> None:
    document = read("a: 1\n? c")
    behind = document.diagnostic("wrong-type", ("c",))
    assert (said([behind]), behind.excerpt) == ([("wrong-type", "3:1-3:1")], "")


def test_a_text_with_invisible_characters_has_no_places() -> None:
    for character in ("\x00", "\N{LINE SEPARATOR}"):
        document = read(f"a: 1\nb: 2{character}c: 3")
        assert said(document.diagnostics) == [("invisible-character", "2:5-2:6")]
        assert document.places == {}


def test_a_span_of_characters_counts_lines_however_they_end() -> None:
    document = read("một\r\nhai\rba\nbốn")
    assert document.span_at(0) == Span(1, 1, 1, 2)
    assert document.span_at(document.text.index("a")) == Span(2, 2, 2, 3)
    assert document.span_at(document.text.index("ba"), len(document.text)) == Span(3, 1, 4, 4)
    assert document.lines == ["một", "hai", "ba", "bốn"]
