"""How tests of the reader speak: a text in, what it says and what is said of it out."""

from __future__ import annotations

from gapcheck.source.diagnostics import Diagnostic, Span
from gapcheck.source.yaml_text import Document, read_yaml

Tree = str | list["Tree"] | dict[str, "Tree"] | None
"""What a text holds."""


def read(text: str | bytes) -> Document:
    return read_yaml("file.yaml", text.encode() if isinstance(text, str) else text)


def data_of(text: str) -> Tree:
    document = read(text)
    assert document.diagnostics == []
    data: Tree = document.data
    return data


def written(span: Span | None) -> str:
    """Return a span as line:column-line:column; the second pair is the first place behind it."""
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span else ""


def said(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code.name, written(one.span)) for one in diagnostics]


def slice_of(text: str, span: Span) -> str:
    """Return what stands at a span."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)
