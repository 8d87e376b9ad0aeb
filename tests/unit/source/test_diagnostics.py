"""Codes are stable: a number means the same for ever."""

from __future__ import annotations

from gapcheck.source.diagnostics import CODES, Diagnostic, Severity, Span


def test_the_codes_of_the_reader_keep_their_numbers() -> None:
    assert {code.code: name for name, code in CODES.items()} == {
        "GC101": "syntax-error",
        "GC102": "duplicate-key",
        "GC103": "alias-or-anchor",
        "GC104": "tag",
        "GC105": "second-document",
        "GC106": "empty-file",
        "GC107": "not-utf-8",
        "GC108": "too-deep",
        "GC109": "too-large",
        "GC110": "unreadable-file",
        "GC111": "leaves-workspace",
        "GC112": "invisible-character",
        "GC113": "key-not-text",
        "GC201": "unknown-field",
        "GC202": "missing-field",
        "GC203": "wrong-type",
        "GC204": "age-not-readable",
        "GC205": "date-not-iso",
        "GC206": "unquoted-number",
        "GC207": "unknown-value",
        "GC208": "empty-value",
        "GC209": "unknown-element",
        "GC210": "unknown-term",
        "GC211": "unknown-id",
        "GC212": "id-not-path",
        "GC213": "vocabulary-cycle",
        "GC214": "duplicate-id",
        "GC215": "english-missing",
        "GC216": "unknown-language",
        "GC217": "stray-file",
        "GC218": "path-not-portable",
        "GC219": "via-of-via",
    }
    assert {code.severity for code in CODES.values()} == {Severity.ERROR}


def test_diagnostics_sort_by_file_and_place_with_those_on_the_whole_file_first() -> None:
    tag, alias = CODES["tag"], CODES["alias-or-anchor"]
    ordered = [
        Diagnostic(tag, "a.yaml"),
        Diagnostic(tag, "a.yaml", Span(2, 9, 2, 10)),
        Diagnostic(alias, "a.yaml", Span(10, 1, 10, 2)),
        Diagnostic(tag, "a.yaml", Span(10, 1, 10, 9)),
        Diagnostic(tag, "a.yaml", Span(10, 2, 10, 3)),
        Diagnostic(tag, "b.yaml", Span(1, 1, 1, 2)),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda one: one.order) == ordered
