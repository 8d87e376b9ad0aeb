"""The catalogues of messages as they are written, and what can be wrong with one."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.compile_messages import Catalogue, catalogue_of

LOCALE = Path(__file__).parents[3] / "gapcheck" / "locale"
DOMAINS = ("gapcheck", "diagnostics")


@cache
def catalogue(language: str, domain: str) -> Catalogue:
    return catalogue_of((LOCALE / language / "LC_MESSAGES" / f"{domain}.po").read_bytes())


@cache
def tables(language: str, domain: str = "gapcheck") -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the forms of every message: one, or as many as the language has where the message counts."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for place, forms in messages_of(catalogue(language, domain)).items():
        found.setdefault(place[0], {})[place[1]] = forms
    return found


def texts(language: str, domain: str = "gapcheck") -> Iterator[tuple[str, str, str]]:
    for table, messages in tables(language, domain).items():
        for key, forms in messages.items():
            for form in forms:
                yield table, key, form


def messages_of(source: Catalogue) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in source:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            found[message.context or "", key] = forms
    return found


def placeholders(message: str) -> frozenset[str]:
    """Return the names of the facts; one that begins a sentence may begin with a capital."""
    return frozenset(name.lower() for _, name, _, _ in string.Formatter().parse(message) if name is not None)


def faults(source: Catalogue, model: Catalogue) -> set[tuple[str, str, str]]:
    """Return what keeps a catalogue from saying what its model, the English one, says."""
    said, asked = messages_of(source), messages_of(model)
    found = {(*place, "missing") for place in asked.keys() - said.keys()}
    found |= {(*place, "unknown") for place in said.keys() - asked.keys()}
    found |= {(*place, "empty") for place, forms in said.items() if not all(forms)}
    for message in source:
        if message.id and message.fuzzy:
            found.add((message.context or "", str(message.id), "fuzzy"))
    for place in said.keys() & asked.keys():
        # Each language says an age by the year that it counts from: its own test knows the facts.
        names, wanted = ({placeholders(form) for form in forms} for forms in (said[place], asked[place]))
        if place[0] != "age" and names != wanted and all(said[place]):
            found.add((*place, "placeholders"))
    return found
