"""Names of pages: safe in every file system and every link, and never the same for two ids."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST = 80
"""Longer names are cut: some systems take no more than 255 bytes, and paths are short on others."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
"""Names that Windows keeps for devices, whatever comes after a dot: the mark goes before them."""
_PAGE = re.compile(r"|index|.*\.(?:html|js)")
"""No name at all, and those that the pages and scripts of a folder have: the mark goes behind them."""
MARK = "~x"
"""What no name that is spelled out holds: there, after the sign stand two figures of base 16."""


@lru_cache(maxsize=1 << 16)
def safe(name: str) -> str:
    """Return an id as the name of a file or folder: two ids that differ, in capitals only too, get different names.

    >>> safe("15.1"), safe("66AB"), safe("4(a)"), safe("../etc"), safe("con")
    ('15.1', '66_a_b', '4~28a~29', '~2E.~2Fetc', '~xcon')
    """
    spelled = "".join(_spelled(letter) for letter in name)
    if spelled.startswith("."):
        spelled = f"~2E{spelled[1:]}"
    if spelled.endswith("."):
        spelled = f"{spelled[:-1]}~2E"
    if len(spelled) > LONGEST:
        digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        spelled = f"{spelled[: LONGEST // 2]}{MARK}{digest}"
    before, behind = (MARK if rule.fullmatch(spelled) else "" for rule in (_DEVICE, _PAGE))
    return f"{before}{spelled}{behind}"


def _spelled(letter: str) -> str:
    if letter in _PLAIN or letter == ".":
        return letter
    if "A" <= letter <= "Z":
        return f"_{letter.lower()}"
    return "".join(f"~{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))


class Places:
    """Where each page is, from the folder of a language on."""

    HOME, SEARCH = "index.html", "search.html"

    def __init__(self, instruments: Collection[str]) -> None:
        """Take the names of the instruments: a jurisdiction of the same name gets another folder."""
        self._taken = {safe(name) for name in instruments}

    def instrument(self, name: str) -> str:
        """Return the page of an instrument."""
        return f"{safe(name)}/index.html"

    def article(self, instrument: str, number: str) -> str:
        """Return the page of an article."""
        return f"{safe(instrument)}/{safe(number)}.html"

    def paragraph(self, instrument: str, article: str, number: str) -> str:
        """Return the place of a paragraph on the page of its article."""
        return f"{self.article(instrument, article)}#{safe(number)}"

    def jurisdiction(self, code: str) -> str:
        """Return the page of a jurisdiction."""
        return f"{self._folder(code)}/index.html"

    def findings(self, code: str, instrument: str) -> str:
        """Return the page with all findings on a jurisdiction against an instrument."""
        return f"{self._folder(code)}/{safe(instrument)}.html"

    def law(self, code: str, law: str) -> str:
        """Return the page of a law."""
        return f"{self._folder(code)}/{safe(law)}/index.html"

    def section(self, code: str, law: str, section: str) -> str:
        """Return the page of a section."""
        return f"{self._folder(code)}/{safe(law)}/{safe(section)}.html"

    def _folder(self, code: str) -> str:
        name = safe(code)
        return f"{name}{MARK}law" if name in self._taken else name
