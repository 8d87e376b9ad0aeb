"""From the strings of a document to the types of the model, with a diagnostic for everything that does not fit.

pydantic validates; it is imported only when a file was not found in the cache.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from gapcheck.model.reading import Unreadable, yaml_name

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from gapcheck.source.diagnostics import Diagnostic
    from gapcheck.source.yaml_text import Document, Path

Bound = TypeVar("Bound")

_EXPECTED = {
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "dataclass_type": "a mapping",
    "string_type": "text",
}


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Return pydantic's validator for a type of the model."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - only where a file is not in the cache

    return TypeAdapter(shape)


def bind(document: Document, shape: type[Bound]) -> Bound | None:
    """Return the document as a value of `shape`, or None after adding what is wrong to its diagnostics."""
    from pydantic import ValidationError  # noqa: PLC0415 - only where a file is not in the cache

    try:
        value: Bound = adapter(shape).validate_python(document.data)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            document.diagnostics.append(_diagnostic(document, shape, problem))
        return None
    return value


def _diagnostic(document: Document, shape: Any, problem: Any) -> Diagnostic:
    at: Path = tuple(problem["loc"])
    kind = problem["type"]
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return document.diagnostic("missing-field", at[:-1], on_key=True, field=str(at[-1]))
    if kind == "unexpected_keyword_argument":
        allowed = _fields(shape, at[:-1])
        return document.diagnostic("unknown-field", at, on_key=True, found=str(at[-1]), allowed=allowed)
    reason = problem.get("ctx", {}).get("error")
    if isinstance(reason, Unreadable):
        return document.diagnostic(reason.code, (*at, *reason.at), **{"expected": "", **reason.facts})
    if problem["input"] is None:
        return document.diagnostic("empty-value", at)
    return document.diagnostic("wrong-type", at, expected=_EXPECTED.get(kind, "another form"), found=problem["input"])


def _fields(shape: Any, at: Path) -> tuple[str, ...]:
    """Return the fields that may stand at a path: found by walking the types of the model along it."""
    for step in at:
        shape = _below(_bare(shape), step)
    shape = _bare(shape)
    return tuple(yaml_name(field.name) for field in dataclasses.fields(shape)) if dataclasses.is_dataclass(shape) else ()


def _below(shape: Any, step: str | int) -> Any:
    if dataclasses.is_dataclass(shape):
        hints = get_type_hints(shape, include_extras=True)
        return next((hint for name, hint in hints.items() if yaml_name(name) == step), None)
    arguments = get_args(shape)
    return (arguments[1] if get_origin(shape) is dict else arguments[0]) if arguments else None


def _bare(shape: Any) -> Any:
    """Return the type without Annotated and without None."""
    while get_origin(shape) in {Annotated, Union, UnionType}:
        shape = next(part for part in get_args(shape) if part is not type(None))
    return shape
