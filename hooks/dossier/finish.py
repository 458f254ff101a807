"""Finish a page: records into their places, numbers on citations, notes, typography.

The page is parsed once into a tree (lxml); nothing here cuts HTML as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html
from lxml.etree import Comment

from .claims import number_claims
from .pages import CORRECTED, FEET, NOTES, WITHOUT_WORDS, WORDS
from .render import Renderer
from .routes import Route
from .site import Site
from .typography import tidy
from .views import LATE_BLOCKS
from .views.reference import corrections, sort_key
from .words import TermMarker

# Text inside these is code or machine data, and is left as it is.
_LITERAL = {"code", "pre", "script", "style", "svg", "kbd", "samp"}


@dataclass
class Note:
    """One source cited on a page: its number, and the places of its calls."""

    number: int
    source: str
    calls: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Finished:
    """The whole content of a page, every anchor in it, and which of the feet it has."""

    html: str
    anchors: set[str]
    feet: set[str]


def finish(content: str, renderer: Renderer, page: Route, record: Any) -> Finished:
    """The whole content of a page from its Markdown HTML."""
    tree = html.fragment_fromstring(content, create_parent="div")
    _place_blocks(tree, renderer, page, record)
    corrected = corrections(renderer.site, page)
    _place_foot(tree, CORRECTED, renderer.template("corrected.html", page=page, corrections=corrected) if corrected else None)
    words = _mark_terms(tree, renderer.site, page)
    _place_foot(tree, WORDS, renderer.template("words.html", page=page, **words) if words else None)
    notes = _number(tree, renderer.site.locale.text)
    number_claims(tree, renderer.site.locale.text("interface.claim.link"))
    for note in notes:
        renderer.site.cited_in[note.source][page.source] = page
    known = renderer.site.dossier.ids["sources"]
    listed = [{"note": note, "source": known[note.source]} for note in notes]
    _place_foot(tree, NOTES, renderer.template("notes.html", page=page, notes=listed) if notes else None)
    _tidy(tree, renderer.site.lang)
    feet = {name for name, there in ((CORRECTED, corrected), (WORDS, words), (NOTES, notes)) if there}
    return Finished(_inside(tree), set(tree.xpath("//@id")), feet)


def tells_of_other_pages(content: str) -> bool:
    """True for a page to be finished once more when all the others are."""
    return any(f"<!-- data:{name} " in content for name in LATE_BLOCKS)


def _markers(tree: html.HtmlElement) -> Iterator[tuple[Any, str, dict[str, str]]]:
    for comment in list(tree.iter(Comment)):
        words = (comment.text or "").split()
        if words and words[0].startswith("data:"):
            arguments = dict(word.split("=", 1) for word in words[1:] if "=" in word)
            yield comment, words[0].removeprefix("data:"), arguments


def _place_blocks(tree: html.HtmlElement, renderer: Renderer, page: Route, record: Any) -> None:
    for comment, name, arguments in _markers(tree):
        if name not in FEET:
            _replace(comment, renderer.block(name, arguments, page, record))


def _replace(comment: Any, markup: str) -> None:
    """Put the elements of `markup` where the comment stands."""
    parent, tail = comment.getparent(), comment.tail
    block = html.fragment_fromstring(markup, create_parent="div")
    at = parent.index(comment)
    for offset, child in enumerate(list(block)):
        parent.insert(at + offset, child)
    comment.tail = None
    parent.remove(comment)
    if tail and tail.strip() and len(block) == 0:
        parent.text = (parent.text or "") + tail


def _number(tree: html.HtmlElement, text: Callable[..., str]) -> list[Note]:
    """Number each source in the order of the page; a source cited again keeps its number."""
    notes: dict[str, Note] = {}
    for mark in list(tree.iter("cite-ref")):
        _tighten(mark)
        source = mark.get("source")
        note = notes.setdefault(source, Note(len(notes) + 1, source))
        call = f"c-{note.number}-{len(note.calls) + 1}"
        note.calls.append((call, mark.get("locator", "")))
        mark.tag = "sup"
        locator = mark.attrib.pop("locator", "")
        mark.attrib.pop("source")
        mark.set("class", "cite")
        link = html.Element("a", {
            "id": call, "href": f"#n-{source}", "aria-label": text("interface.sources.call", n=note.number),
        })
        link.text = str(note.number) if not locator else f"{note.number}, {locator}"
        mark.append(link)
    return list(notes.values())


def _tighten(mark: Any) -> None:
    """A call of a source follows its word without a space, whatever the writer put there."""
    parent = mark.getparent()
    first = parent if parent.get("class") == "cites" and parent.index(mark) == 0 and not parent.text else mark
    before = first.getprevious()
    if before is not None:
        before.tail = before.tail.rstrip() if before.tail else None
    elif first.getparent() is not None and first.getparent().text:
        first.getparent().text = first.getparent().text.rstrip()


def _mark_terms(tree: html.HtmlElement, site: Site, page: Route) -> dict[str, Any] | None:
    """Link terms to their meaning. Returns what the list of them at the foot needs, or None."""
    if page.source in WITHOUT_WORDS:
        return None
    marker = TermMarker(site.lexicon, site.lang)
    marker.mark(tree)
    terms = site.dossier.ids["glossary"]
    met = sorted(marker.met, key=lambda term: sort_key(site.said(terms[term].term)))
    words = [{"term": terms[term], "call": marker.met[term]} for term in met]
    return {"words": words, "other": site.other_lang} if words else None


def _place_foot(tree: html.HtmlElement, name: str, markup: str | None) -> None:
    """Put one of the lists at the foot in its place; no heading stands over nothing."""
    for comment, found, _ in _markers(tree):
        if found == name and markup:
            _replace(comment, markup)
        elif found == name:
            heading = tree.get_element_by_id(name)
            heading.getparent().remove(heading)
            comment.getparent().remove(comment)


def _tidy(element: Any, lang: str) -> None:
    """No-break spaces and apostrophes in every text, by the language each text is in."""
    lang = (element.get("lang") or lang) if isinstance(element.tag, str) else lang
    literal = not isinstance(element.tag, str) or element.tag in _LITERAL
    if element.text and not literal:
        element.text = tidy(element.text, lang)
    for child in element:
        _tidy(child, lang if not literal else "")
        if child.tail and not literal:
            # A word stands in for the element, so that the space of « <a>le mot</a> ; » is seen.
            child.tail = tidy(f"x{child.tail}", lang)[1:]


def _inside(tree: html.HtmlElement) -> str:
    """The HTML inside the parent that was made to hold the page."""
    parts = [tree.text or ""]
    parts += [html.tostring(child, encoding="unicode") for child in tree]
    return "".join(parts)


def tidy_toc(items: list[Any], lang: str, feet: set[str]) -> None:
    """The same typography in the table of contents, and no line for a foot that is not there."""
    for item in list(items):
        if item.id in FEET and item.id not in feet:
            items.remove(item)
            continue
        item.title = tidy(item.title, lang)
        tidy_toc(item.children, lang, feet)
