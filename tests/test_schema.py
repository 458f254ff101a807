"""The schema files are what the models say."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier import schema
from dossier.records import KINDS

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_file_is_written_from_the_model(kind: str) -> None:
    path = ROOT / schema.FOLDER / f"{kind}.json"
    assert path.read_text(encoding="utf-8") == schema.written(kind), "stale: run `make schema`"
