"""Diagnostics: what is wrong with a file, where, and what the message needs to know. The words come later."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Code:
    """A stable code and the name of the pattern it stands for."""

    code: str
    name: str
    severity: Severity


def _errors(first: int, *names: str) -> dict[str, Code]:
    return {name: Code(f"GC{first + number}", name, Severity.ERROR) for number, name in enumerate(names)}


CODES: dict[str, Code] = {
    **_errors(
        101,
        "syntax-error",
        "duplicate-key",
        "alias-or-anchor",
        "tag",
        "second-document",
        "empty-file",
        "not-utf-8",
        "too-deep",
        "too-large",
        "unreadable-file",
        "leaves-workspace",
        "invisible-character",
        "key-not-text",
    ),
    **_errors(
        201,
        "unknown-field",
        "missing-field",
        "wrong-type",
        "age-not-readable",
        "date-not-iso",
        "unquoted-number",
        "unknown-value",
        "empty-value",
        "unknown-element",
        "unknown-term",
        "unknown-id",
        "id-not-path",
        "vocabulary-cycle",
        "duplicate-id",
        "english-missing",
        "unknown-language",
        "stray-file",
        "path-not-portable",
        "via-of-via",
    ),
}
"""The codes of the reader. Numbers are never reused; those of the lint rules begin at 301."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: lines and columns count from 1, the end column is the first one after it."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong with a file, or that its author should look at."""

    code: Code
    path: str
    """The file, relative to its root, with forward slashes."""
    span: Span | None = None
    excerpt: str = ""
    """The line of the file at which the span begins."""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What diagnostics sort by."""
        return (self.path, self.span.line if self.span else 0, self.span.column if self.span else 0, self.code.code)
