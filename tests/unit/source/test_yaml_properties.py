"""What holds of every text: the reader never fails, and what it reads is what was written, where it was written."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.model.laws import Section
from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Article
from gapcheck.model.reading import Plain
from gapcheck.source.bind import bind
from gapcheck.source.yaml_text import Path
from tests.unit.source.reading import Tree, read, slice_of

SEEN = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\ufeff\ufffe\uffff"
)
TEXTS = st.text(SEEN, max_size=12)
KEYS = st.one_of(st.sampled_from(["a", "điều", "no", "1.10", "~", "conduct"]), TEXTS)
TREES = st.recursive(
    TEXTS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4), max_leaves=12
)
PLAIN = st.one_of(
    st.sampled_from(
        ["no", "1.10", "2018-07-01", "12:30", "0o14", "đăng tải", "under 16", "12/2017/QH14", "a-b", "條文"]
    ),
    st.from_regex(r"[a-zđ][a-z0-9 ấ]{0,6}[a-z0-9]", fullmatch=True),
).filter(lambda word: word != "null")
PLAIN_TREES = st.recursive(
    PLAIN,
    lambda below: st.lists(below, min_size=1, max_size=4) | st.dictionaries(PLAIN, below, min_size=1, max_size=4),
    max_leaves=12,
)


def in_flow(tree: Tree) -> str:
    """Write a tree on one line, every text in double quotes."""
    return json.dumps(tree, ensure_ascii=False)


def in_blocks(tree: Tree, indent: int = 0) -> str:
    """Write a tree over several lines, every text without quotes."""
    margin = " " * indent
    match tree:
        case dict():
            return "".join(f"{margin}{key}:{_behind(value, indent)}" for key, value in tree.items())
        case list():
            return "".join(f"{margin}-{_behind(value, indent)}" for value in tree)
        case _:
            return f"{margin}{tree}\n"


def _behind(value: Tree, indent: int) -> str:
    return f" {value}\n" if isinstance(value, str) else f"\n{in_blocks(value, indent + 2)}"


def scalars(tree: Tree, at: Path = ()) -> list[tuple[Path, str]]:
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    mine = [(at, tree)] if isinstance(tree, str) else []
    return mine + [found for step, value in below for found in scalars(value, (*at, step))]


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(content: bytes) -> None:
    document = read(content)
    assert document.data is None or not document.diagnostics
    assert (document.data is None) == bool(document.diagnostics)
    assert isinstance(document.places, dict)


@given(st.text(st.sampled_from("ab:-?![]{}&*#|>%@`\"'\\,~<= \t\n\r.1đ\x85\x00\ufeff\N{LINE SEPARATOR}"), max_size=60))
@settings(max_examples=300)
def test_any_punctuation_can_be_read_and_diagnostics_point_into_the_text(text: str) -> None:
    document = read(text)
    assert (document.data is None) == bool(document.diagnostics)
    for one in document.diagnostics:
        assert one.span is not None
        assert one.excerpt == document.lines[one.span.line - 1]
        assert (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column)
        assert 1 <= one.span.column <= len(one.excerpt) + 1


@given(TREES)
def test_a_tree_in_quotes_reads_back_equal(tree: Tree) -> None:
    document = read(in_flow(tree))
    assert document.diagnostics == []
    assert document.data == tree
    assert all(type(value) is str for _, value in scalars(document.data))


@given(TREES)
def test_every_place_in_a_tree_in_quotes_slices_back_to_its_text(tree: Tree) -> None:
    text = in_flow(tree)
    document = read(text)
    assert [path for path in document.places if path in dict(scalars(tree))] == [path for path, _ in scalars(tree)]
    for path, value in scalars(tree):
        place = document.places[path]
        assert json.loads(slice_of(text, place.value)) == value
        if path and isinstance(path[-1], str):
            assert place.key is not None
            assert json.loads(slice_of(text, place.key)) == path[-1]


@given(PLAIN_TREES, st.sampled_from(["\n", "\r\n"]))
def test_a_plain_tree_reads_back_equal_and_its_places_slice_back(tree: Tree, end: str) -> None:
    text = in_blocks(tree).replace("\n", end)
    document = read(text)
    assert document.diagnostics == []
    assert document.data == tree
    for path, value in scalars(tree):
        assert slice_of(text, document.places[path].value) == value
    assert all(isinstance(value, Plain) for _, value in scalars(document.data))


@given(TREES, st.sampled_from([Article, Section, tuple[Mapping, ...]]))
def test_any_tree_is_bound_or_said(tree: Tree, shape: object) -> None:
    document = read(in_flow(tree))
    value = bind(document, shape)
    assert (value is None) == bool(document.diagnostics)
    assert all(one.span is not None for one in document.diagnostics)
