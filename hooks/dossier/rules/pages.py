"""Rules on prose: twins that agree, headings with ids, passages with sources, known markers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .. import vocabulary
from ..load import Dossier
from ..problems import Problem, nearest
from ..prose import STORY_FOLDERS, ProsePage, section_citations
from ..records.base import LANGUAGES
from ..routes import Routes

MAX_DESCRIPTION = 160


def _twins(dossier: Dossier) -> Iterator[tuple[ProsePage, ProsePage]]:
    """Each page of the first language with its twin in the second, where both stand."""
    by_source = {(page.lang, page.source): page for page in dossier.pages}
    first, second = LANGUAGES
    for page in dossier.pages:
        twin = by_source.get((second, page.source))
        if page.lang == first and page.meta and twin and twin.meta:
            yield page, twin


def pages_have_twins(dossier: Dossier) -> Iterator[Problem]:
    """A page stands in both languages, or in none."""
    known = {(page.lang, page.source) for page in dossier.pages}
    for page in dossier.pages:
        for lang in LANGUAGES:
            if (lang, page.source) not in known:
                yield Problem("no-twin", page.at(1), {"path": f"docs/{lang}/{page.source}"})


def twins_have_the_same_headings(dossier: Dossier) -> Iterator[Problem]:
    """Twins have the same headings, by level and id, in the same order."""
    for page, twin in _twins(dossier):
        ours = [(h.level, h.id) for h in page.headings]
        theirs = [(h.level, h.id) for h in twin.headings]
        if ours != theirs:
            index = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
            line = twin.headings[index].line if index < len(theirs) else 1
            expected = f"{'#' * ours[index][0]} {{ #{ours[index][1]} }}" if index < len(ours) else "-"
            yield Problem("twin-headings", twin.at(line), {"twin": page.file, "expected": expected})


def twins_have_the_same_blocks(dossier: Dossier) -> Iterator[Problem]:
    """Twins ask for the same blocks and show the same figures, in the same order."""
    for page, twin in _twins(dossier):
        ours = [(m.name, m.arguments) for m in page.markers], [m.text for m in page.figures]
        theirs = [(m.name, m.arguments) for m in twin.markers], [m.text for m in twin.figures]
        if ours != theirs:
            yield Problem("twin-blocks", twin.at(1), {"twin": page.file})


def twins_cite_the_same_sources(dossier: Dossier) -> Iterator[Problem]:
    """In each section, twins cite the same sources."""
    for page, twin in _twins(dossier):
        if [h.id for h in page.headings] != [h.id for h in twin.headings]:
            continue  # said by another rule; sections cannot be matched
        ours, theirs = section_citations(page), section_citations(twin)
        for section in sorted({*ours, *theirs}):
            differ = ours.get(section, set()) ^ theirs.get(section, set())
            if differ:
                line = next((h.line for h in twin.headings if h.id == section), 1)
                parts = {"twin": page.file, "section": section or "-", "sources": ", ".join(sorted(differ))}
                yield Problem("twin-citations", twin.at(line), parts)


def headings_have_ids(dossier: Dossier) -> Iterator[Problem]:
    """Each heading has an id of its own, the same in both languages: links and the switcher rest on it."""
    for page in dossier.pages:
        seen: set[str] = set()
        for heading in page.headings:
            if not heading.id:
                yield Problem("heading-without-id", page.at(heading.line), {"id": _id_from(heading.text)})
            elif heading.id in seen:
                yield Problem("heading-id-twice", page.at(heading.line), {"id": heading.id})
            seen.add(heading.id)


def _id_from(text: str) -> str:
    """An id made from the words of a heading."""
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "section"


def pages_have_one_title(dossier: Dossier) -> Iterator[Problem]:
    """A page has one first-level heading; the prose of a record has none above the third."""
    for page in dossier.pages:
        if page.meta is None:
            continue
        highest = [heading for heading in page.headings if heading.level == 1]
        if page.is_story:
            for heading in page.headings:
                if heading.level < 3:
                    yield Problem("story-heading", page.at(heading.line), {"level": "#" * heading.level})
        elif len(highest) != 1:
            yield Problem("one-title", page.at(highest[1].line if highest else 1), {"count": len(highest)})


def markers_are_known(dossier: Dossier) -> Iterator[Problem]:
    """A marker names a block that exists, with the arguments and values it takes."""
    for page in dossier.pages:
        for marker in page.markers:
            wanted = vocabulary.ARGUMENTS.get(marker.name)
            if wanted is None:
                parts = {"name": marker.name, "known": ", ".join(vocabulary.ARGUMENTS),
                         "nearest": nearest(marker.name, vocabulary.ARGUMENTS)}
                yield Problem("unknown-marker", page.at(marker.line), parts)
                continue
            if set(marker.arguments) != set(wanted):
                shown = " ".join(f"{name}=…" for name in wanted)
                yield Problem("marker-arguments", page.at(marker.line), {"name": marker.name, "wanted": f"data:{marker.name} {shown}".strip()})
                continue
            for name, value in marker.arguments.items():
                known = vocabulary.values(name, dossier) if dossier.entries.get("summit") else [value]
                if value not in known:
                    parts = {"name": name, "value": value, "known": ", ".join(known), "nearest": nearest(value, known)}
                    yield Problem("marker-value", page.at(marker.line), parts)


def passages_have_sources(dossier: Dossier) -> Iterator[Problem]:
    """Each paragraph, list item and table row ends with a citation or a figure, or says that it is ours."""
    for page in dossier.pages:
        for passage in page.passages:
            if not (passage.sourced or passage.ours or (passage.short and passage.links)):
                rule = "short-without-link" if passage.short else "unsourced"
                yield Problem(rule, page.at(passage.line), {"text": passage.opening})


def prose_holds_no_html(dossier: Dossier) -> Iterator[Problem]:
    """Prose is Markdown; HTML comes from templates alone."""
    for page in dossier.pages:
        for line in page.html:
            yield Problem("html-in-prose", page.at(line))


def stories_have_records(dossier: Dossier) -> Iterator[Problem]:
    """The prose of a record stands under the id of a record."""
    for page in dossier.pages:
        if page.story_of and page.meta:
            kind, name = page.story_of
            known = dossier.ids[kind]
            if not dossier.knows(kind, name):
                yield Problem("story-without-record", page.at(1), {"id": name, "kind": kind, "nearest": nearest(name, known)})


def links_lead_somewhere(dossier: Dossier) -> Iterator[Problem]:
    """A link to another page of the site leads to a page that is there."""
    table = Routes(dossier).table
    sources = {lang: [source for (one, source) in table if one == lang] for lang in LANGUAGES}
    for page in dossier.pages:
        for link in page.links:
            folder, _, name = link.target.rpartition("/")
            if folder in STORY_FOLDERS and dossier.knows(STORY_FOLDERS[folder], name.removesuffix(".md")):
                continue
            if link.target and (page.lang, link.target) not in table:
                near = nearest(link.target, sources[page.lang])
                yield Problem("dead-link", page.at(link.line), {"target": link.target, "nearest": near})


def descriptions_are_short(dossier: Dossier) -> Iterator[Problem]:
    """A description fits where search engines and shared links show it."""
    for page in dossier.pages:
        text = getattr(page.meta, "description", "")
        if len(text) > MAX_DESCRIPTION:
            yield Problem("long-description", page.at(page.line_of("description")), {"count": len(text), "most": MAX_DESCRIPTION})


def sections_have_an_index(dossier: Dossier) -> Iterator[Problem]:
    """Records with pages of their own have a page that lists them, which gives their addresses."""
    known = {page.source for page in dossier.pages if page.lang == LANGUAGES[0]}
    for folder, kind in STORY_FOLDERS.items():
        source = f"{folder}/index.md"
        if dossier.entries.get(kind) and dossier.pages and source not in known:
            yield Problem("no-section", dossier.entries[kind][0].at("id"), {"path": f"docs/{LANGUAGES[0]}/{source}"})
