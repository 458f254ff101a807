"""Two commands on the dossier in this folder.

`python -m dossier check [FILE]` says every problem of the records and the prose.
`python -m dossier schema` writes JSON Schema from the models.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from .load import load
from .locales import locale, message_language
from .problems import report
from .rules import check


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 when there is no problem, else 1."""
    parser = argparse.ArgumentParser(
        prog="dossier", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["check", "schema"])
    parser.add_argument("file", nargs="?", help="say the problems of this file alone")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of mkdocs.yml")
    options = parser.parse_args(arguments)
    if options.command == "schema":
        from . import schema  # takes its time to load, and a check does not need it

        schema.write(options.root)
        return 0
    return _check(options.root.resolve(), options.file)


def _check(root: Path, file: str | None) -> int:
    gc.disable()  # a short process that keeps all it reads: looking for garbage is a fifth of its time
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
