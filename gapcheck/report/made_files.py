"""Files that gapcheck makes in a folder: a file that somebody else made or has changed is never written over."""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = ".gapcheck-made.json"
"""Names and digests of the files that were made in the folder: how they are known again."""


class NotOurs(OSError):  # noqa: N818 - it reads as a sentence
    """A file stands there that was not made by gapcheck, or was changed since."""

    def __init__(self, name: str) -> None:
        """Remember which."""
        super().__init__(name)
        self.name = name


def write_made(folder: Path, texts: Mapping[str, str], *, force: bool = False) -> None:
    """Write the files into the folder, all of them or none; each as a whole, with the line ends of the text."""
    folder.mkdir(parents=True, exist_ok=True)
    made = _record(folder)
    for name in texts:
        there = folder / name
        if there.exists() and not force and made.get(name) != _digest(there.read_bytes()):
            raise NotOurs(name)
    for name, text in sorted(texts.items()):
        content = text.encode("utf-8")
        _write(folder / name, content)
        made[name] = _digest(content)
    _write(folder / RECORD, (json.dumps(dict(sorted(made.items())), indent=1) + "\n").encode())


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _record(folder: Path) -> dict[str, str]:
    try:
        held = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _write(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
