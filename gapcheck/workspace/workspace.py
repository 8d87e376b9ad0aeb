"""The workspace: everything by id, with what is wrong beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import CONDITION, Lexicon
from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary
from gapcheck.workspace.discover import (
    NATIONAL_LAWS,
    PROVISIONS,
    VOCABULARY,
    Discovered,
    FileKind,
    SourceFile,
    discover,
    folders_of,
)
from gapcheck.workspace.load import Loaded, load, overlay
from gapcheck.workspace.references import References, mapping_troubles, vocabulary_troubles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from gapcheck.source.diagnostics import Diagnostic


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
    chosen_treaties = names_below(roots, PROVISIONS) if instruments is None else list(instruments)
    chosen_statutes = names_below(roots, NATIONAL_LAWS) if jurisdictions is None else list(jurisdictions)
    folders = (
        *(f"{PROVISIONS}/{name}" for name in (VOCABULARY, *chosen_treaties)),
        *(f"{NATIONAL_LAWS}/{name}" for name in chosen_statutes),
    )
    found: list[Discovered] = [discover(root, folders) for root in roots]
    files, shadowed = overlay([layer.files for layer in found])
    loaded = load(files, cache_folder)
    loaded.diagnostics += [diagnostic for layer in found for diagnostic in layer.diagnostics]
    return _Gathering(loaded).workspace({file.path: file for file in files}, shadowed)


class _Gathering:
    """Puts what was read together, leaving out files whose words mean nothing."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.vocabulary = _vocabulary(loaded)
        self.lexicon = Lexicon(self.vocabulary)
        broken = {file.id or "kinds" for file in loaded.failed if file.folder == f"{PROVISIONS}/{VOCABULARY}"}
        if CONDITION in broken:
            broken |= {CONDITION, "condition_not_met"}
        self.references = References(loaded, self.vocabulary, self.lexicon, frozenset(broken))
        self.broken_words = bool(broken)

    def workspace(self, files: dict[str, SourceFile], shadowed: list[str]) -> Workspace:
        loaded = self.loaded
        for file, trouble in vocabulary_troubles(loaded):
            loaded.diagnostics += self.references.at_places(file, [trouble])
        for kind in (FileKind.ARTICLE, FileKind.SECTION):
            for file, value in loaded.of_kind(kind):
                problems = self.references.check_words(file, value)
                if problems or (self.broken_words and self._uses_broken_words(value)):
                    loaded.diagnostics += problems
                    loaded.failed.append(file)
                    del loaded.values[file]
        treaties = self._treaties()
        statutes = self._statutes()
        self._check_mappings(treaties, statutes)
        diagnostics = sorted(set_of(loaded.diagnostics), key=lambda diagnostic: diagnostic.order)
        return Workspace(self.vocabulary, self.lexicon, treaties, statutes, diagnostics, files, shadowed)

    def _uses_broken_words(self, value: object) -> bool:
        from gapcheck.workspace.references import scopes_in  # noqa: PLC0415

        return any(True for _, scope in scopes_in(value) for _ in self.lexicon.problems(scope))

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
        failed_articles = {(file.path.split("/")[1], file.id) for file in self.loaded.failed if file.kind is FileKind.ARTICLE}
        for file, mappings in self.loaded.of_kind(FileKind.MAPPINGS):
            _, jurisdiction, _, instrument, _ = file.path.split("/")
            treaty, statute = treaties.get(instrument), statutes.get(jurisdiction)
            if treaty is None or statute is None or (instrument, file.id) in failed_articles:
                continue
            laws = {*statute.laws, *(other.path.split("/")[2] for other in self.loaded.failed if other.kind is FileKind.LAW)}
            sections = {*statute.sections, *statute.unreadable}
            troubles = mapping_troubles(mappings, file.id, treaty.by_number, sorted(sections), sorted(laws))
            self.loaded.diagnostics += self.references.at_places(file, troubles)


def set_of(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once."""
    seen = {}
    for diagnostic in diagnostics:
        seen.setdefault((diagnostic.order, str(diagnostic.facts)), diagnostic)
    return list(seen.values())


def _vocabulary(loaded: Loaded) -> Vocabulary:
    elements = {file.id: element for file, element in loaded.of_kind(FileKind.ELEMENT)}
    kinds = {name: kind for _, value in loaded.of_kind(FileKind.KINDS) for name, kind in value.kinds.items()}
    return Vocabulary(elements, kinds)


def _local(file: SourceFile) -> str:
    _, _, law, section = file.path.removesuffix(".yaml").split("/")
    return f"{law}/{section}"


