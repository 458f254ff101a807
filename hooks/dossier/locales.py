"""The words of the interface and of the messages, in one language.

They stand in `hooks/locales/<language>/*.yml`, one file a group; a dossier may override
any of them in its own `data/words.yml`, under the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import babel

from . import yaml_text
from .typography import tidy

FOLDER = Path(__file__).resolve().parent.parent / "locales"

# The territory whose habits each language follows: March 31, 2019 and 1:30 p.m.; 31 mars 2019, 13 h 30.
TERRITORY = {"fr": "fr_FR", "en": "en_US"}


class MissingWord(KeyError):
    """A key that no locale file has: a fault of the code or of a template."""


class Locale:
    """Every word in one language, found by its dotted key."""

    def __init__(self, lang: str, words: Mapping[str, Any]) -> None:
        self.lang = lang
        self.babel = babel.Locale.parse(TERRITORY.get(lang, lang))
        self._words = words

    def word(self, key: str) -> Any:
        """The word, or the group of words, under a dotted key. Raises `MissingWord`."""
        found: Any = self._words
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise MissingWord(f"{self.lang}: {key}")
            found = found[part]
        return found

    def has(self, key: str) -> bool:
        """True if the dotted key names a word."""
        try:
            self.word(key)
        except MissingWord:
            return False
        return True

    def text(self, key: str, /, **parts: Any) -> str:
        """The sentence under `key`, with its `{parts}` filled in."""
        return str(self.word(key)).format(**parts)

    def printed(self, key: str, /, **parts: Any) -> str:
        """`text` as a page prints it, with the spaces and apostrophes of the language."""
        return tidy(self.text(key, **parts), self.lang)

    def count(self, key: str, n: int, /, **parts: Any) -> str:
        """The form for `n` things, by the plural rules of the language. `{n}` is filled in."""
        forms = self.word(key)
        form = self.babel.plural_form(n)
        return str(forms.get(form, forms["other"])).format(n=n, **parts)


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        inner = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(inner, Mapping)
        merged[key] = _merged(inner, value) if both else value
    return merged


@lru_cache(maxsize=8)
def _shipped(lang: str) -> Mapping[str, Any]:
    files = sorted((FOLDER / lang).glob("*.yml"))
    return {f.stem: yaml_text.load(f.read_text(encoding="utf-8")) for f in files}


def locale(lang: str, overrides: Mapping[str, Any] | None = None) -> Locale:
    """The locale of `lang`, with the words that a dossier says otherwise."""
    words = _shipped(lang)
    return Locale(lang, _merged(words, overrides) if overrides else words)


def message_language(environment: Mapping[str, str]) -> str:
    """The language for messages in a terminal: French where the locale is French, else English."""
    chosen = next((environment[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(k)), "")
    return "fr" if chosen.lower().startswith("fr") else "en"
