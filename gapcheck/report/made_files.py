"""Files that gapcheck makes in a folder: a file that somebody else made or has changed is never written over."""

from __future__ import annotations

import json
import os
import tempfile
from errno import EISDIR
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
    parents = {(folder / name).parent: name for name in files}
    for parent, name in parents.items():
        if not parent.resolve().is_relative_to(folder.resolve()):
            raise NotOurs(name)
    for name in files:
        _refuse_what_is_not_ours(folder / name, name, made.get(name, ""), force=force)
    gone = {name: mark for name, mark in made.items() if whole and _whole_of(mark) == whole and name not in files}
    kept = {name: mark for name, mark in made.items() if name not in gone}
    kept |= {name: f"{_digest(content)} {whole}".rstrip() for name, content in files.items()}
    record = (json.dumps(dict(sorted(kept.items())), indent=1) + "\n").encode()
    write_whole({folder / name: content for name, content in (*sorted(files.items()), (RECORD, record))})
    for name, mark in gone.items():
        _remove(folder, name, _digest_of(mark))


def _refuse_what_is_not_ours(there: Path, name: str, mark: str, *, force: bool) -> None:
    """Refuse a file that somebody else made or changed, and a folder in its place."""
    if there.is_dir() and not there.is_symlink():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(there))
    if not force and there.exists() and _digest_of(mark) != _digest(there.read_bytes()):
        raise NotOurs(name)


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
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {name: mark for name, mark in held.items() if isinstance(mark, str)}


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write each file as a whole; everything is written beside its place first, so that a full disk changes nothing.

    What stands there already is not written again.
    """
    written: dict[Path, Path] = {}
    try:
        for parent in {path.parent for path in files}:
            parent.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            if path.is_file() and path.read_bytes() == content:
                continue
            handle, temporary = tempfile.mkstemp(dir=path.parent)
            written[path] = Path(temporary)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            written[path].chmod(0o644)
        for path, ready in written.items():
            ready.replace(path)
    except BaseException:
        for ready in written.values():
            ready.unlink(missing_ok=True)
        raise
