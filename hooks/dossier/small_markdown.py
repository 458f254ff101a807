"""The small Markdown of records, and the reading of prose: markdown-it, with our marks.

Records hold emphasis, links and citations, never HTML. Prose is rendered by MkDocs'
own Markdown; here it is only read, for its lines, headings, marks and citations.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from . import citations

_CITATION = re.compile(citations.CITATION)
_FIGURE = re.compile(citations.FIGURE)


def _marks(state: StateInline, silent: bool) -> bool:
    """Inline rule: `[@...]` becomes a `citation` token, `[=...]` a `figure` token."""
    for kind, pattern in (("citation", _CITATION), ("figure", _FIGURE)):
        match = pattern.match(state.src, state.pos)
        if match:
            if not silent:
                token = state.push(kind, "", 0)
                token.content, token.meta = match.group(0), match.groupdict()
            state.pos = match.end()
            return True
    return False


def _reader() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    parser.validateLink = lambda url: True  # MkDocs' Markdown makes a link of anything: a rule refuses
    parser.inline.ruler.before("link", "marks", _marks)
    return parser


def _small() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": True}).enable(["emphasis", "link", "escape", "html_inline"])
    parser.inline.ruler.before("link", "marks", _marks)
    return parser


READER, SMALL = _reader(), _small()
# A text without any of these is plain: nothing to parse.
_MARKUP = re.compile(r"[*_\[\]<>\\&]")


def is_plain(text: str) -> bool:
    """True for a text with no markup at all, which needs no parser."""
    return not _MARKUP.search(text)


def inline(text: str) -> list[Token]:
    """The tokens of one text of a record. HTML comes out as `html_inline`, to be refused."""
    parsed = SMALL.parseInline(text)
    return parsed[0].children or [] if parsed else []


def plain(text: str) -> str:
    """A text of a record without its marks and citations."""
    if is_plain(text):
        return text
    return "".join(" " if token.type == "softbreak" else token.content for token in inline(text) if token.type in ("text", "text_special", "softbreak"))


def blocks(text: str) -> list[Token]:
    """The tokens of a page of prose, front matter first, each with its lines in `map`."""
    return READER.parse(text)
