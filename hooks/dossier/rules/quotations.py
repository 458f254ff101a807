"""Rules on words that somebody said: short, exact, and never given as what they are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..load import Dossier, Entry
from ..problems import Problem
from ..records.base import LANGUAGES, Prose
from ..records.quotation import MAX_WORDS, Quotation, Rendering
from ..records.summit import Statement
from .references import entries


def _quoted(dossier: Dossier) -> Iterator[tuple[Entry, tuple[Any, ...], Any]]:
    """Every quotation and every statement with words."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            if isinstance(part, Quotation) or (isinstance(part, Statement) and part.words):
                yield entry, path, part


def quotations_are_short(dossier: Dossier) -> Iterator[Problem]:
    """A quotation, and each of its renderings, has 30 words at most."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            words = getattr(part, "words", None) if isinstance(part, (Quotation, Statement, Rendering)) else None
            if words and (count := _count(words)) > MAX_WORDS:
                parts = {"count": count, "most": MAX_WORDS}
                yield Problem("long-quotation", entry.at(*path, "words"), parts)


def _count(text: str) -> int:
    """The number of words of a text; a dash alone is none."""
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))


def words_say_what_they_are(dossier: Dossier) -> Iterator[Problem]:
    """Words that are not original say who rendered them, and from which language."""
    for entry, path, part in _quoted(dossier):
        for name in ("words_lang", "words_are"):
            if getattr(part, name) is None:
                yield Problem("missing-key", entry.at(*path, "words"), {"key": name})
        if part.words_are == "original" and part.spoken_lang not in (None, part.words_lang):
            yield Problem("not-original", entry.at(*path, "words_are"), {"lang": part.spoken_lang})
        if part.words_are not in (None, "original"):
            for name in ("words_by", "spoken_lang"):
                if getattr(part, name) is None:
                    yield Problem("rendered-by-whom", entry.at(*path, "words_are"), {"key": name})


def both_languages_can_read_it(dossier: Dossier) -> Iterator[Problem]:
    """Words have a rendering in each site language that is not their own, and none in their own."""
    for entry, path, part in _quoted(dossier):
        for lang in LANGUAGES if part.words_lang else ():
            rendering = getattr(part.renderings, lang)
            if lang == part.words_lang and rendering:
                yield Problem("needless-rendering", entry.at(*path, "renderings", lang), {"lang": lang})
            if lang != part.words_lang and not rendering:
                yield Problem("missing-rendering", entry.at(*path, "words"), {"lang": lang})


def published_renderings_have_sources(dossier: Dossier) -> Iterator[Problem]:
    """A rendering that is not ours, or a published translation of a name, says where it was read."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            by = part.by if "by" in type(part).model_fields else None
            if isinstance(by, str) and by != "ours" and not getattr(part, "sources", True):
                yield Problem("rendering-without-source", entry.at(*path, "by"), {"by": by})


def statements_say_something(dossier: Dossier) -> Iterator[Problem]:
    """A statement has exact words, or the gist where they were not seen."""
    for entry in dossier.entries.get("summit", []):
        for index, said in enumerate(entry.record.statements):
            if said.words:
                continue
            about_words = (said.words_lang, said.words_are, said.words_by, said.spoken_lang, *_renderings(said))
            if any(about_words):
                yield Problem("missing-key", entry.at("statements", index), {"key": "words"})
            elif not said.gist:
                yield Problem("empty-statement", entry.at("statements", index), {"id": said.id})


def _renderings(said: Statement) -> list[Rendering | None]:
    return [getattr(said.renderings, lang) for lang in LANGUAGES]


def texts_are_translated(dossier: Dossier) -> Iterator[Problem]:
    """A text is not the same in both languages: it would have been left untranslated."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            if isinstance(part, Prose) and part.fr == part.en and len(part.fr.split()) > 4:
                yield Problem("untranslated", entry.at(*path, "en"))
