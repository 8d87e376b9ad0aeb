"""Where the data and words that come with gapcheck are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

DEFAULT_INSTRUMENT = "hanoi"
"""The instrument that is meant where none is named."""

_PACKAGE = Path(__file__).parent


def bundled_root() -> Path:
    """Return the folder that holds the bundled `provisions` and `national_laws`; it is never written to."""
    inside = _PACKAGE / "_bundled"
    return inside if inside.is_dir() else _PACKAGE.parent


def locale_folder() -> Path:
    """Return the folder with the messages of each language."""
    return _PACKAGE / "locale"
