"""What sections reach: the scopes of the version in force, less its exclusions, with what is not known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import CONDITION
from gapcheck.coverage.scope import Scope
from gapcheck.model.laws import Nature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Version

NATURE = "nature"
WHOLE_SECTION = "section"
"""What is unknown of a section whose file cannot be read: everything."""


@dataclass(frozen=True)
class Unknown:
    """A fact that nobody has established: an element of a section."""

    section: SectionId
    element: str


@dataclass(frozen=True)
class Reach:
    """The situations that a section reaches.

    `least` holds what it reaches for certain, `most` what it may reach at best: the same where nothing is unknown.
    """

    section: SectionId
    least: tuple[Scope, ...]
    most: tuple[Scope, ...]
    unknown: tuple[Unknown, ...] = ()

    def widened(self, axes: Iterable[int]) -> Reach:
        """Return the reach with the form left free: a value reached on these axes counts for all of them."""
        axes = tuple(axes)
        if not axes:
            return self
        return Reach(self.section, opened(self.least, axes), opened(self.most, axes), self.unknown)


def reach_of(section: SectionId, version: Version, lexicon: Lexicon) -> Reach:
    """Return what the version of the section reaches; its nature counts as an element, where the vocabulary has it.

    An element with a default means that default where a limb does not name it.
    """
    nature = {NATURE: (version.nature.value,)} if NATURE in lexicon.elements else {}
    unnamed = {**nature, **lexicon.defaults}
    limbs = [lexicon.scope({**unnamed, **limb}) for limb in version.reaches]
    least, most = limbs, limbs
    for element in version.unknown:
        least = _for_certain(element, least, lexicon)
        most = list(opened(most, [lexicon.axis(_axis_name(element, lexicon))]))
    unknown = tuple(Unknown(section, element) for element in version.unknown)
    excluded = [lexicon.scope(words) for words in version.excludes]
    return Reach(section, _without(least, excluded), _without(most, excluded), unknown)


def imagined_reach(limbs: Iterable[Mapping[str, tuple[str, ...]]], lexicon: Lexicon) -> tuple[Scope, ...]:
    """Return what a criminal section with these limbs would reach: what it does not name is as in any section."""
    unnamed = {NATURE: (Nature.CRIMINAL.value,), **lexicon.defaults}
    return tuple(lexicon.scope({**unnamed, **limb}) for limb in limbs)


def unreadable_reach(section: SectionId, lexicon: Lexicon) -> Reach:
    """Return the reach of a section whose file has errors: nothing for certain, anything at best."""
    return Reach(section, (), (Scope(lexicon.space, {}),), (Unknown(section, WHOLE_SECTION),))


def _axis_name(element: str, lexicon: Lexicon) -> str:
    return f"{CONDITION}:{element}" if element in lexicon.conditions else element


def _for_certain(element: str, limbs: list[Scope], lexicon: Lexicon) -> list[Scope]:
    """Return what is reached however the unknown turns out: nothing, or for a condition what meets it."""
    if element in lexicon.conditions:
        met = lexicon.scope({CONDITION: (element,)})
        return [both for limb in limbs if (both := limb.meet(met)) is not None]
    return []


def opened(scopes: Iterable[Scope], axes: Iterable[int]) -> tuple[Scope, ...]:
    """Return the scopes with these axes open."""
    wide = tuple(scopes)
    for axis in axes:
        wide = tuple(scope.widened(axis) for scope in wide)
    return wide


def _without(limbs: Iterable[Scope], excluded: Iterable[Scope]) -> tuple[Scope, ...]:
    left = list(limbs)
    for scope in excluded:
        left = [part for limb in left for part in limb.sharp(scope)]
    return tuple(left)
