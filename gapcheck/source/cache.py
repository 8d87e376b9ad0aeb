"""The parse cache: what was read from files, so that unchanged files are not read again.

One file for each folder of the workspace, holding for each of its files the digest of the content it was made from. It
depends on the program too: another version of the types or of the reader has another cache. A cache that is damaged,
cannot be written or was changed by another process is ignored and made anew: it can cost time, never a right answer.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from gapcheck import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"gapcheck parse cache 1\n"
_SIZE = 16


def digest(content: bytes) -> bytes:
    """Return the digest by which content is recognised (BLAKE2b, RFC 7693)."""
    return blake2b(content, digest_size=_SIZE).digest()


@cache
def program_digest() -> bytes:
    """Return a digest of what decides how a file is read: the version, the types, the reader, the meaning of paths."""
    package = Path(__file__).parent.parent
    made_of = blake2b(__version__.encode(), digest_size=_SIZE)
    for folder in ("model", "source", "workspace"):
        for source in sorted((package / folder).glob("*.py")):
            made_of.update(f"{folder}/{source.name}\n".encode())
            made_of.update(digest(source.read_bytes()))
    return made_of.digest()


def fingerprint_of(digests: Mapping[str, bytes]) -> bytes:
    """Return a digest of files, given theirs by path, and of the whole program: its modules and its messages."""
    made_of = blake2b(__version__.encode(), digest_size=_SIZE)
    package = Path(__file__).parent.parent
    for source in sorted((*package.glob("*.py"), *package.glob("*/*.py"), *package.glob("locale/*/*/*.mo"))):
        made_of.update(f"{source.relative_to(package).as_posix()}\n".encode())
        made_of.update(digest(source.read_bytes()))
    for path, content_digest in sorted(digests.items()):
        made_of.update(f"{path}\n".encode("utf-8", "surrogateescape"))
        made_of.update(content_digest)
    return made_of.digest()


def default_folder() -> Path:
    """Return the user's cache folder for gapcheck (GAPCHECK_CACHE_DIR, else what the system says)."""
    if chosen := os.environ.get("GAPCHECK_CACHE_DIR"):
        return Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where a cache is used

    return user_cache_path("gapcheck", appauthor=False)


class Shelf:
    """A shelf of the cache: the files of one folder of a workspace, or what was found with one state of the files."""

    def __init__(self, folder: Path | None, name: str) -> None:
        """Open the shelf called `name` in the cache folder; without a folder it is always empty and never kept."""
        self._path = None
        self._entries: dict[str, tuple[bytes, msgspec.Raw]] = {}
        self._changed = False
        if folder is not None:
            key = blake2b(program_digest() + name.encode("utf-8", "surrogateescape"), digest_size=_SIZE)
            self._path = folder / f"{key.hexdigest()}.shelf"
            self._entries = _read(self._path)

    def get(self, path: str, content_digest: bytes, shape: Any) -> Any:
        """Return what was read from a file with this content, or None."""
        entry = self._entries.get(path)
        if entry is None or entry[0] != content_digest:
            return None
        try:
            return _decoder(shape).decode(entry[1])
        except (msgspec.MsgspecError, ValueError, TypeError):
            return None

    def put(self, path: str, content_digest: bytes, value: Any) -> None:
        """Remember what was read from a file with this content."""
        self._entries[path] = (content_digest, msgspec.Raw(msgspec.msgpack.encode(value)))
        self._changed = True

    def made_from(self, content_digest: bytes) -> set[str]:
        """Return the names of the entries that were made from this content."""
        return {name for name, (made_from, _) in self._entries.items() if made_from == content_digest}

    def keep(self, paths: set[str]) -> None:
        """Write the shelf if it changed, without files that are gone. Failing to write is no failure."""
        gone = self._entries.keys() - paths
        if self._path is None or not (self._changed or gone):
            return
        for path in gone:
            del self._entries[path]
        payload = msgspec.msgpack.encode(self._entries)
        with suppress(OSError):
            _write(self._path, MAGIC + digest(payload) + payload)


@cache
def _decoder(shape: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(shape)


def _read(path: Path) -> dict[str, tuple[bytes, msgspec.Raw]]:
    try:
        stored = path.read_bytes()
    except OSError:
        return {}
    head, payload = stored[: len(MAGIC) + _SIZE], stored[len(MAGIC) + _SIZE :]
    if head != MAGIC + digest(payload):
        return {}
    try:
        return msgspec.msgpack.decode(payload, type=dict[str, tuple[bytes, msgspec.Raw]])
    except msgspec.MsgspecError:
        return {}


def _write(path: Path, content: bytes) -> None:
    """Replace the file as a whole, so that another process sees the old shelf or the new one."""
    import tempfile  # noqa: PLC0415 - only where something is written

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".shelf-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, path)  # noqa: PTH105 - the temporary name is a string
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
