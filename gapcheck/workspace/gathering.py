"""Putting together what was read: the books of each side, and what one file says of another."""

from __future__ import annotations

import errno
import os
from functools import cached_property
from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import Lexicon
from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary
from gapcheck.source.diagnostics import CODES, Diagnostic
from gapcheck.workspace.discover import NATIONAL_LAWS, PROVISIONS, VOCABULARY, WORLD, FileKind, SourceFile
from gapcheck.workspace.references import (
    Known,
    References,
    Trouble,
    at_places,
    of_evidence,
    of_mappings,
    of_related,
    of_vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.model.evidence import Figure
    from gapcheck.model.mappings import Mapping
    from gapcheck.model.provisions import Article
    from gapcheck.workspace.load import Loaded

KINDS = "kinds"
_HEADERS = {PROVISIONS: "instrument.yaml", NATIONAL_LAWS: "jurisdiction.yaml"}
_WITHOUT_HEADER = {f"{NATIONAL_LAWS}/{WORLD}/evidence.yaml"}
"""What may stand in a folder that does not say what it is."""


class Gathering:
    """Puts what was read together; once checked, without the files whose words mean nothing."""

    def __init__(self, loaded: Loaded, known_instruments: Sequence[str]) -> None:
        """Take what was read, and the names of the instruments that there are, read or not."""
        self.loaded = loaded
        self.known_instruments = known_instruments
        elements = {file.id: element for file, element in loaded.of_kind(FileKind.ELEMENT)}
        self.kinds = {name: kind for _, value in loaded.of_kind(FileKind.KINDS) for name, kind in value.kinds.items()}
        self.vocabulary = Vocabulary(elements, self.kinds)
        self.lexicon = Lexicon(self.vocabulary)
        self.unreadable = {file.id or KINDS for file in loaded.failed if file.folder == f"{PROVISIONS}/{VOCABULARY}"}

    def check(self, paths: set[str]) -> list[Diagnostic]:
        """Return everything that is wrong, in the order of the files; `paths` are those of all that were found."""
        self._check_vocabulary()
        self._check_words()
        self._check_headers(paths)
        self._check_references()
        self._check_mappings()
        return sorted(each_once(self.loaded.diagnostics), key=lambda diagnostic: diagnostic.order)

    @cached_property
    def treaties(self) -> dict[str, TreatyBook]:
        """The instruments."""
        articles: dict[str, list[Article]] = {}
        for file, article in self.loaded.of_kind(FileKind.ARTICLE):
            articles.setdefault(file.folder, []).append(article)
        return {
            file.id: TreatyBook(instrument, tuple(articles.get(file.folder, ())))
            for file, instrument in self.loaded.of_kind(FileKind.INSTRUMENT)
        }

    @cached_property
    def statutes(self) -> dict[str, StatuteBook]:
        """The jurisdictions."""
        books = {}
        world = self._figures(f"{NATIONAL_LAWS}/{WORLD}")
        for file, jurisdiction in self.loaded.of_kind(FileKind.JURISDICTION):
            mine = [(other, value) for other, value in self.loaded.values.items() if other.folder == file.folder]
            books[file.id] = StatuteBook(
                jurisdiction=jurisdiction,
                laws={other.id: value for other, value in mine if other.kind is FileKind.LAW},
                sections={_local(other): value for other, value in mine if other.kind is FileKind.SECTION},
                mappings=_by_paragraph((other, value) for other, value in mine if other.kind is FileKind.MAPPINGS),
                figures=self._figures(file.folder),
                world_figures=world,
                unreadable=frozenset(_local(other) for other in self._failed(FileKind.SECTION, file.folder)),
            )
        return books

    def _figures(self, folder: str) -> tuple[Figure, ...]:
        evidence = self.loaded.of_kind(FileKind.EVIDENCE)
        return tuple(figure for file, value in evidence if file.folder == folder for figure in value.evidence)

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
        taken: dict[str, dict[str, str]] = {}
        for file, value in [*self.loaded.of_kind(FileKind.ARTICLE), *self.loaded.of_kind(FileKind.SECTION)]:
            if file.kind is FileKind.ARTICLE:
                troubles = list(references.of_article(value, file.path, taken.setdefault(file.folder, {})))
            else:
                troubles = list(references.of_section(value))
            if troubles:
                self._say(file, references.complaints(troubles))
                self.loaded.failed.append(file)
                del self.loaded.values[file]
        for file, value in self.loaded.of_kind(FileKind.JURISDICTION):
            self._say(file, references.of_deposits(value))

    def _check_references(self) -> None:
        """Say which ids of articles and paragraphs are none; what was not read is not held against anything."""
        references = self._references()
        failed = {file.folder.partition("/")[2] for file in self.loaded.failed}
        numbers = {
            name: None if treaty is None or name in failed else _numbers(treaty)
            for name in self.known_instruments
            for treaty in (self.treaties.get(name),)
        }
        for file, value in self.loaded.of_kind(FileKind.EVIDENCE):
            self._say(file, of_evidence(file, value, numbers))
        for file, value in self.loaded.of_kind(FileKind.ARTICLE):
            self._say(file, of_related(value, numbers))
        for file, value in self.loaded.of_kind(FileKind.JURISDICTION):
            self._say(file, references.of_rules(value, *self._names[file.id]))
        for file, value in self.loaded.of_kind(FileKind.SECTION):
            names = self._names.get(file.folder.partition("/")[2])
            if names:
                self._say(file, references.of_citations(value, names[0]))

    def _check_headers(self, paths: set[str]) -> None:
        """Say where articles or sections stand in a folder that does not say what it is."""
        said = {diagnostic.path for diagnostic in self.loaded.diagnostics}
        parts = (path.split("/") for path in paths if path not in _WITHOUT_HEADER)
        headers = {f"{parent}/{name}/{_HEADERS[parent]}" for parent, name, *_ in parts}
        for header in headers - {f"{PROVISIONS}/{VOCABULARY}/{_HEADERS[PROVISIONS]}"}:
            if header not in paths and header not in said:
                problem = os.strerror(errno.ENOENT)
                self.loaded.diagnostics.append(Diagnostic(CODES["unreadable-file"], header, facts={"problem": problem}))

    def _check_mappings(self) -> None:
        """Say which ids in mappings are none, and which instruments; what was not read is not held against anything."""
        failed = {file.path for file in self.loaded.failed}
        mapped = {name: _mapped(statute) for name, statute in self.statutes.items()}
        taken: dict[tuple[str, str], dict[str, str]] = {}
        for file, mappings in self.loaded.of_kind(FileKind.MAPPINGS):
            _, jurisdiction, _, instrument, article = file.path.split("/")
            if instrument not in self.known_instruments:
                facts = {"found": instrument, "allowed": tuple(self.known_instruments)}
                self.loaded.diagnostics.append(Diagnostic(CODES["unknown-id"], file.path, facts=facts))
            if jurisdiction in self._names:
                treaty = self.treaties.get(instrument)
                is_read = f"{PROVISIONS}/{instrument}/{article}" not in failed
                known = Known(
                    treaty.by_number if treaty and is_read else None,
                    *self._names[jurisdiction],
                    self.statutes[jurisdiction].jurisdiction.levels,
                    mapped[jurisdiction],
                    self._unread_mappings(jurisdiction),
                )
                self._say(file, of_mappings(file, mappings, known, taken.setdefault((jurisdiction, instrument), {})))

    def _unread_mappings(self, jurisdiction: str) -> set[str]:
        """Return the articles whose mappings could not be read, like hanoi:14."""
        files = self._failed(FileKind.MAPPINGS, f"{NATIONAL_LAWS}/{jurisdiction}")
        return {f"{file.path.split('/')[3]}:{file.id}" for file in files}

    @cached_property
    def _names(self) -> dict[str, tuple[dict[str, None], dict[str, None]]]:
        """The sections and the laws of each jurisdiction, with those that could not be read."""
        found = {}
        for name, statute in self.statutes.items():
            failed = (file.id for file in self._failed(FileKind.LAW, f"{NATIONAL_LAWS}/{name}"))
            sections = dict.fromkeys(sorted({*statute.sections, *statute.unreadable}))
            found[name] = (sections, dict.fromkeys(sorted({*statute.laws, *failed})))
        return found

    def _failed(self, kind: FileKind, folder: str) -> list[SourceFile]:
        return [file for file in self.loaded.failed if file.kind is kind and file.folder == folder]


def each_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once."""
    seen: dict[object, Diagnostic] = {}
    for diagnostic in diagnostics:
        seen.setdefault((diagnostic.order, str(diagnostic.facts)), diagnostic)
    return list(seen.values())


def _numbers(treaty: TreatyBook) -> dict[str, None]:
    """Return the articles and paragraphs of an instrument."""
    return dict.fromkeys((*(article.article for article in treaty.articles), *treaty.by_number))


def _mapped(statute: StatuteBook) -> dict[str, bool]:
    """Return the paragraphs that a jurisdiction maps, and whether that rests on another paragraph."""
    return {
        f"{instrument}:{number}": bool(mapping.via)
        for instrument, mappings in statute.mappings.items()
        for number, mapping in mappings.items()
    }


def _by_paragraph(files: Iterable[tuple[SourceFile, Iterable[Mapping]]]) -> dict[str, dict[str, Mapping]]:
    """Return mappings by instrument and paragraph; of two for one paragraph the first counts."""
    found: dict[str, dict[str, Mapping]] = {}
    for file, mappings in files:
        of_instrument = found.setdefault(file.path.split("/")[3], {})
        for mapping in mappings:
            of_instrument.setdefault(mapping.paragraph, mapping)
    return found


def _local(file: SourceFile) -> str:
    _, _, law, section = file.path.removesuffix(".yaml").split("/")
    return f"{law}/{section}"
