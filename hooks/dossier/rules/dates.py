"""Rules on dates: possible, in order, and not in the future."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from ..formats import parsed
from ..load import Dossier, Entry
from ..problems import Problem
from ..records.source import UNDATED
from .references import entries

# Fields that hold a date of fact somebody already knows: none can lie in the future.
PAST = {"date", "ended", "as_of", "issued", "read", "none_found_as_of"}
DAYS = ("added", "updated", "checked")


def today() -> date:
    """The day it is, or the day that SOURCE_DATE_EPOCH says, for builds that must repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def days_in_order(dossier: Dossier) -> Iterator[Problem]:
    """A record or page is not updated before it was added, and none of its days is to come."""
    for entry in entries(dossier):
        if hasattr(entry.record, "added"):
            yield from _days(entry.record, entry.at)
    for page in dossier.pages:
        if page.meta:
            yield from _days(page.meta, lambda name, page=page: page.at(page.line_of(name)))


def _days(record: Any, place: Any) -> Iterator[Problem]:
    if record.updated < record.added:
        parts = {"early": record.updated, "late": record.added, "first": "added", "second": "updated"}
        yield Problem("days-out-of-order", place("updated"), parts)
    for name in DAYS:
        if getattr(record, name) > today():
            yield Problem("in-the-future", place(name), {"key": name, "value": getattr(record, name)})


def facts_not_in_the_future(dossier: Dossier) -> Iterator[Problem]:
    """What is told as a fact has a date that is past."""
    now = today()
    for entry in entries(dossier):
        for path, part in entry.parts:
            # Asking a model for a field that it has not is slow, and most have none of these.
            for name in type(part).model_fields.keys() & PAST:
                value = getattr(part, name)
                if isinstance(value, (str, date)) and value != UNDATED and _first_day(value) > now:
                    yield Problem("in-the-future", entry.at(*path, name), {"key": name, "value": value})


def _first_day(value: Any) -> date:
    return value if isinstance(value, date) else parsed(value)[0]


def attacks_run_forward(dossier: Dossier) -> Iterator[Problem]:
    """An attack begins before it is made public and before it ends, as far as the dates tell."""
    for entry in dossier.entries.get("attacks", []):
        attack = entry.record
        pairs = (("began", "made_public"), ("began", "ended"))
        for first, second in pairs:
            yield from _order(entry, getattr(attack, first), getattr(attack, second), first, second)


def _order(entry: Entry, first: Any, second: Any, name: str, later: str) -> Iterator[Problem]:
    if first and second and _surely_after(first.date, second.date):
        parts = {"early": second.date, "late": first.date, "first": name, "second": later}
        yield Problem("days-out-of-order", entry.at(later, "date"), parts)


def _surely_after(one: str, other: str) -> bool:
    """True if `one` comes after `other` even when only a month or a year is known."""
    length = min(len(one), len(other))
    return one[:length] > other[:length]


def answers_follow_accusations(dossier: Dossier) -> Iterator[Problem]:
    """Nobody answers an accusation before it is made."""
    for entry in dossier.entries.get("attacks", []):
        made = {one.id: one.date for one in entry.record.attributions}
        for index, response in enumerate(entry.record.responses):
            given = getattr(response, "date", None) or response.none_found_as_of
            for one in response.answers:
                if one in made and _surely_after(made[one], given):
                    parts = {"id": one, "made": made[one], "given": given}
                    yield Problem("answer-before-accusation", entry.at("responses", index), parts)


def events_end_after_they_begin(dossier: Dossier) -> Iterator[Problem]:
    """An event does not end before its date."""
    for entry in dossier.entries.get("events", []):
        event = entry.record
        if event.ended and _surely_after(event.date, event.ended):
            parts = {"early": event.ended, "late": event.date, "first": "date", "second": "ended"}
            yield Problem("days-out-of-order", entry.at("ended"), parts)


def lists_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Steps, legal steps, what followed and the hours of the day stand in the order of time."""
    for kind, names in (("attacks", ("happened", "law")), ("commitments", ("followed",)), ("summit", ("day",))):
        for entry in dossier.entries.get(kind, []):
            for name in names:
                yield from _sorted(entry, name, getattr(entry.record, name))


def _sorted(entry: Entry, name: str, parts: list[Any]) -> Iterator[Problem]:
    """A line without time of day says nothing of the lines of its day."""
    last, hour = "", ""
    for index, part in enumerate(parts):
        date, time = str(part.date), getattr(part, "time", None) or ""
        if _surely_after(last, date) or (last == date and time and hour > time):
            value, before = f"{date} {time}".strip(), f"{last} {hour}".strip()
            yield Problem("list-out-of-order", entry.at(name, index), {"list": name, "value": value, "before": before})
        last, hour = date, time or (hour if last == date else "")


def a_time_needs_a_day(dossier: Dossier) -> Iterator[Problem]:
    """A step has a time of day only if its day is known."""
    for entry in dossier.entries.get("attacks", []):
        for index, step in enumerate(entry.record.happened):
            if step.time and parsed(step.date)[1] != "day":
                yield Problem("time-without-day", entry.at("happened", index, "time"), {"date": step.date})
