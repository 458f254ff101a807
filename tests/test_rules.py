"""Each rule, with the exact message a person reads: `tests/faults/*.yml` holds the cases.

A case changes one thing in a small valid dossier (`tests/exemplia/`) and says which
messages must come, word for word, and that none other does. Anybody can add one.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from dossier.load import load
from dossier.locales import locale
from dossier.problems import Problem, ordered
from dossier.rules import RULES, check
from sites import EXEMPLIA

CASES = [
    pytest.param(case, id=case["name"])
    for path in sorted((Path(__file__).parent / "faults").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small dossier, without what MkDocs needs."""
    folder = tmp_path_factory.mktemp("pristine") / "exemplia"
    shutil.copytree(EXEMPLIA, folder, symlinks=True, ignore=shutil.ignore_patterns("assets", "mkdocs.yml"))
    return folder


def apply(case: dict[str, Any], root: Path) -> None:
    """Make the change of a case: replace, add, write, append or delete."""
    path = root / case["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "write" in case:
        path.write_bytes(case["write"] if isinstance(case["write"], bytes) else case["write"].encode())
    elif "delete" in case:
        path.unlink()
    else:
        text = path.read_text(encoding="utf-8")
        if "append" in case:
            changed = text + case["append"]
        else:
            assert case["replace"] in text, f"{case['file']} does not hold: {case['replace']}"
            changed = text.replace(case["replace"], case["by"], 1)
        path.write_text(changed, encoding="utf-8")


def problems_of(root: Path) -> list[Problem]:
    dossier, problems = load(root)
    return ordered([*problems, *check(dossier)])


def test_the_small_dossier_has_no_problem(pristine: Path) -> None:
    assert problems_of(pristine) == []


@pytest.mark.parametrize("case", CASES)
def test_a_fault_gives_its_message(case: dict[str, Any], pristine: Path, tmp_path: Path) -> None:
    root = tmp_path / "exemplia"
    shutil.copytree(pristine, root)
    apply(case, root)
    english = locale("en")
    assert [problem.line(english) for problem in problems_of(root)] == case["says"]


@pytest.mark.parametrize("case", CASES)
def test_the_message_is_said_in_french_too(case: dict[str, Any], pristine: Path, tmp_path: Path) -> None:
    root = tmp_path / "exemplia"
    shutil.copytree(pristine, root)
    apply(case, root)
    for problem in problems_of(root):
        assert problem.sentence(locale("fr")) != problem.sentence(locale("en"))


def test_every_rule_has_a_sentence_and_a_case(pristine: Path, tmp_path: Path) -> None:
    """A rule that no case can break is no rule."""
    broken: set[str] = set()
    for number, param in enumerate(CASES):
        root = tmp_path / str(number)
        shutil.copytree(pristine, root)
        apply(param.values[0], root)
        dossier, _ = load(root)
        broken |= {rule.__name__ for rule in RULES if list(rule(dossier))}
    assert {rule.__name__ for rule in RULES} - broken == set()
    assert all((rule.__doc__ or "").strip() for rule in RULES)


def test_every_message_stands_in_both_languages() -> None:
    assert locale("fr").word("problems").keys() == locale("en").word("problems").keys()


def test_all_problems_are_said_at_once_and_in_order(pristine: Path, tmp_path: Path) -> None:
    root = tmp_path / "exemplia"
    shutil.copytree(pristine, root)
    for param in CASES[:40]:
        try:
            apply(param.values[0], root)
        except (AssertionError, FileNotFoundError, UnicodeDecodeError):
            continue
    places = [(p.place.file, p.place.line, p.place.column) for p in problems_of(root)]
    assert len(places) > 10 and places == sorted(places)
