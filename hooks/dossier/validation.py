"""Turn what pydantic says of a record into problems that a person can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError

from .problems import Place, Problem, nearest
from .records import Strict
from .records.base import LANGUAGES

# pydantic's word for a type that does not fit -> our name for what was expected.
EXPECTED = {
    "string_type": "text", "list_type": "list", "dict_type": "mapping", "model_type": "mapping",
    "model_attributes_type": "mapping", "bool_type": "true-false", "bool_parsing": "true-false",
    "decimal_type": "number", "decimal_parsing": "number", "is_instance_of": "text",
    "union_tag_not_found": "mapping",
}
# Errors whose name is also the name of our rule.
SAME = {"fact_date", "day", "clock", "web_address", "language", "territory", "time_zone"}


@cache
def field_names(model: type[Strict]) -> frozenset[str]:
    """Every field name that a record of this model may hold, at any depth."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return frozenset(name for part in parts for name in part.get("properties", {}))


def problems_of(
    error: ValidationError, model: type[Strict], place: Callable[[tuple[Any, ...]], Place]
) -> Iterator[Problem]:
    """Every problem of one record. `place` gives the place of a path of keys and numbers."""
    for one in error.errors(include_url=False):
        rule, parts = _rule(one, model)
        yield Problem(rule, place(one["loc"]), parts)


def _rule(one: dict[str, Any], model: type[Strict]) -> tuple[str, dict[str, Any]]:
    kind, loc, value = one["type"], one["loc"], one.get("input")
    key = _key(kind, loc, model)
    parts: dict[str, Any] = {"key": key or "record", "value": shown(value)}
    if kind == "missing":
        return ("missing-translation" if key in LANGUAGES else "missing-key"), parts
    if kind == "extra_forbidden":
        return "unknown-key", {**parts, "nearest": nearest(key, field_names(model))}
    if value is None:
        return ("empty-translation" if key in LANGUAGES else "empty"), parts
    if kind == "literal_error":
        allowed = [word for word in one["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        bare = [word.strip("'") for word in allowed]
        return "unknown-value", {**parts, "allowed": ", ".join(bare), "nearest": nearest(str(value), bare)}
    if kind == "blank":
        return ("empty-translation" if key in LANGUAGES else "empty"), parts
    if kind == "too_short":
        return "empty-list", {**parts, "least": one["ctx"]["min_length"]}
    if kind == "string_pattern_mismatch":
        return {"sources": "bad-source", "address": "bad-address"}.get(key, "bad-id"), parts
    if kind in SAME:
        return kind.replace("_", "-"), parts
    if kind.startswith("date"):
        return "day", parts
    return "wrong-type", {**parts, "expected": EXPECTED.get(kind, "text")}


def _key(kind: str, loc: tuple[Any, ...], model: type[Strict]) -> str:
    """The field that an error is about: pydantic also puts the names of alternatives in its path."""
    names = [part for part in loc if isinstance(part, str)]
    if kind != "extra_forbidden":
        names = [name for name in names if name in field_names(model)]
    return names[-1] if names else ""


def shown(value: Any) -> str:
    """The value as it may stand in a sentence: short, on one line, as YAML writes it."""
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"
