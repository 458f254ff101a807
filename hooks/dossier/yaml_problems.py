"""What keeps a text from being read as YAML: the slips people make most, each with its cure.

Files of records and the front matter of pages are read here alike, so that a slip has
the same message wherever it stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from . import yaml_text
from .problems import Place, Problem

# What PyYAML says of a slip, as far as the words alone tell which it is.
SAID = {
    "yaml-tab": ("tab character",),
    "yaml-colon": ("mapping values are not allowed",),
    "yaml-bracket": ("parsing a flow",),
    "yaml-loose": ("could not find expected ':'",),
    "yaml-indent": ("did not find expected", "block mapping", "block collection"),
}
# Slips best shown where they begin: the reader of YAML sees them at the end of the file.
AT_OPENING = ("yaml-bracket", "yaml-loose")


def read_file(path: Path, name: str) -> tuple[Any, Problem | None]:
    """The data of a YAML file, or the problem that keeps it from being read."""
    text, problem = read_text(path, name)
    return (None, problem) if problem else read(text, name)


def read_text(path: Path, name: str) -> tuple[str, Problem | None]:
    """The text of a file, or the problem that keeps it from being text."""
    try:
        return path.read_text(encoding="utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return "", Problem("bad-encoding", Place(name, before.count(b"\n") + 1, column))
    except OSError as error:
        return "", Problem("unreadable", Place(name), {"said": error.strerror})


# The text last read from each file, and its data: a server reads again only what was changed.
_LAST: dict[str, tuple[str, Any]] = {}


def read(text: str, name: str, first: int = 1) -> tuple[Any, Problem | None]:
    """The data of a YAML text that starts on line `first` of its file, or its problem.

    Nobody may change the data: the same is given for the same text.
    """
    if name in _LAST and _LAST[name][0] == text:
        return _LAST[name][1], None
    try:
        _LAST[name] = text, yaml_text.load(text)
        return _LAST[name][1], None
    except yaml.YAMLError as error:
        rule, parts, (line, column) = _slip(error, text)
        return None, Problem(rule, Place(name, line + first, column + 1), parts)


def _slip(error: yaml.YAMLError, text: str) -> tuple[str, dict[str, Any], tuple[int, int]]:
    """The slip behind an error: its rule, its parts, its line and column from 0."""
    here, opened = (_where(getattr(error, name, None)) for name in ("problem_mark", "context_mark"))
    said, (before, after) = str(error), _around(text, *here)
    if isinstance(error, yaml_text.DuplicateKey):
        return "duplicate-key", {"key": error.key}, here
    if isinstance(error, yaml_text.AliasFound):
        return "alias", {}, here
    if isinstance(error, yaml_text.TooDeep):
        return "too-deep", {}, here
    if isinstance(error, yaml.reader.ReaderError):
        return "yaml-character", {}, _forbidden(text)
    if "quoted scalar" in said:
        return "yaml-quote", {}, opened
    if "cannot start any token" in said or "constructor for the tag" in said:
        return ("yaml-tab" if after.startswith("\t") else "yaml-start"), {"character": after[:1]}, here
    if "expected key" in said and before.endswith(("'", '"', "]", "}")):
        return "yaml-ended", {"character": before[-1]}, here
    rule = next((rule for rule, signs in SAID.items() if any(sign in said for sign in signs)), "yaml-broken")
    return rule, {"said": getattr(error, "problem", None) or said}, opened if rule in AT_OPENING else here


def _where(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _around(text: str, line: int, column: int) -> tuple[str, str]:
    """What stands before and after a place on its line."""
    whole = [*text.split("\n"), ""][line]
    return whole[:column].rstrip(), whole[column:]


def _forbidden(text: str) -> tuple[int, int]:
    """The place of the first character that YAML does not allow."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: match.start()] if match else ""
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)
