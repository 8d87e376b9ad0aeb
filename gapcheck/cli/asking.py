"""From what a person types to what is asked of the api."""

from __future__ import annotations

import re
import sys
import unicodedata
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from gapcheck import api
from gapcheck.cli.output import complain, is_terminal, write
from gapcheck.model.reading import Unreadable, iso_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from gapcheck.model.books import Vocabulary
    from gapcheck.report.messages import Messages
    from gapcheck.report.page import Page
    from gapcheck.source.diagnostics import Diagnostic
    from gapcheck.workspace.workspace import Workspace


def day(written: str | None) -> date:
    """Return the day that was asked for, today where none was."""
    if written is None:
        return date.today()
    try:
        return iso_date(written)
    except Unreadable:
        raise api.UnknownNameError("date", written) from None


ALL = "all"
"""What stands for all instruments."""


def by_instrument(wanted: Sequence[str], known: Sequence[str]) -> dict[str, list[str]]:
    """Sort what was asked for by instrument: 14, hanoi:14.1.c, budapest and all alike.

    A word without any figure is the name of an instrument, all of it, as are the names that are known.
    """
    asked: dict[str, list[str]] = {}
    for written in map(composed, wanted):
        before, colon, after = written.partition(":")
        if written.lower() == ALL:
            others = (name for name in known if name != api.DEFAULT_INSTRUMENT)
            asked.update({name: [] for name in (api.DEFAULT_INSTRUMENT, *others)})
        elif written.lower() in known:
            asked.setdefault(written.lower(), [])
        elif colon and after.strip():
            asked.setdefault(before.strip().lower(), []).append(after)
        elif colon:
            asked.setdefault(before.strip().lower(), [])
        elif re.search(r"\d", written):
            asked.setdefault(api.DEFAULT_INSTRUMENT, []).append(written)
        else:
            asked.setdefault(written.strip().lower(), [])
    return asked or {api.DEFAULT_INSTRUMENT: []}


def composed(written: str) -> str:
    """Return what was typed with its letters composed (NFC), as files write them: some systems type Điều in pieces."""
    return unicodedata.normalize("NFC", written).strip()


def warn_about(workspace: Workspace, messages: Messages, folder: Path | None) -> bool:
    """Say what is wrong with the files and what is shadowed; return whether there are errors."""
    if workspace.shadowed and folder is not None:
        paths = ", ".join(workspace.shadowed)
        complain([messages.count("check", "shadowed", len(workspace.shadowed), paths=paths)])
    return show_diagnostics(workspace.diagnostics, messages, workspace.vocabulary)


def show_diagnostics(diagnostics: Sequence[Diagnostic], messages: Messages, vocabulary: Vocabulary) -> bool:
    """Say what is wrong with files; return whether anything is."""
    if not diagnostics:
        return False
    from gapcheck.report.diagnostic_text import diagnostic_lines

    for diagnostic in diagnostics:
        complain(diagnostic_lines(diagnostic, messages.language, vocabulary))
    complain([messages.count("check", "errors", len(diagnostics))])
    return True


@contextmanager
def among_errors(there_are_some: bool) -> Iterator[None]:
    """Let what is not found in files that have errors count as an error of the files: they may be why."""
    try:
        yield
    except api.UnknownNameError as error:
        error.data_has_errors |= there_are_some
        raise


def concerning(diagnostics: Sequence[Diagnostic], data: Workspace, paths: Sequence[Path]) -> list[Diagnostic]:
    """Return the diagnostics of the files below the paths; a path that holds no file of the workspace is refused."""
    kept = set()
    for path in paths:
        wanted = path.resolve()
        inside = {name for name, file in data.files.items() if file.location.resolve().is_relative_to(wanted)}
        if not inside:
            raise api.UnknownNameError("no-file", str(path))
        kept |= inside
    return [diagnostic for diagnostic in diagnostics if diagnostic.path in kept]


def show_page(page: Page, *, plain: bool) -> None:
    """Show a page: drawn for a person at a terminal, plain otherwise."""
    if plain or not is_terminal(sys.stdout):
        from gapcheck.report.plain import page_lines

        write(page_lines(page))
    else:
        from gapcheck.report import terminal

        terminal.show_page(page, sys.stdout)
