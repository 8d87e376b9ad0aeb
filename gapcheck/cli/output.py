"""The way out: streams that can say everything, wherever they lead."""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_DECOMPOSITION = {
    "đ": "d", "Đ": "D", "\u2013": "-", "\u2014": "-", "\u2026": "...", "\u201c": '"', "\u201d": '"', "\u2018": "'",
    "\u2019": "'", "\u2192": "->", "\u00d7": "x",
}  # fmt: skip


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Say a character without its marks where the stream cannot say it: e for \u1ec5 rather than a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    said = []
    for character in error.object[error.start : error.end]:
        base = _NO_DECOMPOSITION.get(character) or unicodedata.normalize("NFD", character)
        said.append(base.encode("ascii", "ignore").decode() or ("" if unicodedata.combining(character) else "?"))
    return "".join(said), error.end


def prepare_streams() -> None:
    """Let the streams write what they can of every text; a character is never a reason to fail."""
    codecs.register_error("gapcheck-plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="gapcheck-plainer")


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody looks at the stream."""
    return stream.isatty()


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output, at once: what cannot be written has to be known before the end."""
    sys.stdout.write(_safe(lines))
    sys.stdout.flush()


def write_json(text: str) -> None:
    """Write JSON, with what the stream cannot say or what could steer a terminal escaped: it stays the same JSON."""
    from gapcheck.report.messages import UNSEEN

    said = text.translate({code: f"\\u{code:04x}" for code in UNSEEN})
    try:
        said.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        said = re.sub(r"[^\x00-\x7f]+", lambda found: json.dumps(found[0])[1:-1], said)
    write([said])


def complain(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.write(_safe(lines))


def let_go(stream: TextIO) -> None:
    """Drop what cannot be written, so that Python has nothing to complain about when it ends."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _safe(lines: Iterable[str]) -> str:
    """Return the lines as one text, without anything that could steer a terminal, wherever it may come from."""
    from gapcheck.report.messages import shown

    return "".join(f"{shown(line)}\n" for line in lines)
