"""A page of prose as it was read: front matter, headings, marks, citations, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from . import citations, yaml_text
from .problems import Place
from .records.base import Day, Strict, Text

# Folders whose pages belong to a record of the same id: their prose is the story of
# that record's page, and their front matter holds the three days only.
STORY_FOLDERS = {"attacks": "attacks", "sectors": "sectors"}


class Story(Strict):
    """Front matter of the prose that joins a record."""

    added: Day
    updated: Day
    checked: Day


class PageMeta(Story):
    """Front matter of a page of prose."""

    title: Text = Field(description="Short: it serves in the menu and in the window.")
    description: Text = Field(description="One sentence for search engines and shared links.")
    question: Text = Field(description="The question that the first screen answers.")
    address: str = Field(pattern=r"^/([a-z0-9]+(-[a-z0-9]+)*/)*$", description="/dossier/page/")
    menu: Literal["main", "foot", "within"] = Field(
        "main", description="Where its link stands: at the top, at the foot, or on other pages only."
    )
    wide: bool = Field(False, description="True for a page without table of contents at its side.")


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"{'#' * self.level} {{ #{self.id} }}"


@dataclass(frozen=True)
class Marker:
    """`<!-- data:name key=value -->`: a block of records stands here."""

    name: str
    arguments: dict[str, str]
    line: int
    alone: bool = True

    def __str__(self) -> str:
        arguments = "".join(f" {name}={value}" for name, value in self.arguments.items())
        return f"<!-- data:{self.name}{arguments} -->"


@dataclass(frozen=True)
class Mark:
    """A citation or a figure in the text, as written, with its section."""

    text: str
    parts: dict[str, str]
    line: int
    column: int
    section: str


@dataclass(frozen=True)
class Link:
    """A link in the text. `target` is the source path of a page of the site, else empty."""

    target: str
    line: int
    href: str


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item or table row: where its reader finds the source."""

    line: int
    text: str
    sourced: bool
    ours: bool
    short: bool
    links: bool

    @property
    def opening(self) -> str:
        """Its first words, to find it by."""
        return " ".join(self.text.split())[:50]


@dataclass
class ProsePage:
    """One Markdown file. `source` is its path below the language: `summit/index.md`."""

    file: str
    lang: str
    source: str
    meta: Any = None
    headings: list[Heading] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    citations: list[Mark] = field(default_factory=list)
    figures: list[Mark] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    html: list[int] = field(default_factory=list)
    broken: list[Mark] = field(default_factory=list)
    body: str = ""
    front: str = ""

    @property
    def story_of(self) -> tuple[str, str] | None:
        """(kind, id) of the record whose story this is, or None for a page of its own."""
        folder, _, name = self.source.rpartition("/")
        if folder in STORY_FOLDERS and name != "index.md" and self.is_story:
            return STORY_FOLDERS[folder], name.removesuffix(".md")
        return None

    @property
    def is_story(self) -> bool:
        return not isinstance(self.meta, PageMeta)

    def line_of(self, name: str) -> int:
        """The line of a field of the front matter, which starts on line 2 of the file."""
        return yaml_text.position(yaml_text.compose(self.front), (name,))[0] + 1

    def at(self, line: int, column: int = 1) -> Place:
        """A place in this file."""
        return Place(self.file, line, column)


def section_citations(page: ProsePage) -> dict[str, set[str]]:
    """For each section, the sources cited in it: what twins must have in common."""
    found: dict[str, set[str]] = {}
    for mark in page.citations:
        cited = {one.source for one in citations.parse(mark.parts["cited"])}
        found.setdefault(mark.section, set()).update(cited)
    return found
