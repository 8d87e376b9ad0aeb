"""The workspace: everything by id, with what is wrong beside it."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import Lexicon
from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary
from gapcheck.source.diagnostics import CODES, Diagnostic
from gapcheck.workspace.discover import (
    NATIONAL_LAWS,
    PROVISIONS,
    VOCABULARY,
    FileKind,
    SourceFile,
    discover,
    folders_of,
)
from gapcheck.workspace.load import Loaded, load, overlay
from gapcheck.workspace.references import References, Trouble, at_places, of_evidence, of_mappings, of_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

KINDS = "kinds"
_HEADERS = {PROVISIONS: "instrument.yaml", NATIONAL_LAWS: "jurisdiction.yaml"}


@dataclass
class Workspace:
    """What was read of the chosen instruments and jurisdictions."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    treaties: dict[str, TreatyBook]
    statutes: dict[str, StatuteBook]
    diagnostics: list[Diagnostic]
    files: dict[str, SourceFile]
    """Every file that was read, by path."""
    shadowed: list[str] = field(default_factory=list)
    """Bundled files that a file of the user's workspace replaces."""


def names_below(roots: Sequence[Path], parent: str) -> list[str]:
    """Return the instruments (below provisions) or jurisdictions (below national_laws) that there are."""
    names = {name for root in roots for name in folders_of(root, parent)}
    return sorted(names - {VOCABULARY})


def open_workspace(
    roots: Sequence[Path],
    *,
    instruments: Iterable[str] | None = None,
    jurisdictions: Iterable[str] | None = None,
    cache_folder: Path | None = None,
) -> Workspace:
    """Read the vocabulary and the chosen instruments and jurisdictions (all where None); later roots lie over earlier."""
    known_instruments = names_below(roots, PROVISIONS)
    folders = dict.fromkeys(
        (
            *_folders(PROVISIONS, None if instruments is None else (VOCABULARY, *instruments)),
            *_folders(NATIONAL_LAWS, jurisdictions),
        )
    )
    layers = [discover(root, folders) for root in {os.path.realpath(root): root for root in roots}.values()]
    files, shadowed = overlay([layer.files for layer in layers])
    loaded = load(files, cache_folder)
    for layer in layers:
        loaded.diagnostics += layer.diagnostics
    return _Gathering(loaded, known_instruments).workspace({file.path: file for file in files}, shadowed)


def _folders(parent: str, names: Iterable[str] | None) -> list[str]:
    return [parent] if names is None else [f"{parent}/{name}" for name in names]


