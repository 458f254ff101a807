"""Rules on lists of sectors drawn up elsewhere: each sector of ours is compared once, aloud."""

from __future__ import annotations

from collections.abc import Iterator

from ..load import Dossier
from ..problems import Problem, nearest


def other_lists_speak_of_every_sector(dossier: Dossier) -> Iterator[Problem]:
    """Another list has one match for each sector, `none` where it has no equivalent."""
    if dossier.unread & {"sectors"} or dossier.broken.get("sectors"):
        return  # which sectors there are is not known
    known = dossier.ids["sectors"]
    for entry in dossier.entries.get("elsewhere", []):
        seen: set[str] = set()
        for index, match in enumerate(entry.record.matches):
            if match.sector not in known:
                parts = {"id": match.sector, "nearest": nearest(match.sector, known), "kind": "sectors"}
                yield Problem("dangling-record", entry.at("matches", index, "sector"), parts)
            elif match.sector in seen:
                yield Problem("match-twice", entry.at("matches", index, "sector"), {"sector": match.sector})
            seen.add(match.sector)
        for sector in known:
            if sector not in seen:
                yield Problem("no-match", entry.at("matches"), {"sector": sector})


def matches_name_sectors_of_their_list(dossier: Dossier) -> Iterator[Problem]:
    """A match names sectors of its own list, and `none` names nothing."""
    for entry in dossier.entries.get("elsewhere", []):
        known = {one.id for one in entry.record.items}
        for index, match in enumerate(entry.record.matches):
            if (match.match == "none") == bool(match.items):
                yield Problem("match-items", entry.at("matches", index, "match"), {"match": match.match})
            for place, item in enumerate(match.items):
                if item not in known:
                    parts = {"id": item, "nearest": nearest(item, known), "kind": "items"}
                    yield Problem("dangling-record", entry.at("matches", index, "items", place), parts)
