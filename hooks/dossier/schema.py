"""Write JSON Schema from the models: for editors, and for users of the data.

The models are the only list of fields; these files are never edited by hand, and a
test says when they are stale (`make schema` writes them again).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .records import KINDS

FOLDER = "data/schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The schema of a file of one kind: one record, or a list of them."""
    record = KINDS[kind].model_json_schema(by_alias=True)
    definitions = record.pop("$defs", {})
    return {
        "$schema": DIALECT,
        # An id that lasts, whatever host serves the file.
        "$id": f"urn:dossier:schema:{kind}",
        "title": kind,
        "oneOf": [{"$ref": "#/$defs/Record"}, {"type": "array", "items": {"$ref": "#/$defs/Record"}}],
        "$defs": {**definitions, "Record": record},
    }


def written(kind: str) -> str:
    """The text of the schema file of one kind, the same on every machine."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write(root: Path) -> list[Path]:
    """Write every schema file under `root` and return their paths."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind in KINDS:
        path = folder / f"{kind}.json"
        path.write_text(written(kind), encoding="utf-8")
        paths.append(path)
    return paths
