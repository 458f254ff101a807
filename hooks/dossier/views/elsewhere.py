"""Blocks of the lists drawn up elsewhere, beside the list of this dossier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..site import Site


def table(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """A row for each sector, a column for each other list: names, or no equivalent."""
    lists = site.dossier.records("elsewhere")
    rows = [
        {"sector": sector, "cells": [_cell(site, other, sector.id) for other in lists]}
        for sector in site.dossier.records("sectors")
    ]
    return {"lists": lists, "rows": rows}


def whole(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """One list in full, with the names that have no counterpart here."""
    other = site.dossier.ids["elsewhere"][arguments["list"]]
    matched = {item for match in other.matches for item in match.items}
    return {
        "other": other,
        "items": [{**_name(site, other, one), "alone": one.id not in matched} for one in other.items],
        "translated": site.lang not in other.names_in,
    }


def of_sector(site: Site, _: Mapping[str, str], sector: Any) -> dict[str, Any]:
    """What stands for one sector in each other list, and why."""
    lists = site.dossier.records("elsewhere")
    source = "sectors/elsewhere.md"
    return {
        "lists": [{"other": other, **_cell(site, other, sector.id)} for other in lists],
        "more": site.path_of_page(source) if (site.lang, source) in site.routes.table else None,
    }


def _cell(site: Site, other: Any, sector: str) -> dict[str, Any]:
    match = next(one for one in other.matches if one.sector == sector)
    by_id = {one.id: one for one in other.items}
    return {"match": match, "names": [_name(site, other, by_id[one]) for one in match.items]}


def _name(site: Site, other: Any, item: Any) -> dict[str, Any]:
    """A name in the language of the page, and the official one where that is a translation."""
    official = site.lang if site.lang in other.names_in else other.names_in[0]
    written = getattr(item.name, official, None)
    return {
        "item": item, "name": site.said(item.name),
        "official": written if official != site.lang else None, "lang": official,
    }
