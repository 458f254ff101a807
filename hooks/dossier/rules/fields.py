"""Rules on single fields: figures, sources, addresses, markup in texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .. import citations, small_markdown
from ..load import Dossier
from ..locales import locale
from ..problems import Place, Problem, nearest
from ..records.base import LANGUAGES, Label, Prose
from ..records.figure import Figure
from ..routes import Routes
from ..walk import walk
from .references import entries

_YEAR = re.compile(r"\d{4}$")


def figures_are_whole(dossier: Dossier) -> Iterator[Problem]:
    """A figure has a value, or a low and a high; it says what is counted where the measure does not."""
    for entry in entries(dossier):
        for path, one in walk(entry.record):
            if isinstance(one, Figure):
                for rule, name in _figure_faults(one):
                    yield Problem(rule, entry.at(*path, name), {"measure": one.measure})


def _figure_faults(one: Figure) -> Iterator[tuple[str, str]]:
    ends = (one.low is not None, one.high is not None)
    if (one.value is not None) == any(ends) or any(ends) != all(ends):
        yield "figure-value", "measure"
    elif all(ends) and one.low >= one.high:
        yield "figure-span", "low"
    if one.measure == "other" and not one.of:
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
        year = entry.record.issued[:4]
        if _YEAR.match(name) and name != year:
            yield Problem("wrong-year", entry.at("issued"), {"year": year, "name": name})


def archives_are_elsewhere(dossier: Dossier) -> Iterator[Problem]:
    """The archived copy of a source has another address than the source."""
    for entry in dossier.entries.get("sources", []):
        if entry.record.archive and entry.record.archive == entry.record.url:
            yield Problem("same-archive", entry.at("archive"))


def texts_hold_no_html(dossier: Dossier) -> Iterator[Problem]:
    """A text of a record has emphasis, links and citations, and no HTML."""
    for entry in entries(dossier):
        for path, part in walk(entry.record):
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
        elif is_label and token.type == "citation":
            yield "citation-in-label", {"value": token.content}


def citations_are_well_formed(dossier: Dossier) -> Iterator[Problem]:
    """In prose, what stands between `[@` and `]` is one id or several, parted by semicolons."""
    for page in dossier.pages:
        for mark in page.citations:
            for one in citations.parse(mark.parts["cited"]):
                if not citations.is_id(one.source):
                    yield Problem("bad-source", page.at(mark.line, mark.column), {"value": one.source})


def addresses_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """No two pages of a language stand at one address: MkDocs would overwrite in silence."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for route in Routes(dossier).table.values():
        found[route.lang, route.address].append(route.file)
    for (_, address), files in found.items():
        if len(files) > 1:
            yield Problem("duplicate-address", Place(files[1]), {"address": address, "other": files[0]})


def attacks_say_how_they_figured(dossier: Dossier) -> Iterator[Problem]:
    """An attack that figured at the meeting says how."""
    for entry in dossier.entries.get("attacks", []):
        at = entry.record.at_summit
        if at.level != "not-found" and not at.text:
            yield Problem("how-at-summit", entry.at("at_summit", "level"), {"level": at.level})


def words_are_known(dossier: Dossier) -> Iterator[Problem]:
    """A word that the dossier says otherwise is a word of the interface."""
    for lang, groups in dossier.words.items():
        if lang not in LANGUAGES:
            yield Problem("unknown-word", Place("data/words.yml"), {"word": lang, "nearest": nearest(lang, LANGUAGES)})
            continue
        shipped = locale(lang)
        for key in _keys(groups):
            if not shipped.has(key):
                yield Problem("unknown-word", Place("data/words.yml"), {"word": f"{lang}.{key}"})


def _keys(group: Any, path: str = "") -> Iterator[str]:
    if isinstance(group, dict):
        for name, inner in group.items():
            yield from _keys(inner, f"{path}.{name}" if path else str(name))
    else:
        yield path
