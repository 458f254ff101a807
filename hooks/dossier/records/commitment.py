"""What was promised or ruled out at the meeting, and what followed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import FactDate, Id, Label, Record, Sourced

COMMITMENT_KINDS = ("commitment", "red-line")


class Followed(Sourced):
    """One thing that followed, in the order of time."""

    date: FactDate
    event: Id | None = Field(None, description="The event of the timeline that tells it in full.")


class Commitment(Record):
    """A commitment, or a red line, with what followed it. No verdict: facts and where things stand."""

    kind: Literal[COMMITMENT_KINDS]
    name: Label
    by: Label = Field(description="Who committed to it, or drew the line.")
    date: FactDate
    said: Sourced = Field(description="What was said, in substance.")
    statements: list[Id] = Field(default_factory=list, description="Statements that carry it.")
    followed: list[Followed] = Field(min_length=1)
    standing: Sourced = Field(description="Where it stands, in one or two sentences.")