class _Gathering:
    """Puts what was read together, leaving out files whose words mean nothing."""

    def __init__(self, loaded: Loaded, known_instruments: list[str]) -> None:
        self.loaded = loaded
        self.known_instruments = known_instruments
        elements = {file.id: element for file, element in loaded.of_kind(FileKind.ELEMENT)}
        self.kinds = {name: kind for _, value in loaded.of_kind(FileKind.KINDS) for name, kind in value.kinds.items()}
        self.vocabulary = Vocabulary(elements, self.kinds)
        self.lexicon = Lexicon(self.vocabulary)
        self.unreadable = {file.id or KINDS for file in loaded.failed if file.folder == f"{PROVISIONS}/{VOCABULARY}"}

    def workspace(self, files: dict[str, SourceFile], shadowed: list[str]) -> Workspace:
        loaded = self.loaded
        self._check_vocabulary()
        self._check_words()
        self._check_headers(files)
        treaties = self._treaties()
        statutes = self._statutes()
        self._check_mappings(treaties, statutes)
        diagnostics = sorted(each_once(loaded.diagnostics), key=lambda diagnostic: diagnostic.order)
        return Workspace(self.vocabulary, self.lexicon, treaties, statutes, diagnostics, files, shadowed)

    def _say(self, file: SourceFile, troubles: Iterable[Trouble]) -> None:
        self.loaded.diagnostics += at_places(file, troubles)

    def _references(self) -> References:
        return References(self.lexicon, self.kinds, frozenset(self.unreadable))

    def _check_vocabulary(self) -> None:
        """Say what is wrong within the vocabulary; a kind that demands what there is not cannot be used."""
        for file, element in self.loaded.of_kind(FileKind.ELEMENT):
            self._say(file, of_vocabulary(element))
        references = self._references()
        for file, value in self.loaded.of_kind(FileKind.KINDS):
            for name, kind in value.kinds.items():
                if troubles := list(references.of_kind(name, kind)):
                    self._say(file, references.complaints(troubles))
                    self.unreadable.add(KINDS)
                    del self.kinds[name]

    def _check_words(self) -> None:
        """Say which words of articles and sections mean nothing, and leave those files out."""
        references = self._references()
        taken: dict[str, set[str]] = {}
        for file, value in [*self.loaded.of_kind(FileKind.ARTICLE), *self.loaded.of_kind(FileKind.SECTION)]:
            if file.kind is FileKind.ARTICLE:
                troubles = list(references.of_article(value, taken.setdefault(file.folder, set())))
            else:
                troubles = list(references.of_section(value))
            if troubles:
                self._say(file, references.complaints(troubles))
                self.loaded.failed.append(file)
                del self.loaded.values[file]
        for file, value in self.loaded.of_kind(FileKind.EVIDENCE):
            self._say(file, of_evidence(value))

    def _check_headers(self, files: dict[str, SourceFile]) -> None:
        """Say where articles or sections stand in a folder that does not say what it is."""
        said = {diagnostic.path for diagnostic in self.loaded.diagnostics}
        for folder in sorted({file.folder for file in files.values()} - {f"{PROVISIONS}/{VOCABULARY}"}):
            header = f"{folder}/{_HEADERS[folder.partition('/')[0]]}"
            if header not in files and header not in said:
                problem = os.strerror(errno.ENOENT)
                self.loaded.diagnostics.append(Diagnostic(CODES["unreadable-file"], header, facts={"problem": problem}))

    def _treaties(self) -> dict[str, TreatyBook]:
        books = {}
        articles: dict[str, list[object]] = {}
        for file, article in self.loaded.of_kind(FileKind.ARTICLE):
            articles.setdefault(file.folder, []).append(article)
        for file, instrument in self.loaded.of_kind(FileKind.INSTRUMENT):
            books[file.id] = TreatyBook(instrument, tuple(articles.get(file.folder, ())))  # type: ignore[arg-type]
        return books

    def _statutes(self) -> dict[str, StatuteBook]:
        books = {}
        for file, jurisdiction in self.loaded.of_kind(FileKind.JURISDICTION):
            mine = [(other, value) for other, value in self.loaded.values.items() if other.folder == file.folder]
            mappings: dict[str, dict[str, object]] = {}
            for other, value in mine:
                if other.kind is FileKind.MAPPINGS:
                    of_instrument = mappings.setdefault(other.path.split("/")[3], {})
                    for mapping in value:
                        of_instrument.setdefault(mapping.paragraph, mapping)
            books[file.id] = StatuteBook(
                jurisdiction=jurisdiction,
                laws={other.id: value for other, value in mine if other.kind is FileKind.LAW},
                sections={_local(other): value for other, value in mine if other.kind is FileKind.SECTION},
                mappings=mappings,  # type: ignore[arg-type]
                figures=tuple(
                    figure for other, value in mine if other.kind is FileKind.EVIDENCE for figure in value.evidence
                ),
                unreadable=frozenset(
                    _local(other)
                    for other in self.loaded.failed
                    if other.kind is FileKind.SECTION and other.folder == file.folder
                ),
            )
        return books

    def _check_mappings(self, treaties: dict[str, TreatyBook], statutes: dict[str, StatuteBook]) -> None:
        failed = {file.path for file in self.loaded.failed}
        taken: dict[tuple[str, str], set[str]] = {}
        for file, mappings in self.loaded.of_kind(FileKind.MAPPINGS):
            _, jurisdiction, _, instrument, article = file.path.split("/")
            if instrument not in self.known_instruments:
                facts = {"found": instrument, "allowed": tuple(self.known_instruments)}
                self.loaded.diagnostics.append(Diagnostic(CODES["unknown-id"], file.path, facts=facts))
            treaty, statute = treaties.get(instrument), statutes.get(jurisdiction)
            if treaty is None or statute is None or f"{PROVISIONS}/{instrument}/{article}" in failed:
                continue
            laws = {path.split("/")[2] for path in failed if re.fullmatch(rf"{file.folder}/[^/]+/law.yaml", path)}
            known = {
                "paragraphs": tuple(treaty.by_number),
                "sections": tuple(sorted({*statute.sections, *statute.unreadable})),
                "laws": tuple(sorted({*statute.laws, *laws})),
            }
            self._say(file, of_mappings(mappings, file.id, known, taken.setdefault((jurisdiction, instrument), set())))


def each_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once."""
    seen: dict[object, Diagnostic] = {}
    for diagnostic in diagnostics:
        seen.setdefault((diagnostic.order, str(diagnostic.facts)), diagnostic)
    return list(seen.values())


def _local(file: SourceFile) -> str:
    _, _, law, section = file.path.removesuffix(".yaml").split("/")
    return f"{law}/{section}"


