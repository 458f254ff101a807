"""Read the pages of prose in `docs/<language>/`, with the line of everything in them.

Nothing is rendered here. What is read feeds the rules (is each paragraph sourced? do
the twins agree?) and the routes (which page stands at which address).
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

import yaml
from markdown_it.token import Token
from pydantic import ValidationError

from . import small_markdown, yaml_text
from .problems import Place, Problem, relative
from .prose import (
    STORY_FOLDERS,
    Heading,
    Link,
    Mark,
    Marker,
    PageMeta,
    Passage,
    ProsePage,
    Story,
)
from .records.base import LANGUAGES, Strict
from .validation import problems_of

_ATTRIBUTES = re.compile(r"\{:?(?P<list>[^{}]*)\}\s*$")
_MARKER = re.compile(r"<!--\s*data:(?P<name>[\w-]*)(?P<arguments>[^>]*?)-->")
_ARGUMENT = re.compile(r"(?P<key>[\w-]+)=(?P<value>[\w.-]+)")
_COMMENT = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)


def read_pages(root: Path) -> tuple[list[ProsePage], list[Problem]]:
    """Every Markdown file under `docs/<language>/`, sorted, and its problems of form."""
    pages, problems = [], []
    for lang in LANGUAGES:
        folder = root / "docs" / lang
        for path in sorted(folder.rglob("*.md")):
            page, found = _read(path, relative(path, root), lang, relative(path, folder))
            problems += found
            if page:
                pages.append(page)
    return pages, problems


def _read(path: Path, file: str, lang: str, source: str) -> tuple[ProsePage | None, list[Problem]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Problem("bad-encoding", Place(file, line))]
    page = ProsePage(file, lang, source)
    tokens = small_markdown.blocks(text)
    problems = _front_matter(page, tokens, text)
    _scan(page, tokens, text.splitlines())
    return page, problems


def _front_matter(page: ProsePage, tokens: list[Token], text: str) -> list[Problem]:
    """Read the front matter into `page.meta`; the model depends on what the page is."""
    front = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    if front is None:
        return [Problem("no-front-matter", Place(page.file))]
    page.front = front.content
    page.body = "\n".join(text.splitlines()[front.map[1]:])
    place = _place_in(page.file, front.content)
    try:
        data = yaml_text.load(front.content)
        model = _meta_model(page.source, data)
        page.meta = model.model_validate(data)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        return [Problem("yaml-broken", Place(page.file, (mark.line if mark else 0) + 2),
                        {"said": getattr(error, "problem", None) or "nested too deep"})]
    except ValidationError as error:
        return list(problems_of(error, model, place))
    return []


def _meta_model(source: str, data: Any) -> type[Strict]:
    folder, _, name = source.rpartition("/")
    may_be_story = folder in STORY_FOLDERS and name != "index.md"
    has_title = isinstance(data, dict) and ({"title", "address"} & data.keys())
    return Story if may_be_story and not has_title else PageMeta


def _place_in(file: str, front: str):
    """Places inside the front matter, which starts on line 2 of the file."""
    def place(path: tuple[Any, ...]) -> Place:
        line, column = yaml_text.position(yaml_text.compose(front), path)
        return Place(file, line + 1, column)
    return place


def _scan(page: ProsePage, tokens: list[Token], lines: list[str]) -> None:
    """One walk over the tokens: headings, markers, passages, citations, figures, HTML."""
    section, row = "", None
    for index, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            heading = _heading(token, tokens[index + 1], line)
            page.headings.append(heading)
            section = heading.id
        elif token.type == "html_block":
            _html(page, token, line)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            if row and tokens[index - 1].type == "td_close":
                page.passages.append(_passage(row, page_line(row[0])))
            row = None
        elif token.type == "inline":
            _marks(page, token, lines, section)
            if row is not None:
                row.append(token)
            elif tokens[index - 1].type == "paragraph_open":
                page.passages.append(_passage([token], line))


def page_line(token: Token) -> int:
    """The line, from 1, on which a token starts."""
    return token.map[0] + 1 if token.map else 1


def _heading(opening: Token, inner: Token, line: int) -> Heading:
    match = _ATTRIBUTES.search(inner.content)
    ids = [word[1:] for word in (match["list"].split() if match else []) if word.startswith("#")]
    return Heading(int(opening.tag[1]), ids[0] if ids else "", _ATTRIBUTES.sub("", inner.content).strip(), line)


def _html(page: ProsePage, token: Token, line: int) -> None:
    """A comment may stand in prose, and is a marker if it says `data:`; other HTML may not."""
    markers = list(_MARKER.finditer(token.content))
    for match in markers:
        arguments = {m["key"]: m["value"] for m in _ARGUMENT.finditer(match["arguments"])}
        page.markers.append(Marker(match["name"], arguments, line + token.content[: match.start()].count("\n")))
    if _COMMENT.sub("", token.content).strip():
        page.html.append(line)


def _marks(page: ProsePage, token: Token, lines: list[str], section: str) -> None:
    first, last = token.map if token.map else (0, 1)
    seen: dict[str, int] = {}
    for child in token.children or []:
        if child.type == "html_inline" and not child.content.startswith("<!--"):
            page.html.append(first + 1)
        if child.type == "link_open":
            page.links.append(Link(_target(page.source, str(child.attrs["href"])), first + 1))
        if child.type not in ("citation", "figure"):
            continue
        line, column = _find(lines, first, last, child.content, seen.get(child.content, 0))
        seen[child.content] = seen.get(child.content, 0) + 1
        mark = Mark(child.content, child.meta, line, column, section)
        (page.citations if child.type == "citation" else page.figures).append(mark)


def _target(source: str, href: str) -> str:
    """The source path that a relative link to a Markdown file leads to."""
    path = href.partition("#")[0]
    if not path.endswith(".md") or "://" in path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _find(lines: list[str], first: int, last: int, text: str, skip: int) -> tuple[int, int]:
    """Line and column of the `skip`-th time `text` stands between two lines."""
    for number in range(first, min(last, len(lines))):
        start = -1
        while (start := lines[number].find(text, start + 1)) >= 0:
            if skip == 0:
                return number + 1, start + 1
            skip -= 1
    return first + 1, 1


def _passage(inlines: list[Token], line: int) -> Passage:
    """Does the passage end with a citation or a figure, or say that it is ours?"""
    text = " ".join(token.content for token in inlines)
    match = _ATTRIBUTES.search(text)
    words = match["list"].split() if match else []
    children = [c for token in inlines for c in token.children or []]
    while children and _only_attributes(children[-1]):
        children.pop()
    return Passage(
        line, _ATTRIBUTES.sub("", text),
        sourced=bool(children) and children[-1].type in ("citation", "figure"),
        ours=".ours" in words, short=".short" in words,
        links=any(child.type == "link_open" for child in children),
    )


def _only_attributes(token: Token) -> bool:
    """True for what may follow the last citation: a stop, a line end, an attribute list."""
    if token.type == "softbreak":
        return True
    return token.type == "text" and not _ATTRIBUTES.sub("", token.content).strip(" .)»”’")
