"""The models: the only list of fields and allowed values of each kind of record."""

from __future__ import annotations

from .attack import Attack
from .base import Record, Strict
from .commitment import Commitment
from .correction import Correction, SetAside
from .elsewhere import OtherList
from .event import Event
from .glossary import Term
from .sector import Sector
from .source import Source
from .summit import Summit

# The kinds a dossier may hold, in the order in which they are read and checked.
# Each is one file `data/<kind>.yml` or one folder `data/<kind>/*.yml`.
KINDS: dict[str, type[Strict]] = {
    "sources": Source,
    "sectors": Sector,
    "summit": Summit,
    "attacks": Attack,
    "events": Event,
    "commitments": Commitment,
    "elsewhere": OtherList,
    "glossary": Term,
    "set-aside": SetAside,
    "corrections": Correction,
}

__all__ = [
    "KINDS", "Attack", "Commitment", "Correction", "Event", "OtherList", "Record", "Sector",
    "SetAside", "Source", "Strict", "Summit", "Term",
]
