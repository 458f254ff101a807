"""A dated event that is neither the meeting nor a listed attack."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import FactDate, Id, Label, Prose, Record, Sources
from .quotation import Quotation

EVENT_KINDS = ("talks", "norm", "sanction", "arrest", "trial", "measure", "statement", "war", "other")


class Event(Record):
    """One line of the timeline, before or after the meeting."""

    date: FactDate
    ended: FactDate | None = None
    kind: Literal[EVENT_KINDS]
    title: Label
    text: Prose
    quote: Quotation | None = None
    conflict: Prose | None = None
    attacks: list[Id] = Field(default_factory=list)
    sources: Sources
