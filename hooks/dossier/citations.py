"""What contributors write in a text to point at a record.

`[@source-id]`, `[@a; @b]`, `[@a, p. 12]` cite sources (pandoc's habit);
`[=record-id.figure]` gives a figure with its unit in the language of the page.
The two Markdown parsers (one reads records and checks prose, one renders pages)
share these patterns, so that a text means the same to both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CITATION = r"\[@(?P<cited>[^\[\]]+)\]"
FIGURE = r"\[=(?P<record>[^\[\]\s.]*)\.(?P<figure>[^\[\]\s]*)\]"
_SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Citation:
    """One source cited at one place. `locator` is a page or a part, or empty."""

    source: str
    locator: str = ""


def parse(cited: str) -> list[Citation]:
    """The citations inside `[@ ... ]`: `a; @b, p. 12` gives `a`, then `b` at `p. 12`.

    An id that is not well formed is kept as it is: a rule names it, nothing is guessed.
    """
    return [reference(part.strip().removeprefix("@")) for part in cited.split(";")]


def reference(text: str) -> Citation:
    """A source id, with or without a locator after a comma."""
    source, _, locator = text.partition(",")
    return Citation(source.strip(), locator.strip())


def is_id(text: str) -> bool:
    """True if `text` can be the id of a source."""
    return bool(_SOURCE_ID.match(text))
