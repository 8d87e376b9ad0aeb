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


def write_made(folder: Path, files: Mapping[str, bytes], *, force: bool = False, whole: str = "") -> None:
    """Write the files into the folder, all of them or none; each as a whole. Names may lead into folders below it.

    `whole` names what they make up together, like a site: files that were made for it before and are no longer among
    them are removed, unless somebody changed them. Everything else in the folder stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = _record(folder)
    for name in files:
        there = folder / name
        if there.exists() and not force and _digest_of(made.get(name, "")) != _digest(there.read_bytes()):
            raise NotOurs(name)
    for name, content in sorted(files.items()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _write(folder / name, content)
    gone = [name for name, mark in made.items() if whole and _whole_of(mark) == whole and name not in files]
    for name in gone:
        _remove(folder, name, _digest_of(made.pop(name)))
    made.update({name: f"{_digest(content)} {whole}".rstrip() for name, content in files.items()})
    _write(folder / RECORD, (json.dumps(dict(sorted(made.items())), indent=1) + "\n").encode())


def _remove(folder: Path, name: str, digest: str) -> None:
    """Remove a file that is still as it was made, and the folders below `folder` that are then empty."""
    path = folder / name
    try:
        # A record is a file like any other: somebody may have put names into it that lead elsewhere.
        is_inside = path.resolve().is_relative_to(folder.resolve()) and not path.is_symlink()
        if not is_inside or _digest(path.read_bytes()) != digest:
            return
        path.unlink()
        for above in path.relative_to(folder).parents[:-1]:
            (folder / above).rmdir()
    except (OSError, ValueError):
        return  # it is gone already, something else is in its folder, or no file can be called that


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _digest_of(mark: str) -> str:
    return mark.partition(" ")[0]


def _whole_of(mark: str) -> str:
    return mark.partition(" ")[2]


def _record(folder: Path) -> dict[str, str]:
    """Return what the record says of each file: its digest, and after a space the whole that it is part of."""
    try:
        held = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {name: mark for name, mark in held.items() if isinstance(mark, str)}


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
