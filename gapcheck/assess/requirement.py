"""What a paragraph demands, once the defaults of its kind and the paragraph it extends are written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from gapcheck.assess.lexicon import AGE_OF_CONSENT, CONDITION_NOT_MET
from gapcheck.model.provisions import Formality, OptionType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.books import TreatyBook
    from gapcheck.model.laws import Deposit
    from gapcheck.model.provisions import Contested, Option, Paragraph

LEAVES_OUT = frozenset(
    {
        OptionType.NARROWING,
        OptionType.RESERVATION,
        OptionType.LIMITATION,
        OptionType.EXCLUSION,
        OptionType.ALTERNATIVE_MEANS,
    }
)
"""The types of option that let a State reach less."""


class Standing(Enum):
    """Whether a State has an option."""

    FREE = "free"
    """It needs nothing but to be used."""
    ON_DEPOSIT = "on-deposit"
    """A declaration or reservation can still be made, since the State is no party yet."""
    MADE = "made"
    """The State made the declaration or reservation."""


@dataclass(frozen=True)
class Leeway:
    """Situations that an option lets a State leave out."""

    option: Option
    scopes: tuple[Scope, ...]
    instead: tuple[Scope, ...] = ()
    """What must be reached for the option to apply; nothing where it always applies."""
    standing: Standing = Standing.FREE
    """Whether the State has it."""
    deposit: Deposit | None = None
    """The declaration or reservation by which the State made use of it."""


@dataclass(frozen=True)
class Dispute:
    """Situations that only one of two readings demands."""

    contested: Contested
    scopes: tuple[Scope, ...]


@dataclass(frozen=True)
class Requirement:
    """The scopes that national law must reach, and what may be left out of them."""

    paragraph: Paragraph
    scopes: tuple[Scope, ...]
    lead: int
    """The axis that organises what is said."""
    free: tuple[int, ...]
    """The axes on which the State chooses the form."""
    leeways: tuple[Leeway, ...]
    disputes: tuple[Dispute, ...]
    options: tuple[Option, ...]
    forgone: tuple[Leeway, ...] = ()
    """What the State could have left out by a declaration or reservation, had it made one."""
    unrecorded: tuple[Leeway, ...] = ()
    """What it may have left out: nobody has recorded which declarations and reservations it made."""

    @property
    def lead_values(self) -> int:
        """The values of the leading axis that are required (a mask)."""
        mask = 0
        for scope in self.scopes:
            mask |= scope.mask(self.lead)
        return mask

    def at_lead(self, values: int) -> list[Scope]:
        """Return what is required of some values of the leading axis."""
        parts = (scope.within(self.lead, scope.mask(self.lead) & values) for scope in self.scopes)
        return [part for part in parts if part is not None]


def requirement_of(
    paragraph: Paragraph, treaty: TreatyBook, lexicon: Lexicon, *, age_of_consent: int | None = None
) -> Requirement:
    """Return what the paragraph demands, of a jurisdiction with this age of consent where the paragraph goes by it.

    A paragraph that extends another takes over its requirement and options, but for the elements that it restates.
    """
    line = _line(paragraph, treaty)
    kind = lexicon.vocabulary.kinds[paragraph.kind]
    words = [dict(kind.requires)]
    for member in line:
        limbs = [_with_local_age(limb, age_of_consent) for limb in member.requires or ({},)]
        words = [{**before, **limb} for before in words for limb in limbs]
    scopes = tuple(lexicon.scope(limb) for limb in words)
    options = tuple(option for member in line for option in member.options)
    disputes = [dispute for member in line for dispute in member.contested]
    free = {*kind.free_choice, *(option.element for option in options if option.type is OptionType.FORM)}
    return Requirement(
        paragraph=paragraph,
        scopes=scopes,
        lead=_lead(line, kind.lead, scopes, lexicon),
        free=tuple(sorted(lexicon.axis(element) for element in free if element)),
        leeways=tuple(_leeway(option, words, lexicon) for option in options if option.type in LEAVES_OUT),
        disputes=tuple(Dispute(dispute, _left_out(dispute.scope, dispute.condition, lexicon)) for dispute in disputes),
        options=options,
    )


def _with_local_age(limb: Mapping[str, tuple[str, ...]], age_of_consent: int | None) -> dict[str, tuple[str, ...]]:
    """Return the limb with the age of consent of the jurisdiction written in."""
    if age_of_consent is None:
        return dict(limb)
    local = f"under {age_of_consent}"
    return {
        element: tuple(local if term == AGE_OF_CONSENT else term for term in terms) for element, terms in limb.items()
    }


def _line(paragraph: Paragraph, treaty: TreatyBook) -> list[Paragraph]:
    """Return the paragraphs that this one extends, the first one first, and itself; a circle ends where it closes."""
    line = [paragraph]
    while line[0].extends and line[0].extends in treaty.by_number:
        base = treaty.by_number[line[0].extends][1]
        if base in line:
            break
        line.insert(0, base)
    return line


def _lead(line: Iterable[Paragraph], of_kind: str | None, scopes: tuple[Scope, ...], lexicon: Lexicon) -> int:
    """Return the axis that organises the text: the paragraph's, the kind's, else the first with several values.

    It is never a condition, since nothing is to be listed of what is met or not.
    """
    named = [element for element in (of_kind, *(member.lead for member in line)) if element]
    elements = {lexicon.axis(name) for name in lexicon.space_elements()}
    restricted = elements & {axis for scope in scopes for axis in scope.masks}
    if named and lexicon.axis(named[-1]) in restricted:
        return lexicon.axis(named[-1])
    several = [axis for axis in sorted(restricted) if max(scope.mask(axis).bit_count() for scope in scopes) > 1]
    return min(several or restricted, default=0)


def _leeway(option: Option, words: list[dict[str, tuple[str, ...]]], lexicon: Lexicon) -> Leeway:
    instead: tuple[Scope, ...] = ()
    if option.instead is not None:
        instead = tuple(lexicon.scope({**limb, **option.instead}) for limb in words)
    standing = Standing.FREE if option.needs is Formality.NOTHING else Standing.ON_DEPOSIT
    return Leeway(option, _left_out(option.scope, option.condition, lexicon), instead, standing)


def _left_out(
    scope: Mapping[str, tuple[str, ...]] | None, conditions: Iterable[str], lexicon: Lexicon
) -> tuple[Scope, ...]:
    """Return what may be left out: the scope, and every situation in which one of the conditions is not met."""
    written = [scope] if scope is not None else []
    return tuple(lexicon.scope(words) for words in (*written, *({CONDITION_NOT_MET: (name,)} for name in conditions)))


def protected_scopes(requirement: Requirement, lexicon: Lexicon) -> tuple[tuple[Option, tuple[Scope, ...]], ...]:
    """Return what the instrument would rather see left out, each option with its part of the requirement."""
    found = []
    for option in requirement.options:
        if not option.protects or option.scope is None:
            continue
        part = lexicon.scope(option.scope)
        scopes = []
        for scope in requirement.scopes:
            narrowed = scope
            for axis, mask in part.masks.items():
                narrowed = narrowed.within(axis, (narrowed.mask(axis) & mask) or mask) or narrowed
            scopes.append(narrowed)
        found.append((option, tuple(scopes)))
    return tuple(found)
