"""Lists of sectors that others have drawn up, beside the list of this dossier."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import FactDate, Id, Label, Language, Prose, Record, Sourced, Sources, Strict, Territory

MATCHES = ("same", "partial", "none")


class Counterpart(Strict):
    """A sector of the other list, by its official name."""

    id: Id
    name: Label
    checked: bool = Field(
        True, description="False where the official wording was not read in one of its official languages."
    )
    sources: list[str] = Field(default_factory=list, description="Where its name was read, if not with the others.")


class Match(Strict):
    """Which sectors of the other list stand for one of ours: always a reading of this dossier."""

    sector: Id
    match: Literal[MATCHES]
    items: list[Id] = Field(default_factory=list, description="Empty for `match: none`.")
    reason: Prose
    sources: Sources


class OtherList(Record):
    """A list of sectors in force elsewhere, and how it compares."""

    name: Label = Field(description="Its name, or the title of the law.")
    short: Label = Field(description="Head of its column: France, NIS 2.")
    territory: Territory = Field(description="ISO 3166 code of the country; EU for the Union.")
    names_in: list[Language] = Field(
        min_length=1, description="Languages in which its names are official; the others are our translation."
    )
    since: FactDate
    about: Sourced = Field(description="What the list is, who draws it up, what follows from being on it.")
    items: list[Counterpart] = Field(min_length=1)
    items_sources: Sources
    matches: list[Match]
