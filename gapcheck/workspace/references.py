"""What one file says of another: words of the vocabulary, ids of sections and paragraphs, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gapcheck.assess.lexicon import CONDITION, CONDITION_NOT_MET, Lexicon, spelled_out
from gapcheck.assess.reach import NATURE
from gapcheck.model.provisions import Article, Paragraph
from gapcheck.model.vocabulary import ElementKind
from gapcheck.workspace.load import read_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Mapping as MappingOf

    from gapcheck.model.evidence import Evidence
    from gapcheck.model.laws import Jurisdiction, Section
    from gapcheck.model.mappings import Mapping
    from gapcheck.model.vocabulary import Element, Kind
    from gapcheck.source.diagnostics import Diagnostic
    from gapcheck.source.yaml_text import Document, Path
    from gapcheck.workspace.discover import SourceFile

    Numbers = MappingOf[str, "Collection[str] | None"]
    """The articles and paragraphs of instruments by name; None for one that was not read."""


MEASURE = "measure"
"""The element whose terms name figures."""


class Trouble(NamedTuple):
    """What is wrong with a value, before its place in the text is known."""

    code: str
    at: Path
    facts: dict[str, Any]
    defined_in: str = ""
    """The file of the vocabulary in which the word would have to stand."""


def scopes_in(value: Article | Section) -> Iterator[tuple[Path, dict[str, tuple[str, ...]]]]:
    """Yield every scope of an article or a section with its path in the file, as if every list were written as one."""
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
    """Checks the words of files against the vocabulary."""

    def __init__(self, lexicon: Lexicon, kinds: Iterable[str], unreadable: frozenset[str]) -> None:
        """Take the words that there are; those of vocabulary files with errors are not complained about."""
        self.lexicon = lexicon
        self.kinds = tuple(kinds)
        self.unreadable = unreadable
        self.elements = lexicon.space_elements()

    def complaints(self, troubles: Iterable[Trouble]) -> list[Trouble]:
        """Return the troubles that are not merely due to a broken file of the vocabulary."""
        return [trouble for trouble in troubles if trouble.defined_in not in self.unreadable]

    def of_kind(self, name: str, kind: Kind) -> Iterator[Trouble]:
        """Yield what is wrong with what a kind of paragraph demands."""
        at: Path = ("kinds", name)
        yield from self.of_scope((*at, "requires"), kind.requires)
        if kind.lead:
            yield from self.of_element((*at, "lead"), kind.lead)
        for number, element in enumerate(kind.free_choice):
            yield from self.of_element((*at, "free_choice", number), element)

    def of_article(self, article: Article, file: str, taken: dict[str, str]) -> Iterator[Trouble]:
        """Yield what is wrong with an article; `taken` says in which file each paragraph before it stands."""
        numbers = [paragraph.id for paragraph in article.paragraphs]
        for place, paragraph in enumerate(article.paragraphs):
            at: Path = ("paragraphs", place)
            yield from _of_paragraph_id((*at, "id"), paragraph.id, article.article, file, taken)
            if paragraph.kind not in self.kinds:
                yield Trouble("unknown-value", (*at, "kind"), {"found": paragraph.kind, "allowed": self.kinds}, "kinds")
            if paragraph.extends and paragraph.extends not in numbers:
                yield Trouble("unknown-id", (*at, "extends"), {"found": paragraph.extends, "allowed": tuple(numbers)})
            if paragraph.lead:
                yield from self.of_element((*at, "lead"), paragraph.lead)
            for number, threshold in enumerate(paragraph.measures):
                yield from self._of_measure((*at, "measures", number, "measure"), threshold.measure)
            for number, option in enumerate(paragraph.options):
                if option.element:
                    yield from self.of_element((*at, "options", number, "element"), option.element)
        for path, scope in scopes_in(article):
            yield from self.of_scope(path, scope)

    def of_section(self, section: Section) -> Iterator[Trouble]:
        """Yield what is wrong with the words of a section."""
        for path, scope in scopes_in(section):
            yield from self.of_scope(path, scope)
        for place, version in enumerate(section.versions):
            for number, quantity in enumerate(version.measures):
                yield from self._of_measure(("versions", place, "measures", number, "measure"), quantity.measure)
            natures = tuple(self.lexicon.meanings.get(NATURE, (version.nature.value,)))
            if version.nature not in natures:
                at_nature: Path = ("versions", place, "nature")
                facts = {"found": version.nature.value, "allowed": natures, "element": NATURE}
                yield Trouble("unknown-term", at_nature, facts, NATURE)
            for number, name in enumerate(version.unknown):
                if name not in self.lexicon.conditions:
                    at: Path = ("versions", place, "unknown", number)
                    for trouble in self.of_element(at, name, self.lexicon.conditions):
                        yield trouble._replace(defined_in=CONDITION) if CONDITION in self.unreadable else trouble

    def of_deposits(self, jurisdiction: Jurisdiction) -> Iterator[Trouble]:
        """Yield what is wrong with the words of declarations and reservations."""
        for place, record in enumerate(jurisdiction.treaties):
            for number, deposit in enumerate(record.deposits or ()):
                if deposit.scope is not None:
                    yield from self.of_scope(("treaties", place, "deposits", number, "scope"), deposit.scope)

    def of_citations(self, section: Section, sections: Collection[str]) -> Iterator[Trouble]:
        """Yield the sections that versions cite or are defined by and that there are not."""
        for place, version in enumerate(section.versions):
            for field in ("cites", "defined_by"):
                for number, local in enumerate(getattr(version, field)):
                    if local not in sections:
                        facts = {"found": local, "allowed": tuple(sections)}
                        yield Trouble("unknown-id", ("versions", place, field, number), facts)

    def of_rules(
        self, jurisdiction: Jurisdiction, sections: Collection[str], laws: Collection[str]
    ) -> Iterator[Trouble]:
        """Yield the sections and laws that rules name and that there are not."""
        for place, rule in enumerate(jurisdiction.rules):
            at: Path = ("rules", place)
            named: dict[Path, str] = {(*at, "section"): rule.section} if rule.section else {}
            named |= {(*at, "whatever_the_maximum", n): name for n, name in enumerate(rule.whatever_the_maximum)}
            limits = {(*at, "only_for", number): name for number, name in enumerate(rule.only_for)}
            limits |= {(*at, "not_for", number): name for number, name in enumerate(rule.not_for)}
            for known, written in ((sections, named), ((*laws, *sections), limits)):
                for field, name in written.items():
                    if name not in known:
                        yield Trouble("unknown-id", field, {"found": name, "allowed": tuple(known)})

    def _of_measure(self, path: Path, name: str) -> Iterator[Trouble]:
        """Yield what is wrong with the name of a figure: it is a term of the element `measure`."""
        known = tuple(self.lexicon.meanings.get(MEASURE, ()))
        if name not in known:
            yield Trouble("unknown-term", path, {"found": name, "allowed": known, "element": MEASURE}, MEASURE)

    def of_scope(self, path: Path, scope: MappingOf[str, tuple[str, ...]]) -> Iterator[Trouble]:
        """Yield the elements and terms of a scope that mean nothing."""
        for problem in self.lexicon.problems(scope):
            element = str(problem.at[0])
            facts = {"found": problem.found, "allowed": problem.allowed, "element": element}
            defined_in = CONDITION if element == CONDITION_NOT_MET else element
            yield Trouble(problem.code, (*path, *problem.at), facts, defined_in)

    def of_element(self, path: Path, element: str, besides: tuple[str, ...] = ()) -> Iterator[Trouble]:
        """Yield what is wrong with a name that must be an element's, or one of those besides."""
        if element not in self.elements:
            yield Trouble("unknown-element", path, {"found": element, "allowed": (*self.elements, *besides)}, element)


