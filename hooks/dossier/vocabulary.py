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
    "statement": ("id",), "line": ("labels",), "leanings": (), "ransoms": (),
    "pupil": (), "documents": ("statements",), "pair": ("statements",), "answer-lines": ("count",), "key-words": ("terms",),
}

# Arguments that name several things, parted by commas.
LISTS = {"labels", "statements", "terms"}


def values(argument: str, dossier: Dossier) -> list[str] | None:
    """The values that an argument may take in this dossier; None if that cannot be told."""
    summit = dossier.summit
    known: dict[str, list[str] | None] = {
        "part": ["before", "day", "after"],
        "party": [party.id for party in summit.parties],
        "topic": [topic.id for topic in summit.topics],
        "agreed": ["yes", "no"],
        "certainty": list(CERTAINTIES),
        "stance": list(STANCES),
        "kind": list(SOURCE_KINDS),
        "which": list(COMMITMENT_KINDS),
        "list": _ids(dossier, "elsewhere"),
        "labels": _ids(dossier, "attacks"),
        "id": [statement.id for statement in summit.statements],
        "statements": [statement.id for statement in summit.statements],
        "terms": _ids(dossier, "glossary"),
        "count": [str(number) for number in range(1, 13)],
    }
    return known[argument]


def _ids(dossier: Dossier, kind: str) -> list[str] | None:
    """The ids of a kind, those of records left out for a problem of form among them."""
    if kind in dossier.unread:
        return None
    return sorted({*dossier.ids[kind], *dossier.broken.get(kind, ())})
