"""How hard a text is: Flesch's scale in English, Kandel and Moles' version of it in French.

`python tests/reading.py` prints a table of every page, the hardest first (`make prose`).
Formulas: Flesch (1948), 206.835 - 1.015 w/s - 84.6 syl/w; Kandel and Moles (1958),
207 - 1.015 w/s - 73.6 syl/w. Syllables are counted by pyphen; a mute final e in French is
not. A quotation, a figure, or the name of a person or an institution counts as one word
of two syllables: nobody can choose a shorter one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pyphen

FORMULAS = {"en": (206.835, 1.015, 84.6), "fr": (207.0, 1.015, 73.6)}
DICTIONARIES = {"en": "en_US", "fr": "fr_FR"}
# A sentence ends at . ! or ? before a capital, but not after one capital alone: U.S. Senate.
_END = re.compile(r"(?<![A-Z])[.!?…][»”)]*[\s\u00a0\u202f]+(?=[«“(]?[A-ZÀÂÉÈÊÎÔÛÇ0-9])")
_QUOTATION = re.compile(r"«[^»]*»|“[^”]*”")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’']", re.IGNORECASE)
_MUTE = re.compile(r"(?<=[^aeiouyàâéèêëîïôûùœ])(?:e|es|ent)$")


@dataclass(frozen=True)
class Reading:
    """The ease of a text on the scale (60 is plain), and its longest sentence in words."""

    ease: float
    longest: int
    words: int


def read(text: str, lang: str) -> Reading:
    """Measure a text without markup."""
    sentences = [one for one in _END.split(_QUOTATION.sub(" Namenane ", text)) if _WORD.search(one)]
    counts = [_syllables_of(one, lang) for one in sentences]
    words = sum(len(one) for one in counts)
    if not words:
        return Reading(100.0, 0, 0)
    base, per_sentence, per_word = FORMULAS[lang]
    ease = base - per_sentence * words / len(counts) - per_word * sum(map(sum, counts)) / words
    return Reading(ease, max(len(_WORD.findall(one)) for one in sentences), words)


def _syllables_of(sentence: str, lang: str) -> list[int]:
    """The syllables of each word; words of one name are one word."""
    counts: list[int] = []
    in_name = False
    for position, word in enumerate(_WORD.findall(sentence)):
        bare = _ELIDED.sub("", word) if lang == "fr" else word
        named = position > 0 and (bare[:1].isupper() or bare[:1].isdigit())
        if not (named and in_name):
            counts.append(2 if named else _syllables(bare.lower().strip("."), lang))
        in_name = named
    return counts


@cache
def _syllables(word: str, lang: str) -> int:
    if lang == "fr":
        word = _MUTE.sub("", word) or word
    hyphens = _dictionary(lang).positions(word)
    return len(hyphens) + 1


@cache
def _dictionary(lang: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=DICTIONARIES[lang], left=1, right=1)
