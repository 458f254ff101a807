"""What was got wrong and mended, and what was left out and why."""

from __future__ import annotations

from pydantic import Field

from .base import Day, Id, Label, Prose, Strict, Text


class Correction(Strict):
    """One correction: what the page said, what it says, why, when."""

    id: Id
    date: Day
    page: Text = Field(description="Path of the page without language: attacks/<id>.md")
    was: Prose
    is_: Prose = Field(alias="is")
    why: Prose


class SetAside(Strict):
    """Something looked at and not shown, the reason, and what would bring it back."""

    id: Id
    date: Day
    what: Label
    why: Prose
    would_return: Prose
    sources: list[str] = Field(default_factory=list)
