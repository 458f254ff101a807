"""Every text that the dossier's authors wrote, with its language and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier import small_markdown
from dossier.load import Dossier
from dossier.problems import Place
from dossier.records.base import LANGUAGES, Label, Prose
from dossier.records.quotation import Rendering


@dataclass(frozen=True)
class Written:
    """A text without its marks. `at` gives its place: finding it costs time, so only when asked."""

    lang: str
    text: str
    at: Callable[[], Place]


def written(dossier: Dossier) -> Iterator[Written]:
    """The texts of all records, then those of all pages. Words that others said are not ours: left out."""
    for entries in dossier.entries.values():
        for entry in entries:
            for path, part in entry.parts:
                if isinstance(part, (Label, Prose)):
                    for lang in LANGUAGES:
                        yield _of_record(entry, (*path, lang), lang, getattr(part, lang))
                elif isinstance(part, Rendering) and part.by == "ours":
                    yield _of_record(entry, (*path, "words"), str(path[-1]), part.words)
    for page in dossier.pages:
        for name in ("title", "description", "question"):
            if text := getattr(page.meta, name, None):
                yield Written(page.lang, text, lambda page=page, name=name: page.at(page.line_of(name)))
        for passage in [*page.headings, *page.passages]:
            yield Written(page.lang, _plain(passage.text), lambda page=page, line=passage.line: page.at(line))


def _of_record(entry, path, lang, text) -> Written:
    return Written(lang, small_markdown.plain(text), lambda: entry.at(*path))


def _plain(text: str) -> str:
    """A passage of prose without its marks: the same small Markdown does."""
    return small_markdown.plain(text.replace("**", ""))
