"""The MkDocs events, and nothing else: each calls `dossier`, which knows no MkDocs.

MkDocs builds each language in turn: mkdocs-static-i18n calls its build again, so every
event below runs once per language. The dossier is loaded and checked once, before
anything is written, and kept in `_state` for the languages that follow.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from dossier import finish as finishing
from dossier import pages
from dossier.head import alternates, doors, sitemap
from dossier.load import Dossier, load
from dossier.locales import locale, message_language
from dossier.markdown_marks import MarksExtension
from dossier.problems import report
from dossier.records.base import LANGUAGES
from dossier.render import Renderer
from dossier.routes import Route, Routes
from dossier.rules import check
from dossier.site import Identity, Site
from dossier.typography import tidy
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel


class _State:
    """The only thing kept between events: the dossier, and one renderer a language."""

    dossier: Dossier
    routes: Routes
    renderers: dict[str, Renderer]

    @classmethod
    def renderer(cls, config: MkDocsConfig) -> Renderer:
        lang = _language(config)
        if lang not in cls.renderers:
            cls.renderers[lang] = Renderer(Site(cls.dossier, lang, cls.routes, _identity(config)))
        return cls.renderers[lang]


def _language(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].current_language or LANGUAGES[0]


def _identity(config: MkDocsConfig) -> Identity:
    extra = config.extra
    return Identity(config.site_name, extra.get("publisher", ""), extra.get("contact", ""), extra.get("repository", ""))


def _route(page: Any) -> Route:
    lang, _, source = page.file.src_uri.partition("/")
    return _State.routes.route(lang, source)


def _record(route: Route) -> Any:
    return _State.dossier.ids[route.kind][route.record] if route.kind else None


@event_priority(-200)  # after i18n has set the language (-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    words = locale(_language(config))
    config.markdown_extensions = [e for e in config.markdown_extensions if not isinstance(e, MarksExtension)]
    config.markdown_extensions.append(MarksExtension(lambda: _State.renderer(config).site))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words.text("interface.page.permalink")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Load and check, before MkDocs empties the folder of the site."""
    if config.plugins["i18n"].building:
        return
    dossier, problems = load(Path(config.config_file_path).parent)
    problems += check(dossier)
    if problems:
        raise PluginError("\n" + report(problems, locale(message_language(os.environ))))
    _State.dossier, _State.routes, _State.renderers = dossier, Routes(dossier), {}


@event_priority(50)  # before i18n pairs the languages
def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each record that has no file of its own; keep all of them out of the menu."""
    for lang in LANGUAGES:
        for route in _State.routes.all(lang):
            path = f"{lang}/{route.source}"
            if route.kind and not files.get_file_from_path(path):
                files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
            if route.kind:
                files.get_file_from_path(path).inclusion = InclusionLevel.NOT_IN_NAV
    return files


@event_priority(-200)  # after i18n has paired them
def _set_addresses(files: Files, config: MkDocsConfig) -> Files:
    """Put each page, and the copies i18n keeps of its twins, at its address."""
    for file in files.documentation_pages(inclusion=lambda level: True):
        for one in {id(f): f for f in (file, *file.alternates.values())}.values():
            lang, _, source = one.src_uri.partition("/")
            _move(one, _State.routes.route(lang, source), config)
    return files


on_files = CombinedEvent(_add_pages, _set_addresses)


def _move(file: File, route: Route, config: MkDocsConfig) -> None:
    file.dest_uri = f"{route.site_path}index.html"
    file.url = route.site_path or "./"
    file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))


def on_page_read_source(page: Any, config: MkDocsConfig) -> str:
    """Prose as written, or the skeleton of a record's page, with the place of the notes."""
    route, renderer = _route(page), _State.renderer(config)
    if route.kind:
        story = _State.routes.stories.get((route.lang, route.kind, route.record))
        prose = story.body if story else ""
    else:
        prose = renderer.site.prose_by_source[route.source].body
    return pages.markdown(renderer.site, route, prose)


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    route, site = _route(page), _State.renderer(config).site
    page.meta = pages.meta(site, route)
    page.title = page.meta["title"]
    page.update_date = page.meta["updated"].isoformat()
    return markdown


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    route, renderer = _route(page), _State.renderer(config)
    html, has_notes = finishing.finish(html, renderer, route, _record(route))
    finishing.tidy_toc(page.toc.items, route.lang, has_notes)
    return html


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> Any:
    route, renderer = _route(page), _State.renderer(config)
    context["dossier"] = {
        "t": renderer.site.locale.text,
        "alternates": alternates(_State.routes, route, config.site_url),
        "doors": doors(renderer.site, route, page.meta),
        "route": route,
    }
    return context


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """What the sitemap and the 404 page are made of: both languages, whichever is built last."""
    if template_name == "sitemap.xml":
        context["addresses"] = sitemap(_State.dossier, _State.routes, config.site_url)
    if template_name == "404.html":
        context["locales"] = [locale(lang, _State.dossier.words.get(lang)) for lang in LANGUAGES]
        context["homes"] = {lang: _State.routes.route(lang, "index.md").site_path for lang in LANGUAGES}
        context["names"] = _names(config)
        context["tidy"] = tidy
    return context


def _names(config: MkDocsConfig) -> dict[str, str]:
    """The name of the site in each language, as mkdocs.yml gives them."""
    languages = config.plugins["i18n"].config.languages
    return {one.locale: one.site_name or config.plugins["i18n"].original_configs.get("site_name", config.site_name)
            for one in languages}

