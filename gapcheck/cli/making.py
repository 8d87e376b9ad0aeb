"""Making files: what is read for them, how far it is, and where they go."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gapcheck import api
from gapcheck.cli.output import is_terminal
from gapcheck.report.made_files import NotOurs, write_made, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from gapcheck.report.messages import Messages


def contents(path: Path) -> bytes:
    """Return the bytes of a file that somebody named."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise api.UnknownNameError("cannot-read", str(path), problem=error.strerror or "") from None


@contextmanager
def progress(messages: Messages) -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is being made; elsewhere say nothing, so that output can be piped."""
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("") as status:
        yield lambda what: status.update(escape(messages.say("report", "making", what=what)))


def write_files(folder: Path, files: Mapping[str, bytes], *, force: bool, whole: str = "") -> None:
    """Write what was made into the folder, all of it or nothing; `whole` names what the files make up together."""
    with _writing(folder):
        try:
            write_made(folder, files, force=force, whole=whole)
        except NotOurs as found:
            raise api.UnknownNameError("not-ours", found.name) from None


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into files of the folder, whatever stood there; files that are not among them stay."""
    with _writing(folder):
        write_whole({folder / name: text.encode() for name, text in texts.items()})


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say so where the folder cannot be written to."""
    try:
        yield
    except OSError as error:
        problem = error.strerror or ""
        raise api.UnknownNameError("cannot-write", str(folder), problem=problem, path=str(folder)) from None
