"""What stands around a page: its twins, its doors, and the list of all addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urljoin

from . import cite, formats
from .load import Dossier
from .pages import days
from .records.base import LANGUAGES
from .routes import Route, Routes, relative_url
from .site import Site
from .typography import tidy


def absolute(route: Route, site_url: str) -> str:
    """The whole address of a page."""
    return urljoin(site_url, route.site_path)


def alternates(routes: Routes, route: Route, site_url: str) -> list[dict[str, str]]:
    """The same page in each language, and the one for readers of neither (x-default)."""
    twins = [routes.route(lang, route.source) for lang in LANGUAGES]
    found = [
        {"lang": twin.lang, "url": absolute(twin, site_url), "path": twin.site_path} for twin in twins
    ]
    return [*found, {"lang": "x-default", "url": found[0]["url"], "path": found[0]["path"]}]


def doors(site: Site, route: Route, meta: dict[str, Any], site_url: str) -> dict[str, Any]:
    """The foot of a page: when it was checked, where it is written, how to cite and report."""
    story = site.routes.stories.get((route.lang, route.kind, route.record)) if route.kind else None
    repository = site.identity.repository.rstrip("/")
    paths = [route.file, story.file] if story else [route.file]
    url = absolute(route, site_url)
    page_id = "-".join(part for part in (route.lang, *route.source.removesuffix(".md").split("/")) if part)
    return {
        "checked": meta["checked"].isoformat(),
        "checked_words": formats.day(meta["checked"], site.locale),
        "files": [
            {"path": path, "url": f"{repository}/edit/main/{quote(path)}" if repository else ""} for path in paths
        ],
        "citations": cite.citations(
            site.identity, site.locale, title=meta["title"], updated=meta["updated"], url=url, page_id=page_id
        ),
        "report": cite.report_link(site.identity, site.locale, title=meta["title"], url=url, files=paths),
    }


def neighbors(site: Site, route: Route) -> dict[str, dict[str, str]]:
    """For a record's page, the pages before and after it: attacks by date, sectors in their order."""
    if not route.kind:
        return {}
    listed = site.attacks if route.kind == "attacks" else site.dossier.records(route.kind)
    at = next(index for index, one in enumerate(listed) if one.id == route.record)
    around = {"prev": listed[at - 1] if at else None, "next": listed[at + 1] if at + 1 < len(listed) else None}
    return {
        way: {"name": tidy(site.said(one.name), site.lang), "url": relative_url(site.path_of(route.kind, one.id), route.site_path)}
        for way, one in around.items() if one
    }


def sitemap(dossier: Dossier, routes: Routes, site_url: str) -> list[dict[str, Any]]:
    """Every page in every language, with the day its content last changed."""
    return [
        {
            "url": absolute(route, site_url),
            "updated": days(dossier, routes, route)[0].isoformat(),
            "alternates": alternates(routes, route, site_url),
        }
        for route in routes.table.values()
    ]
