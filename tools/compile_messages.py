"""Compile the catalogues of gapcheck/locale: python tools/compile_messages.py.

The same catalogue makes the same bytes on every run.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALE = Path(__file__).parent.parent / "gapcheck" / "locale"
NEEDED = ("Language", "Content-Type", "Plural-Forms")


class Catalogue(Catalog):
    """A catalogue whose header holds only what a reader needs: no day, no name, no version of a tool."""

    def __iter__(self) -> Iterator[Message]:
        _, *messages = super().__iter__()
        yield Message("", "".join(f"{name}: {value}\n" for name, value in self.mime_headers if name in NEEDED))
        yield from messages


def catalogue_of(source: bytes) -> Catalogue:
    """Return what a catalogue says, in the order of its file."""
    catalogue = Catalogue()
    PoFileParser(catalogue, abort_invalid=True).parse(BytesIO(source))
    return catalogue


def compiled(source: bytes) -> bytes:
    """Return a catalogue in the form that programs read."""
    file = BytesIO()
    write_mo(file, catalogue_of(source))
    return file.getvalue()


if __name__ == "__main__":
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))
