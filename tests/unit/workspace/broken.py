"""One thing that is wrong in the tiny workspace, and what is said of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from gapcheck.workspace.workspace import Workspace
from tests.unit.workspace.tiny import FILES, Tiny, said


class Broken(NamedTuple):
    """A change of one file, and the one diagnostic that it gives."""

    what: str
    path: str
    old: str
    new: str
    code: str
    at: str
    excerpt: str
    facts: dict[str, Any]

    def breaks(self, tiny: Tiny) -> Workspace:
        """Break the workspace; the one diagnostic is as it should be."""
        tiny.replace(self.path, self.old, self.new)
        workspace = tiny.open()
        assert said(workspace.diagnostics) == [(self.code, self.path, self.at)]
        assert workspace.diagnostics[0].excerpt == self.excerpt
        assert workspace.diagnostics[0].facts.items() >= self.facts.items()
        return workspace


def ids(broken: Broken) -> str:
    return broken.what


def unheld_without(path: str) -> set[str]:
    """Return the files that have no place in a workspace without a file: those below an instrument or jurisdiction."""
    folder, _, name = path.rpartition("/")
    if name in {"instrument.yaml", "jurisdiction.yaml"}:
        return {other for other in FILES if other.startswith(f"{folder}/")}
    return {path}
