"""A listed attack: what happened, who accuses, what the accused answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from .base import (
    Clock,
    FactDate,
    Id,
    Label,
    Prose,
    Record,
    Slug,
    Sourced,
    Sources,
    Strict,
    Territory,
)
from .figure import Figure
from .quotation import Quotation

ATTACK_KINDS = ("espionage", "ransomware", "sabotage", "denial-of-service", "supply-chain", "other")

# What an accusation rests on, from the strongest basis to the weakest: the ladder of proof.
BASES = (
    "court-judgment", "indictment-or-sanction", "several-governments", "one-government",
    "company-or-researchers", "group-itself", "press",
)
# The rung of those who say that they did it themselves.
CLAIM = "group-itself"
ACCUSED_KINDS = ("state", "service", "group", "company", "person")
SUMMIT_LEVELS = ("named", "alluded", "not-found")


class Moment(Strict):
    """A date as exact as it is known, and what is to be said of it."""

    date: FactDate
    note: Prose | None = None
    sources: Sources


class Step(Sourced):
    """One thing that happened, in the order of the story."""

    date: FactDate
    time: Clock | None = None


class Accused(Strict):
    """Whom an attribution names. `kind` keeps people, groups and States apart."""

    name: Label
    country: Territory | None = None
    kind: Literal[ACCUSED_KINDS]


class Attribution(Strict):
    """Who attributes the attack, when, to whom, in which words, on what basis."""

    id: Id = Field(description="Unique in this attack; responses refer to it.")
    by: Label
    date: FactDate
    accused: list[Accused] = Field(
        default_factory=list, description="Empty when nobody is named, or when the author of an "
        "attack, or the attack itself, is denied."
    )
    says: Prose
    quote: Quotation | None = None
    confidence: Label | None = Field(None, description="Degree of confidence, in the words used.")
    basis: Literal[BASES]
    basis_note: Label | None = None
    sources: Sources

    @property
    def accuses(self) -> bool:
        """True if somebody else is named: who claims an act accuses nobody, and owes no answer."""
        return bool(self.accused) and self.basis != CLAIM


class Answer(Strict):
    """What the accused answers."""

    by: Label
    date: FactDate
    answers: list[Id] = Field(min_length=1, description="Ids of the attributions it answers.")
    says: Prose
    quote: Quotation | None = None
    sources: Sources


class NoAnswer(Strict):
    """No answer was found: where one looked, and up to when."""

    none_found_as_of: FactDate
    silent: Label | None = Field(
        None, description="Who gave no answer; required where another of the accused did answer."
    )
    answers: list[Id] = Field(min_length=1, description="Ids of the attributions left unanswered.")
    looked_in: Prose


def _which(value: Any) -> str:
    """Tell an answer from "none found", so that a message speaks of one of them only."""
    found = "none_found_as_of" in value if isinstance(value, dict) else isinstance(value, NoAnswer)
    return "none-found" if found else "answer"


Response = Annotated[
    Annotated[Answer, Tag("answer")] | Annotated[NoAnswer, Tag("none-found")], Discriminator(_which)
]


class Analysis(Strict):
    """What somebody who neither accuses nor is accused says of it."""

    by: Label
    date: FactDate
    says: Prose
    sources: Sources


class LegalStep(Sourced):
    """What followed in law."""

    date: FactDate


class Conflict(Strict):
    """A point on which sources disagree: the versions stand side by side."""

    point: Label
    versions: list[Sourced] = Field(min_length=2)


class AtSummit(Strict):
    """How the attack figured at the summit."""

    level: Literal[SUMMIT_LEVELS]
    text: Sourced | None = Field(None, description="Required unless `not-found`.")


class Attack(Record):
    """One listed attack. `disputed: true` when it is doubtful that there was one."""

    name: Label
    slug: Slug
    kind: Literal[ATTACK_KINDS]
    kind_note: Prose | None = None
    disputed: bool = False
    began: Moment | None = None
    made_public: Moment
    ended: Moment | None = None
    target: Sourced = Field(description="Who was hit.")
    countries: list[Territory] = Field(
        min_length=1, description="ISO 3166 codes of where it was hit; 001 for the whole world."
    )
    sectors: list[Id] = Field(default_factory=list)
    in_short: Sourced = Field(description="Two or three sentences for a reader of 15.")
    happened: list[Step] = Field(min_length=1)
    figures: list[Figure] = Field(default_factory=list)
    attributions: list[Attribution] = Field(default_factory=list)
    responses: list[Response] = Field(default_factory=list)
    analyses: list[Analysis] = Field(default_factory=list)
    law: list[LegalStep] = Field(default_factory=list)
    conflicts: list[Conflict] = Field(default_factory=list)
    at_summit: AtSummit | None = Field(
        None, description="Required for an attack made public up to the meeting, left out after it."
    )
    related: list[Id] = Field(default_factory=list)
