"""What the docstring of a rule says: its definition, the reason for it, files that pass and files that fail."""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gapcheck.lint.rule import Rule

_HEAD = re.compile(r"(?P<code>GC\d+) (?P<name>[a-z-]+): (?P<definition>.+)")
_BLOCK = re.compile(r"^(PASS|FAIL(?: \d+)?)$", re.MULTILINE)
_PATH = re.compile(r"^# ((?:provisions|national_laws)/\S+\.yaml)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One or more files, and how many hits the rule has in them."""

    hits: int
    text: str
    """The files, each after a comment with its path."""

    def files(self) -> dict[str, str]:
        """Return the text of each file by its path."""
        _, *parts = _PATH.split(self.text)
        return dict(zip(parts[::2], parts[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class RulePage:
    """The page of a rule."""

    code: str
    name: str
    definition: str
    reason: str
    examples: tuple[Example, ...]


def page_of(rule: Rule) -> RulePage:
    """Return the page that the docstring of the rule's module holds."""
    text = inspect.cleandoc(sys.modules[rule.check.__module__].__doc__ or "")
    prose, *parts = _BLOCK.split(text)
    head, _, reason = prose.partition("\n")
    said = _HEAD.fullmatch(head)
    if said is None:
        message = f"{rule.check.__module__} does not begin with a code, a name and a definition"
        raise ValueError(message)
    examples = tuple(_example(label, body) for label, body in zip(parts[::2], parts[1::2], strict=True))
    return RulePage(**said.groupdict(), reason=" ".join(reason.split()), examples=examples)


def _example(label: str, body: str) -> Example:
    word, _, count = label.partition(" ")
    return Example(int(count or 1) if word == "FAIL" else 0, dedent(body).strip("\n") + "\n")
