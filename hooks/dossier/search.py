"""The search index: pages as they were built, and the records that have only an anchor.

Pagefind reads the pages of the finished site, each in the language its `<html>` names.
Terms, events and statements share a page with others of their kind: each is put into the
index by itself, with the address of its anchor, so that a search leads to it. Sources are
not: by far the most, they would weigh on every first search, and hide what they say.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree, html
from pagefind.service import get_executable

from . import formats, small_markdown
from .routes import Route
from .site import Site
from .typography import tidy
from .views.summit import spoken

FOLDER = "pagefind"
# What of Pagefind's own a page of ours asks for; its ready-made interfaces are left out.
KEPT = ("pagefind.js", "pagefind-entry.json")
# Not words of the text (numbers of notes, signs of links, dates and bases, empty slots); repeated from
# other pages (the feet, tables of records); and what `entries` lists one by one.
UNSEARCHED = (
    "sup", ".headerlink", ".visually-hidden", ".doors", "#words", ".words", "#notes", ".notes",
    ".says__facts", ".provenance", ".empty", ".neighbors", ".stacked", ".grid", ".matrix", ".line", ".filter-wrap",
    ".cases__voices", ".glossary", ".letters", ".bibliography", ".steps--line", ".two-voices",
)
OPTIONS = ("--root-selector", "article", "--exclude-selectors", ", ".join(UNSEARCHED), "--quiet")
# A word in a `title` counts for more, and most in a `subject`: a sector or a term is what the word means, an
# attack only has it in its name. A `name` counts only where it stands in the text too: speakers and topics
# would hide the pages named after them.
MARKS = {"glossary": ("subject", 1.0), "events": ("title", 1.0), "statements": ("name", 1.0)}


@dataclass(frozen=True)
class Entry:
    """One record in the index: `path` is its site path, with its anchor; all words are those to be shown."""

    path: str
    lang: str
    kind: str
    title: str
    date: str
    content: str
    titled: str
    weight: float


def entries(site: Site) -> Iterator[Entry]:
    """Every record of a site that has an anchor on a page it shares."""
    for term in site.dossier.records("glossary"):
        yield _entry(site, "glossary", term.id, site.said(term.term), "", _term(site, term))
    for event in site.dossier.records("events"):
        texts = [site.said(event.text), *_quoted(site, event.quote)]
        yield _entry(site, "events", event.id, site.said(event.title), event.date, texts)
    for one in site.summit.statements:
        yield _entry(site, "statements", one.id, _who_on_what(site, one), one.date, _statement(site, one))


def _entry(site: Site, kind: str, record_id: str, title: str, date: str, texts: Iterable[str | None]) -> Entry:
    content = ". ".join(small_markdown.plain(text).rstrip(".") for text in texts if text)
    return Entry(
        site.path_of(kind, record_id), site.lang, site.locale.text(f"interface.search.kind.{kind}"), tidy(title, site.lang), _day(site, date), tidy(content, site.lang),
        *MARKS[kind],
    )


def _day(site: Site, date: str) -> str:
    return tidy(formats.fact_date(date, site.locale), site.lang) if date else ""


def _term(site: Site, term: Any) -> Iterator[str | None]:
    yield site.said(term.definition)
    yield site.said(term.why_here) if term.why_here else None
    yield term.official.term if term.official else None
    yield ", ".join([getattr(term.term, site.other_lang), *getattr(term.forms, site.lang)])


def _who_on_what(site: Site, statement: Any) -> str:
    topics = {topic.id: topic for topic in site.summit.topics}
    speaker = site.said(site.people[statement.speaker].name)
    return f"{speaker}{site.locale.text('interface.colon')} {site.said(topics[statement.topics[0]].name)}"


def _statement(site: Site, statement: Any) -> Iterator[str | None]:
    yield from _quoted(site, statement.quotation)
    yield site.said(statement.gist) if statement.gist else None
    yield site.said(statement.occasion)


def _quoted(site: Site, quotation: Any) -> Iterator[str]:
    quote = spoken(site, quotation)
    if quote:
        yield quote.large.words
        if quote.small:
            yield quote.small.words


def page_facts(site: Site, route: Route) -> dict[str, str]:
    """What a result says of a page: how its title counts, the kind of page, and its date if it has one."""
    record = site.dossier.ids[route.kind][route.record] if route.kind else None
    made_public = getattr(record, "made_public", None)
    kind = site.locale.text(f"interface.search.kind.{route.kind or 'pages'}")
    titled = "subject" if route.kind == "sectors" else "title"
    return {"kind": kind, "date": _day(site, made_public.date if made_public else ""), "titled": titled}


class Indexing:
    """An index in the making, in a thread of its own: a server answers meanwhile, and may stop it."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        self._stopped = threading.Event()
        self._failure = ""

    def start(self, folder: Path, sites: Iterable[Site]) -> None:
        """Begin to index the site built in `folder` into `folder/pagefind/`."""
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, args=(folder, list(sites)))
        self._thread.start()

    def stop(self) -> str:
        """Give up what is not done yet, then as `wait`."""
        self._stopped.set()
        if self._process:
            self._process.terminate()
        return self.wait()

    def wait(self) -> str:
        """Return when nothing is being written any more: why it failed, or an empty text."""
        if self._thread:
            self._thread.join()
        self._thread, said, self._failure = None, self._failure, ""
        return said

    def _run(self, folder: Path, sites: list[Site]) -> None:
        try:
            with TemporaryDirectory() as corpus:
                _put_down_pages(folder, Path(corpus))
                _put_down_records(sites, Path(corpus))
                self._failure = "" if self._stopped.is_set() else self._index(corpus, folder / FOLDER)
        except OSError as error:
            self._failure = str(error)

    def _index(self, corpus: str, folder: Path) -> str:
        command = [get_executable(), "--site", corpus, "--output-path", str(folder), *OPTIONS]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said, _ = self._process.communicate()
        code, self._process = self._process.returncode, None
        if code == 0:
            _keep_only_what_is_asked_for(folder)
        return said.strip() if code and not self._stopped.is_set() else ""


def _put_down_pages(site: Path, corpus: Path) -> None:
    for page in site.rglob("index.html"):
        copy = corpus / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)


def _put_down_records(sites: list[Site], corpus: Path) -> None:
    for number, one in enumerate(one for site in sites for one in entries(site)):
        _put_down(one, corpus / f"record-{number}.html")


def _put_down(one: Entry, path: Path) -> None:
    """Write one record as a page of its own, which tells the address to lead to."""
    page = html.Element("html", {"lang": one.lang})
    article = etree.SubElement(etree.SubElement(page, "body"), "article", {
        "data-title": one.title, "data-kind": one.kind, "data-date": one.date, "data-url": f"/{one.path}",
        "data-pagefind-meta": f"{one.titled}[data-title], kind[data-kind], date[data-date], url[data-url]",
        "data-pagefind-weight": str(one.weight),
    })
    article.text = one.content
    path.write_bytes(html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))


def _keep_only_what_is_asked_for(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file() and path.name not in KEPT and path.suffix not in (".pf_meta", ".pagefind"):
            path.unlink()
    # Pagefind lists the languages in any order; two builds of one state are to be equal.
    listing = folder / "pagefind-entry.json"
    listing.write_text(json.dumps(json.loads(listing.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
