"""Nothing is guessed: every scalar stays as it is written, and what YAML could make of more is refused."""

from __future__ import annotations

import pytest
import yaml

from gapcheck.model.reading import Plain
from gapcheck.source import yaml_text
from tests.unit.source.reading import data_of, read, said


@pytest.fixture(params=["libyaml", "PyYAML's own parser"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with libyaml, or as where PyYAML was built without it."""
    parser: str = request.param
    monkeypatch.setattr(yaml_text, "_Loader", yaml.CSafeLoader if parser == "libyaml" else yaml.SafeLoader)
    return parser


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "on",
        "off",
        "true",
        "False",
        "1.10",
        "12:30",
        "0o14",
        "014",
        "0x1F",
        "1_000",
        "1e3",
        ".inf",
        ".nan",
        "-1",
        "+1",
        "2018-07-01",
        "2018-07-01T00:00:00Z",
        "nUll",
        "none",
        "=",
        "<<",
        "14(1)(c)",
        "12/2017/QH14",
        "điều 147",
        "https://example.org/a#b",
        "a:b",
        "\N{WORD JOINER}x",
    ],
)
def test_a_plain_word_stays_a_text(word: str) -> None:
    assert data_of(f"key: {word}\n") == {"key": word}
    assert data_of(f"- {word}\n") == [word]
    assert data_of(f"{word}: x\n") == {word: "x"}
    assert isinstance(data_of(f"{word}\n"), Plain)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("text", ['"14"', "'14'", "|-\n  14", ">-\n  14"])
def test_a_number_in_quotes_is_known_from_one_without(text: str) -> None:
    assert data_of(f"{text}\n") == "14"
    assert type(data_of(f"{text}\n")) is str
    assert type(data_of("14\n")) is Plain


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("text", ["", " ", " ~", " null", " Null", " NULL", " # nothing"])
def test_nothing_is_told_from_an_empty_text(text: str) -> None:
    assert data_of(f"a: x\nkey:{text}\n") == {"a": "x", "key": None}
    assert data_of(f"- x\n-{text}\n") == ["x", None]


@pytest.mark.parametrize("text", ['""', "''", '"~"', "'null'"])
def test_quotes_make_a_text_of_everything(text: str) -> None:
    assert data_of(f"key: {text}\n") == {"key": text[1:-1]}


def test_a_key_is_a_text_whatever_it_looks_like() -> None:
    assert data_of("~: a\n? \n: b\n2018-07-01: c\nno: d\n1: e\n'1.0': f\n") == {
        "~": "a",
        "": "b",
        "2018-07-01": "c",
        "no": "d",
        "1": "e",
        "1.0": "f",
    }


def test_numbers_that_are_equal_as_figures_are_different_keys() -> None:
    assert data_of("1.1: a\n1.10: b\n1: c\n01: d\n") == {"1.1": "a", "1.10": "b", "1": "c", "01": "d"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("|\n  một\n   hai\n\n  ba\n\n", "một\n hai\n\nba\n"),
        ("|-\n  một\n  hai\n", "một\nhai"),
        ("|+\n  một\n\n", "một\n\n"),
        (">\n  một\n  hai\n\n  ba\n", "một hai\nba\n"),
        ("|2\n   một\n", " một\n"),
        ("một\n  hai\n  ba\n", "một hai ba"),
        ('"một\n  hai\\\n  ba\\tbốn"\n', "một haiba\tbốn"),
        ("'một\n\n  ''hai'''\n", "một\n'hai'"),
        ('"\\u0111i\\u1EC1u \\x41 \\U00020BB7 \\/"\n', "điều A \U00020bb7 /"),
        ('"\\L\\N\\0\\uFEFF"\n', "\N{LINE SEPARATOR}\x85\x00\ufeff"),
    ],
)
def test_texts_of_several_lines_and_escapes_are_read(text: str, value: str) -> None:
    assert data_of(f"key: {text}next: x\n") == {"key": value, "next": "x"}


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\n", [("alias-or-anchor", "1:4-1:6")]),
        ("a: *x\n", [("alias-or-anchor", "1:4-1:6")]),
        ("&x a: 1\n", [("alias-or-anchor", "1:1-1:3")]),
        ("*x : 1\n", [("alias-or-anchor", "1:1-1:3")]),
        ("điều: [một, &x {}]\n", [("alias-or-anchor", "1:13-1:15")]),
        ("- &x\n  a: 1\n- *x\n", [("alias-or-anchor", "1:3-1:5"), ("alias-or-anchor", "3:3-3:5")]),
        ("a: !x 1\n", [("tag", "1:4-1:6")]),
        ("a: ! 1\n", [("tag", "1:4-1:5")]),
        ("a: !!int 1\n", [("tag", "1:4-1:9")]),
        ("!!str a: 1\n", [("tag", "1:1-1:6")]),
        ("a: !<tag:yaml.org,2002:str> 1\n", [("tag", "1:4-1:28")]),
        ("a: [!x [], !y {}]\n", [("tag", "1:5-1:7"), ("tag", "1:12-1:14")]),
        ("a: !!binary |\n  aGk=\n", [("tag", "1:4-1:12")]),
        ("a: !!python/object:os.system x\n", [("tag", "1:4-1:29")]),
        ("a: &x !y 1\n", [("alias-or-anchor", "1:4-1:6"), ("tag", "1:7-1:9")]),
        ("a: !y &x 1\n", [("alias-or-anchor", "1:7-1:9"), ("tag", "1:4-1:6")]),
        ("a: !y\n  &x\n  b: 1\n", [("alias-or-anchor", "2:3-2:5"), ("tag", "1:4-1:6")]),
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", "3:1-3:2")]),
        ("a: {b: 1, 'b': 2, \"b\": 3}\n", [("duplicate-key", "1:11-1:14"), ("duplicate-key", "1:19-1:22")]),
        ("a:\na: 1\n", [("duplicate-key", "2:1-2:2")]),
        ("- {b: {c: 1, c: 2}}\n", [("duplicate-key", "1:14-1:15")]),
        ("? [a]\n: b\n", [("key-not-text", "1:3-1:4")]),
        ("{{a: b}: c}\n", [("key-not-text", "1:2-1:3")]),
        ("a: 1\n? &x {a: 1}\n: 2\n", [("key-not-text", "2:3-2:7")]),
        ("a: 1\n---\nb: 1\n", [("second-document", "2:1-2:4")]),
        ("---\n---\n", [("second-document", "2:1-2:4")]),
        ("a: 1\n...\n---\n- [\n", [("second-document", "3:1-3:4")]),
        ("%YAML 1.1\n---\na: no\n", [("syntax-error", "1:1-1:10")]),
        ("# x\n%YAML  1.1\n---\na: no\n", [("syntax-error", "2:1-3:4")]),
        ("%TAG !e! tag:example.org,2000:\n---\na: 1\n", [("tag", "1:1-1:5")]),
        ("%YAML 1.2\n%TAG ! tag:example.org,2000:\n---\na: !x 1\n", [("tag", "2:1-2:5"), ("tag", "4:4-4:6")]),
        ("%YAML 2.0\n---\na: 1\n", [("syntax-error", "1:1-1:2")]),
    ],
)
def test_what_points_elsewhere_or_stands_twice_is_refused(text: str, found: list[tuple[str, str]]) -> None:
    document = read(text)
    assert said(document.diagnostics) == found
    assert document.data is None


def test_a_diagnostic_says_what_was_written() -> None:
    facts = [one.facts for one in read("a: &x !!str 1\nb: *x\n*y : 1\nc: !<a:b> 1\nb: 1\n").diagnostics]
    assert [fact["found"] for fact in facts] == ["&x", "!!str", "*x", "*y", "!<a:b>", "b"]


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert data_of("<<: {a: 1}\nb: 2\n") == {"<<": {"a": "1"}, "b": "2"}
    assert said(read("base: &b {a: 1}\nx: {<<: *b}\n").diagnostics) == [
        ("alias-or-anchor", "1:7-1:9"),
        ("alias-or-anchor", "2:9-2:11"),
    ]


@pytest.mark.parametrize(
    "text", ["%YAML 1.2\n---\na: 1\n", "---\na: 1\n", "a: 1\n...\n", "\n\n# x\n---\na: 1\n...\n# y"]
)
def test_one_document_may_be_marked_as_such(text: str) -> None:
    assert data_of(text) == {"a": "1"}


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "text", ["", "\n", " \n \n", "# nhận xét", "# x\n\n# y\n", "---\n", "---\n...\n", "~", "null\n", "\ufeff"]
)
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    document = read(text)
    assert said(document.diagnostics) == [("empty-file", "1:1-1:1")]
    assert document.diagnostics[0].excerpt == text.removeprefix("\ufeff").split("\n")[0]


@pytest.mark.parametrize("text", ['""', "[]", "{}", "|\n"])
def test_an_empty_text_list_or_mapping_is_no_empty_file(text: str) -> None:
    assert data_of(text) in ("", [], {})


@pytest.mark.parametrize(
    ("text", "at", "problem", "opened"),
    [
        ("a: [một, hai\nb: 1\n", "2:2-2:3", "did not find expected ',' or ']'", 1),
        ("x: 1\na: [một, hai\n", "2:12-2:13", "did not find expected ',' or ']'", 2),
        ("a: {b: 1\n\n\n", "1:8-1:9", "did not find expected ',' or '}'", 1),
        ("a: [", "1:4-1:5", "did not find expected node content", 2),
        ('x: 1\nđ: "một\n  hai\n\n', "2:4-2:5", "found unexpected end of stream", 2),
        ("a: 'một\n---\nb: 1\n", "1:4-1:5", "found unexpected document indicator", 1),
        ("a: 1\nđiều\nb: 1\n", "2:1-2:2", "could not find expected ':'", 2),
        ("a: 1\nb", "2:1-2:2", "could not find expected ':'", 2),
        ("a: Quyền: nghĩa vụ\n", "1:9-1:10", "mapping values are not allowed in this context", 1),
        ("a:\n\tb: 1\n", "2:1-2:2", "found character that cannot start any token", 2),
        ("a: @b\n", "1:4-1:5", "found character that cannot start any token", 1),
        ("a: 1\n  b: 2\n", "2:4-2:5", "mapping values are not allowed in this context", 2),
        ("- a\nb: 1\n", "2:1-2:2", "did not find expected '-' indicator", 1),
        ("a: 'một' hai\n", "1:10-1:11", "did not find expected key", 1),
        ('a: "\\q"\n', "1:5-1:6", "found unknown escape character", 1),
        ('a: "\\ud800"\n', "1:7-1:8", "found invalid Unicode character escape code", 1),
        ("a: 1\n...\nb: 1\n", "3:1-3:2", "did not find expected <document start>", 3),
        ("a: &\n", "1:4-1:5", "did not find expected alphabetic or numeric character", 1),
        (f"{'k' * 1025}: 1\n", "1:1026-1:1027", "mapping values are not allowed in this context", 1),
    ],
)
def test_a_syntax_error_points_into_the_text_and_says_where_it_began(
    text: str, at: str, problem: str, opened: int
) -> None:
    document = read(text)
    assert said(document.diagnostics) == [("syntax-error", at)]
    assert document.diagnostics[0].facts == {"problem": problem, "opened": opened}
    assert document.diagnostics[0].excerpt == text.split("\n")[int(at.partition(":")[0]) - 1]


def test_what_is_wrong_before_a_syntax_error_is_said_too() -> None:
    assert said(read("a: 1\na: &x 2\nb: [\n").diagnostics) == [
        ("duplicate-key", "2:1-2:2"),
        ("alias-or-anchor", "2:4-2:6"),
        ("syntax-error", "3:4-3:5"),
    ]


@pytest.mark.parametrize("text", ["a: [một\n", "a: b: c\n", "'một", "a: \tb\n- c", "a: %x"])
def test_pyyamls_own_parser_points_into_the_text_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)
    document = read(text)
    assert [one.code.name for one in document.diagnostics] == ["syntax-error"]
    span = document.diagnostics[0].span
    assert span is not None
    assert document.diagnostics[0].excerpt == text.split("\n")[span.line - 1]
    assert span.column <= len(document.diagnostics[0].excerpt)
