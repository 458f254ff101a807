"""Each rule, with the exact message a person reads: `tests/faults/*.yml` holds the cases.

A case changes one thing in a small valid dossier (`tests/exemplia/`) and says which
messages must come, word for word, and that none other does. Anybody can add one.
"""

from __future__ import annotations

import contextlib
import functools
import shutil
from collections import Counter
from collections.abc import Callable
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
# Words for messages that are no problem, and problems that no change of one text can make: see test_load.
NO_PROBLEMS = {"total", "none", "banner", "did-you-mean", "type", "no-search"}
ELSEWHERE = {"unreadable", "two-summits"}


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
        shutil.rmtree(path) if path.is_dir() else path.unlink()
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


@pytest.fixture(scope="session")
def broken(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, Any]], Path]:
    """The folder of the small dossier with the fault of a case, made once for all its tests."""

    @functools.cache
    def made(name: str) -> Path:
        root = tmp_path_factory.mktemp("broken") / "exemplia"
        shutil.copytree(pristine, root)
        apply(next(param.values[0] for param in CASES if param.id == name), root)
        return root

    return lambda case: made(case["name"])


def test_the_small_dossier_has_no_problem(pristine: Path) -> None:
    assert problems_of(pristine) == []


@pytest.mark.parametrize("case", CASES)
def test_a_fault_gives_its_message(case: dict[str, Any], broken: Callable[[dict[str, Any]], Path]) -> None:
    """In English word for word; in French another sentence, at the same place."""
    found = problems_of(broken(case))
    assert [problem.line(locale("en")) for problem in found] == case["says"]
    for problem in found:
        assert problem.sentence(locale("fr")) != problem.sentence(locale("en"))


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(param.id for param in CASES).items() if times > 1] == []


def test_every_rule_and_every_message_has_a_case(broken: Callable[[dict[str, Any]], Path]) -> None:
    """A rule that no case can break is no rule, and a sentence that nobody can read no sentence."""
    kept, silent = {rule.__name__ for rule in RULES}, set(locale("en").word("problems"))
    for param in CASES:
        dossier, problems = load(broken(param.values[0]))
        found = {rule.__name__: list(rule(dossier)) for rule in RULES}
        kept -= {name for name, said in found.items() if said}
        silent -= {problem.rule for said in [problems, *found.values()] for problem in said}
    assert kept == set()
    assert silent == NO_PROBLEMS | ELSEWHERE


def test_every_rule_says_what_it_asks() -> None:
    assert all((rule.__doc__ or "").strip() for rule in RULES)


def test_every_message_stands_in_both_languages() -> None:
    assert locale("fr").word("problems").keys() == locale("en").word("problems").keys()


def test_all_problems_are_said_at_once_and_in_order(pristine: Path, tmp_path: Path) -> None:
    root = tmp_path / "exemplia"
    shutil.copytree(pristine, root)
    for param in CASES:
        if "replace" in param.values[0]:
            with contextlib.suppress(AssertionError):  # an earlier case has changed the same words
                apply(param.values[0], root)
    places = [(p.place.file, p.place.line, p.place.column) for p in problems_of(root)]
    assert len(places) > 30 and places == sorted(places)
