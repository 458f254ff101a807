"""A term in both languages, with the official term where a State has fixed one."""

from __future__ import annotations

from pydantic import Field

from .base import (
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
)


class OfficialTerm(Strict):
    """The term a State has fixed, beside the everyday one."""

    lang: Language
    term: Text
    issued: FactDate | None = Field(None, description="Date of the official publication.")
    note: Prose | None = None
    sources: Sources


class Forms(Strict):
    """Other spellings and inflected forms under which the term is met."""

    fr: list[Text] = Field(default_factory=list)
    en: list[Text] = Field(default_factory=list)


class Term(Record):
    """One entry of the glossary."""

    term: Label
    forms: Forms = Forms()
    official: OfficialTerm | None = None
    definition: Sourced = Field(description="Two plain sentences at most.")
    why_here: Prose | None = None
    see_also: list[Id] = Field(default_factory=list)
