"""What one file says of another: words of the vocabulary, ids of sections and paragraphs, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gapcheck.assess.lexicon import CONDITION, Lexicon, spelled_out
from gapcheck.model.provisions import Article, Paragraph
from gapcheck.workspace.discover import FileKind, SourceFile
from gapcheck.workspace.load import Loaded, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.model.books import Vocabulary
    from gapcheck.model.mappings import Mapping
    from gapcheck.source.diagnostics import Diagnostic
    from gapcheck.source.yaml_text import Path

Trouble = tuple[str, "Path", dict[str, Any]]
"""The name of a code, the path in the file, and the facts."""


def scopes_in(value: Any) -> Iterator[tuple[Path, dict[str, tuple[str, ...]]]]:
    """Yield every scope of an article or a section with its path in the file."""
    if isinstance(value, Article):
        for number, paragraph in enumerate(value.paragraphs):
            for path, scope in _scopes_of_paragraph(paragraph):
                yield ("paragraphs", number, *path), scope
    else:
        for number, version in enumerate(value.versions):
            for name in ("reaches", "excludes"):
                for limb, scope in enumerate(getattr(version, name)):
                    yield ("versions", number, name, limb), scope


def _scopes_of_paragraph(paragraph: Paragraph) -> Iterator[tuple[Path, dict[str, tuple[str, ...]]]]:
    for limb, scope in enumerate(paragraph.requires or ()):
        yield ("requires", limb), scope
    for number, option in enumerate(paragraph.options):
        for name in ("scope", "instead"):
            if (scope := getattr(option, name)) is not None:
                yield ("options", number, name), scope
        if option.condition:
            yield ("options", number), {CONDITION: option.condition}
    for number, contested in enumerate(paragraph.contested):
        if contested.scope is not None:
            yield ("contested", number, "scope"), contested.scope
        if contested.condition:
            yield ("contested", number), {CONDITION: contested.condition}


class References:
    """Checks files against the rest of the workspace."""

    def __init__(self, loaded: Loaded, vocabulary: Vocabulary, lexicon: Lexicon, unreadable_words: frozenset[str]) -> None:
        """Take what was read; words of vocabulary files that have errors are not complained about."""
        self.loaded = loaded
        self.vocabulary = vocabulary
        self.lexicon = lexicon
        self.unreadable_words = unreadable_words

    def check_words(self, file: SourceFile, value: Any) -> list[Diagnostic]:
        """Return what is wrong with the words in an article or a section."""
        troubles = list(self._scope_troubles(value))
        troubles += self._article_troubles(value) if isinstance(value, Article) else self._section_troubles(value)
        return self.at_places(file, troubles)

    def at_places(self, file: SourceFile, troubles: Iterable[Trouble]) -> list[Diagnostic]:
        """Turn paths into places; the file is read once more only if there is something to say."""
        troubles = list(troubles)
        if not troubles:
            return []
        document = read_document(file)
        found = []
        for code, path, facts in troubles:
            on_key = code == "unknown-element"
            found.append(document.diagnostic(code, _as_written(document.data, path), on_key=on_key, **facts))
        return found

    def _scope_troubles(self, value: Any) -> Iterator[Trouble]:
        for path, scope in scopes_in(value):
            for problem in self.lexicon.problems(scope):
                if problem.at[0] not in self.unreadable_words:
                    yield problem.code, (*path, *problem.at), {"found": problem.found, "allowed": problem.allowed, "element": problem.at[0]}

    def _article_troubles(self, article: Article) -> Iterator[Trouble]:
        kinds = tuple(self.vocabulary.kinds)
        elements = self.lexicon.space_elements()
        numbers = [paragraph.id for paragraph in article.paragraphs]
        for place, paragraph in enumerate(article.paragraphs):
            at: Path = ("paragraphs", place)
            if paragraph.kind not in kinds and "kinds" not in self.unreadable_words:
                yield "unknown-value", (*at, "kind"), {"found": paragraph.kind, "allowed": kinds}
            if paragraph.lead and paragraph.lead not in elements:
                yield "unknown-element", (*at, "lead"), {"found": paragraph.lead, "allowed": elements}
            if paragraph.id in numbers[:place]:
                yield "duplicate-id", (*at, "id"), {"found": paragraph.id}
            if paragraph.id != article.article and not paragraph.id.startswith(article.article + "."):
                yield "id-not-path", (*at, "id"), {"found": paragraph.id, "expected": f"{article.article}.…"}
            if paragraph.extends and paragraph.extends not in numbers:
                yield "unknown-id", (*at, "extends"), {"found": paragraph.extends, "allowed": tuple(numbers)}
            for number, option in enumerate(paragraph.options):
                if option.element and option.element not in elements:
                    yield "unknown-element", (*at, "options", number, "element"), {"found": option.element, "allowed": elements}

    def _section_troubles(self, section: Any) -> Iterator[Trouble]:
        known = (*self.lexicon.space_elements(), *self.lexicon.conditions)
        for place, version in enumerate(section.versions):
            for number, element in enumerate(version.unknown):
                if element not in known:
                    yield "unknown-element", ("versions", place, "unknown", number), {"found": element, "allowed": known}


def mapping_troubles(
    mappings: tuple[Mapping, ...], article: str, paragraphs: Iterable[str], sections: Iterable[str], laws: Iterable[str]
) -> Iterator[Trouble]:
    """Yield the ids in a file of mappings that nothing answers to."""
    paragraphs, sections, laws = tuple(paragraphs), tuple(sections), tuple(laws)
    known_paragraphs, known_sections, known_laws = set(paragraphs), set(sections), set(laws)
    seen: set[str] = set()
    for place, mapping in enumerate(mappings):
        if mapping.paragraph not in known_paragraphs:
            yield "unknown-id", (place, "paragraph"), {"found": mapping.paragraph, "allowed": paragraphs}
        elif mapping.paragraph != article and not mapping.paragraph.startswith(article + "."):
            yield "id-not-path", (place, "paragraph"), {"found": mapping.paragraph, "expected": f"{article}.…"}
        if mapping.paragraph in seen:
            yield "duplicate-id", (place, "paragraph"), {"found": mapping.paragraph}
        seen.add(mapping.paragraph)
        for name in ("sections", "incidental"):
            for number, section in enumerate(getattr(mapping, name)):
                if section not in known_sections:
                    yield "unknown-id", (place, name, number), {"found": section, "allowed": sections}
        for number, law in enumerate(mapping.searched):
            if law not in known_laws:
                yield "unknown-id", (place, "searched", number), {"found": law, "allowed": laws}


def vocabulary_troubles(loaded: Loaded) -> Iterator[tuple[SourceFile, Trouble]]:
    """Yield what is wrong between the terms of an element: unknown narrower terms and circles."""
    for file, element in loaded.of_kind(FileKind.ELEMENT):
        meanings = spelled_out(element)
        for name, term in element.terms.items():
            for number, narrower in enumerate(term.covers):
                at: Path = ("terms", name, "covers", number)
                if narrower not in element.terms:
                    yield file, ("unknown-term", at, {"found": narrower, "allowed": tuple(element.terms), "element": element.element})
                elif name in meanings[narrower]:
                    yield file, ("vocabulary-cycle", at, {"found": narrower, "term": name})


def _as_written(data: Any, path: Path) -> Path:
    """Return the path as the file has it: one scope or one term may stand without its list."""
    kept: list[str | int] = []
    here = data
    for step in path:
        if isinstance(step, int) and not isinstance(here, list):
            continue
        kept.append(step)
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
    return tuple(kept)
