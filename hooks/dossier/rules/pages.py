"""Rules on prose: twins that agree, headings with ids, passages with sources, known markers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import urlsplit

from .. import citations, vocabulary
from ..load import Dossier
from ..pages import NOTES, PARTS
from ..problems import Place, Problem, nearest
from ..prose import STORY_FOLDERS, ProsePage, section_citations
from ..records.base import LANGUAGES
from ..routes import Routes

MAX_DESCRIPTION = 160
# What a link may start with; none is a page of the site.
SCHEMES = ("", "http", "https", "mailto")


def _twins(dossier: Dossier) -> Iterator[tuple[ProsePage, ProsePage]]:
    """Each page of the first language with its twin in the second, where both can be read."""
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
        if all(heading.id for one in (page, twin) for heading in one.headings):
            yield from _difference(page, twin, *([(str(h), h.line) for h in one.headings] for one in (page, twin)))


def twins_have_the_same_blocks(dossier: Dossier) -> Iterator[Problem]:
    """Twins ask for the same blocks and show the same figures, in the same order."""
    for page, twin in _twins(dossier):
        yield from _difference(page, twin, *([(str(m), m.line) for m in one.markers] for one in (page, twin)))
        yield from _difference(page, twin, *([(m.text, m.line) for m in one.figures] for one in (page, twin)))


def _difference(
    page: ProsePage, twin: ProsePage, ours: list[tuple[str, int]], theirs: list[tuple[str, int]]
) -> Iterator[Problem]:
    """The first thing that the second page does not have where the first has it, with its line there."""
    for (here, _), (there, line) in zip_longest(ours, theirs, fillvalue=("", 1)):
        if here != there:
            rule, parts = ("twin-differs", {"expected": here}) if here else ("twin-extra", {"found": there})
            yield Problem(rule, twin.at(line), {"twin": page.file, **parts})
            return


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
            elif not citations.is_id(heading.id):
                yield Problem("bad-id", page.at(heading.line), {"value": heading.id})
            elif heading.id in _made(page):
                yield Problem("heading-id-taken", page.at(heading.line), {"id": heading.id})
            elif heading.id in seen:
                yield Problem("heading-id-twice", page.at(heading.line), {"id": heading.id})
            seen.add(heading.id)


def _made(page: ProsePage) -> set[str]:
    """The ids of the headings that the site itself puts on a page."""
    _, parts, _ = PARTS[page.story_of[0]] if page.story_of else ("", (), "")
    return {NOTES, *(heading for heading, _, _ in parts)}


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
                parts = {"name": marker.name, "wanted": f"data:{marker.name} {shown}".strip()}
                yield Problem("marker-arguments", page.at(marker.line), parts)
                continue
            for name, value in marker.arguments.items():
                known = vocabulary.values(name, dossier) if dossier.entries.get("summit") else None
                for one in value.split(",") if name in vocabulary.LISTS else [value]:
                    if known is not None and one not in known:
                        parts = {"name": name, "value": one, "known": ", ".join(known), "nearest": nearest(one, known)}
                        yield Problem("marker-value", page.at(marker.line), parts)


def markers_stand_alone(dossier: Dossier) -> Iterator[Problem]:
    """A marker stands alone on its line: a block of records cannot be put inside a sentence."""
    for page in dossier.pages:
        for marker in page.markers:
            if not marker.alone:
                yield Problem("marker-inside", page.at(marker.line), {"name": marker.name})


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
    """The prose of a record stands under the id of a record, and leaves title and address to it."""
    for page in dossier.pages:
        folder, _, file = page.source.rpartition("/")
        joined = dossier.ids[STORY_FOLDERS[folder]] if folder in STORY_FOLDERS else {}
        if page.meta and not page.is_story and file.removesuffix(".md") in joined:
            yield Problem("story-with-title", page.at(1), {"id": file.removesuffix(".md")})
        if page.story_of and page.meta:
            kind, name = page.story_of
            known = dossier.ids[kind]
            if not dossier.knows(kind, name):
                yield Problem("story-without-record", page.at(1), {"id": name, "kind": kind, "nearest": nearest(name, known)})


def corrections_name_a_page(dossier: Dossier) -> Iterator[Problem]:
    """A correction stands on the page it names, so there must be one."""
    sources = {source for _, source in Routes(dossier).table}
    for entry in dossier.entries.get("corrections", []):
        folder, _, name = entry.record.page.rpartition("/")
        known = folder in STORY_FOLDERS and dossier.knows(STORY_FOLDERS[folder], name.removesuffix(".md"))
        if not known and entry.record.page not in sources:
            near = nearest(entry.record.page, sources)
            yield Problem("dead-link", entry.at("page"), {"target": entry.record.page, "nearest": near})


def links_lead_somewhere(dossier: Dossier) -> Iterator[Problem]:
    """A link to another page of the site leads to a page that is there."""
    table = {*Routes(dossier).table, *((page.lang, page.source) for page in dossier.pages)}
    sources = {lang: [source for (one, source) in table if one == lang] for lang in LANGUAGES}
    for page in dossier.pages:
        for link in page.links:
            if urlsplit(link.href).scheme not in SCHEMES:
                yield Problem("web-address", page.at(link.line), {"value": link.href})
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


def there_is_a_home(dossier: Dossier) -> Iterator[Problem]:
    """A dossier has a home page: every other page leads to it."""
    if not any(page.source == "index.md" for page in dossier.pages):
        yield Problem("no-home", Place(f"docs/{LANGUAGES[0]}/index.md"))
