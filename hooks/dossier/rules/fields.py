"""Rules on single fields: figures, sources, addresses, markup in texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .. import citations, small_markdown
from ..formats import parsed
from ..load import Dossier
from ..problems import Place, Problem
from ..records.base import LANGUAGES, Label, Prose
from ..records.figure import Figure
from ..records.source import UNDATED
from ..routes import Route, Routes
from .references import cited_sources, entries

_YEAR = re.compile(r"\d{4}$")


def figures_are_whole(dossier: Dossier) -> Iterator[Problem]:
    """A figure has a value, or a low and a high; it says what is counted where the measure does not."""
    for entry in entries(dossier):
        for path, one in entry.parts:
            if isinstance(one, Figure):
                for rule, name in _figure_faults(one):
                    yield Problem(rule, entry.at(*path, name), {"measure": one.measure})


def _figure_faults(one: Figure) -> Iterator[tuple[str, str]]:
    ends = (one.low is not None, one.high is not None)
    if (one.value is not None) == any(ends) or any(ends) != all(ends):
        yield "figure-value", "measure"
    elif all(ends) and one.low >= one.high:
        yield "figure-span", "low"
    if (one.measure == "other" or one.unit == "count") and not one.of:
        yield "figure-of", "measure"


def sources_are_sorted(dossier: Dossier) -> Iterator[Problem]:
    """The sources of a file are sorted by id: two people rarely add on the same line."""
    before: dict[str, str] = {}
    for entry in dossier.entries.get("sources", []):
        last = before.get(entry.file, "")
        if entry.record.id < last:
            yield Problem("unsorted-source", entry.at("id"), {"id": entry.record.id, "other": last})
        before[entry.file] = max(last, entry.record.id)


def sources_stand_in_their_year(dossier: Dossier) -> Iterator[Problem]:
    """A source stands in the file of the year in which it was issued."""
    for entry in dossier.entries.get("sources", []):
        name = entry.file.rpartition("/")[2].removesuffix(".yml")
        year = entry.record.issued if entry.record.issued == UNDATED else entry.record.issued[:4]
        if (_YEAR.match(name) or name == UNDATED) and name != year:
            yield Problem("wrong-year", entry.at("issued"), {"year": year, "name": name})


def archives_are_elsewhere(dossier: Dossier) -> Iterator[Problem]:
    """The archived copy of a source has another address than the source."""
    for entry in dossier.entries.get("sources", []):
        if entry.record.archive and entry.record.archive == entry.record.url:
            yield Problem("same-archive", entry.at("archive"))


def texts_hold_no_html(dossier: Dossier) -> Iterator[Problem]:
    """A text of a record has emphasis, links and citations, and no HTML."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            if isinstance(part, (Prose, Label)):
                for lang in LANGUAGES:
                    for rule, parts in _markup_faults(getattr(part, lang), isinstance(part, Label)):
                        yield Problem(rule, entry.at(*path, lang), parts)


def _markup_faults(text: str, is_label: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    if small_markdown.is_plain(text):
        return
    for token in small_markdown.inline(text):
        if token.type == "html_inline":
            yield "html-in-text", {"value": token.content}
        elif token.type == "link_open" and not str(token.attrs["href"]).startswith(("http://", "https://")):
            yield "web-address", {"value": token.attrs["href"], "key": "link"}
        elif token.type == "text" and "](" in token.content:
            yield "web-address", {"value": token.content.partition("](")[2].partition(")")[0], "key": "link"}
        elif token.type == "text" and "[@" in token.content:
            yield "broken-citation", {"value": token.content[token.content.index("[@"):][:40]}
        elif token.type == "figure" or (token.type == "text" and "[=" in token.content):
            yield "figure-in-record", {"value": token.content[token.content.index("[="):][:40]}
        elif is_label and token.type in ("em_open", "strong_open", "link_open"):
            yield "markup-in-label", {"value": token.markup or "[…](…)"}
        elif is_label and token.type == "citation":
            yield "citation-in-label", {"value": token.content}


def citations_are_well_formed(dossier: Dossier) -> Iterator[Problem]:
    """What stands between `[@` and `]` is one id or several, parted by semicolons."""
    for entry in entries(dossier):
        for path, one in cited_sources(entry):
            if not citations.is_id(one.source):
                yield Problem("bad-source", entry.at(*path), {"value": one.source})
    for page in dossier.pages:
        for mark in page.citations:
            for one in citations.parse(mark.parts["cited"]):
                if not citations.is_id(one.source):
                    yield Problem("bad-source", page.at(mark.line, mark.column), {"value": one.source})
        for mark in page.broken:
            rule = "broken-figure" if mark.text.startswith("[=") else "broken-citation"
            yield Problem(rule, page.at(mark.line, mark.column), {"value": mark.text})


def addresses_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """No two pages of a language stand at one address: MkDocs would overwrite in silence."""
    found: dict[tuple[str, str], list[Route]] = defaultdict(list)
    for route in Routes(dossier).table.values():
        found[route.lang, route.address].append(route)
    for (_, address), (first, *others) in found.items():
        for route in others:
            parts = {"address": address, "other": _named_at(dossier, first)}
            yield Problem("duplicate-address", _named_at(dossier, route), parts)


def _named_at(dossier: Dossier, route: Route) -> Place:
    """The place of the slug or of the address that gives a page its address."""
    if route.kind:
        entry = next(one for one in dossier.entries[route.kind] if one.record.id == route.record)
        return entry.at("slug", route.lang)
    page = next(one for one in dossier.pages if one.file == route.file)
    return page.at(page.line_of("address"))


def attacks_say_how_they_figured(dossier: Dossier) -> Iterator[Problem]:
    """An attack known by the day of the meeting says how it figured there; a later one cannot have."""
    meeting = next((entry.record.date for entry in dossier.entries.get("summit", [])), None)
    for entry in dossier.entries.get("attacks", []):
        at, public = entry.record.at_summit, entry.record.made_public.date
        known = meeting is None or parsed(public)[0] <= meeting
        if at and not known:
            yield Problem("not-at-summit", entry.at("at_summit"), {"date": public, "meeting": meeting})
        elif at and at.level != "not-found" and not at.text:
            yield Problem("how-at-summit", entry.at("at_summit", "level"), {"level": at.level})
        elif meeting and known and not at:
            yield Problem("missing-key", entry.at("id"), {"key": "at_summit"})
