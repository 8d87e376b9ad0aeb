"""Strict YAML 1.2 from libyaml's event stream: strings only, and a place for every key and value.

Refused, each with a diagnostic: duplicate keys, anchors and aliases, tags, a second document, keys that are not text,
characters that nobody sees, and nesting deeper than 60. Nothing is guessed: `no`, `1.10` and `2018-07-01` stay as they
are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from gapcheck.model.reading import Plain
from gapcheck.source.content import LARGEST
from gapcheck.source.diagnostics import CODES, Diagnostic, Span

DEEPEST = 60

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML does not allow, line ends that 1.2 dropped (editors disagree on them), a byte-order mark in the middle."""
_NOTICED_LATE = frozenset(
    {
        "found unexpected end of stream",  # in a text in quotes
        "found unexpected document indicator",  # the same
        "could not find expected ':'",
    }
)
"""What libyaml says only where it gives up, far from where the mistake began."""
_LINE_END = re.compile("\r\n|\r|\n")
_WRITTEN_TAG = re.compile(r"!<[^>]*>|![^\s,\[\]{}]*")

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
        if not _UNSEEN.search(self.text):
            _Builder(self, places).build()
        return places

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without what ends them."""
        return _LINE_END.split(self.text)

    def span_at(self, start: int, end: int | None = None) -> Span:
        """Return the span of some characters of the text, of one where no end is given."""
        return Span(*self._line_and_column(start), *self._line_and_column(start + 1 if end is None else end))

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
        excerpt = self.lines[span.line - 1] if span and span.line <= len(self.lines) else ""
        return Diagnostic(CODES[code], self.path, span, excerpt, facts)

    def _line_and_column(self, index: int) -> tuple[int, int]:
        before = self.text[:index]
        line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
        return line, index - max(before.rfind("\n"), before.rfind("\r"))


def read_yaml(path: str, content: bytes) -> Document:
    """Return the document in `content`; what is wrong with it stands in its diagnostics, and data is None then."""
    if len(content) > LARGEST:
        problem = Diagnostic(CODES["too-large"], path, facts={"size": len(content), "most": LARGEST})
        return Document(path, "", diagnostics=[problem])
    try:
        document = Document(path, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf_8(path, error)
    document.diagnostics += _unseen(document)
    if not document.diagnostics:
        data = _Builder(document, None).build()
        document.data = None if document.diagnostics else data
    return document


def _not_utf_8(path: str, error: UnicodeDecodeError) -> Document:
    """Return a document with the readable part of the text, and the place of the first byte that is not."""
    document = Document(path, error.object.decode("utf-8", "replace"))
    index = len(error.object[: error.start].decode("utf-8"))
    found = f"0x{error.object[error.start]:02X}"
    document.diagnostics.append(document.diagnostic_at("not-utf-8", document.span_at(index), found=found))
    return document


def _unseen(document: Document) -> list[Diagnostic]:
    """Return a diagnostic where each invisible character first stands."""
    first: dict[str, int] = {}
    for found in _UNSEEN.finditer(document.text):
        first.setdefault(found[0], found.start())
    return [
        document.diagnostic_at("invisible-character", document.span_at(index), found=f"U+{ord(character):04X}")
        for character, index in first.items()
    ]


class _Builder:
    """Builds the data of a document from events; records places where a dictionary for them is given."""

    def __init__(self, document: Document, places: dict[Path, Place] | None) -> None:
        self.document = document
        self.places = places
        self.found: list[Diagnostic] = [] if places is not None else document.diagnostics
        self.last: Any = None
        """The event that ended the last value: a block ends with its last value, not where the next one begins."""

    def build(self) -> Any:
        loader = _Loader(self.document.text)
        try:
            return self._document(loader)
        except yaml.MarkedYAMLError as error:
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
        self._check_directives(event)
        data = self._value(loader, loader.get_event(), (), None, 0)
        loader.get_event()
        event = loader.get_event()
        if isinstance(event, yaml.DocumentStartEvent):
            self._say("second-document", _span(event))
        elif data is None and not self.found:
            self._say("empty-file", Span(1, 1, 1, 1))
        return data

    def _check_directives(self, event: Any) -> None:
        """Refuse what would change how the file is read: this is YAML 1.2, without tags."""
        if event.version not in {None, (1, 2)}:
            written = "%YAML " + ".".join(map(str, event.version))
            self._say("syntax-error", self._written(written, event), problem=f"{written}: only YAML 1.2 is read")
        if event.tags:
            self._say("tag", self._written("%TAG", event), found="%TAG")

    def _value(self, loader: Any, event: Any, path: Path, key: Span | None, depth: int) -> Any:
        if depth > DEEPEST:
            self._say("too-deep", _span(event), most=DEEPEST)
            raise _StopReadingError
        self.last = event
        if isinstance(event, yaml.AliasEvent):
            self._say("alias-or-anchor", _span(event), found=f"*{event.anchor}")
            return None
        if event.anchor or event.tag:
            self._refuse_properties(event)
        data: Any
        if isinstance(event, yaml.ScalarEvent):
            data = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            data = self._items(loader, event, path, depth)
        else:
            data = self._pairs(loader, event, path, depth)
        if self.places is not None:
            start, end = event.start_mark, self.last.end_mark
            self.places[path] = Place(Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1), key)
        return data

    def _items(self, loader: Any, start: Any, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := loader.get_event(), yaml.SequenceEndEvent):
            items.append(self._value(loader, event, (*path, len(items)), None, depth + 1))
        if start.flow_style:
            self.last = event
        return items

    def _pairs(self, loader: Any, start: Any, path: Path, depth: int) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        while not isinstance(event := loader.get_event(), yaml.MappingEndEvent):
            name = self._key(event)
            span = _span(event) if self.places is not None else None
            if name in pairs:
                self._say("duplicate-key", _span(event), found=name)
            value = self._value(loader, loader.get_event(), (*path, name), span, depth + 1)
            pairs.setdefault(name, value)
        if start.flow_style:
            self.last = event
        return pairs

    def _key(self, event: Any) -> str:
        if isinstance(event, yaml.AliasEvent):
            self._say("alias-or-anchor", _span(event), found=f"*{event.anchor}")
            return f"*{event.anchor}"
        if not isinstance(event, yaml.ScalarEvent):
            self._say("key-not-text", _span(event))
            raise _StopReadingError
        if event.anchor or event.tag:
            self._refuse_properties(event)
        return str(event.value)

    def _refuse_properties(self, event: Any) -> None:
        """Refuse an anchor and a tag before a key or a value."""
        if event.anchor:
            written = f"&{event.anchor}"
            self._say("alias-or-anchor", self._written(written, event), found=written)
        if event.tag:
            written = next(_WRITTEN_TAG.finditer(self.document.text, event.start_mark.index))[0]
            self._say("tag", self._written(written, event), found=written)

    def _written(self, written: str, event: Any) -> Span:
        """Return the span of something that is written at the beginning of an event."""
        start, end = event.start_mark, event.end_mark
        for number, line in enumerate(self.document.lines[start.line : end.line + 1], start.line):
            column = line.find(written, start.column if number == start.line else 0)
            if column >= 0:
                return Span(number + 1, column + 1, number + 1, column + len(written) + 1)
        return _span(event)

    def _syntax_error(self, error: Any) -> None:
        """Point at what libyaml complains of, or at what began there; never behind the last character."""
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
        mark = marks[-1] if error.problem in _NOTICED_LATE else marks[0]
        index = min(mark.index, max(len(self.document.text.rstrip()) - 1, 0))
        opened = marks[-1].line + 1
        self._say("syntax-error", self.document.span_at(index), problem=str(error.problem), opened=opened)

    def _say(self, code: str, span: Span, **facts: Any) -> None:
        self.found.append(self.document.diagnostic_at(code, span, **facts))


def _scalar(event: Any) -> str | None:
    """Return a text; plain where it was written without quotes, and None where it says nothing."""
    if event.style:  # libyaml says "" for a plain scalar, PyYAML's own parser None
        return str(event.value)
    return None if event.value in _NULLS else Plain(event.value)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
