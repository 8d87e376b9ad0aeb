"""The vocabulary: elements, their terms, and what each kind of paragraph demands by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from gapcheck.model.reading import IN_YAML, Localized, Number, ScopeWords, Text, Words, YesNo, one_of


class ElementKind(StrEnum):
    """How the values of an element behave."""

    TERMS = "terms"
    AGE = "age"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of an element."""

    __pydantic_config__ = IN_YAML
    label: Localized
    """How the term, with all it covers, is called in a text."""
    definition: Localized | None = None
    """What it means, in one sentence."""
    covers: Words = ()
    """The narrower terms that it includes."""
    remainder: Localized | None = None
    """How the rest of the term is called where its narrower terms are not meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An axis on which scopes are restricted."""

    __pydantic_config__ = IN_YAML
    element: Number
    """The name of the element, which is also the name of the file."""
    kind: Annotated[ElementKind, one_of(ElementKind)]
    """terms: a finite set; age: whole years; conditions: each term is met or not."""
    label: Localized
    """How the element is called."""
    definition: Localized | None = None
    """What it is about, in one sentence."""
    default: Text | None = None
    """What a section means that does not name the element; every value where this is left out."""
    essential: YesNo = False
    """Whether a change here would make another rule of a section: then it is never proposed as a small change."""
    phrase: Localized | None = None
    """How a value stands in a sentence; {value} is replaced."""
    terms: dict[str, Term] = field(default_factory=dict)
    """The values, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of paragraph, and what it demands without saying so."""

    __pydantic_config__ = IN_YAML
    label: Localized
    """How the kind is called."""
    definition: Localized | None = None
    """What it means, in one sentence."""
    answerable: YesNo = False
    """Whether a statute can answer such a paragraph: then it must have a scope."""
    requires: ScopeWords = field(default_factory=dict)
    """What every paragraph of the kind requires unless it says otherwise."""
    lead: Text | None = None
    """The element that organises what is said about a gap."""
    free_choice: Words = ()
    """Elements whose value the State may choose: reached one way is reached every way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The kinds of paragraphs (the file kinds.yaml)."""

    __pydantic_config__ = IN_YAML
    kinds: dict[str, Kind]
    """The kinds, by name."""
