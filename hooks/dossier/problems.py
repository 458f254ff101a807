"""What is wrong, where, and what to write instead.

A problem is found as a name and its parts; the sentence that people read is made
last, in their language, from `locales/<language>/problems.yml`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .locales import Locale


@dataclass(frozen=True)
class Place:
    """A place in a file: path from the root of the dossier, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One fault: the name of the rule, the place, and what the sentence needs."""

    rule: str
    place: Place
    parts: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def sentence(self, locale: Locale) -> str:
        """What is wrong and what to write instead, in the language of `locale`."""
        parts = dict(self.parts)
        if "expected" in parts and self.rule == "wrong-type":
            parts["expected"] = locale.text(f"problems.type.{parts['expected']}")
        said = locale.text(f"problems.{self.rule}", **parts)
        near = self.parts.get("nearest")
        return f"{said} {locale.text('problems.did-you-mean', nearest=near)}" if near else said

    def line(self, locale: Locale) -> str:
        """`file:line:column: sentence`."""
        return f"{self.place}: {self.sentence(locale)}"


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file, line and column."""
    unique = {(str(p.place), p.rule, str(sorted(p.parts.items(), key=str))): p for p in problems}
    return sorted(unique.values(), key=lambda p: (p.place.file, p.place.line, p.place.column, p.rule))


def report(problems: Iterable[Problem], locale: Locale) -> str:
    """All problems, one a line, and their number: what a person reads in the terminal."""
    found = ordered(problems)
    lines = [problem.line(locale) for problem in found]
    return "\n".join([*lines, locale.count("problems.total", len(found))])


def banner(problems: Iterable[Problem], locale: Locale) -> dict[str, Any] | None:
    """The problems as the pages of a server show them, or None when all is well."""
    lines = [{"place": str(one.place), "sentence": one.sentence(locale)} for one in problems]
    return {"title": locale.text("problems.banner"), "lines": lines, "lang": locale.lang} if lines else None


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word closest to `wrong`, or an empty string when none is close."""
    close = difflib.get_close_matches(str(wrong), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def relative(path: Path, root: Path) -> str:
    """`path` as people write it in this dossier: from its root, with slashes."""
    return path.relative_to(root).as_posix()
