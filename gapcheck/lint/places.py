"""From the path of a value to its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.source.diagnostics import Span
    from gapcheck.source.yaml_text import Document, Path


def span_at(document: Document, at: Path) -> Span | None:
    """Return where a value stands; where it is not written, the key of the nearest value above it."""
    path = as_written(document.data, at)
    place = document.places.get(path)
    if place is None:
        return None
    return place.value if len(path) == len(at) or not place.key else place.key


def as_written(data: Any, at: Path) -> Path:
    """Return the path as the file has it, as far as it goes.

    One scope or one word may stand without its list; an item of a list of mappings may be named by its paragraph.
    """
    path: list[str | int] = []
    here = data
    for step in at:
        if isinstance(step, int) and not isinstance(here, list):
            continue
