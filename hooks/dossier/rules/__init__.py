"""Check: every rule the records and the prose must keep.

A rule is one function that takes the dossier and yields problems; the first line of
its docstring is the rule in one sentence. Each has its messages in
`hooks/locales/<language>/problems.yml` and its faults in `tests/test_rules.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..load import Dossier
from ..problems import Problem
from . import references

Rule = Callable[[Dossier], Iterator[Problem]]

RULES: list[Rule] = [
    references.one_summit,
    references.ids_are_unique,
    references.local_ids_are_unique,
    references.sources_exist,
    references.sources_are_cited,
    references.records_exist,
    references.summit_parts_exist,
    references.responses_answer_attributions,
    references.prose_marks_exist,
]


def check(dossier: Dossier) -> list[Problem]:
    """Every problem that the rules find, in no order."""
    return [problem for rule in RULES for problem in rule(dossier)]
