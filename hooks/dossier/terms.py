"""Find the terms of the glossary in running text, in time that grows with the text alone.

The text is cut into words (an apostrophe parts them, so that « l’attaque » holds
« attaque »); at each word one look-up tells which terms may begin there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"\w+")
# What may stand between two words of a term: a comma or a period parts them.
_JOIN = re.compile(r"[\s'’/-]+")


@dataclass(frozen=True)
class Found:
    """A term in a text, from `start` to `end`."""

    term: str
    start: int
    end: int


class Lexicon:
    """The forms under which the terms of one language are met."""

    def __init__(self, terms: Iterable[Any], lang: str) -> None:
        # First word of a form -> (the other words, id of the term), the longest form first.
        self._forms: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for term in terms:
            for form in _forms(term, lang):
                first, *rest = form
                self._forms[first].append((tuple(rest), term.id))
        for forms in self._forms.values():
            forms.sort(key=lambda form: len(form[0]), reverse=True)

    def find(self, text: str) -> Iterator[Found]:
        """Every term in the text, in its order, the longest where several begin at one word."""
        words = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            step = 1
            for rest, term in self._forms.get(words[at][0], ()):
                last = at + len(rest)
                following = tuple(word for word, _, _ in words[at + 1 : last + 1])
                gaps = (text[words[i][2] : words[i + 1][1]] for i in range(at, last))
                if following == rest and all(map(_JOIN.fullmatch, gaps)):
                    yield Found(term, words[at][1], words[at + len(rest)][2])
                    step = 1 + len(rest)
                    break
            at += step


def _forms(term: Any, lang: str) -> set[tuple[str, ...]]:
    """The term itself, its written forms, and each with an s at its end."""
    written = [getattr(term.term, lang), *getattr(term.forms, lang)]
    forms = {tuple(_WORD.findall(form.casefold())) for form in written}
    return {form for one in forms if one for form in (one, (*one[:-1], f"{one[-1]}s"))}
