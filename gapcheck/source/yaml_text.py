"""Strict YAML 1.2 from libyaml's event stream: strings only, and a place for every key and value.

Refused, each with a diagnostic: duplicate keys, anchors and aliases, tags, a second document, keys that are not text, and
nesting deeper than 60. Nothing is guessed: `no`, `1.10` and `2018-07-01` stay as they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from gapcheck.model.reading import Plain
from gapcheck.source.diagnostics import CODES, Diagnostic, Span

DEEPEST = 60
LARGEST = 5 * 1024 * 1024
"""In bytes."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BREAKS_LINES = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}
"""Characters that YAML 1.1 took for line ends and 1.2 does not: nobody sees them, and editors disagree on them."""

_SEEN_LATE = frozenset({"while scanning a quoted scalar", "while scanning a simple key"})
"""What libyaml notices lines after it went wrong: the mistake is where the quote or the field begins."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """Where a value stands, and the key before it."""

    value: Span
    key: Span | None = None


class _StopReadingError(Exception):
    """The file cannot be read any further."""


@dataclass
class Document:
    """The text of one file and what it holds: mappings, lists and strings."""

    path: str
    text: str
    data: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def places(self) -> dict[Path, Place]:
        """The place of every value, found by reading the text once more."""
        places: dict[Path, Place] = {}
        _Builder(self, places).build()
        return places

    def diagnostic(self, code: str, at: Path, *, on_key: bool = False, **facts: Any) -> Diagnostic:
        """Return a diagnostic at a path, or at the nearest place above it."""
        path = at
        while path not in self.places and path:
            path = path[:-1]
        place = self.places.get(path)
        span = None
        if place:
            span = place.key if place.key and (on_key or path != at) else place.value
        return self.diagnostic_at(code, span, **facts)

    def diagnostic_at(self, code: str, span: Span | None, **facts: Any) -> Diagnostic:
        """Return a diagnostic at a span of the text, or at the file as a whole."""
        lines = self.text.split("\n")
        excerpt = lines[span.line - 1].rstrip("\r") if span and span.line <= len(lines) else ""
        return Diagnostic(CODES[code], self.path, span, excerpt, facts)


def read_yaml(path: str, content: bytes) -> Document:
    """Return the document in `content`; what is wrong with it stands in its diagnostics, and data is None then."""
    document = Document(path, "")
    if len(content) > LARGEST:
        document.diagnostics.append(Diagnostic(CODES["too-large"], path, facts={"size": len(content), "most": LARGEST}))
        return document
    try:
        document.text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        document.diagnostics.append(_not_utf_8(path, content, error))
        return document
    for character, name in _BREAKS_LINES.items():
        if character in document.text:
            document.diagnostics.append(_invisible(document, character, name))
    if not document.diagnostics:
        data = _Builder(document, None).build()
        document.data = None if document.diagnostics else data
    return document


def _not_utf_8(path: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    excerpt = content.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip("\r")
    return Diagnostic(CODES["not-utf-8"], path, Span(line, column, line, column + 1), excerpt, {})


def _invisible(document: Document, character: str, name: str) -> Diagnostic:
    before = document.text[: document.text.index(character)]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return document.diagnostic_at("invisible-character", Span(line, column, line, column + 1), found=name)


class _Builder:
    """Builds the data of a document from events; records places where a dictionary for them is given."""

    def __init__(self, document: Document, places: dict[Path, Place] | None) -> None:
        self.document = document
        self.places = places
        self.found: list[Diagnostic] = [] if places is not None else document.diagnostics

    def build(self) -> Any:
        try:
            loader = _Loader(self.document.text)
        except yaml.YAMLError as error:
            self._syntax_error(error)
            return None
        try:
            return self._document(loader)
        except yaml.YAMLError as error:
            self._syntax_error(error)
        except _StopReadingError:
            pass
        finally:
            loader.dispose()
        return None

    def _document(self, loader: Any) -> Any:
        loader.get_event()
        event = loader.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            self._say("empty-file", Span(1, 1, 1, 1))
            return None
        data = self._value(loader, loader.get_event(), (), None, 0)
        loader.get_event()
        event = loader.get_event()
        if isinstance(event, yaml.DocumentStartEvent):
            self._say("second-document", _span(event))
        elif data is None and not self.found:
            self._say("empty-file", Span(1, 1, 1, 1))
        return data

    def _value(self, loader: Any, event: Any, path: Path, key: Span | None, depth: int) -> Any:
        if depth > DEEPEST:
            self._say("too-deep", _span(event), most=DEEPEST)
            raise _StopReadingError
        if isinstance(event, yaml.AliasEvent):
            self._say("alias-or-anchor", _span(event), found=f"*{event.anchor}")
            return None
        if event.anchor is not None:
            self._say("alias-or-anchor", _span(event), found=f"&{event.anchor}")
        if event.tag is not None:
            self._say("tag", _span(event), found=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            if self.places is not None:
                self.places[path] = Place(_span(event), key)
            if not event.style:
                return None if event.value in _NULLS else Plain(event.value)
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            data, end = self._items(loader, path, depth)
        else:
            data, end = self._pairs(loader, path, depth)
        if self.places is not None:
            start = _span(event)
            self.places[path] = Place(Span(start.line, start.column, *end), key)
        return data

    def _items(self, loader: Any, path: Path, depth: int) -> tuple[list[Any], tuple[int, int]]:
        items: list[Any] = []
        while not isinstance(event := loader.get_event(), yaml.SequenceEndEvent):
            items.append(self._value(loader, event, (*path, len(items)), None, depth + 1))
        return items, (event.end_mark.line + 1, event.end_mark.column + 1)

    def _pairs(self, loader: Any, path: Path, depth: int) -> tuple[dict[str, Any], tuple[int, int]]:
        pairs: dict[str, Any] = {}
        while not isinstance(event := loader.get_event(), yaml.MappingEndEvent):
            name = self._key(event)
            span = _span(event) if self.places is not None else None
            if name in pairs:
                self._say("duplicate-key", _span(event), found=name)
            value = self._value(loader, loader.get_event(), (*path, name), span, depth + 1)
            pairs.setdefault(name, value)
        return pairs, (event.end_mark.line + 1, event.end_mark.column + 1)

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            code = "alias-or-anchor" if isinstance(event, yaml.AliasEvent) else "key-not-text"
            self._say(code, _span(event), found="*" + event.anchor if event.anchor else "")
            raise _StopReadingError
        if event.anchor is not None:
            self._say("alias-or-anchor", _span(event), found=f"&{event.anchor}")
        if event.tag is not None:
            self._say("tag", _span(event), found=event.tag)
        return str(event.value)

    def _syntax_error(self, error: yaml.YAMLError) -> None:
        opened = getattr(error, "context_mark", None)
        noticed = getattr(error, "problem_mark", None)
        mark = opened if getattr(error, "context", None) in _SEEN_LATE else noticed or opened
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML"
        if mark is not None:
            span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        else:
            position = min(getattr(error, "position", 0) or 0, len(self.document.text))
            before = self.document.text[:position]
            line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
            span = Span(line, column, line, column + 1)
        self._say("syntax-error", span, problem=str(problem), opened=opened.line + 1 if opened else span.line)

    def _say(self, code: str, span: Span, **facts: Any) -> None:
        self.found.append(self.document.diagnostic_at(code, span, **facts))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
