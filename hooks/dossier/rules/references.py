"""Rules on ids: each stands once, and what refers to one finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from .. import citations, small_markdown
from ..load import Dossier, Entry
from ..problems import Place, Problem, nearest
from ..records import KINDS, Strict
from ..records.attack import NoAnswer
from ..records.base import LANGUAGES, Prose
from ..records.figure import Figure

# Fields that hold ids of other records: (kind of record, field) -> kind it points to.
POINTERS = {
    ("attacks", "sectors"): "sectors",
    ("attacks", "related"): "attacks",
    ("events", "attacks"): "attacks",
    ("glossary", "see_also"): "glossary",
}

# Fields that hold ids of sources.
SOURCE_LISTS = {"sources", "items_sources"}


def entries(dossier: Dossier) -> Iterator[Entry]:
    """Every record of every kind."""
    for kind in KINDS:
        yield from dossier.entries.get(kind, [])


def one_summit(dossier: Dossier) -> Iterator[Problem]:
    """A dossier is about one meeting."""
    found = dossier.entries.get("summit", [])
    if len(found) > 1:
        yield Problem("two-summits", found[1].at("id"))
    if not found and not dossier.broken.get("summit") and "summit" not in dossier.unread:
        yield Problem("no-summit", Place("data/summit.yml"))


def ids_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """An id names one record of its kind."""
    for kind in KINDS:
        first: dict[str, Entry] = {}
        for entry in dossier.entries.get(kind, []):
            if entry.record.id in first:
                other = first[entry.record.id]
                yield Problem("duplicate-id", entry.at("id"), {"id": entry.record.id, "other": other.at("id")})
            first.setdefault(entry.record.id, entry)


def files_are_named_after_ids(dossier: Dossier) -> Iterator[Problem]:
    """A file that holds one record of a folder bears its id."""
    for entry in entries(dossier):
        folder, _, name = entry.file.rpartition("/")
        if entry.index is None and folder != "data" and name != f"{entry.record.id}.yml":
            yield Problem("file-name", entry.at("id"), {"id": entry.record.id, "name": name})


def local_ids_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """Inside a record, an id names one part of its list."""
    for entry in entries(dossier):
        for path, part in entry.parts:
            for name in type(part).model_fields:
                value = getattr(part, name)
                if isinstance(value, list):
                    yield from _twice(entry, (*path, name), value)


def _twice(entry: Entry, path: tuple[Any, ...], parts: list[Any]) -> Iterator[Problem]:
    counted = Counter(_local_id(part) for part in parts if _local_id(part))
    for index, part in enumerate(parts):
        name = _local_id(part)
        if name and counted[name] > 1 and name in [_local_id(p) for p in parts[:index]]:
            yield Problem("duplicate-part", entry.at(*path, index), {"id": name, "list": path[-1]})


def _local_id(part: Any) -> str | None:
    if isinstance(part, Figure):
        return part.key_id
    return part.id if isinstance(part, Strict) and "id" in type(part).model_fields else None


def cited_sources(entry: Entry) -> Iterator[tuple[tuple[Any, ...], citations.Citation]]:
    """Every source a record cites, in its `sources` fields and inside its texts."""
    for path, part in entry.parts:
        for name in type(part).model_fields.keys() & SOURCE_LISTS:
            for index, text in enumerate(getattr(part, name) or []):
                yield (*path, name, index), citations.reference(text)
        if isinstance(part, Prose):
            for lang in LANGUAGES:
                text = getattr(part, lang)
                for token in [] if small_markdown.is_plain(text) else small_markdown.inline(text):
                    if token.type == "citation":
                        for one in citations.parse(token.meta["cited"]):
                            yield (*path, lang), one


def sources_exist(dossier: Dossier) -> Iterator[Problem]:
    """Every source that a record or a page names stands in the bibliography."""
    known = dossier.ids["sources"]
    for entry in entries(dossier):
        for path, cited in cited_sources(entry):
            if citations.is_id(cited.source) and not dossier.knows("sources", cited.source):
                yield Problem("dangling-source", entry.at(*path), _near(cited.source, known))
    for page in dossier.pages:
        for mark in page.citations:
            for cited in citations.parse(mark.parts["cited"]):
                if citations.is_id(cited.source) and not dossier.knows("sources", cited.source):
                    yield Problem("dangling-source", page.at(mark.line, mark.column), _near(cited.source, known))


def sources_are_cited(dossier: Dossier) -> Iterator[Problem]:
    """A source stands in the bibliography because something cites it."""
    if dossier.broken or dossier.unread or any(page.meta is None for page in dossier.pages):
        return  # what was left out may cite it
    used = {cited.source for entry in entries(dossier) for _, cited in cited_sources(entry)}
    for page in dossier.pages:
        used |= {c.source for mark in page.citations for c in citations.parse(mark.parts["cited"])}
    for entry in dossier.entries.get("sources", []):
        if entry.record.id not in used:
            yield Problem("uncited-source", entry.at("id"), {"id": entry.record.id})


def records_exist(dossier: Dossier) -> Iterator[Problem]:
    """A record that another record names exists."""
    for (kind, name), target in POINTERS.items():
        for entry in dossier.entries.get(kind, []):
            for index, one in enumerate(getattr(entry.record, name)):
                if not dossier.knows(target, one):
                    yield Problem("dangling-record", entry.at(name, index), {**_near(one, dossier.ids[target]), "kind": target})
    for entry in dossier.entries.get("sectors", []):
        for index, leaning in enumerate(entry.record.leans_on):
            if not dossier.knows("sectors", leaning.sector):
                place = entry.at("leans_on", index, "sector")
                yield Problem("dangling-record", place, {**_near(leaning.sector, dossier.ids["sectors"]), "kind": "sectors"})


def summit_parts_exist(dossier: Dossier) -> Iterator[Problem]:
    """Speakers, parties and topics that a statement names stand in the record of the meeting."""
    for entry in dossier.entries.get("summit", []):
        summit = entry.record
        people, parties, topics = ({p.id for p in parts} for parts in (summit.people, summit.parties, summit.topics))
        for index, person in enumerate(summit.people):
            if person.party:
                yield from _dangling(entry, ("people", index, "party"), person.party, parties, "parties")
        for index, topic in enumerate(summit.topics):
            yield from _dangling(entry, ("topics", index, "silence"), list(topic.silence), parties, "parties")
        for index, said in enumerate(summit.statements):
            yield from _dangling(entry, ("statements", index, "speaker"), said.speaker, people, "people")
            yield from _dangling(entry, ("statements", index, "topics"), said.topics, topics, "topics")


def commitments_point_somewhere(dossier: Dossier) -> Iterator[Problem]:
    """The statements and the events that a commitment names exist."""
    said = {one.id for entry in dossier.entries.get("summit", []) for one in entry.record.statements}
    for entry in dossier.entries.get("commitments", []):
        if dossier.entries.get("summit"):
            yield from _dangling(entry, ("statements",), list(entry.record.statements), said, "statements")
        for index, step in enumerate(entry.record.followed):
            if step.event and not dossier.knows("events", step.event):
                yield from _dangling(entry, ("followed", index, "event"), step.event, dossier.ids["events"], "events")


def responses_answer_attributions(dossier: Dossier) -> Iterator[Problem]:
    """A response says which attributions it answers; each that accuses has one, or says who was silent."""
    for entry in dossier.entries.get("attacks", []):
        attack = entry.record
        known = {one.id for one in attack.attributions}
        given = {name for one in attack.responses if not isinstance(one, NoAnswer) for name in one.answers}
        covered: set[str] = set()
        for index, response in enumerate(attack.responses):
            yield from _dangling(entry, ("responses", index, "answers"), response.answers, known, "attributions")
            covered |= set(response.answers)
            answered = sorted(given & set(response.answers))
            if isinstance(response, NoAnswer) and answered and not response.silent:
                yield Problem("who-was-silent", entry.at("responses", index), {"id": answered[0]})
        for index, one in enumerate(attack.attributions):
            if one.accuses and one.id not in covered:
                yield Problem("no-response", entry.at("attributions", index), {"id": one.id})


def prose_marks_exist(dossier: Dossier) -> Iterator[Problem]:
    """A figure that prose shows exists in the record it names."""
    figures = {
        entry.record.id: {figure.key_id for figure in entry.record.figures}
        for kind in ("attacks", "sectors") for entry in dossier.entries.get(kind, [])
    }
    for page in dossier.pages:
        for mark in page.figures:
            record, figure = mark.parts["record"], mark.parts["figure"]
            known = figures.get(record)
            if known is None and any(dossier.knows(kind, record) for kind in ("attacks", "sectors")):
                continue
            if known is None:
                yield Problem("dangling-record", page.at(mark.line, mark.column), {**_near(record, figures), "kind": "attacks"})
            elif figure not in known:
                parts = {**_near(figure, known), "record": record, "known": ", ".join(sorted(known))}
                yield Problem("dangling-figure", page.at(mark.line, mark.column), parts)


def _dangling(
    entry: Entry, path: tuple[Any, ...], value: str | list[str], known: Iterable[str], kind: str
) -> Iterator[Problem]:
    for index, one in enumerate([value] if isinstance(value, str) else value):
        if one not in known:
            place = entry.at(*path) if isinstance(value, str) else entry.at(*path, index)
            yield Problem("dangling-record", place, {**_near(one, known), "kind": kind})


def _near(wrong: str, known: Iterable[str]) -> dict[str, str]:
    return {"id": wrong, "nearest": nearest(wrong, known)}
