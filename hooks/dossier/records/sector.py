"""A sector of the list, in the order of the list."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Id, Label, Prose, Record, Slug, Sourced, Sources, Strict
from .figure import Figure


class NameTranslation(Strict):
    """Who translated the name: this dossier (`ours`), or a publication that was read."""

    by: Literal["ours", "published"]
    sources: list[str] = Field(default_factory=list, description="Required unless `by: ours`.")


class Agency(Strict):
    """A body that looks after the sector."""

    name: Label
    role: Label | None = None
    sources: Sources


class Leaning(Strict):
    """Another sector without which this one stops."""

    sector: Id
    why: Prose
    sources: Sources


class Sector(Record):
    """One sector. Its number is its place in the file."""

    name: Label
    official_name: Label = Field(description="Full official name, and its translation.")
    name_translation: NameTranslation
    slug: Slug
    in_short: Sourced
    covers: list[Sourced] = Field(default_factory=list)
    agencies: list[Agency] = Field(min_length=1)
    figures: list[Figure] = Field(default_factory=list)
    leans_on: list[Leaning] = Field(default_factory=list)
    leans_on_note: Sourced | None = None
