"""`python -m dossier check [FILE]`: say every problem of the dossier in this folder."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .load import load
from .locales import locale, message_language
from .problems import ordered, report
from .rules import check


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 when there is no problem, else 1."""
    parser = argparse.ArgumentParser(prog="dossier", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("file", nargs="?", help="say the problems of this file alone")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of mkdocs.yml")
    options = parser.parse_args(arguments)
    return _check(options.root.resolve(), options.file)


def _check(root: Path, file: str | None) -> int:
    words = locale(message_language(os.environ))
    dossier, problems = load(root)
    problems += check(dossier)
    if file:
        wanted = Path(file).resolve().relative_to(root).as_posix()
        problems = [problem for problem in problems if problem.place.file == wanted]
    if problems:
        print(report(problems, words), file=sys.stderr)
        return 1
    records = sum(len(entries) for entries in dossier.entries.values())
    print(words.text("problems.none", records=records, pages=len(dossier.pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
