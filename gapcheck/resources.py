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


def catalogue(language: str, domain: str) -> Path:
    """Return the file with the messages of a language, as it is compiled from the `.po` beside it."""
    return locale_folder() / language / "LC_MESSAGES" / f"{domain}.mo"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have messages: English first, since all else falls back on it."""
    codes = {folder.name for folder in locale_folder().iterdir() if catalogue(folder.name, "gapcheck").is_file()}
    return "en", *sorted(codes - {"en"})