def of_vocabulary(element: Element) -> Iterator[Trouble]:
    """Yield what is wrong between the terms of an element: words that are none of them, and circles."""
    meanings = spelled_out(element)
    known: dict[str, Any] = {"allowed": tuple(element.terms), "element": element.element}
    if element.default and element.kind is not ElementKind.AGE and element.default not in element.terms:
        yield Trouble("unknown-term", ("default",), {"found": element.default, **known})
    for name, term in element.terms.items():
        for number, narrower in enumerate(term.covers):
            at: Path = ("terms", name, "covers", number)
            if narrower not in element.terms:
                yield Trouble("unknown-term", at, {"found": narrower, **known})
            elif name in meanings[narrower]:
                yield Trouble("vocabulary-cycle", at, {"found": narrower, "term": name})


class Known(NamedTuple):
    """The ids that mappings of one jurisdiction to one instrument can name, in the order in which they are listed."""

    paragraphs: Collection[str] | None
    """None where they could not be read."""
    sections: Collection[str]
    laws: Collection[str]
    levels: Collection[str]
    mapped: MappingOf[str, bool]
    """The paragraphs of all instruments that the jurisdiction maps, and whether that rests on another paragraph."""
    unread: Collection[str] = ()
    """The articles, like hanoi:14, whose mappings could not be read."""


