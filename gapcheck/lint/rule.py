"""What a rule is, and where its hits point."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gapcheck.source.diagnostics import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gapcheck.lint.setting import Setting


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a file that a rule has something to say about."""

    path: str
    """The file, as the workspace knows it."""
    at: tuple[str | int, ...]
    """The path of the value in the file; an item of a file of mappings is named by its paragraph."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What the message needs to know; `form` chooses among several messages of a rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, the name of the pattern it finds, how much it matters, and the check."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Setting], Iterator[Hit]]

    @property
    def as_code(self) -> Code:
        """The code of its diagnostics."""
        return Code(self.code, self.name, self.severity)
