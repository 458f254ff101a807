"""Read the pages of prose in `docs/<language>/`, with the line of everything in them.

Nothing is rendered here. What is read feeds the rules (is each paragraph sourced? do
the twins agree?) and the routes (which page stands at which address).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown_it.token import Token
from pydantic import ValidationError

from . import small_markdown, yaml_problems, yaml_text
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
_COMMENT = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)
# The start of a citation or of a figure that did not come out as one.
_BROKEN = re.compile(r"\[[@=][^\s\]]*")


def read_pages(root: Path) -> tuple[list[ProsePage], list[Problem]]:
    """Every Markdown file under `docs/<language>/`, sorted, and its problems of form."""
    pages, problems = [], []
    for lang in LANGUAGES:
        folder = root / "docs" / lang
        for path in sorted(folder.rglob("*.md")):
            page, found = _read(path, relative(path, root), lang, relative(path, folder))
            problems += found
            pages.append(page)
    return pages, [*problems, *_strays(root)]


def _strays(root: Path) -> Iterator[Problem]:
    """A page outside the folders of the languages, or with another ending: nobody would see it."""
    for path in sorted((root / "docs").rglob("*")):
        folder = path.relative_to(root / "docs").parts[0]
        if path.suffix.lower() in (".md", ".markdown") and (path.suffix != ".md" or folder not in LANGUAGES):
            yield Problem("stray-page", Place(relative(path, root)), {"folders": ", ".join(f"docs/{one}/" for one in LANGUAGES)})


def _read(path: Path, file: str, lang: str, source: str) -> tuple[ProsePage, list[Problem]]:
    page = ProsePage(file, lang, source)
    text, problem = yaml_problems.read_text(path, file)
    if problem:
        return page, [problem]
    tokens = small_markdown.blocks(text)
    problems = _front_matter(page, tokens, text)
    _scan(page, tokens, text.split("\n"))
    return page, problems


def _front_matter(page: ProsePage, tokens: list[Token], text: str) -> list[Problem]:
    """Read the front matter into `page.meta`; the model depends on what the page is."""
    front = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    if front is None:
        return [Problem("no-front-matter", Place(page.file))]
    page.front = front.content
    page.body = "\n".join(text.split("\n")[front.map[1]:])
    data, problem = yaml_problems.read(front.content, page.file, first=2)
    if problem or not isinstance(data, dict):
        return [problem or Problem("no-front-matter", Place(page.file))]
    model = _meta_model(page.source, data)
    try:
        page.meta = model.model_validate(data)
    except ValidationError as error:
        return list(problems_of(error, model, _place_in(page.file, front.content)))
    return []


def _meta_model(source: str, data: dict[str, Any]) -> type[Strict]:
    folder, _, name = source.rpartition("/")
    may_be_story = folder in STORY_FOLDERS and name != "index.md"
    return Story if may_be_story and not {"title", "address"} & data.keys() else PageMeta


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
            _html(page, token, line, lines)
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


def _html(page: ProsePage, token: Token, line: int, lines: list[str]) -> None:
    """A comment may stand in prose, and is a marker if it says `data:`; other HTML may not."""
    around = [*lines[max(line - 2, 0) : line - 1], *lines[token.map[1] : token.map[1] + 1]]
    alone = _MARKER.fullmatch(token.content.strip()) and not any(near.strip() for near in around)
    for match in _MARKER.finditer(token.content):
        page.markers.append(_marker(match, line + token.content[: match.start()].count("\n"), alone=bool(alone)))
    if _COMMENT.sub("", token.content).strip():
        page.html.append(line)


def _marker(match: re.Match[str], line: int, *, alone: bool) -> Marker:
    """A word without `=` is kept as an argument without value: a rule says that it is too many."""
    words = [word.partition("=") for word in match["arguments"].split()]
    return Marker(match["name"], {name: value for name, _, value in words}, line, alone)


def _marks(page: ProsePage, token: Token, lines: list[str], section: str) -> None:
    first, last = token.map if token.map else (0, 1)
    seen: dict[str, int] = {}
    for child in token.children or []:
        if child.type == "html_inline":
            _inline_html(page, child.content, first + 1)
        elif child.type == "link_open":
            href = str(child.attrs["href"])
            page.links.append(Link(_target(page.source, href), first + 1, href))
        for kind, text in _found(child):
            line, column = _find(lines, first, last, text, seen.get(text, 0))
            seen[text] = seen.get(text, 0) + 1
            getattr(page, kind).append(Mark(text, child.meta, line, column, section))


def _inline_html(page: ProsePage, content: str, line: int) -> None:
    marker = _MARKER.match(content)
    if marker:
        page.markers.append(_marker(marker, line, alone=False))
    elif not content.startswith("<!--"):
        page.html.append(line)


def _found(token: Token) -> list[tuple[str, str]]:
    """The marks in a token: (list of the page it belongs to, text as written)."""
    if token.type == "text":
        return [("broken", text) for text in _BROKEN.findall(token.content)]
    lists = {"citation": "citations", "figure": "figures"}
    return [(lists[token.type], token.content)] if token.type in lists else []


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
