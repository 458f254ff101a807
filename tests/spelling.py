"""Spelling in both languages: hunspell with Debian's dictionaries, and the project's own words.

`python tests/spelling.py` prints each word that no dictionary knows, with the places where
it stands. A name or a term that is right goes into `tests/words/<language>.txt`; a slip is
mended where it stands.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from pathlib import Path

from dossier.load import load
from sites import ROOT
from writing import Written, written

DICTIONARIES = {"fr": "fr_FR", "en": "en_US"}
OWN = Path(__file__).parent / "words"
# Letters alone: what holds a digit is a name, like Cl0p or APT28.
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[-’'][^\W\d_]+)*(?!\w)")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
_ADDRESS = re.compile(r"https?://\S+|\b[\w.-]+\.(?:com|org|gov|net|ru|eu|fr|ch)\b")


def words_of(one: Written) -> set[str]:
    """The words of a text, without elided articles, possessives and abbreviations in capitals."""
    found = set()
    for word in _WORD.findall(_ADDRESS.sub(" ", one.text)):
        bare = _ELIDED.sub("", word) if one.lang == "fr" else _POSSESSIVE.sub("", word)
        if len(bare) > 1 and not bare.isupper():
            found.add(bare.replace("’", "'"))
    return found


def unknown(words: set[str], lang: str) -> set[str]:
    """Those of the words that neither hunspell nor the project's list knows.

    A word with hyphens is known if it is, or if each of its parts is.
    """
    own = set((OWN / f"{lang}.txt").read_text(encoding="utf-8").split())
    own |= {one[0].upper() + one[1:] for one in own}  # at the head of a sentence
    doubtful = _hunspell(words - own, lang)
    parts = {word: set(re.split(r"-", word)) for word in doubtful}
    wrong = _hunspell(set().union(*parts.values(), set()) - own, lang)
    return {word for word, pieces in parts.items() if pieces & wrong}


def _hunspell(words: set[str], lang: str) -> set[str]:
    """The words that hunspell does not know. Raises FileNotFoundError where it is not installed."""
    command = ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[lang], "-l"]
    done = subprocess.run(command, input="\n".join(sorted(words)), capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")) & words


def slips(texts: list[Written]) -> dict[tuple[str, str], list[Written]]:
    """For each language and unknown word, the texts in which it stands."""
    where: dict[tuple[str, str], list[Written]] = defaultdict(list)
    for one in texts:
        for word in words_of(one):
            where[one.lang, word].append(one)
    wrong = {lang: unknown({word for one, word in where if one == lang}, lang) for lang in DICTIONARIES}
    return {key: found for key, found in sorted(where.items()) if key[1] in wrong[key[0]]}


def sentences(found: dict[tuple[str, str], list[Written]]) -> list[str]:
    """One sentence for each unknown word, with its first places and what to do."""
    return [
        f"{', '.join(str(one.at()) for one in texts[:3])}: “{word}” is in no {lang} dictionary. "
        f"Correct it, or add it to tests/words/{lang}.txt."
        for (lang, word), texts in found.items()
    ]


if __name__ == "__main__":
    print("\n".join(sentences(slips(list(written(load(ROOT)[0]))))))
