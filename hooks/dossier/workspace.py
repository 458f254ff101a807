"""What is kept between events and rebuilds: the last dossier that had no problem.

A build that writes files stops at the first problem. A server that a person works with
must not: it goes on with the last good dossier, and says what is wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .load import Dossier, load
from .problems import Problem, ordered
from .records.base import LANGUAGES
from .render import Renderer
from .routes import Route, Routes
from .rules import check
from .site import Identity, Site


class Workspace:
    """A dossier, its routes, and one renderer a language."""

    def __init__(self) -> None:
        self.dossier: Dossier | None = None
        self.problems: list[Problem] = []
        self.serving = False
        # Until a first load is good, there is a home page and nothing else.
        self.table: dict[str, Route] = {f"{lang}/index.md": Route(lang, "index.md", "/", "") for lang in LANGUAGES}
        self._renderers: dict[str, Renderer] = {}

    def reload(self, root: Path) -> list[Problem]:
        """Load and check the dossier under `root`; keep the one before if this has problems.

        Returns the problems, in order, none when all is well.
        """
        dossier, problems = load(root)
        self.problems = ordered([*problems, *check(dossier)])
        if not self.problems:
            self.dossier, self.routes, self._renderers = dossier, Routes(dossier), {}
            self.table = {f"{route.lang}/{route.source}": route for route in self.routes.table.values()}
        return self.problems

    def renderer(self, lang: str, identity: Identity) -> Renderer:
        """The renderer of one language, made once for each load."""
        if lang not in self._renderers:
            self._renderers[lang] = Renderer(Site(self.dossier, lang, self.routes, identity))
        return self._renderers[lang]

    def sites(self) -> list[Site]:
        """The dossier in each language that has been rendered since the last load."""
        return [renderer.site for renderer in self._renderers.values()]

    def route(self, path: str) -> Route:
        """The route of a page by its path from `docs/`: `fr/summit/index.md`."""
        return self.table[path]

    def record(self, route: Route) -> Any:
        """The record whose page a route is, or None for a page of prose."""
        return self.dossier.ids[route.kind][route.record] if route.kind else None

    def prose(self, route: Route) -> str:
        """The body that people wrote for a page: its own, or the story of its record."""
        if route.kind:
            story = self.routes.stories.get((route.lang, route.kind, route.record))
            return story.body if story else ""
        return next(page.body for page in self.dossier.pages if page.file == route.file)
