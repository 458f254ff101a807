"""How hard a text is: Flesch's scale in English, Kandel and Moles' version of it in French.

`python tests/reading.py` prints a table of every page, the hardest first (`make prose`).
Formulas: Flesch (1948), 206.835 - 1.015 w/s - 84.6 syl/w; Kandel and Moles (1958),
207 - 1.015 w/s - 73.6 syl/w. Syllables are counted by pyphen; a mute final e in French is
not. A quotation, a figure, or the name of a person or an institution counts as one word
of two syllables: nobody can choose a shorter one.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyphen
from sites import ROOT, Page, built

FORMULAS = {"en": (206.835, 1.015, 84.6), "fr": (207.0, 1.015, 73.6)}
DICTIONARIES = {"en": "en_US", "fr": "fr_FR"}
# A sentence ends at . ! or ? before a capital, but not after one capital alone: U.S. Senate.
_END = re.compile(r"(?<![A-Z])[.!?…][»”)]*[\s\u00a0\u202f]+(?=[«“(]?[A-ZÀÂÉÈÊÎÔÛÇ0-9])")
_QUOTATION = re.compile(r"«[^»]*»|“[^”]*”")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’']", re.IGNORECASE)
_MUTE = re.compile(r"(?<=[^aeiouyàâéèêëîïôûùœ])(?:e|es|ent)$")
# What is not read as a text: calls of sources, the notes, quotations, figures shown large, signs.
_ASIDE = ("cite-ref", "sup", "svg", "blockquote", "figure", "table")
_ASIDE_CLASSES = (
    "notes", "words", "ladder", "key-figures", "facts", "says__who", "says__facts", "doors", "cases", "bibliography",
    "covers", "caption", "visually-hidden",
)
# A label or a date of its own is no sentence.
_FEWEST_WORDS = 6


@dataclass(frozen=True)
class Reading:
    """The ease of a text on the scale (60 is plain), its longest sentence and its length, in words."""

    ease: float
    longest: int
    words: int


def read(text: str | Iterable[str], lang: str) -> Reading:
    """Measure a text without markup, or the paragraphs of one."""
    paragraphs = [text] if isinstance(text, str) else text
    sentences = [counted for one in paragraphs for counted in _sentences(one, lang)]
    words = sum(len(syllables) for syllables, _ in sentences)
    if not words:
        return Reading(100.0, 0, 0)
    base, per_sentence, per_word = FORMULAS[lang]
    all_syllables = sum(sum(syllables) for syllables, _ in sentences)
    ease = base - per_sentence * words / len(sentences) - per_word * all_syllables / words
    return Reading(ease, max(length for _, length in sentences), words)


def _sentences(text: str, lang: str) -> Iterator[tuple[list[int], int]]:
    """For each sentence, the syllables of its words, and how many words a reader sees."""
    for one in _END.split(_QUOTATION.sub(" Quoted ", text)):
        if _WORD.search(one):
            yield _syllables_of(one, lang), len(_WORD.findall(one))


def _syllables_of(sentence: str, lang: str) -> list[int]:
    """The syllables of each word; the words of one name are one word."""
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
    return len(_dictionary(lang).positions(word)) + 1


@cache
def _dictionary(lang: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=DICTIONARIES[lang], left=1, right=1)


def paragraphs(page: Page) -> Iterator[str]:
    """The running text of a built page: its paragraphs and list items, without what stands aside."""
    skipped = " or ".join([
        *(f"self::{name}" for name in _ASIDE),
        *(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in _ASIDE_CLASSES),
    ])
    for block in page.tree.xpath(f"//article//*[self::p or self::li or self::dd][not(.//p)][not(ancestor-or-self::*[{skipped}])]"):
        text = " ".join("".join(block.xpath(f".//text()[not(ancestor::*[{skipped}])]")).split())
        if len(_WORD.findall(text)) >= _FEWEST_WORDS:
            yield text


def main() -> None:
    """Print every page of the site with the ease of its text, the hardest first."""
    with tempfile.TemporaryDirectory() as folder:
        site = built(ROOT / "mkdocs.yml", Path(folder) / "site", "https://example.org/")
        rows = [(page.lang, read(paragraphs(page), page.lang), path) for path, page in site.pages.items()]
    for lang in FORMULAS:
        print(f"\n{lang}   ease  longest sentence   words  page")
        for _, one, path in sorted((row for row in rows if row[0] == lang), key=lambda row: row[1].ease):
            print(f"     {one.ease:5.1f}  {one.longest:16}  {one.words:6}  /{path}")


if __name__ == "__main__":
    main()
