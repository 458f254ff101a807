"""Somebody's words, the language they were said in, and who turned them into others."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Language, Sources, Strict, Text

# What the quoted words are, from the closest to the speaker to the furthest.
WORDS_ARE = ("original", "official-translation", "interpreter", "press-rendering")
MAX_WORDS = 30


class Rendering(Strict):
    """The same words in another language. `by: ours` is a translation of this dossier."""

    words: Text
    by: Text = Field(description="`ours`, or the name of who published this rendering.")
    partial: bool = Field(False, description="True when it covers a part of the words only.")
    sources: list[str] = Field(default_factory=list, description="Required unless `by: ours`.")


class Renderings(Strict):
    """One rendering for each site language that is not the language of the words."""

    fr: Rendering | None = None
    en: Rendering | None = None


class Quotation(Strict):
    """Exact words, at most 30, with what they are and where they were read."""

    words: Text
    words_lang: Language
    words_are: Literal[WORDS_ARE] = Field(
        description="`original` only when the words are in the language that was spoken."
    )
    words_by: Text | None = Field(None, description="Who rendered them; required unless `original`.")
    spoken_lang: Language | None = Field(
        None, description="Language spoken or written; required unless `original`."
    )
    renderings: Renderings = Renderings()
    sources: Sources
