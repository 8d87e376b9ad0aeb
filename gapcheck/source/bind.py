"""From the strings of a document to the types of the model, with a diagnostic for everything that does not fit.

pydantic validates; it is imported only when a file was not found in the cache.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from gapcheck.model.reading import Unreadable, yaml_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

    from gapcheck.source.yaml_text import Document, Path

_EXPECTED = {"tuple_type": "a list", "dict_type": "a mapping", "dataclass_type": "a mapping"}
_ABOUT_KEYS = {"missing-field", "unknown-field", "unknown-language"}


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Return pydantic's validator for a type of the model."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - only where a file is not in the cache

    return TypeAdapter(shape)


def bind(document: Document, shape: Any) -> Any:
    """Return the document as a value of `shape`, or None after adding what is wrong to its diagnostics."""
    from pydantic import ValidationError  # noqa: PLC0415 - only where a file is not in the cache

    empty = dict.fromkeys(_empty_places(document.data, ()))
    value, problems = None, []
    try:
        value = adapter(shape).validate_python(document.data)
    except ValidationError as error:
        problems = [_problem(shape, problem) for problem in error.errors(include_url=False)]
    for code, at, facts in problems:
        if code in _ABOUT_KEYS or at not in empty:
            document.diagnostics.append(document.diagnostic(code, at, on_key=code in _ABOUT_KEYS, **facts))
    unknown = {at for code, at, _ in problems if code == "unknown-field"}
    for at in empty:
        if not any(at[:length] in unknown for length in range(1, len(at) + 1)):
            document.diagnostics.append(document.diagnostic("empty-value", at, on_key=True))
    return None if document.diagnostics else value


def _empty_places(data: Any, at: Path) -> Iterator[Path]:
    """Yield where nothing is written after a key or a dash: whoever leaves a field out leaves out its key too."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in below:
        if value is None:
            yield (*at, step)
        else:
            yield from _empty_places(value, (*at, step))


def _problem(shape: Any, problem: Any) -> tuple[str, Path, dict[str, Any]]:
    """Return the code, the place and the facts of what pydantic has to say."""
    at: Path = tuple(problem["loc"])
    kind = problem["type"]
    if kind == "missing":
        return "missing-field", at[:-1], {"field": str(at[-1])}
    if kind == "unexpected_keyword_argument":
        return "unknown-field", at, {"found": str(at[-1]), "allowed": _fields(shape, at[:-1])}
    reason = problem.get("ctx", {}).get("error")
    if isinstance(reason, Unreadable):
        return reason.code, (*at, *reason.at), {"expected": "", **reason.facts}
    return "wrong-type", at, {"expected": _EXPECTED.get(kind, "another form"), "found": problem["input"]}


def _fields(shape: Any, at: Path) -> tuple[str, ...]:
    """Return the fields that may stand at a path: found by walking the types of the model along it."""
    for step in at:
        shape = _below(_bare(shape), step)
    return tuple(yaml_name(field.name) for field in dataclasses.fields(_bare(shape)))


def _below(shape: Any, step: str | int) -> Any:
    if dataclasses.is_dataclass(shape):
        hints = get_type_hints(shape, include_extras=True)
        return next(hint for name, hint in hints.items() if yaml_name(name) == step)
    arguments = get_args(shape)
    return arguments[1] if get_origin(shape) is dict else arguments[0]


def _bare(shape: Any) -> Any:
    """Return the type without Annotated and without None."""
    while get_origin(shape) in {Annotated, Union, UnionType}:
        shape = next(part for part in get_args(shape) if part is not type(None))
    return shape
