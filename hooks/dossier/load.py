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

import yaml
from pydantic import ValidationError

from . import yaml_text
from .problems import Place, Problem, nearest, relative
from .prose import ProsePage
from .read_prose import read_pages
from .records import KINDS
from .validation import problems_of

# What else may stand in `data/` beside the kinds.
BESIDE = {"words.yml", "schema"}


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
    problems += _strangers(root)
    dossier.words, found = _words(root)
    problems += found
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
    data, problem = read_yaml(path, name)
    if data is None:
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
            place = lambda path, prefix=prefix: place_in(root, name, (*prefix, *path))  # noqa: E731
            problems += problems_of(error, KINDS[kind], place)
            named = str(raw.get("id")) if isinstance(raw, dict) else ""
            dossier.broken.setdefault(kind, set()).update({named, path.stem})
        else:
            dossier.entries[kind].append(Entry(kind, root, name, index, record))
    return problems


def read_yaml(path: Path, name: str) -> tuple[Any, Problem | None]:
    """The data of a YAML file, or the problem that keeps it from being read."""
    try:
        return yaml_text.load(path.read_text(encoding="utf-8")), None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return None, Problem("bad-encoding", Place(name, line, column))
    except RecursionError:
        return None, Problem("too-deep", Place(name))
    except yaml_text.DuplicateKey as error:
        return None, Problem("duplicate-key", _mark(name, error), {"key": error.key})
    except yaml_text.AliasFound as error:
        return None, Problem("alias", _mark(name, error))
    except yaml.YAMLError as error:
        return None, _yaml_problem(name, error)


def _mark(name: str, error: yaml.YAMLError) -> Place:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _yaml_problem(name: str, error: yaml.YAMLError) -> Problem:
    """Tell apart the few slips of YAML that people make most, each with its cure."""
    said = str(error)
    slips = {
        "yaml-tab": ("cannot start any token", "'\\t'", "tab character"),
        "yaml-colon": ("mapping values are not allowed",),
        "yaml-quote": ("quoted scalar",),
        "yaml-indent": ("did not find expected", "block mapping", "block collection"),
        "yaml-character": ("control characters", "special characters", "unacceptable character"),
    }
    for rule, signs in slips.items():
        if any(sign in said for sign in signs):
            return Problem(rule, _mark(name, error))
    return Problem("yaml-broken", _mark(name, error), {"said": getattr(error, "problem", None) or said})


def _strangers(root: Path) -> Iterator[Problem]:
    """A file in `data/` that no kind reads: most often a slip in its name."""
    if not (root / "data").is_dir():
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
    data, problem = read_yaml(path, relative(path, root))
    if problem:
        return {}, [problem]
    return data or {}, []


def place_in(root: Path, name: str, path: tuple[Any, ...]) -> Place:
    """The place of a field, found by composing its file again: only done for a problem."""
    return Place(name, *yaml_text.position(_tree(root / name, (root / name).stat().st_mtime_ns), path))


@lru_cache(maxsize=8)
def _tree(path: Path, _changed: int) -> Any:
    return yaml_text.compose(path.read_text(encoding="utf-8"))
