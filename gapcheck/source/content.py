"""The content of a file: only regular files are opened, and no more is read than a law file can hold."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5 * 1024 * 1024
"""In bytes."""


def content_of(location: Path) -> bytes:
    """Return what a file holds, at most one byte more than the largest file; raises OSError where it cannot be read.

    A pipe or a device is not opened: it might never end.
    """
    if not stat.S_ISREG(location.stat().st_mode):
        raise OSError(0, "not a regular file")
    with location.open("rb") as file:
        return file.read(LARGEST + 1)
