"""Draw claims to check against their sources: `python tests/draw.py --seed 7 --attacks` (`make draw`).

A claim is a part of a record with sources of its own. Of the attacks, at least 15
attributions and 10 answers are drawn; with `--rest`, claims from everything else. Each is
printed with its place, its text in both languages, and the addresses of its sources, for
somebody who did not write it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from typing import Any

from dossier import citations, small_markdown
from dossier.load import Dossier, Entry, load
from dossier.records.attack import Answer, Attribution
from dossier.records.base import LANGUAGES, Label, Prose
from dossier.records.figure import Figure
from sites import ROOT

COUNT, ATTRIBUTIONS, ANSWERS = 40, 15, 10


def claims(dossier: Dossier, of_attacks: bool) -> Iterator[tuple[Entry, tuple[Any, ...], Any]]:
    """Every part with sources, of the attacks or of the rest."""
    for kind, entries in dossier.entries.items():
        if (kind == "attacks") is not of_attacks or kind == "sources":
            continue
        for entry in entries:
            yield from ((entry, path, part) for path, part in entry.parts if getattr(part, "sources", None) and path)


def draw(found: list[tuple[Entry, tuple[Any, ...], Any]], chance: random.Random) -> list[tuple[Entry, tuple[Any, ...], Any]]:
    """Forty claims: attributions and answers first, as many as asked for, then anything."""
    chosen: list[tuple[Entry, tuple[Any, ...], Any]] = []
    for kind, wanted in ((Attribution, ATTRIBUTIONS), (Answer, ANSWERS)):
        these = [one for one in found if isinstance(one[2], kind)]
        chosen += chance.sample(these, min(wanted, len(these)))
    rest = [one for one in found if one not in chosen]
    return chosen + chance.sample(rest, min(COUNT - len(chosen), len(rest)))


def told(part: Any) -> Iterator[str]:
    """What the claim says, field by field."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, (Label, Prose)):
            for lang in LANGUAGES:
                yield f"{name}.{lang}: {small_markdown.plain(getattr(value, lang))}"
        elif isinstance(value, str):
            yield f"{name}: {value}"
        elif isinstance(value, list) and name == "accused":
            yield f"accused: {', '.join(one.name.en for one in value) or '-'}"
    if isinstance(part, Figure):
        yield f"figure: {part.value or f'{part.low} to {part.high}'} {part.unit} ({part.bound})"


def main() -> None:
    """Print the draw, with its seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--rest", action="store_true", help="claims outside the attacks")
    options = parser.parse_args()
    dossier, _ = load(ROOT)
    sources = dossier.ids["sources"]
    print(f"seed {options.seed}")
    for number, (entry, path, part) in enumerate(draw(list(claims(dossier, not options.rest)), random.Random(options.seed)), 1):
        print(f"\n{number}. {entry.record.id}: {'.'.join(map(str, path))} ({entry.at(*path)})")
        print("\n".join(f"   {line}" for line in told(part)))
        for cited in part.sources:
            source = sources[citations.parse(cited)[0].source]
            print(f"   - {source.id}: {source.url or 'no address'}")


if __name__ == "__main__":
    main()
