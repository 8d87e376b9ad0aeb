"""Which files there are, and what each holds: the path is the id."""

from __future__ import annotations

import errno
import os
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gapcheck.model.evidence import Evidence
from gapcheck.model.laws import Jurisdiction, Law, Section
from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Article, Instrument
from gapcheck.model.vocabulary import Element, Kinds
from gapcheck.source.diagnostics import CODES, Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class FileKind(Enum):
    """What a file holds."""

    KINDS = "kinds"
    ELEMENT = "element"
    INSTRUMENT = "instrument"
    ARTICLE = "article"
    JURISDICTION = "jurisdiction"
    EVIDENCE = "evidence"
    LAW = "law"
    SECTION = "section"
    MAPPINGS = "mappings"

    @property
    def shape(self) -> object:
        """The type it is read as."""
        return _SHAPES[self]


_SHAPES: dict[FileKind, object] = {
    FileKind.KINDS: Kinds,
    FileKind.ELEMENT: Element,
    FileKind.INSTRUMENT: Instrument,
    FileKind.ARTICLE: Article,
    FileKind.JURISDICTION: Jurisdiction,
    FileKind.EVIDENCE: Evidence,
    FileKind.LAW: Law,
    FileKind.SECTION: Section,
    FileKind.MAPPINGS: tuple[Mapping, ...],
}

PROVISIONS, NATIONAL_LAWS, VOCABULARY, WORLD, MAPPINGS, BILLS = (
    "provisions",
    "national_laws",
    "vocabulary",
    "world",
    "mappings",
    "bills",
)


def kind_of(parts: tuple[str, ...]) -> tuple[FileKind, str] | None:  # noqa: C901, PLR0911 - one case a kind
    """Return what a file holds and is about, by the parts of its path without the ending; None for a stray file."""
    match parts:
        case ("provisions", "vocabulary", "kinds"):
            return FileKind.KINDS, ""
        case ("provisions", "vocabulary", element):
            return FileKind.ELEMENT, element
        case ("provisions", instrument, "instrument"):
            return FileKind.INSTRUMENT, instrument
        case ("provisions", _, article) if article.startswith("art-"):
            return FileKind.ARTICLE, article.removeprefix("art-")
        case ("national_laws", jurisdiction, "jurisdiction"):
            return FileKind.JURISDICTION, jurisdiction
        case ("national_laws", _, "evidence"):
            return FileKind.EVIDENCE, ""
        case ("national_laws", _, "mappings", _, article) if article.startswith("art-"):
            return FileKind.MAPPINGS, article.removeprefix("art-")
        case ("national_laws", _, "mappings", *_):
            return None
        case ("national_laws", _, law, "law"):
            return FileKind.LAW, law
        case ("national_laws", _, _, section):
            return FileKind.SECTION, section
        case _:
            return None


_DEEPEST = 4
"""How many folders lie above national_laws/vn/mappings/hanoi, the deepest folder that is read."""
_NOT_PORTABLE = frozenset(
    (*'<>:"|?*\\', *map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))),
)
"""What Windows does not have in names, and what nobody sees."""


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

    files: list[SourceFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def say(self, code: str, path: str, **facts: object) -> None:
        """Add a diagnostic on a file as a whole; a name that is not Unicode is said as well as can be."""
        readable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        self.diagnostics.append(Diagnostic(CODES[code], readable, facts=facts))


def discover(root: Path, folders: Iterable[str] = (PROVISIONS, NATIONAL_LAWS)) -> Discovered:
    """Return the YAML files below the folders of a root, in a fixed order.

    A link that leads out of the root is refused: what it points to is not part of the workspace.
    """
    found = Discovered()
    for folder in folders:
        for path in _walk(root, folder, found):
            _classify(root, path, found)
    found.files.sort(key=lambda file: file.path)
    first: dict[str, str] = {}
    for file in found.files:
        twin = first.setdefault(file.path.casefold(), file.path)
        if twin != file.path:
            found.say("path-not-portable", file.path, found=twin)
    return found


def folders_of(root: Path, parent: str) -> list[str]:
    """Return the names of the folders below `provisions` or `national_laws`."""
    try:
        with os.scandir(root / parent) as entries:
            return sorted(entry.name for entry in entries if _is_folder(entry) and not entry.name.startswith("."))
    except OSError:
        return []


def _walk(root: Path, folder: str, found: Discovered) -> Iterator[str]:
    """Yield the path of everything below a folder that is not a folder itself; what is hidden is left out."""
    real_root = _real(root)
    if not _real(root / folder).is_relative_to(real_root):
        found.say("leaves-workspace", folder)
        return
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for entry in _entries(root, here, found):
            path = f"{here}/{entry.name}"
            linked = entry.is_symlink()
            if linked and not _real(root / path).is_relative_to(real_root):
                found.say("leaves-workspace", path)
            elif not _is_folder(entry):
                yield path
            elif linked and _leads_nowhere(root, path):
                found.say("unreadable-file", path, problem=os.strerror(errno.ELOOP))
            else:
                waiting.append(path)


def _entries(root: Path, folder: str, found: Discovered) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        found.say("unreadable-file", folder, problem=error.strerror or "")
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _leads_nowhere(root: Path, link: str) -> bool:
    """Whether a link leads to a folder that it lies in, or lies so deep that nothing below it could be read."""
    above = PurePosixPath(link).parents
    return len(above) > _DEEPEST or _real(root / link) in {_real(root / folder) for folder in above}


def _real(location: Path) -> Path:
    """Return the place without links; unlike Path.resolve, it says something of links that lead to themselves too."""
    return Path(os.path.realpath(location))


def _classify(root: Path, path: str, found: Discovered) -> None:
    stem, dot, ending = path.rpartition(".")
    if not dot or ending.lower() not in {"yaml", "yml"}:
        return
    if ending != "yaml" or unicodedata.normalize("NFC", path) != path or not _NOT_PORTABLE.isdisjoint(path):
        found.say("path-not-portable", path, found=path.rpartition("/")[2])
        return
    parts = tuple(stem.split("/"))
    if parts[2:3] == (BILLS,):
        return
    held = kind_of(parts)
    if held is None:
        found.say("stray-file", path)
    else:
        found.files.append(SourceFile(root, path, *held))
