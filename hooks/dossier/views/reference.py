"""Blocks that help to read the others: glossary, bibliography, method, corrections, imprint."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from .. import formats
from ..cite import who
from ..records.attack import BASES
from ..records.source import UNDATED
from ..records.summit import CERTAINTIES
from ..routes import Route
from ..site import Site


def sort_key(text: str) -> str:
    """Alphabetical order as readers expect it: accents and capitals do not count."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def glossary(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """Terms in the alphabetical order of the language, under their first letter."""
    terms = sorted(site.dossier.records("glossary"), key=lambda t: sort_key(site.said(t.term)))
    letters: dict[str, list[Any]] = defaultdict(list)
    for term in terms:
        letters[sort_key(site.said(term.term))[0].upper()].append(term)
    return {"letters": letters, "by_id": site.dossier.ids["glossary"], "other": site.other_lang}


def sources(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """The bibliography, one kind of source, by publisher and date, with who cites what."""
    chosen = [one for one in site.dossier.records("sources") if one.kind == arguments["kind"]]
    chosen.sort(key=lambda s: (sort_key(s.publisher), s.issued, s.id))
    return {"sources": [{"source": one, "cited_in": _places(site, one)} for one in chosen]}


def _places(site: Site, source: Any) -> list[dict[str, str]]:
    """Title and path of each page that cites the source."""
    routes = site.cited_in.get(source.id, {}).values()
    return [{"title": title(site, route), "path": route.site_path} for route in routes]


def title(site: Site, route: Route) -> str:
    """The title of a page: the name of its record, or what its front matter says."""
    if route.kind:
        return site.said(site.dossier.ids[route.kind][route.record].name)
    return site.prose_by_source[route.source].meta.title


def all_corrections(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """What was got wrong, the latest first, each with the page it stood on."""
    latest = sorted(site.dossier.records("corrections"), key=lambda c: c.date, reverse=True)
    pages = [site.routes.route(site.lang, one.page) for one in latest]
    return {
        "corrections": [
            {"one": one, "title": title(site, route), "path": route.site_path}
            for one, route in zip(latest, pages, strict=True)
        ]
    }


def corrections(site: Site, page: Route) -> list[Any]:
    """What was got wrong on one page, the latest first."""
    here = [one for one in site.dossier.records("corrections") if one.page == page.source]
    return sorted(here, key=lambda c: c.date, reverse=True)


def set_aside(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """What was looked at and not shown."""
    return {"items": sorted(site.dossier.records("set-aside"), key=lambda s: sort_key(site.said(s.what)))}


def ladder(_: Site, __: Mapping[str, str], ___: Any) -> dict[str, Any]:
    """The rungs of the ladder of proof, explained."""
    return {"bases": BASES}


def certainty(_: Site, __: Mapping[str, str], ___: Any) -> dict[str, Any]:
    """The words of certainty, explained."""
    return {"certainties": CERTAINTIES}


def imprint(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """Who publishes this copy of the site, as its environment says."""
    return {"identity": site.identity, "publisher": who(site.identity, site.locale)}


def _issued(site: Site, source: Any) -> str:
    if source.issued == UNDATED:
        return site.locale.text("interface.sources.undated")
    return formats.fact_date(source.issued, site.locale)


def described(site: Site, source: Any) -> dict[str, Any]:
    """A source as a note shows it: title in its own language, or ours in the page's language."""
    exact = isinstance(source.title, str)
    return {
        "source": source,
        "title": source.title if exact else site.said(source.title),
        "exact": exact,
        "issued": _issued(site, source),
        "lang": formats.language(source.lang, site.locale),
    }
