"""The meeting the dossier is about: who, when, what was said, what was agreed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import (
    Clock,
    Day,
    FactDate,
    Id,
    Label,
    Language,
    Prose,
    Record,
    Sourced,
    Sources,
    Strict,
    Text,
    TimeZone,
)
from .quotation import WORDS_ARE, Quotation, Renderings

CERTAINTIES = ("established", "one-side", "not-public")
STANCES = ("critic", "defender")


class Party(Strict):
    """A side of the table. The first two are the two voices, left and right."""

    id: Id
    name: Label


class Person(Strict):
    """Somebody who was there, or who spoke about it."""

    id: Id
    name: Label
    role: Label
    party: Id | None = None
    sessions: Label | None = Field(None, description="Where this person sat, if at the table.")
    note: Prose | None = None
    sources: Sources


class Topic(Strict):
    """What statements are about. `silence` is what to say where one party said nothing."""

    id: Id
    name: Label
    silence: dict[Id, Sourced] = Field(default_factory=dict)


class Statement(Strict):
    """Somebody's words on one topic: exact words, or the gist where they were not seen."""

    id: Id
    speaker: Id
    occasion: Label
    date: FactDate
    topics: list[Id] = Field(min_length=1)
    words: Text | None = None
    words_lang: Language | None = None
    words_are: Literal[WORDS_ARE] | None = None
    words_by: Text | None = None
    spoken_lang: Language | None = None
    renderings: Renderings = Renderings()
    gist: Prose | None = Field(None, description="In substance, where exact words were not seen.")
    note: Prose | None = None
    sources: Sources

    @property
    def quotation(self) -> Quotation | None:
        """The words as a quotation, or None where only the gist is known."""
        if self.words is None:
            return None
        return Quotation(
            words=self.words, words_lang=self.words_lang, words_are=self.words_are,
            words_by=self.words_by, spoken_lang=self.spoken_lang,
            renderings=self.renderings, sources=self.sources,
        )


class Hour(Sourced):
    """One line of the day. `about: true` for a time that is not exact."""

    id: Id
    date: Day
    time: Clock | None = None
    time_words: Label | None = Field(None, description="In place of `time`: in the evening.")
    about: bool = False
    conflict: Prose | None = None


class Outcome(Strict):
    """A point agreed, or not."""

    id: Id
    agreed: bool
    name: Label
    text: Prose
    sources: Sources


class Finding(Strict):
    """What is known of the document, and how firmly."""

    id: Id
    certainty: Literal[CERTAINTIES]
    text: Prose
    sources: Sources


class View(Strict):
    """What a critic or a defender said of it."""

    id: Id
    stance: Literal[STANCES]
    by: Label
    text: Prose
    quote: Quotation | None = None
    sources: Sources


class Summit(Record):
    """The one meeting of the dossier; its `date` divides before from after."""

    name: Label
    date: Day
    place: Label
    timezone: TimeZone = Field(description="Name in the time zone database: Europe/Zurich.")
    in_short: Sourced
    parties: list[Party] = Field(min_length=2)
    people: list[Person] = Field(min_length=2)
    sessions: list[Sourced] = Field(default_factory=list, description="How the talks were organised.")
    agenda: list[Sourced] = Field(default_factory=list)
    day: list[Hour] = Field(min_length=1)
    topics: list[Topic] = Field(min_length=1)
    statements: list[Statement] = Field(min_length=1)
    outcomes: list[Outcome] = Field(min_length=1)
    findings: list[Finding] = Field(default_factory=list)
    views: list[View] = Field(default_factory=list)
