"""The closed vocabulary of markers: which blocks a page may ask for, with which arguments."""

from __future__ import annotations

from .load import Dossier
from .records.commitment import COMMITMENT_KINDS
from .records.source import SOURCE_KINDS
from .records.summit import CERTAINTIES, STANCES

# Blocks of pages of prose, and the arguments each must have.
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "sectors": (), "attacks": (), "timeline": ("part",), "people": ("party",), "sessions": (), "agenda": (),
    "voices": ("topic",), "outcomes": ("agreed",), "findings": ("certainty",), "views": ("stance",),
    "glossary": (), "sources": ("kind",), "corrections": (), "set-aside": (), "ladder": (), "certainty": (),
    "imprint": (), "grid": (), "commitments": ("which",), "elsewhere": (), "elsewhere-list": ("list",),
    "statement": ("id",),
}


def values(argument: str, dossier: Dossier) -> list[str]:
    """The values that an argument may take in this dossier."""
    summit = dossier.summit
    known = {
        "part": ["before", "day", "after"],
        "party": [party.id for party in summit.parties],
        "topic": [topic.id for topic in summit.topics],
        "agreed": ["yes", "no"],
        "certainty": list(CERTAINTIES),
        "stance": list(STANCES),
        "kind": list(SOURCE_KINDS),
        "which": list(COMMITMENT_KINDS),
        "list": list(dossier.ids["elsewhere"]),
        "id": [statement.id for statement in summit.statements],
    }
    return known[argument]
