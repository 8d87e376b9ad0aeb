"""The JSON Schema of the assessment (draft 2020-12): a field that goes or changes its meaning makes a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gapcheck.model.mappings import Claim, Confidence
from gapcheck.model.provisions import Comparator, Duty
from gapcheck.model.quantity import Unit
from gapcheck.model.verdicts import Reached, ResidueClass, Verdict
from gapcheck.model.verification import Level
from gapcheck.report.assessment_json import FORMAT, VERSION

if TYPE_CHECKING:
    from enum import StrEnum

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_LOCALIZED = {"type": "object", "required": ["en"], "additionalProperties": _TEXT}
_SCOPE = {
    "type": "object",
    "description": "Single terms per element; elements that are open are left out; a condition is met or not-met.",
    "additionalProperties": {**_TEXTS, "minItems": 1},
}
_COUNTS = {"type": "object", "propertyNames": {"enum": list(Verdict)}, "additionalProperties": {"type": "integer"}}


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _or_null(words: type[StrEnum]) -> dict[str, Any]:
    return {"enum": [*words, None]}


def assessment_schema() -> dict[str, Any]:
    """Return the schema of one assessment."""
    origin = {
        "class": {"enum": list(ResidueClass)},
        "option": _TEXT,
        "needs": _TEXT,
        "reason": _LOCALIZED,
        "scope": _SCOPE,
    }
    origin_optional = ("option", "needs", "reason")
    near_miss = {"section": _TEXT, "element": _TEXT, "has": _TEXTS, "lacks": _TEXTS, "closes_all": {"type": "boolean"}}
    claim = _object({"by_lawyer": {"enum": list(Claim)}, "agrees": {"type": ["boolean", "null"]}})
    statement = {**origin, "reached": {"enum": list(Reached)}, "text": _LOCALIZED}
    quantity = {"value": {"type": "integer"}, "unit": {"enum": list(Unit)}}
    measured = {
        "measure": _TEXT,
        "comparator": {"enum": list(Comparator)},
        **quantity,
        "met": {"type": ["boolean", "null"]},
        "set": {"type": "array", "items": _object({"section": _TEXT, **quantity})},
    }
    paragraph = {
        "id": _TEXT,
        "article": _TEXT,
        "kind": _TEXT,
        "duty": {"enum": list(Duty)},
        "verdict": {"enum": list(Verdict)},
        "verification": _or_null(Level),
        "confidence": _or_null(Confidence),
        "sections": _TEXTS,
        "incidental": _TEXTS,
        "not_in_force": _TEXTS,
        "general_law_only": {"type": "boolean"},
        "requires": {"type": "array", "items": _SCOPE},
        "residue": {"type": "array", "items": _object(origin, origin_optional)},
        "statements": {"type": "array", "items": _object(statement, origin_optional)},
        "text": _LOCALIZED,
        "near_misses": {"type": "array", "items": _object(near_miss)},
        "unknown": {"type": "array", "items": _object({"section": _TEXT, "element": _TEXT})},
        "unknown_deposits": _TEXTS,
        "measures": {"type": "array", "items": _object(measured)},
        "via": _TEXTS,
        "claim": {"anyOf": [claim, {"type": "null"}]},
    }
    summary = {
        "mandatory": _COUNTS,
        "optional": _COUNTS,
        "articles": {"type": "object", "additionalProperties": {"enum": list(Verdict)}},
    }
    whole = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "jurisdiction": _TEXT,
        "instrument": _TEXT,
        "as_of": {**_TEXT, "format": "date"},
        "paragraphs": {"type": "array", "items": _object(paragraph)},
        "summary": _object(summary),
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "gapcheck assessment", **_object(whole)}
