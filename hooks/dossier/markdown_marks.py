"""Python-Markdown: `[@source]` and `[=record.figure]` in pages of prose, as inline processors.

Being inline processors they leave code alone. What they mean is in `citations`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from . import citations, formats
from .site import Site

# Before Python-Markdown's own links (priority 160) and references (170), after code (190).
_PRIORITY = 175


class _Citation(InlineProcessor):
    def handleMatch(self, match: Any, data: str) -> tuple[Element, int, int]:
        group = Element("span", {"class": "cites"})
        for one in citations.parse(match["cited"]):
            mark = Element("cite-ref", {"source": one.source})
            if one.locator:
                mark.set("locator", one.locator)
            group.append(mark)
        return group, match.start(0), match.end(0)


class _Figure(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, site: Callable[[], Site]) -> None:
        super().__init__(pattern, md)
        self._site = site

    def handleMatch(self, match: Any, data: str) -> tuple[Element, int, int]:
        site = self._site()
        one = site.figures[match["record"], match["figure"]]
        shown = Element("span", {"class": "figure-inline"})
        shown.text = formats.figure(one, site.locale)
        for text in one.sources:
            cited = citations.reference(text)
            shown.append(Element("cite-ref", {"source": cited.source}))
        return shown, match.start(0), match.end(0)


class MarksExtension(Extension):
    """Citations and figures. `site` gives the site of the language being built, when asked."""

    def __init__(self, site: Callable[[], Site]) -> None:
        super().__init__()
        self._site = site

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_Citation(citations.CITATION, md), "dossier-citation", _PRIORITY)
        md.inlinePatterns.register(_Figure(citations.FIGURE, md, self._site), "dossier-figure", _PRIORITY)
