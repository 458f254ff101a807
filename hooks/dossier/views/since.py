"""Blocks of what followed: attacks by sector and year, and what became of each commitment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import formats
from ..site import Site

# How many years before that of the meeting have a column of their own; earlier ones share one.
YEARS_APART = 6


@dataclass(frozen=True)
class Column:
    """A span of years on one side of the meeting: `last` is `first` for a single year."""

    first: int
    last: int
    after: bool
    split: bool = False


def grid(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """For each sector, its attacks by the year in which they were made public.

    The year of the meeting stands twice: up to the meeting, and after it.
    """
    columns = _columns(site)
    rows = []
    for sector in site.dossier.records("sectors"):
        cells: dict[Column, list[Any]] = defaultdict(list)
        for attack in site.attacks_by_sector[sector.id]:
            cells[_column(site, columns, attack)].append(attack)
        before, after = site.split(site.attacks_by_sector[sector.id])
        rows.append({
            "sector": sector, "cells": [cells[column] for column in columns],
            "before": len(before), "after": len(after),
        })
    return {"columns": columns, "rows": rows, "sides": _sides(columns), "summit": site.summit}


def _columns(site: Site) -> list[Column]:
    years = [_year(attack) for attack in site.attacks]
    pivot = site.pivot.year
    first, last = min([*years, pivot]), max([*years, pivot])
    apart = max(first, pivot - YEARS_APART)
    early = [Column(first, apart - 1, after=False)] if first < apart else []
    single = [Column(year, year, after=False) for year in range(apart, pivot)]
    meeting = [Column(pivot, pivot, after=after, split=True) for after in (False, True)]
    return [*early, *single, *meeting, *(Column(year, year, after=True) for year in range(pivot + 1, last + 1))]


def _column(site: Site, columns: list[Column], attack: Any) -> Column:
    after = not site.is_before(attack.made_public.date)
    return next(one for one in columns if one.after == after and one.first <= _year(attack) <= one.last)


def _year(attack: Any) -> int:
    return formats.parsed(attack.made_public.date)[0].year


def _sides(columns: list[Column]) -> tuple[list[Column], list[Column]]:
    return [one for one in columns if not one.after], [one for one in columns if one.after]


def commitments(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """Each commitment, or each red line, with what followed."""
    said = {one.id: one for one in site.summit.statements}
    topics = {one.id: site.said(one.name) for one in site.summit.topics}
    return {"commitments": [
        {
            "commitment": one,
            "statements": [
                {"id": name, "speaker": site.said(site.people[said[name].speaker].name), "topic": topics[said[name].topics[0]]}
                for name in one.statements
            ],
        }
        for one in site.dossier.records("commitments") if one.kind == arguments["which"]
    ]}
