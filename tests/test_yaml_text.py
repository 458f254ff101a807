"""Scalars are text: what somebody wrote is what the record holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml
from dossier import yaml_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("13:04", "13:04"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("Off", "Off"), ("0110", "0110"),
        ("2015-12-23", "2015-12-23"), ("2021-02-30", "2021-02-30"), ("0x1F", "0x1F"), ("1_000", "1_000"),
        ("1e3", "1e3"), (".5", ".5"), ("True", "True"), ("true-false", "true-false"), ("nullable", "nullable"),
        ("16 juin", "16 juin"), ("007", "007"), ("'12'", "12"), ('"true"', "true"), ("=", "="), ("<<", "<<"),
        ("true", True), ("false", False), ("null", None), ("~", None), ("12", 12), ("-3", -3),
        ("63.7", Decimal("63.7")), ("1.10", Decimal("1.10")),
    ],
)
def test_each_spelling(written: str, read: Any) -> None:
    found = yaml_text.load(f"key: {written}")["key"]
    assert found == read and type(found) is type(read)


def test_a_number_prints_as_it_was_written() -> None:
    assert str(yaml_text.load("key: 1.10")["key"]) == "1.10"


@pytest.mark.parametrize("nasty", ["a: !!bool maybe", "a: !!int x", "a: !!python/object:os.system x", "a: !!map x", "? [a]\n: b", "a: !!timestamp x", "%YAML 9.9\n---\na: b"])
def test_what_cannot_be_read_says_so_and_no_more(nasty: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml_text.load(nasty)


def test_a_path_leads_to_its_line_and_column() -> None:
    tree = yaml_text.compose("a:\n- b: 1\n  c:\n    d: 2\n")
    assert yaml_text.position(tree, ("a", 0, "c", "d")) == (4, 5)
    assert yaml_text.position(tree, ("a", 0, "missing")) == (2, 3)
    assert yaml_text.position(tree, ()) == (1, 1)