def of_mappings(
    file: SourceFile, mappings: tuple[Mapping, ...], known: Known, taken: dict[str, str]
) -> Iterator[Trouble]:
    """Yield what is wrong with the ids in a file of mappings; `taken` says where each paragraph before is mapped."""
    for place, mapping in enumerate(mappings):
        at: Path = (place, "paragraph")
        if known.paragraphs is None or mapping.paragraph in known.paragraphs:
            yield from _of_paragraph_id(at, mapping.paragraph, file.id, file.path, taken)
        else:
            yield Trouble("unknown-id", at, {"found": mapping.paragraph, "allowed": tuple(known.paragraphs)})
        for name, there in (("sections", known.sections), ("incidental", known.sections), ("searched", known.laws)):
            for number, written in enumerate(getattr(mapping, name)):
                if written not in there:
                    yield Trouble("unknown-id", (place, name, number), {"found": written, "allowed": tuple(there)})
        yield from _of_ties(place, mapping, known)


def _of_ties(place: int, mapping: Mapping, known: Known) -> Iterator[Trouble]:
    """Yield what is wrong with what ties a mapping to another level of government or to other paragraphs."""
    if mapping.left_to is not None and mapping.left_to not in known.levels:
        facts = {"found": mapping.left_to, "allowed": tuple(known.levels)}
        yield Trouble("unknown-value", (place, "left_to"), facts)
    for number, written in enumerate(mapping.via):
        if written.partition(".")[0] in known.unread:
            continue
        if written not in known.mapped:
            facts = {"found": written, "allowed": tuple(known.mapped)}
            yield Trouble("unknown-id", (place, "via", number), facts)
        elif known.mapped[written]:
            yield Trouble("via-of-via", (place, "via", number), {"found": written})


def _of_paragraph_id(at: Path, found: str, article: str, file: str, taken: dict[str, str]) -> Iterator[Trouble]:
    """Yield what is wrong with the number of a paragraph in a file about an article, and note where it stands."""
    if found != article and not found.startswith(f"{article}."):
        yield Trouble("id-not-path", at, {"found": found, "expected": f"{article}.…"})
    elif found in taken:
        yield Trouble("duplicate-id", at, {"found": found, "file": taken[found]})
    else:
        taken[found] = file


def of_evidence(file: SourceFile, evidence: Evidence, numbers: Numbers) -> Iterator[Trouble]:
    """Yield the figures that have the id of one before them, and the paragraphs that are none."""
    ids = [figure.id for figure in evidence.evidence]
    for place, figure in enumerate(evidence.evidence):
        if figure.id in ids[:place]:
            yield Trouble("duplicate-id", ("evidence", place, "id"), {"found": figure.id, "file": file.path})
        for number, written in enumerate(figure.paragraphs):
            yield from _of_reference(("evidence", place, "paragraphs", number), written, numbers)


def of_related(article: Article, numbers: Numbers) -> Iterator[Trouble]:
    """Yield the paragraphs of other instruments that an article is said to relate to and that are none."""
    for place, paragraph in enumerate(article.paragraphs):
        for number, related in enumerate(paragraph.related):
            yield from _of_reference(("paragraphs", place, "related", number, "paragraph"), related.paragraph, numbers)


def _of_reference(at: Path, written: str, numbers: Numbers) -> Iterator[Trouble]:
    """Yield what is wrong with the id of an article or paragraph, as far as its instrument was read."""
    instrument, _, wanted = written.partition(":")
    known = numbers.get(instrument, ())
    if known is not None and wanted not in known:
        yield Trouble("unknown-id", at, {"found": written, "allowed": tuple(f"{instrument}:{one}" for one in known)})


def at_places(file: SourceFile, troubles: Iterable[Trouble]) -> list[Diagnostic]:
    """Turn paths into places; the file is read once more only if there is something to say."""
    troubles = list(troubles)
    return placed(read_document(file), troubles) if troubles else []


def placed(document: Document, troubles: Iterable[Trouble]) -> list[Diagnostic]:
    """Turn paths into places of a document."""
    found = []
    for trouble in troubles:
        path = _as_written(document.data, trouble.at)
        on_key = trouble.code == "unknown-element" and trouble.at[-1] == trouble.facts["found"]
        found.append(document.diagnostic(trouble.code, path, on_key=on_key, **trouble.facts))
    return found


def _as_written(data: object, path: Path) -> Path:
    """Return the path as the file has it: one scope or one term may stand without its list."""
    kept: list[str | int] = []
    here: Any = data
    for step in path:
        if isinstance(step, int) and not isinstance(here, list):
            continue
        kept.append(step)
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
    return tuple(kept)
