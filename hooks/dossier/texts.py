"""Render the small Markdown of records to HTML, with citations left as marks.

A citation becomes `<cite-ref>`: its number is known only when the page is whole, and
`finish` puts it there. Nothing else of a record can become HTML.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from markupsafe import Markup

from . import citations, small_markdown


def cite_ref(one: citations.Citation) -> str:
    """The mark of one citation, to be numbered when the page is whole."""
    locator = f' locator="{escape(one.locator)}"' if one.locator else ""
    return f'<cite-ref source="{escape(one.source)}"{locator}></cite-ref>'


def cite(sources: list[str]) -> Markup:
    """The marks of a `sources` field."""
    return Markup("".join(cite_ref(citations.reference(text)) for text in sources))


@cache
def render(text: str) -> Markup:
    """One text of a record as inline HTML; raw HTML in it is shown, never obeyed."""
    if small_markdown.is_plain(text):
        return Markup(escape(text, quote=False))
    return Markup("".join(_html(token) for token in small_markdown.inline(text)))


def _html(token: Any) -> str:
    plain = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
             "link_close": "</a>", "softbreak": " "}
    if token.type in plain:
        return plain[token.type]
    if token.type == "link_open":
        return f'<a href="{escape(str(token.attrs["href"]))}">'
    if token.type == "citation":
        return "".join(cite_ref(one) for one in citations.parse(token.meta["cited"]))
    return escape(token.content, quote=False)
