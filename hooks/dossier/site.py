"""Enrich: everything the pages of one language need, computed once from the records.

Written fields stay on the records; what is computed is here. Views ask, templates
show, nothing is computed twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from . import formats
from .load import Dossier
from .locales import Locale, locale
from .records.attack import BASES, NoAnswer
from .records.base import LANGUAGES
from .routes import ANCHORS, Route, Routes
from .terms import Lexicon


@dataclass(frozen=True)
class Identity:
    """Who publishes this copy of the site. Known from the environment only; empty is unknown."""

    name: str = ""
    publisher: str = ""
    contact: str = ""
    repository: str = ""
    description: str = ""


class Site:
    """The dossier in one language: its words, its addresses, its links between records."""

    def __init__(self, dossier: Dossier, lang: str, routes: Routes, identity: Identity) -> None:
        self.dossier = dossier
        self.lang = lang
        self.routes = routes
        self.identity = identity
        self.locale: Locale = locale(lang, dossier.words.get(lang))
        # Filled as pages are finished: for each source id, the pages that cite it, by source path.
        self.cited_in: dict[str, dict[str, Route]] = defaultdict(dict)

    @property
    def other_lang(self) -> str:
        """The language of the twin pages."""
        return next(lang for lang in LANGUAGES if lang != self.lang)

    @property
    def summit(self) -> Any:
        """The one meeting of the dossier."""
        return self.dossier.summit

    @property
    def pivot(self) -> date:
        """The day that divides before from after; the day itself counts as before."""
        return self.summit.date

    def said(self, label: Any) -> str:
        """A label, slug or prose in the language of the page."""
        return getattr(label, self.lang)

    def path_of(self, kind: str, record_id: str) -> str:
        """Site path of the page of a record, or of its anchor on a page it shares."""
        if kind in ANCHORS:
            source, letter = ANCHORS[kind]
            return f"{self.routes.route(self.lang, source).site_path}#{letter}-{record_id}"
        return self.routes.route(self.lang, f"{kind}/{record_id}.md").site_path

    def path_of_page(self, source: str) -> str:
        """Site path of a page of prose."""
        return self.routes.route(self.lang, source).site_path

    def is_before(self, fact_date: str) -> bool:
        """True for what became public up to the day of the meeting, that day included.

        A month or a year counts from its first day: a date known only to the year of
        the meeting stands before it.
        """
        return formats.parsed(fact_date)[0] <= self.pivot

    @cached_property
    def attacks(self) -> list[Any]:
        """The listed attacks by the day each was made public."""
        return sorted(self.dossier.records("attacks"), key=lambda a: (formats.parsed(a.made_public.date)[0], a.id))

    @cached_property
    def attacks_by_sector(self) -> dict[str, list[Any]]:
        """For each sector id, its attacks by the day each was made public."""
        found: dict[str, list[Any]] = defaultdict(list)
        for attack in self.attacks:
            for sector in attack.sectors:
                found[sector].append(attack)
        return found

    def split(self, attacks: Iterable[Any]) -> tuple[list[Any], list[Any]]:
        """Those made public up to the meeting, and those made public after it."""
        before: list[Any] = []
        after: list[Any] = []
        for attack in attacks:
            (before if self.is_before(attack.made_public.date) else after).append(attack)
        return before, after

    @cached_property
    def people(self) -> dict[str, Any]:
        """People of the meeting by id."""
        return {person.id: person for person in self.summit.people}

    @cached_property
    def prose_by_source(self) -> dict[str, Any]:
        """The pages of prose of this language by source path."""
        return {page.source: page for page in self.dossier.pages if page.lang == self.lang}

    @cached_property
    def lexicon(self) -> Lexicon:
        """The terms of the glossary, ready to be found in texts."""
        return Lexicon(self.dossier.records("glossary"), self.lang)

    @cached_property
    def figures(self) -> dict[tuple[str, str], Any]:
        """Every figure by record id and figure id: what prose may show."""
        return {
            (record.id, figure.key_id): figure
            for kind in ("attacks", "sectors") for record in self.dossier.records(kind) for figure in record.figures
        }


def strongest(attack: Any) -> str | None:
    """The strongest basis of an accusation that names somebody; None if nobody is accused."""
    bases = [one.basis for one in attack.attributions if one.accused]
    return min(bases, key=BASES.index) if bases else None


def rungs(attack: Any) -> list[tuple[str, str | None]]:
    """The ladder of proof: each basis with the first date on which it was reached, or None."""
    first: dict[str, str] = {}
    for one in sorted(attack.attributions, key=lambda a: formats.parsed(a.date)[0]):
        if one.accused:
            first.setdefault(one.basis, one.date)
    return [(basis, first.get(basis)) for basis in BASES]


def answers(attack: Any) -> list[Any]:
    """The answers that were given, without the slots that say none was found."""
    return [one for one in attack.responses if not isinstance(one, NoAnswer)]
