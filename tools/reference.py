"""What reading costs by the usual means: python tools/reference.py FOLDER... (like provisions/hanoi national_laws/vn).

PyYAML's C loader and pydantic models of the same shape as gapcheck's. Nothing is checked that the types do not say, no
place in a file is known, and nothing is computed.
"""
# ruff: noqa: D101 - a model is named for what it holds

from __future__ import annotations

import sys
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Texts = dict[str, str]
Words = str | list[str]
Scope = dict[str, Words | int]
Scopes = Scope | list[Scope]


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid")
    verification: Verification | None = None
    heading: Texts | None = None
    summary: Texts | None = None
    note: Texts | None = None


class Verification(Base):
    level: str
    source: str | None = None
    consulted: date | None = None


class Option(Base):
    id: str | None = None
    type: str | None = None
    reason: Texts | None = None
    scope: Scope | None = None
    condition: Words | None = None
    element: str | None = None
    instead: Scope | None = None
    needs: str | None = None
    protects: bool = False
    when: Texts | None = None


class Figure(Base):
    measure: str
    comparator: str | None = None
    value: int
    unit: str


class Paragraph(Base):
    id: str
    kind: str
    duty: str
    requires: Scopes | None = None
    lead: str | None = None
    extends: str | None = None
    contested: list[Option] | None = None
    options: list[Option] | None = None
    measures: list[Figure] | None = None
    related: list[dict[str, str | Texts]] | None = None


class Article(Base):
    article: str
    theme: str | None = None
    paragraphs: list[Paragraph]


class Span(Base):
    start: date | None = Field(default=None, alias="from")
    to: date | None = None
    min: str | int | None = None
    max: str | int | None = None
    currency: str | None = None


class Sanction(Base):
    imprisonment: Span | None = None
    aggravated: Span | None = None
    fine: Span | None = None
    trial: str | None = None
    other: Texts | None = None


class Version(Base):
    in_force: Span
    reaches: Scopes
    nature: str = "criminal"
    status: str = "in-force"
    by: str | None = None
    excludes: Scopes | None = None
    unknown: Words | None = None
    cites: Words | None = None
    defined_by: Words | None = None
    measures: list[Figure] | None = None
    sanction: Sanction | None = None
    legal_persons: bool | str = "unknown"


class Section(Base):
    section: str
    versions: list[Version]


class Mapping(Base):
    paragraph: str
    sections: list[str] = []
    incidental: list[str] = []
    searched: list[str] = []
    via: Words | None = None
    left_to: str | None = None
    reason: Texts | None = None
    claim: str | None = None
    confidence: str | None = None
    by: str | None = None
    on: date | None = None
    review: dict[str, str | date] | None = None
    not_applicable: Texts | None = None


ARTICLE, SECTION, MAPPINGS = TypeAdapter(Article), TypeAdapter(Section), TypeAdapter(list[Mapping])
OTHER: TypeAdapter[Any] = TypeAdapter(dict[str, Any])
"""Vocabularies, instruments, jurisdictions and laws: thirty files, whatever the number of items."""


class Loader(yaml.CSafeLoader):
    """The C loader, without what YAML 1.1 makes of `on`, `yes` and `no`."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class says what it is
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def shape_of(path: Path) -> TypeAdapter[Any]:
    """Return what a file holds, judged by its path."""
    if path.name.startswith("art-"):
        return MAPPINGS if "mappings" in path.parts else ARTICLE
    in_a_law = (path.parent / "law.yaml").exists()
    return SECTION if in_a_law and path.name != "law.yaml" else OTHER


def read(folders: list[str]) -> dict[Path, Any]:
    """Return what all files of the folders hold."""
    held = {}
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.yaml")):
        with path.open("rb") as file:
            data = yaml.load(file, Loader)  # noqa: S506 - a safe loader
        held[path] = shape_of(path).validate_python(data)
    return held


if __name__ == "__main__":
    sys.stdout.write(f"{len(read(sys.argv[1:]))} files\n")
