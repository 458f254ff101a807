"""Walk over the parts of a record, each with its path of keys and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .records import Strict

Path = tuple[Any, ...]


def walk(part: Any, path: Path = ()) -> Iterator[tuple[Path, Strict]]:
    """Every model inside `part`, itself first. Paths use the names written in YAML."""
    if isinstance(part, Strict):
        yield path, part
        for name, field in type(part).model_fields.items():
            yield from walk(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from walk(value, (*path, key))
    elif isinstance(part, (list, tuple)):
        for index, value in enumerate(part):
            yield from walk(value, (*path, index))
