"""Claims: every passage with a source has an address of its own, to be cited or reported.

A part of a record is addressed by its lasting id. Other passages are numbered in their
section: the third after the heading `law` is `#law-3`, the same in every language, since
both have the same headings and the same sources.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import html

# What can be a claim, from the inside out.
_BLOCKS = {"p", "li", "dt", "dd", "td", "th", "figure", "div"}
_HEADINGS = {"h1", "h2", "h3", "h4"}
# Lists at the foot of a page repeat other places.
_APART = {"words", "notes", "bibliography"}


def number_claims(tree: Any, words: str) -> None:
    """Give each claim its id, and a sign at the end of its last sentence that leads to it.

    The sign is for a mouse or a finger. With a keyboard or a screen reader a claim is
    reached by the way back from its note, so that no stop is added to every sentence.
    """
    taken = set(tree.xpath("//@id"))
    counts: Counter[str] = Counter()
    section = "top"
    last: dict[Any, Any] = {}
    for element in tree.iter():
        if element.tag in _HEADINGS and element.get("id"):
            section = element.get("id")
        elif element.tag == "sup" and element.get("class") == "cite":
            claim = _claim(element)
            if claim is not None:
                if not claim.get("id"):
                    claim.set("id", _next(section, counts, taken))
                last[claim] = element
    for claim, call in last.items():
        claim.set("class", f"{claim.get('class', '')} claim".strip())
        sign = html.Element("a", {
            "class": "claim__sign", "href": f"#{claim.get('id')}", "title": words, "aria-hidden": "true", "tabindex": "-1",
        })
        sign.text = "#"
        call.getparent().append(sign)


def _next(section: str, counts: Counter[str], taken: set[str]) -> str:
    """The next free number of a section."""
    while True:
        counts[section] += 1
        name = f"{section}-{counts[section]}"
        if name not in taken:
            return name


def _claim(call: Any) -> Any | None:
    """The block a call of a source stands in; a part of a record that has an id goes before.

    A quotation is one claim, whatever renderings of it a language shows.
    """
    around = list(call.iterancestors())
    if any(_APART & set(element.get("class", "").split()) for element in around):
        return None
    blocks = [element for element in around if element.tag in _BLOCKS]
    quoted = [block for block in blocks if block.get("class") == "quoted"]
    return next((block for block in blocks if block.get("id")), (quoted or blocks or [None])[0])
