"""Render: the HTML of records, from Jinja templates with autoescape on.

A template gets counted data from a view, and the few functions below, which only put
a value into the words, the form and the addresses of the page's language.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from . import formats, texts
from .routes import Route, relative_url
from .site import Site
from .views import BLOCKS
from .views.reference import described

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class CompiledTemplates(BytecodeCache):
    """Templates are compiled once a process, not once a language and rebuild; a changed source, again."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled from the same source, if anything was."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


class Renderer:
    """Renders blocks and page skeletons of one language."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._sources: dict[str, Markup] = {}
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, bytecode_cache=COMPILED,
        )
        self.environment.filters.update(self._filters())
        self.environment.globals.update(self._globals())

    def _filters(self) -> dict[str, Any]:
        site, words = self.site, self.site.locale
        return {
            "said": site.said,
            "capital": lambda text: text[:1].upper() + text[1:],
            "html": lambda prose: texts.render(site.said(prose)),
            "cite": texts.cite,
            "date": lambda value: formats.fact_date(str(value), words),
            "short_date": lambda value: formats.fact_date(str(value), words, "short-date"),
            "clock": lambda value: formats.clock(value, words),
            "figure": lambda value: formats.figure(value, words),
            "country": lambda code: formats.country(code, words),
            "language": lambda code: formats.language(code, words),
            "listing": lambda values: formats.listing(list(values), words),
            "source": self._source,
        }

    def _globals(self) -> dict[str, Any]:
        words = self.site.locale
        return {"t": words.text, "n": words.count, "lang": self.site.lang, "href": self._href, "to": self._to, "icon": self._icon}

    def _source(self, source: Any) -> Markup:
        """A source as notes and the bibliography show it: the same on every page, so made once."""
        if source.id not in self._sources:
            self._sources[source.id] = self.template("source.html", seen=described(self.site, source))
        return self._sources[source.id]

    def _icon(self, sector: str) -> Markup:
        """The drawing of a sector, or nothing where it has none."""
        found = self.site.dossier.icons.get(sector)
        return found.markup if found else Markup("")

    @pass_context
    def _href(self, context: Any, kind: str, record: str) -> str:
        """Link from the page being written to the page, or the anchor, of a record."""
        return relative_url(self.site.path_of(kind, record), context["page"].site_path)

    @pass_context
    def _to(self, context: Any, path: str) -> str:
        """Link from the page being written to a site path."""
        return relative_url(path, context["page"].site_path)

    def block(self, name: str, arguments: dict[str, str], page: Route, record: Any = None) -> Markup:
        """The HTML of one block of records, as it stands on `page`."""
        data = BLOCKS[name](self.site, arguments, record)
        return self.template(f"blocks/{name}.html", page=page, **data)

    def template(self, name: str, **data: Any) -> Markup:
        """The HTML of one template."""
        return Markup(self.environment.get_template(name).render(**data))
