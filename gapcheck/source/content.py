"""The content of a file: only regular files are opened, and no more is read than a law file can hold."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5 * 1024 * 1024
"""In bytes."""


class TooLargeError(OSError):
    """A file is larger than a law file can be."""

    def __init__(self, size: int) -> None:
        """Remember the size in bytes."""
        super().__init__("too large")
        self.size = size


def content_of(location: Path) -> bytes:
    """Return what a file holds; raises OSError where it cannot be read.

    A pipe or a device is not opened: it might never end.
    """
    status = location.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "not a regular file")
    if status.st_size > LARGEST:
        raise TooLargeError(status.st_size)
    return location.read_bytes()
