"""The workspace: everything by id, with what is wrong beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.source.cache import fingerprint_of
from gapcheck.workspace.discover import NATIONAL_LAWS, PROVISIONS, VOCABULARY, WORLD, discover, folders_of
from gapcheck.workspace.gathering import Gathering
from gapcheck.workspace.load import load, overlay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary
    from gapcheck.source.diagnostics import Diagnostic
    from gapcheck.workspace.discover import SourceFile


@dataclass
class Workspace:
    """What was read of the chosen instruments and jurisdictions."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    treaties: dict[str, TreatyBook]
    statutes: dict[str, StatuteBook]
    diagnostics: list[Diagnostic]
    files: dict[str, SourceFile]
    """Every file that was read, by path."""
    shadowed: list[str] = field(default_factory=list)
    """Bundled files that a file of the user's workspace replaces."""
    cache_folder: Path | None = None
    fingerprint: bytes = b""
    """A digest of all that was read and of the program: what is found is the same as long as this is."""


def names_below(roots: Sequence[Path], parent: str) -> list[str]:
    """Return the instruments (below provisions) or jurisdictions (below national_laws) that there are."""
    names = {name for root in roots for name in folders_of(root, parent)}
    return sorted(names - {VOCABULARY, WORLD})


def open_workspace(
    roots: Sequence[Path],
    *,
    instruments: Iterable[str] | None = None,
    jurisdictions: Iterable[str] | None = None,
    cache_folder: Path | None = None,
) -> Workspace:
    """Read the vocabulary and the chosen instruments and jurisdictions, all by default; later roots lie over others."""
    folders = dict.fromkeys(
        (
            *_folders(PROVISIONS, None if instruments is None else (VOCABULARY, *instruments)),
            *_folders(NATIONAL_LAWS, None if jurisdictions is None else (WORLD, *jurisdictions)),
        )
    )
    layers = [discover(root, folders) for root in {os.path.realpath(root): root for root in roots}.values()]
    files, shadowed = overlay([layer.files for layer in layers])
    loaded = load(files, cache_folder)
    for layer in layers:
        loaded.diagnostics += layer.diagnostics
    gathering = Gathering(loaded, names_below(roots, PROVISIONS))
    diagnostics = gathering.check({file.path for file in files})
    return Workspace(
        gathering.vocabulary,
        gathering.lexicon,
        gathering.treaties,
        gathering.statutes,
        diagnostics,
        {file.path: file for file in files},
        shadowed,
        cache_folder,
        fingerprint_of(loaded.digests),
    )


def _folders(parent: str, names: Iterable[str] | None) -> list[str]:
    return [parent] if names is None else [f"{parent}/{name}" for name in names]
