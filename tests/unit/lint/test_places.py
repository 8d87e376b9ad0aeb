"""From what a rule names to the line that it means."""

from __future__ import annotations

from gapcheck.lint.places import span_at
from gapcheck.source.yaml_text import Document, Path, read_yaml

SECTION = """\
section: "1"
versions:
  - in_force: {from: 2018-01-01}
    reaches: {conduct: publish}
"""
MAPPINGS = """\
- paragraph: "1.a"
  sections: [act/1]
- paragraph: "1.b"
  sections: [act/1, act/2]
"""


def marked(text: str, at: Path) -> str | None:
    """Return what the first line of the span marks."""
    document: Document = read_yaml("x.yaml", text.encode())
    span = span_at(document, at)
    if span is None:
        return None
    line = document.lines[span.line - 1]
    return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]


def test_a_value_is_marked_where_it_stands() -> None:
    assert marked(SECTION, ("versions", 0, "in_force", "from")) == "2018-01-01"


def test_a_scope_may_stand_without_its_list() -> None:
    assert marked(SECTION, ("versions", 0, "reaches", 0, "conduct", 0)) == "publish"


def test_the_item_about_a_paragraph_is_found_wherever_it_stands() -> None:
    assert marked(MAPPINGS, ("1.b", "sections", 1)) == "act/2"


def test_what_is_not_written_is_marked_at_the_key_above_it() -> None:
    assert marked(SECTION, ("versions", 0, "in_force", "to")) == "in_force"


def test_what_is_missing_in_an_item_is_marked_where_the_item_begins() -> None:
    assert marked(SECTION, ("versions", 0, "verification")) == "in_force: {from: 2018-01-01}"
    assert marked(MAPPINGS, ("1.b", "reason")) == 'paragraph: "1.b"'


def test_the_file_as_a_whole_has_no_place() -> None:
    assert marked(SECTION, ()) is None
    assert marked(SECTION, ("note",)) is None
    assert marked(MAPPINGS, ("1.c", "reason")) is None


def test_a_file_that_can_no_longer_be_read_has_no_places() -> None:
    assert span_at(Document("x.yaml", ""), ("versions", 0)) is None
