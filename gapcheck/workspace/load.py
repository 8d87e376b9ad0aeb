"""Reading files: from the cache where their content is known, else from their text. Bad files never hide good ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gapcheck.source.cache import Shelf, digest
from gapcheck.source.content import LARGEST, TooLargeError, content_of
from gapcheck.source.diagnostics import CODES, Diagnostic
from gapcheck.workspace.discover import FileKind, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from gapcheck.source.yaml_text import Document


@dataclass
class Loaded:
    """What was read: values by file, the files that could not be, and why."""

    values: dict[SourceFile, Any] = field(default_factory=dict)
    failed: list[SourceFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    digests: dict[str, bytes] = field(default_factory=dict)
    """Of the content of every file that was read, by path."""

    def of_kind(self, kind: FileKind) -> list[tuple[SourceFile, Any]]:
        """Return the files that hold one kind of thing, with what they hold."""
        return [(file, value) for file, value in self.values.items() if file.kind is kind]


def overlay(layers: Sequence[Sequence[SourceFile]]) -> tuple[list[SourceFile], list[str]]:
    """Lay later files over earlier ones of the same path; return the files that count, and the shadowed paths."""
    by_path: dict[str, SourceFile] = {}
    shadowed = []
    for layer in layers:
        for file in layer:
            if file.path in by_path:
                shadowed.append(file.path)
            by_path[file.path] = file
    return [by_path[path] for path in sorted(by_path)], sorted(shadowed)


def load(files: Iterable[SourceFile], cache_folder: Path | None) -> Loaded:
    """Read the files, each folder with its shelf of the cache."""
    loaded = Loaded()
    by_folder: dict[tuple[Path, str], list[SourceFile]] = {}
    for file in files:
        by_folder.setdefault((file.root, file.folder), []).append(file)
    for (root, folder), members in by_folder.items():
        shelf = Shelf(cache_folder, f"{root.resolve()}\n{folder}")
        for file in members:
            _load_one(file, shelf, loaded)
        shelf.keep({file.path for file in members})
    return loaded


def read_document(file: SourceFile) -> Document:
    """Read a file once more for the places of its values; what cannot be read any more has none."""
    from gapcheck.source.yaml_text import Document, read_yaml  # noqa: PLC0415 - only where there is something to say

    try:
        return read_yaml(file.path, content_of(file.location))
    except OSError:
        return Document(file.path, "")


def _load_one(file: SourceFile, shelf: Shelf, loaded: Loaded) -> None:
    try:
        content = content_of(file.location)
    except OSError as error:
        loaded.diagnostics.append(_not_read(file, error))
        loaded.failed.append(file)
        return
    content_digest = digest(content)
    value = shelf.get(file.path, content_digest, file.kind.shape)
    if value is None:
        value = _read(file, content, loaded.diagnostics)
        if value is None:
            loaded.failed.append(file)
            return
        shelf.put(file.path, content_digest, value)
    loaded.values[file] = value
    loaded.digests[file.path] = content_digest


def _not_read(file: SourceFile, error: OSError) -> Diagnostic:
    if isinstance(error, TooLargeError):
        return Diagnostic(CODES["too-large"], file.path, facts={"size": error.size, "most": LARGEST})
    return Diagnostic(CODES["unreadable-file"], file.path, facts={"problem": error.strerror or ""})


def _read(file: SourceFile, content: bytes, diagnostics: list[Diagnostic]) -> object:
    from gapcheck.source.bind import bind  # noqa: PLC0415 - pydantic is not needed for what the cache holds
    from gapcheck.source.yaml_text import read_yaml  # noqa: PLC0415

    document = read_yaml(file.path, content)
    value = None if document.diagnostics else bind(document, file.kind.shape)
    if value is not None:
        document.diagnostics += _id_problems(document, file, value)
    diagnostics.extend(document.diagnostics)
    return None if document.diagnostics else value


_ID_FIELDS = {
    FileKind.ELEMENT: "element",
    FileKind.INSTRUMENT: "instrument",
    FileKind.ARTICLE: "article",
    FileKind.JURISDICTION: "jurisdiction",
    FileKind.LAW: "law",
    FileKind.SECTION: "section",
}


def _id_problems(document: Document, file: SourceFile, value: object) -> list[Diagnostic]:
    """Return a diagnostic where the id in the file is not the one that its path says."""
    if name := _ID_FIELDS.get(file.kind):
        written = getattr(value, name)
        if written != file.id:
            return [document.diagnostic("id-not-path", (name,), found=written, expected=file.id)]
    return []
