"""Reading files of expectations: they lie beside the data and are held against it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.expectations import Expectation, Expectations
from gapcheck.source.content import content_of
from gapcheck.source.diagnostics import CODES, Diagnostic
from gapcheck.workspace.references import References, Trouble, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from gapcheck.workspace.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """An expectation, and where it is written."""

    path: str
    line: int
    expectation: Expectation


def read_expectations(
    locations: Iterable[Path], workspace: Workspace
) -> tuple[tuple[Asked, ...], tuple[Diagnostic, ...]]:
    """Return the expectations of the files, and what is wrong with them; a file with errors is left out whole."""
    asked: list[Asked] = []
    wrong: list[Diagnostic] = []
    for location in locations:
        found, diagnostics = _read(location, workspace)
        wrong += diagnostics
        asked += [] if diagnostics else found
    return tuple(asked), tuple(wrong)


def files_of_expectations(paths: Iterable[Path]) -> list[Path]:
    """Return the YAML files at and below the paths, each once, in order."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted((*path.rglob("*.yaml"), *path.rglob("*.yml"))) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)


def _read(location: Path, workspace: Workspace) -> tuple[list[Asked], list[Diagnostic]]:
    from gapcheck.source.bind import bind  # noqa: PLC0415 - only where expectations are read
    from gapcheck.source.yaml_text import read_yaml  # noqa: PLC0415

    path = location.as_posix()
    try:
        document = read_yaml(path, content_of(location))
    except OSError as error:
        problem = error.strerror or os.strerror(error.errno or 0)
        return [], [Diagnostic(CODES["unreadable-file"], path, facts={"problem": problem})]
    file: Expectations | None = None if document.diagnostics else bind(document, Expectations)
    if file is None:
        return [], document.diagnostics
    asked = []
    for number, expectation in enumerate(file.expectations):
        at = ("expectations", number)
        troubles = (trouble._replace(at=(*at, *trouble.at)) for trouble in _troubles(expectation, workspace))
        document.diagnostics += placed(document, troubles)
        asked.append(Asked(path, document.places[at].value.line, expectation))
    return asked, document.diagnostics


def _troubles(expectation: Expectation, workspace: Workspace) -> Iterator[Trouble]:
    """Yield what an expectation names that there is not."""
    yield from _of_paragraph(("paragraph",), expectation.paragraph, workspace)
    if expectation.counterpart:
        yield from _of_paragraph(("counterpart", "paragraph"), expectation.counterpart.paragraph, workspace)
    known = tuple(workspace.statutes)
    if expectation.jurisdiction is not None and expectation.jurisdiction not in known:
        yield Trouble("unknown-id", ("jurisdiction",), {"found": expectation.jurisdiction, "allowed": known})
    if expectation.jurisdiction is not None and expectation.as_of is None:
        yield Trouble("missing-field", (), {"field": "as_of"})
    about_law = expectation.verdict or expectation.in_gap or expectation.not_in_gap or expectation.sections is not None
    has_law = expectation.jurisdiction or expectation.law or expectation.law_limited_to is not None
    if about_law and not has_law:
        yield Trouble("missing-field", (), {"field": "jurisdiction"})
    references = References(workspace.lexicon, workspace.vocabulary.kinds, frozenset())
    for name in ("demands", "does_not_demand", "law", "in_gap", "not_in_gap"):
        for number, scope in enumerate(getattr(expectation, name)):
            yield from references.of_scope((name, number), scope)
    if expectation.law_limited_to is not None:
        yield from references.of_scope(("law_limited_to",), expectation.law_limited_to)
    for number, element in enumerate(expectation.open_on):
        yield from references.of_element(("open_on", number), element)


def _of_paragraph(at: tuple[str, ...], written: str, workspace: Workspace) -> Iterator[Trouble]:
    instrument, _, number = written.partition(":")
    treaty = workspace.treaties.get(instrument)
    known = tuple(f"{instrument}:{each}" for each in treaty.by_number) if treaty else tuple(workspace.treaties)
    if treaty is None or number not in treaty.by_number:
        yield Trouble("unknown-id", at, {"found": written, "allowed": known})
