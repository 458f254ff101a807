"""Which page stands at which address, in each language.

A page of prose names its address in its front matter; a record's page stands under
the address of its section, at the record's slug. Sources are paths below the
language folder (`attacks/some-id.md`), the same in every language.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .load import Dossier
from .prose import STORY_FOLDERS, ProsePage
from .records.base import LANGUAGES

# The page on which the parts of each kind without a page of their own have their anchor.
ANCHORS = {
    "glossary": ("glossary.md", "t"),
    "sources": ("sources.md", "s"),
    "events": ("timeline.md", "e"),
    "statements": ("summit/statements.md", "d"),
    "commitments": ("since.md", "c"),
}


@dataclass(frozen=True)
class Route:
    """One page in one language. `address` starts and ends with a slash, without language."""

    lang: str
    source: str
    address: str
    file: str
    kind: str | None = None
    record: str | None = None

    @property
    def site_path(self) -> str:
        """Path from the root of the site: the first language stands at the root."""
        prefix = "" if self.lang == LANGUAGES[0] else f"{self.lang}/"
        return prefix + self.address.removeprefix("/")


class Routes:
    """Every page of the dossier, found by language and source."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.table: dict[tuple[str, str], Route] = {(r.lang, r.source): r for r in _routes(dossier)}

    def all(self, lang: str) -> list[Route]:
        """The pages of one language: prose first, then the records' pages."""
        return [route for route in self.table.values() if route.lang == lang]

    def route(self, lang: str, source: str) -> Route:
        """The route of a source path. Raises `KeyError` if there is no such page."""
        return self.table[lang, source]

    @cached_property
    def stories(self) -> dict[tuple[str, str, str], ProsePage]:
        """The prose that joins a record: by language, kind and id."""
        found = {}
        for page in self._dossier.pages:
            if page.story_of:
                found[page.lang, *page.story_of] = page
        return found


def _routes(dossier: Dossier) -> Iterator[Route]:
    sections: dict[tuple[str, str], str] = {}
    for page in dossier.pages:
        if page.meta is None or page.story_of:
            continue
        yield Route(page.lang, page.source, page.meta.address, page.file)
        folder, _, name = page.source.rpartition("/")
        if name == "index.md":
            sections[page.lang, folder] = page.meta.address
    for folder, kind in STORY_FOLDERS.items():
        for entry in dossier.entries.get(kind, []):
            for lang in LANGUAGES:
                base = sections.get((lang, folder), f"/{folder}/")
                slug = getattr(entry.record.slug, lang)
                yield Route(lang, f"{folder}/{entry.record.id}.md", f"{base}{slug}/", entry.file, kind, entry.record.id)


def relative_url(target: str, base: str) -> str:
    """The link from the page at site path `base` to site path `target`, whatever the host.

    Both are directories (`secteurs/energie/`); the target may carry an anchor.
    """
    path, hash_, anchor = target.partition("#")
    link = posixpath.relpath(path or ".", base or ".")
    link = "./" if link == "." else f"{link}/"
    if hash_ and link == "./":
        return f"#{anchor}"
    return f"{link}{hash_}{anchor}"
