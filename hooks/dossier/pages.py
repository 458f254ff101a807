"""The Markdown of each page: written by people, or a skeleton where only a record stands.

A skeleton has headings, each with its id, and markers; the prose that joins a record
is put in its place among them. No text of a record is in it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from . import small_markdown
from .load import Dossier
from .records import KINDS
from .routes import Route, Routes
from .site import Site
from .typography import tidy

# What a record's page is made of: (heading id and its word, block, what it needs or None).
# A part needs a field of the record, or records of a kind, and is left out without them; parts
# that need nothing always stand, even empty, because an empty slot is information. A part
# without block is the story alone.
Part = tuple[str, str | None, str | None]
ATTACK: tuple[Part, ...] = (
    ("voices", "attack-voices", None),
    ("what-happened", "attack-story", None),
    ("figures", "attack-figures", "figures"),
    ("conflicts", "attack-conflicts", "conflicts"),
    ("law", "attack-law", None),
    ("summit", "attack-summit", "at_summit"),
    ("related", "attack-related", "related"),
)
SECTOR: tuple[Part, ...] = (
    ("daily-life", None, None),
    ("attacks", "sector-attacks", None),
    ("figures", "sector-figures", "figures"),
    ("leans-on", "sector-leans", "leans_on"),
    ("covers", "sector-covers", "covers"),
    ("elsewhere", "sector-elsewhere", "elsewhere"),
)
PARTS = {"attacks": ("attack-head", ATTACK, "what-happened"), "sectors": ("sector-head", SECTOR, "daily-life")}
# What stands at the foot of a page, if it has any: what was corrected in it, the words explained, the sources cited.
CORRECTED, WORDS, NOTES = "corrected", "words", "notes"
FEET = (CORRECTED, WORDS, NOTES)
# Pages on which no term is explained in place: one explains them all, the other is a list of titles.
WITHOUT_WORDS = {"glossary.md", "sources.md"}


def markdown(site: Site, route: Route, prose: str) -> str:
    """The page Markdown of a route. `prose` is what people wrote for it, or empty."""
    body = skeleton(site, route, prose) if route.kind else prose
    feet = [f"## {site.locale.text(f'interface.{foot}.title')} {{ #{foot} }}\n\n{_marker(foot)}" for foot in FEET]
    return "\n\n".join([body, *feet]) + "\n"


def skeleton(site: Site, route: Route, story: str) -> str:
    """Headings and markers of a record's page, with the story where it belongs."""
    head, parts, story_at = PARTS[route.kind]
    record = site.dossier.ids[route.kind][route.record]
    lines = [_marker(head)]
    for heading, block, needed in parts:
        told = story if heading == story_at else ""
        if needed and not _has(site, record, needed) or not (block or told):
            continue
        lines.append(f"## {site.locale.text(f'interface.skeleton.{heading}')} {{ #{heading} }}")
        lines += [part for part in (block and _marker(block), told) if part]
    return "\n\n".join(lines)


def _has(site: Site, record: Any, needed: str) -> bool:
    """True if the record has something in a field, or the dossier has records of a kind."""
    return bool(site.dossier.records(needed) if needed in KINDS else getattr(record, needed))


def _marker(name: str) -> str:
    return f"<!-- data:{name} -->"


def meta(site: Site, route: Route) -> dict[str, Any]:
    """What MkDocs is told of a page: title, description, days, and how it is laid out."""
    if not route.kind:
        written = site.prose_by_source[route.source].meta
        words = {name: tidy(getattr(written, name), route.lang) for name in ("title", "description", "question")}
        return {**written.model_dump(), **words, "hide": ["toc"] if written.wide else []}
    record = site.dossier.ids[route.kind][route.record]
    updated, checked = days(site.dossier, site.routes, route)
    return {
        "title": tidy(site.said(record.name), route.lang),
        "description": tidy(description(site.said(record.in_short)), route.lang),
        "question": site.locale.text(f"interface.questions.{route.kind.removesuffix('s')}"),
        "updated": updated,
        "checked": checked,
        "hide": ["toc"],
        "menu": "within",
    }


def days(dossier: Dossier, routes: Routes, route: Route) -> tuple[date, date]:
    """When the page last changed, and the day since which all of it has been checked."""
    if not route.kind:
        written = next(p.meta for p in dossier.pages if p.file == route.file)
        return written.updated, written.checked
    story = routes.stories.get((route.lang, route.kind, route.record))
    parts = [dossier.ids[route.kind][route.record], *([story.meta] if story else [])]
    return max(one.updated for one in parts), min(one.checked for one in parts)


def description(text: str) -> str:
    """A text of a record without its marks: at most about 300 characters."""
    bare = small_markdown.plain(text)
    if len(bare) <= 300:
        return bare
    return bare[:300].rsplit(" ", 1)[0] + "…"
