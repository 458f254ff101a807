"""Spaces and apostrophes of printed text, where a writer forgot them.

French rules: Office québécois de la langue française (spacing) and the usage of printed
French in France: a narrow no-break space before ; ! ?, a no-break space before a colon
and inside guillemets, and between a number and what follows it.
"""

from __future__ import annotations

import re

NARROW, NO_BREAK = "\u202f", "\u00a0"

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_FRENCH = (
    (re.compile(r"(?<=[\w»”’)\]%])[ \u00a0\u202f]?(?=[;!?](?:\s|$|[»)\]”]))"), NARROW),
    (re.compile(r"(?<=[\w»”’)\]%])[ \u00a0\u202f]?(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(r"«[ \u00a0\u202f]?"), "«" + NO_BREAK),
    (re.compile(r"[ \u00a0\u202f]?»"), NO_BREAK + "»"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d)[ \u00a0]?(?=[%€$])"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=(?:h|km|millions?|milliards?|er|janvier|février|mars|avril|mai|juin|juillet"
                r"|août|septembre|octobre|novembre|décembre)\b)"), NO_BREAK),
    (re.compile(r"(?<=\bh) (?=\d\d\b)"), NO_BREAK),
)
_ENGLISH = (
    (re.compile(r"(?<=\d) (?=(?:million|billion|a\.m\.|p\.m\.))"), NO_BREAK),
)
# No rule changes a text without any of these: most of the small ones.
_MAYBE = re.compile(r"[\d';:!?«»]")
_RULES = {"fr": _FRENCH, "en": _ENGLISH}


def tidy(text: str, lang: str) -> str:
    """`text` with the no-break spaces and apostrophes of `lang`; other languages are left alone."""
    if lang not in _RULES:
        return text
    if not _MAYBE.search(text):
        return text
    text = _APOSTROPHE.sub("’", text)
    for pattern, put in _RULES[lang]:
        text = pattern.sub(put, text)
    return text
