"""Blocks of the sectors: the board of all, and the page of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..site import Site
from .attacks import row, section

# The language in which the list, and so the names of its sectors, were written.
ORIGINAL_LANG = "en"


def board(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """Every sector in the order of the list, with the number of its attacks before and after."""
    cells = []
    for number, sector in enumerate(site.dossier.records("sectors"), 1):
        before, after = site.split(site.attacks_by_sector[sector.id])
        cells.append({"number": number, "sector": sector, "before": len(before), "after": len(after)})
    return {"cells": cells, "summit": site.summit}


def head(site: Site, _: Mapping[str, str], sector: Any) -> dict[str, Any]:
    """What stands first: place in the list, names, who looks after it."""
    sectors = site.dossier.records("sectors")
    return {
        "sector": sector,
        "number": [one.id for one in sectors].index(sector.id) + 1,
        "total": len(sectors),
        "original_lang": ORIGINAL_LANG,
        "translated": site.lang != ORIGINAL_LANG,
        **section(site, "sectors"),
    }


def covers(_: Site, __: Mapping[str, str], sector: Any) -> dict[str, Any]:
    """What the sector is made of."""
    return {"items": sector.covers}


def leans(site: Site, _: Mapping[str, str], sector: Any) -> dict[str, Any]:
    """The sectors without which this one stops."""
    by_id = site.dossier.ids["sectors"]
    return {
        "leanings": [{"on": by_id[one.sector], "leaning": one} for one in sector.leans_on],
        "note": sector.leans_on_note,
    }


def attacks(site: Site, _: Mapping[str, str], sector: Any) -> dict[str, Any]:
    """The attacks in this sector: before | the meeting | after, with both counts."""
    before, after = site.split(site.attacks_by_sector[sector.id])
    return {
        "before": [row(site, attack) for attack in before],
        "after": [row(site, attack) for attack in after],
        "summit": site.summit,
    }
