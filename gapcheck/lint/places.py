"""From the path of a value to its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.source.diagnostics import Span
    from gapcheck.source.yaml_text import Document, Path


def span_at(document: Document, at: Path) -> Span | None:
    """Return where a value stands or, where it is not written, the key of the nearest value above it.

    The file as a whole has no place: nothing in it is meant more than anything else.
    """
    path, is_written = _as_written(document.data, at)
    place = document.places.get(path)
    if place is None or not path:
        return None
    return place.value if is_written or place.key is None else place.key


def _as_written(data: Any, at: Path) -> tuple[Path, bool]:  # noqa: ANN401 - what a file holds has no type
    """Return the path as far as the file has it, and whether it has all of it.

    One scope or one word may stand without its list; an item of a file of mappings is named by its paragraph.
    """
    path: list[str | int] = []
    here = data
    for asked in at:
        step = _place_of(here, asked) if isinstance(here, list) and isinstance(asked, str) else asked
        if isinstance(step, int) and not isinstance(here, list):
            continue
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return tuple(path), False
        path.append(step)
    return tuple(path), True


def _place_of(items: list[Any], paragraph: str) -> int:
    """Return the place of the item about a paragraph, or one past the end."""
    named = (item.get("paragraph") if isinstance(item, dict) else None for item in items)
    return next((place for place, name in enumerate(named) if name == paragraph), len(items))
