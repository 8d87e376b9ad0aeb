"""JSON Schemas of the files, with the words of the vocabulary, so that editors complete and explain them.

JSON Schema draft 2020-12. The shapes come from the types of the model, the words from the vocabulary that was read.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gapcheck.model import evidence, expectations, laws, mappings, period, provisions, rules, verification
from gapcheck.model import vocabulary as vocabulary_types
from gapcheck.model.evidence import Evidence
from gapcheck.model.expectations import Expectations
from gapcheck.model.laws import Jurisdiction, Law, Section
from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Article, Instrument
from gapcheck.model.reading import yaml_name
from gapcheck.model.vocabulary import Element, ElementKind, Kinds
from gapcheck.source.bind import adapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.model.books import Vocabulary

SHAPES: dict[str, Any] = {
    "article": Article,
    "element": Element,
    "evidence": Evidence,
    "expectations": Expectations,
    "instrument": Instrument,
    "jurisdiction": Jurisdiction,
    "kinds": Kinds,
    "law": Law,
    "mappings": tuple[Mapping, ...],
    "section": Section,
}
"""What each schema describes."""

_MODULES = (evidence, expectations, laws, mappings, period, provisions, rules, verification, vocabulary_types)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_schemas(vocabulary: Vocabulary) -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file."""
    return {name: _schema(name, shape, vocabulary) for name, shape in SHAPES.items()}


def _schema(name: str, shape: Any, vocabulary: Vocabulary) -> dict[str, Any]:
    described = adapter(shape).json_schema()
    for defined in (described, *described.get("$defs", {}).values()):
        for field, meaning in _field_docstrings().get(defined.get("title", ""), {}).items():
            defined["properties"][field]["description"] = meaning
    uses_scopes = _point_to_scope(described)
    if uses_scopes:
        described.setdefault("$defs", {})["Scope"] = _scope(vocabulary)
    if name == "article":
        described["$defs"]["Paragraph"]["properties"]["kind"] = {
            "oneOf": [_word(kind, value.label, value.definition) for kind, value in vocabulary.kinds.items()]
        }
    return {"$schema": _DIALECT, **described, "title": f"gapcheck {name}"}


@cache
def _field_docstrings() -> dict[str, dict[str, str]]:
    """Return what the docstrings below the fields of the model say, by class and by name in YAML."""
    found: dict[str, dict[str, str]] = {}
    for module in _MODULES:
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = dict(_described_fields(node))
    return found


def _described_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in pairwise(node.body):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                yield yaml_name(name), " ".join(meaning.split())
            case _:
                pass


def _point_to_scope(schema: Any) -> bool:
    """Let the places that hold a scope point to its definition; return whether there are any."""
    found = False
    if isinstance(schema, dict):
        if schema.pop("x-scope", False):
            schema["$ref"] = "#/$defs/Scope"
            found = True
        for value in list(schema.values()):
            found |= _point_to_scope(value)
    elif isinstance(schema, list):
        for value in schema:
            found |= _point_to_scope(value)
    return found


def _scope(vocabulary: Vocabulary) -> dict[str, Any]:
    properties = {name: _values(element) for name, element in sorted(vocabulary.elements.items())}
    if "condition" in properties:
        properties["condition_not_met"] = properties["condition"]
    return {
        "type": "object",
        "description": "A restriction per element.",
        "properties": properties,
        "additionalProperties": False,
    }


def _values(element: Element) -> dict[str, Any]:
    if element.kind is ElementKind.AGE:
        value: dict[str, Any] = {"type": ["string", "integer"], "examples": ["under 18", "16 to 17", "adult", "any"]}
    else:
        value = {"oneOf": [_word(name, term.label, term.definition) for name, term in element.terms.items()]}
    definition = (element.definition or element.label)["en"]
    return {"description": definition, "anyOf": [value, {"type": "array", "items": value, "minItems": 1}]}


def _word(name: str, label: dict[str, str], definition: dict[str, str] | None) -> dict[str, Any]:
    return {"const": name, "description": f"{label['en']}. {definition['en']}" if definition else label["en"]}
