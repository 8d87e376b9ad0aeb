"""What a lawyer expects of the data: sentences that can be checked, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from gapcheck.model.laws import Quantity
from gapcheck.model.provisions import AssertedRelation, Duty
from gapcheck.model.reading import (
    IN_YAML,
    LegalDate,
    Localized,
    ScopesWords,
    ScopeWords,
    Text,
    Words,
    one_of,
)
from gapcheck.model.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedCounterpart:
    """How a paragraph is expected to relate to one of another instrument."""

    __pydantic_config__ = IN_YAML
    paragraph: Text
    """Its id, like budapest:2."""
    relation: Annotated[AssertedRelation | None, one_of(AssertedRelation)] = None
    """equal | subset-of | superset-of | intersects-with; left out where the two must have nothing in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that must be so; all that is written must hold."""

    __pydantic_config__ = IN_YAML
    paragraph: Text
    """The paragraph, like hanoi:15.1."""
    because: Localized
    """The reason: where the law says so, or why it is easy to get wrong."""
    kind: Text | None = None
    """Its kind."""
    duty: Annotated[Duty | None, one_of(Duty)] = None
    """Its duty."""
    demands: ScopesWords = ()
    """Situations that it demands, all of them."""
    does_not_demand: ScopesWords = ()
    """Situations that it demands none of."""
    open_on: Words = ()
    """Elements that it does not restrict."""
    options: tuple[Text, ...] | None = None
    """The numbers of the options it leaves to States: these and no others."""
    counterpart: ExpectedCounterpart | None = None
    """How it relates to a paragraph of another instrument."""
    jurisdiction: Text | None = None
    """The jurisdiction whose law is held against it."""
    as_of: LegalDate | None = None
    """The day; asked for where there is a jurisdiction."""
    law: ScopesWords = ()
    """Instead of a jurisdiction: an imagined law that reaches these situations."""
    law_limited_to: ScopeWords | None = None
    """Instead of a jurisdiction: an imagined law that reaches what is demanded, limited to these situations."""
    figures: tuple[Quantity, ...] = ()
    """Figures that the imagined law sets."""
    verdict: Annotated[Verdict | None, one_of(Verdict)] = None
    """The verdict on that law."""
    in_gap: ScopesWords = ()
    """Situations that are in the gap, all of them."""
    not_in_gap: ScopesWords = ()
    """Situations none of which is in the gap."""
    sections: tuple[Text, ...] | None = None
    """The sections that count as made for it, like penal-code-2015/147: these and no others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """A file of expectations."""

    __pydantic_config__ = IN_YAML
    about: Localized
    """What the expectations in the file are about."""
    expectations: tuple[Expectation, ...]
    """The expectations."""
