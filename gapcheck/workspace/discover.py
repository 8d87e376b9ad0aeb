"""Which files there are, and what each holds: the path is the id."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gapcheck.model.evidence import Evidence
from gapcheck.model.laws import Jurisdiction, Law, Section
from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Article, Instrument
from gapcheck.model.vocabulary import Element, Kinds
from gapcheck.source.diagnostics import CODES, Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator


class FileKind(Enum):
    """What a file holds; the value is the type it is read as."""

    KINDS = Kinds
    ELEMENT = Element
    INSTRUMENT = Instrument
    ARTICLE = Article
    JURISDICTION = Jurisdiction
    EVIDENCE = Evidence
    LAW = Law
    SECTION = Section
    MAPPINGS = tuple[Mapping, ...]

    @property
    def shape(self) -> Any:
        """The type it is read as."""
        return self.value


PROVISIONS, NATIONAL_LAWS, VOCABULARY, MAPPINGS, BILLS = "provisions", "national_laws", "vocabulary", "mappings", "bills"

_PLACES: tuple[tuple[re.Pattern[str], FileKind], ...] = (
    (re.compile(r"provisions/vocabulary/kinds"), FileKind.KINDS),
    (re.compile(r"provisions/vocabulary/(?P<id>[^/]+)"), FileKind.ELEMENT),
    (re.compile(r"provisions/(?P<id>[^/]+)/instrument"), FileKind.INSTRUMENT),
    (re.compile(r"provisions/[^/]+/art-(?P<id>[^/]+)"), FileKind.ARTICLE),
    (re.compile(r"national_laws/(?P<id>[^/]+)/jurisdiction"), FileKind.JURISDICTION),
    (re.compile(r"national_laws/[^/]+/evidence"), FileKind.EVIDENCE),
    (re.compile(r"national_laws/[^/]+/mappings/[^/]+/art-(?P<id>[^/]+)"), FileKind.MAPPINGS),
    (re.compile(r"national_laws/[^/]+/(?!mappings/|bills/)(?P<id>[^/]+)/law"), FileKind.LAW),
    (re.compile(r"national_laws/[^/]+/(?!mappings/|bills/)[^/]+/(?P<id>[^/]+)"), FileKind.SECTION),
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the workspace."""

    root: Path
    path: str
    """Relative to the root, with forward slashes and in composed Unicode (NFC)."""
    kind: FileKind
    id: str
    """What the path says that the file is about."""

    @property
    def location(self) -> Path:
        """Where to open it."""
        return self.root / self.path

    @property
    def folder(self) -> str:
        """The instrument or jurisdiction that it belongs to, as a path: what is read and cached together."""
        return "/".join(self.path.split("/")[:2])


@dataclass
class Discovered:
    """The files below one root."""

    files: list[SourceFile]
    diagnostics: list[Diagnostic]


def discover(root: Path, folders: tuple[str, ...] = (PROVISIONS, NATIONAL_LAWS)) -> Discovered:
    """Return the YAML files below the folders of a root, in a fixed order.

    A link that leads out of the root is refused: what it points to is not part of the workspace.
    """
    found = Discovered([], [])
    real_root = root.resolve()
    for folder in folders:
        for path in _walk(root, folder, real_root, found.diagnostics):
            found.files.extend(_classified(root, path, found.diagnostics))
    found.files.sort(key=lambda file: file.path)
    return found


def folders_of(root: Path, parent: str) -> list[str]:
    """Return the names of the folders below `provisions` or `national_laws`."""
    try:
        with os.scandir(root / parent) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("."))
    except OSError:
        return []


def _walk(root: Path, folder: str, real_root: Path, diagnostics: list[Diagnostic]) -> Iterator[str]:
    try:
        with os.scandir(root / folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        diagnostics.append(Diagnostic(CODES["unreadable-file"], folder, facts={"problem": error.strerror or ""}))
        return
    for entry in listed:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not (root / path).resolve().is_relative_to(real_root):
            diagnostics.append(Diagnostic(CODES["leaves-workspace"], path))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, real_root, diagnostics)
        elif not entry.is_dir():
            yield path


def _classified(root: Path, path: str, diagnostics: list[Diagnostic]) -> Iterator[SourceFile]:
    stem, dot, ending = path.rpartition(".")
    if not dot or ending.lower() not in {"yaml", "yml"}:
        return
    if ending != "yaml" or unicodedata.normalize("NFC", path) != path:
        diagnostics.append(Diagnostic(CODES["path-not-portable"], path))
        return
    if re.match(r"national_laws/[^/]+/bills/", path):
        return
    for pattern, kind in _PLACES:
        if match := pattern.fullmatch(stem):
            yield SourceFile(root, path, kind, match.groupdict().get("id", ""))
            return
    diagnostics.append(Diagnostic(CODES["stray-file"], path))
