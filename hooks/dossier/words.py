"""The words of a page: the first occurrence of a term in each section leads to its meaning.

Worked on the parsed tree: headings, links, code, quotations, names of sources and texts
in another language are never touched.
"""

from __future__ import annotations

from typing import Any

from lxml import html

from .terms import Found, Lexicon

# Elements inside which a term is not marked.
_APART = {"h1", "h2", "h3", "h4", "a", "code", "pre", "blockquote", "dfn", "dt", "th", "caption", "figcaption",
          "svg", "script", "style", "nav", "button", "search", "sup", "time", "strong"}
_APART_CLASSES = {"ladder", "notes", "source", "provenance", "says__who", "says__facts", "crumbs", "steps__title",
                  "column__party", "steps__when", "board", "bibliography", "scale__word", "certainty", "accusation",
                  "commitment__name", "elsewhere__name"}
_SECTION = {"h2", "h3"}


class TermMarker:
    """Marks the terms of one page, each once a section, and remembers which were met."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._seen: set[str] = set()
        self.met: dict[str, str] = {}

    def mark(self, tree: Any) -> None:
        """Walk the tree in its order and turn first occurrences into links."""
        for element in list(tree):
            self._visit(element)

    def _visit(self, element: Any) -> None:
        if element.tag in _SECTION:
            self._seen = set()
        if not self._is_apart(element):
            if element.text:
                self._text(element, None)
            for child in list(element):
                self._visit(child)
                if child.tail:
                    self._text(element, child)
        # The text after the element belongs to its parent, which sees to it.

    def _is_apart(self, element: Any) -> bool:
        if not isinstance(element.tag, str) or element.tag in _APART:
            return True
        if element.get("lang", self._lang) != self._lang or element.get("aria-hidden") == "true":
            return True
        return bool(_APART_CLASSES & set(element.get("class", "").split()))

    def _text(self, parent: Any, after: Any | None) -> None:
        """Mark the text of `parent` that stands at its start, or after one of its children."""
        text = parent.text if after is None else after.tail
        new = [found for found in self._lexicon.find(text) if self._is_new(found.term)]
        if not new:
            return
        links = [self._link(found, text) for found in new]
        ends = [*(found.start for found in new[1:]), len(text)]
        for link, found, end in zip(links, new, ends, strict=True):
            link.tail = text[found.end : end]
        before = text[: new[0].start]
        at = 0 if after is None else parent.index(after) + 1
        if after is None:
            parent.text = before
        else:
            after.tail = before
        for offset, link in enumerate(links):
            parent.insert(at + offset, link)

    def _is_new(self, term: str) -> bool:
        if term in self._seen:
            return False
        self._seen.add(term)
        return True

    def _link(self, found: Found, text: str) -> Any:
        call = f"m-{found.term}"
        link = html.Element("a", {"class": "term", "href": f"#w-{found.term}"})
        if found.term not in self.met:
            link.set("id", call)
            self.met[found.term] = call
        link.text = text[found.start : found.end]
        return link
