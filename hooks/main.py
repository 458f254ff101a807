"""The MkDocs events, and nothing else: each calls `dossier`, which knows no MkDocs.

MkDocs builds each language in turn: mkdocs-static-i18n calls its build again, so every
event below runs once per language. The dossier is loaded and checked once, before
anything is written; the workspace keeps it for the languages that follow.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from dossier import finish as finishing
from dossier import cards, pages
from dossier.head import alternates, doors, neighbors, sitemap
from dossier.locales import locale, message_language
from dossier.markdown_marks import MarksExtension
from dossier.problems import banner, report
from dossier.records.base import LANGUAGES
from dossier.render import COMPILED, Renderer
from dossier.search import Indexing, page_facts
from dossier.site import Identity
from dossier.workspace import Workspace
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

log = logging.getLogger("mkdocs.hooks.dossier")
WORKSPACE = Workspace()
INDEXING = Indexing()


def _language(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].current_language or LANGUAGES[0]


def _renderer(config: MkDocsConfig) -> Renderer:
    extra = config.extra
    told = (extra.get(name) or "" for name in ("publisher", "contact", "repository"))
    return WORKSPACE.renderer(_language(config), Identity(config.site_name, *told, config.site_description))


@event_priority(-200)  # after i18n has set the language (-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Markdown our marks, and the theme's permalinks a title in the language."""
    words = locale(_language(config))
    config.markdown_extensions = [e for e in config.markdown_extensions if not isinstance(e, MarksExtension)]
    config.markdown_extensions.append(MarksExtension(lambda: _renderer(config).site))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words.text("interface.page.permalink")
    return config


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether a person works with the server: then nothing may raise."""
    WORKSPACE.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Load and check, before MkDocs empties the folder of the site.

    A server logs the problems and goes on with the last good dossier.
    """
    if config.plugins["i18n"].building:
        return
    if failure := INDEXING.stop():
        log.warning(locale(message_language(os.environ)).text("problems.no-search", said=failure))
    problems = WORKSPACE.reload(Path(config.config_file_path).parent)
    if problems:
        message = "\n" + report(problems, locale(message_language(os.environ)))
        if not WORKSPACE.serving:
            raise PluginError(message)
        log.error(message)


@event_priority(50)  # before i18n pairs the languages
def _set_pages(files: Files, config: MkDocsConfig) -> Files:
    """Pages are those of the routes: most records have no file, and a bad file has no page."""
    for file in files.documentation_pages(inclusion=lambda _: True):
        if file.src_uri not in WORKSPACE.table:
            files.remove(file)
    for path, route in WORKSPACE.table.items():
        if not files.get_file_from_path(path):
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
        if route.kind:
            files.get_file_from_path(path).inclusion = InclusionLevel.NOT_IN_NAV
    return files


@event_priority(-200)  # after i18n has paired them
def _set_addresses(files: Files, config: MkDocsConfig) -> Files:
    """Put each page, and the copies i18n keeps of its twins, at its address."""
    for file in files.documentation_pages(inclusion=lambda _: True):
        for one in {id(f): f for f in (file, *file.alternates.values())}.values():
            route = WORKSPACE.route(one.src_uri)
            one.dest_uri = f"{route.site_path}index.html"
            one.url = route.site_path or "./"
            one.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, one.dest_uri))
    return files


on_files = CombinedEvent(_set_pages, _set_addresses)


def on_page_read_source(page: Any, config: MkDocsConfig) -> str:
    """Prose as written, or the skeleton of a record's page, with the place of the notes."""
    if not WORKSPACE.dossier:
        return ""
    route = WORKSPACE.route(page.file.src_uri)
    return pages.markdown(_renderer(config).site, route, WORKSPACE.prose(route))


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Title, description and days come from the record or the front matter, read by us."""
    if not WORKSPACE.dossier:
        page.meta = {"template": "problems.html"}
        return markdown
    page.meta = pages.meta(_renderer(config).site, WORKSPACE.route(page.file.src_uri))
    page.title = page.meta["title"]
    page.update_date = page.meta["updated"].isoformat()
    return markdown


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Put the records in their places."""
    if not WORKSPACE.dossier:
        return html
    route, renderer = WORKSPACE.route(page.file.src_uri), _renderer(config)
    page.unfinished = html
    done = finishing.finish(html, renderer, route, WORKSPACE.record(route))
    finishing.tidy_toc(page.toc.items, route.lang, done.feet)
    # MkDocs checks links to anchors against these; a page without words or notes has lost their heading.
    page.present_anchor_ids = done.anchors | set(pages.FEET)
    return done.html


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> Any:
    """What the overrides show around the content, and what is wrong while a server runs."""
    context["problems"] = banner(WORKSPACE.problems, locale(_language(config)))
    if not WORKSPACE.dossier:
        return context
    route, renderer = WORKSPACE.route(page.file.src_uri), _renderer(config)
    site = renderer.site
    if finishing.tells_of_other_pages(page.unfinished):
        page.content = finishing.finish(page.unfinished, renderer, route, WORKSPACE.record(route)).html
    context["dossier"] = {
        "t": site.locale.printed,
        "route": route,
        "alternates": alternates(WORKSPACE.routes, route, config.site_url),
        "doors": doors(site, route, page.meta, config.site_url),
        "found": page_facts(site, route),
        "neighbors": neighbors(site, route),
        "card": "" if WORKSPACE.serving else urljoin(config.site_url, cards.path_of(route)),
    }
    return context


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The theme's templates, too, are compiled once for all languages and rebuilds."""
    env.bytecode_cache = COMPILED
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Index the whole site, once its last language is written; a server answers meanwhile."""
    languages = [one.locale for one in config.plugins["i18n"].config.languages if one.build]
    if not WORKSPACE.dossier or _language(config) != languages[-1]:
        return
    if not WORKSPACE.serving:
        cards.write_cards(Path(config.config_file_path).parent, Path(config.site_dir), WORKSPACE.sites())
    INDEXING.start(Path(config.site_dir), WORKSPACE.sites())
    if not WORKSPACE.serving and (failure := INDEXING.wait()):
        raise PluginError(locale(message_language(os.environ)).text("problems.no-search", said=failure))


on_shutdown = INDEXING.stop  # leave nothing at work behind


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """What the sitemap and the 404 page are made of: both languages, whichever is built last."""
    if template_name == "sitemap.xml" and WORKSPACE.dossier:
        context["addresses"] = sitemap(WORKSPACE.dossier, WORKSPACE.routes, config.site_url)
    if template_name == "404.html":
        words = WORKSPACE.dossier.words if WORKSPACE.dossier else {}
        context["locales"] = [locale(lang, words.get(lang)) for lang in LANGUAGES]
        context["homes"] = {lang: WORKSPACE.route(f"{lang}/index.md").site_path for lang in LANGUAGES}
        context["names"] = _names(config)
    return context


def _names(config: MkDocsConfig) -> dict[str, str]:
    """The name of the site in each language, as mkdocs.yml gives them."""
    i18n = config.plugins["i18n"]
    default = i18n.original_configs.get("site_name", config.site_name)
    return {one.locale: one.site_name or default for one in i18n.config.languages}
