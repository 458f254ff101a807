"""The timeline: before, the day hour by hour, after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from .. import formats
from ..site import Site
from .summit import spoken


def part(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """One of the three parts of the story."""
    name = arguments["part"]
    if name == "day":
        return {"part": name, "lines": [_hour(site, one) for one in site.summit.day], "summit": site.summit}
    wanted = name == "before"
    lines = [line for line in _lines(site) if site.is_before(line["date"]) is wanted]
    return {"part": name, "lines": sorted(lines, key=_order), "summit": site.summit}


def _hour(site: Site, hour: Any) -> dict[str, Any]:
    """A line of the day, with its moment as machines read it: local time and its distance from UTC."""
    moment = None
    if hour.time:
        at = datetime.strptime(hour.time, "%H:%M").time()
        moment = datetime.combine(hour.date, at, ZoneInfo(site.summit.timezone)).isoformat(timespec="minutes")
    return {"hour": hour, "moment": moment}


def _lines(site: Site) -> list[dict[str, Any]]:
    """Events at their date, and listed attacks at the day each was made public."""
    events = [
        {"date": one.date, "event": one, "quote": spoken(site, one.quote)} for one in site.dossier.records("events")
    ]
    attacks = [{"date": one.made_public.date, "attack": one} for one in site.attacks]
    return events + attacks


def _order(line: Mapping[str, Any]) -> tuple[Any, ...]:
    """By date; a date known only to the month or year comes before its days."""
    first, precision = formats.parsed(line["date"])
    return first, {"year": 0, "month": 1, "day": 2}[precision]
