"""Load: read `data/` and `docs/`, and give every problem of form its place.

A kind is one file `data/<kind>.yml` or one folder `data/<kind>/*.yml`, never both.
A file holds one record (a mapping) or a list of records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from . import yaml_problems, yaml_text
from .icons import Icon, read_icons
from .problems import Place, Problem, nearest, relative
from .prose import ProsePage
from .read_prose import read_pages
from .records import KINDS, Strict
from .validation import problems_of, shown
from .walk import walk

# What else may stand in `data/` beside the kinds.
BESIDE = {"words.yml", "schema", "icons"}


@dataclass(frozen=True)
class Entry:
    """A record, and where it stands."""

    kind: str
    root: Path
    file: str
    index: int | None
    record: Any

    def at(self, *path: Any) -> Place:
        """The place of a field of this record, for a message."""
        return place_in(self.root, self.file, (*self._prefix, *path))

    @cached_property
    def parts(self) -> list[tuple[tuple[Any, ...], Strict]]:
        """Every part of the record with its path: many rules ask for them."""
        return list(walk(self.record))

    @property
    def _prefix(self) -> tuple[int, ...]:
        return () if self.index is None else (self.index,)


@dataclass
class Dossier:
    """All that people wrote: records by kind, prose by language, words they changed."""

    root: Path
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    pages: list[ProsePage] = field(default_factory=list)
    words: dict[str, Any] = field(default_factory=dict)
    icons: dict[str, Icon] = field(default_factory=dict)
    # Ids of records left out for a problem of form, and kinds with a file that cannot be read:
    # what points at them is not wrong for that.
    broken: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def knows(self, kind: str, record: str) -> bool:
        """True unless it is certain that there is no such record."""
        return record in self.ids[kind] or record in self.broken.get(kind, ()) or kind in self.unread

    def records(self, kind: str) -> list[Any]:
        """The records of one kind, in the order in which they were written."""
        return [entry.record for entry in self.entries.get(kind, [])]

    @cached_property
    def ids(self) -> dict[str, dict[str, Any]]:
        """For each kind, the records by id."""
        return {kind: {r.id: r for r in self.records(kind)} for kind in KINDS}

    @property
    def summit(self) -> Any:
        """The one meeting of the dossier."""
        return self.records("summit")[0]


def load(root: Path) -> tuple[Dossier, list[Problem]]:
    """Read the dossier under `root` and every problem of form it has.

    Raises nothing for a bad file: a record that cannot be read is left out, and the
    problem says why.
    """
    dossier, problems = Dossier(root), []
    for kind in KINDS:
        problems += _kind(dossier, kind)
    problems += _strangers(dossier)
    dossier.words, found = _words(root)
    problems += found
    dossier.icons = read_icons(root)
    dossier.pages, found = read_pages(root)
    return dossier, problems + found


def _kind(dossier: Dossier, kind: str) -> list[Problem]:
    """Read every record of one kind into the dossier, and return what is wrong with their form."""
    root, problems = dossier.root, []
    single, folder = root / "data" / f"{kind}.yml", root / "data" / kind
    if single.exists() and folder.is_dir():
        dossier.entries[kind] = []
        dossier.unread.add(kind)
        return [Problem("file-and-folder", Place(relative(single, root)), {"kind": kind})]
    files = [single] if single.exists() else sorted(folder.glob("*.yml"))
    dossier.entries[kind] = []
    for path in files:
        problems += _file(dossier, path, kind)
    return problems


def _file(dossier: Dossier, path: Path, kind: str) -> list[Problem]:
    root, name = dossier.root, relative(path, dossier.root)
    data, problem = yaml_problems.read_file(path, name)
    if problem or data in (None, [], {}):
        dossier.unread.add(kind)
        return [problem or Problem("empty-file", Place(name), {"kind": kind})]
    if isinstance(data, list):
        numbered: list[tuple[int | None, Any]] = list(enumerate(data))
    else:
        numbered = [(None, data)]
    problems: list[Problem] = []
    for index, raw in numbered:
        try:
            record = KINDS[kind].model_validate(raw)
        except ValidationError as error:
            prefix = () if index is None else (index,)
            place = lambda path, prefix=prefix: place_in(root, name, (*prefix, *path))
            problems += problems_of(error, KINDS[kind], place)
            _leave_out(dossier, kind, raw, path.stem)
        else:
            dossier.entries[kind].append(Entry(kind, root, name, index, record))
    return problems


def _leave_out(dossier: Dossier, kind: str, raw: Any, stem: str) -> None:
    """Remember a record that cannot be read; one without id may be any that others point at."""
    named = raw.get("id") if isinstance(raw, dict) else None
    dossier.broken.setdefault(kind, set()).update({str(named), stem})
    if named is None:
        dossier.unread.add(kind)


def _strangers(dossier: Dossier) -> Iterator[Problem]:
    """A file in `data/` that no kind reads: most often a slip in its name."""
    root = dossier.root
    if not (root / "data").is_dir():
        dossier.unread.update(KINDS)
        yield Problem("no-data", Place("data"))
        return
    for path in sorted((root / "data").iterdir()):
        if path.name in BESIDE or path.name.startswith("."):
            continue
        known = path.stem in KINDS and (path.is_dir() or path.suffix == ".yml")
        if not known:
            near = nearest(path.stem, KINDS)
            kinds = ", ".join(KINDS)
            yield Problem("unknown-file", Place(relative(path, root)), {"kinds": kinds, "nearest": near})
        elif path.is_dir():
            for inner in sorted(path.iterdir()):
                if inner.suffix != ".yml" and not inner.name.startswith("."):
                    yield Problem("not-yml", Place(relative(inner, root)))


def _words(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    path = root / "data" / "words.yml"
    if not path.exists():
        return {}, []
    name = relative(path, root)
    data, problem = yaml_problems.read_file(path, name)
    if not problem and not isinstance(data or {}, dict):
        problem = Problem("wrong-type", Place(name), {"key": "words", "expected": "mapping", "value": shown(data)})
    return ({}, [problem]) if problem else (data or {}, [])


def place_in(root: Path, name: str, path: tuple[Any, ...]) -> Place:
    """The place of a field, found by composing its file again: only done for a problem."""
    return Place(name, *yaml_text.position(_tree(root / name, (root / name).stat().st_mtime_ns), path))


@lru_cache(maxsize=8)
def _tree(path: Path, _changed: int) -> Any:
    return yaml_text.compose(path.read_text(encoding="utf-8-sig"))
