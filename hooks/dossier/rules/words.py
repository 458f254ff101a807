"""Rules on `data/words.yml`: a word that a dossier says otherwise is one that the site says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from ..load import Dossier, place_in
from ..locales import locale
from ..problems import Problem, nearest
from ..records.base import LANGUAGES
from ..validation import shown

FILE = "data/words.yml"
# The forms that a language may have for numbers: not all stand in the shipped words.
PLURALS = {"zero", "one", "two", "few", "many", "other"}

Path = tuple[str, ...]
# A fault: the rule, the path of the word, what the message needs.
Fault = tuple[str, Path, dict[str, Any]]


def words_are_known(dossier: Dossier) -> Iterator[Problem]:
    """A word that the dossier says otherwise stands in the interface, in the same shape."""
    for lang, groups in dossier.words.items():
        if lang in LANGUAGES:
            words = locale(lang)
            found = _faults({name: words.word(name) for name in ("interface", "problems")}, groups, (lang,))
        else:
            found = iter([("unknown-word", (str(lang),), {"nearest": nearest(lang, LANGUAGES)})])
        for rule, path, parts in found:
            yield Problem(rule, place_in(dossier.root, FILE, path), {"word": ".".join(path), "key": ".".join(path), **parts})


def _faults(shipped: Any, said: Any, path: Path) -> Iterator[Fault]:
    """What differs between a shipped word, or group of words, and what the dossier says."""
    if said is None:
        yield "empty", path, {}
        return
    expected = {dict: "mapping", list: "list"}.get(type(shipped), "text")
    if not isinstance(said, {"mapping": dict, "list": list, "text": str}[expected]):
        yield "wrong-type", path, {"expected": expected, "value": shown(said)}
    elif expected == "mapping":
        yield from _group_faults(shipped, said, path)
    elif expected == "text":
        yield from _text_faults(_filled(shipped), said, path)


def _group_faults(shipped: Mapping[str, Any], said: Mapping[Any, Any], path: Path) -> Iterator[Fault]:
    plural = "other" in shipped and set(shipped) <= PLURALS
    filled = set().union(*map(_filled, shipped.values())) if plural else set()
    for name, inner in said.items():
        if plural and name in PLURALS and isinstance(inner, str):
            yield from _text_faults(filled, inner, (*path, name))
        elif name in shipped:
            yield from _faults(shipped[name], inner, (*path, name))
        else:
            yield "unknown-word", (*path, str(name)), {"nearest": nearest(str(name), map(str, shipped))}


def _text_faults(filled: set[str], said: str, path: Path) -> Iterator[Fault]:
    """The `{parts}` of a text are those that the site fills in."""
    try:
        unknown = sorted(_filled(said) - filled)
    except ValueError:
        yield "word-braces", path, {}
        return
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in sorted(filled)) or "-"
        yield "word-parts", path, {"part": f"{{{unknown[0]}}}", "known": known}


def _filled(text: Any) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name is not None}
