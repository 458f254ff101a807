"""Records in, HTML out, in both languages: the cases of `tests/golden/*.yml`.

A case names a block, its arguments and the record whose page it is; the HTML is what
the small dossier (`tests/exemplia/`) must give, white space aside. `make golden` writes
the files again after a change that was meant: read the difference before keeping it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from dossier.load import load
from dossier.render import Renderer
from dossier.routes import Routes
from dossier.site import Identity, Site
from sites import EXEMPLIA

GOLDEN = Path(__file__).parent / "golden"
# Block, arguments, and the record whose page it stands on.
BLOCKS: list[tuple[str, dict[str, str], tuple[str, str] | None]] = [
    ("attack-head", {}, ("attacks", "oven-2011")),
    ("attack-figures", {}, ("attacks", "oven-2011")),
    ("attack-voices", {}, ("attacks", "oven-2011")),
    ("attack-voices", {}, ("attacks", "mill-2010")),
    ("sector-attacks", {}, ("sectors", "clocks")),
    ("attacks", {}, None),
    ("sectors", {}, None),
    ("timeline", {"part": "before"}, None),
    ("timeline", {"part": "day"}, None),
    ("voices", {"topic": "rule"}, None),
    ("voices", {"topic": "clocks"}, None),
    ("findings", {"certainty": "one-side"}, None),
    ("glossary", {}, None),
    ("grid", {}, None),
    ("leanings", {}, None),
    ("ransoms", {}, None),
    ("documents", {"statements": "mara-rule"}, None),
    ("key-words", {"terms": "guild"}, None),
    ("line", {"labels": "oven-2011"}, None),
    ("commitments", {"which": "commitment"}, None),
    ("elsewhere", {}, None),
    ("elsewhere-list", {"list": "uplands"}, None),
    ("sector-elsewhere", {}, ("sectors", "clocks")),
    ("statement", {"id": "mara-rule"}, None),
]


@pytest.fixture(scope="module", params=["fr", "en"])
def renderer(request: pytest.FixtureRequest) -> Renderer:
    dossier, problems = load(EXEMPLIA)
    assert problems == []
    return Renderer(Site(dossier, request.param, Routes(dossier), Identity("Exemplia")))


def rendered(renderer: Renderer, block: str, arguments: dict[str, str], of: tuple[str, str] | None) -> str:
    """The HTML of a block, one line for each tag that opens a line, for reading and comparing."""
    dossier, lang = renderer.site.dossier, renderer.site.lang
    record = dossier.ids[of[0]][of[1]] if of else None
    source = f"{of[0]}/{of[1]}.md" if of else "index.md"
    html = renderer.block(block, arguments, renderer.site.routes.route(lang, source), record)
    return re.sub(r"\s*\n\s*", "\n", str(html)).strip() + "\n"


def _readable(case: dict[str, Any]) -> str:
    """The case as YAML, with its HTML on lines of its own."""
    head = yaml.safe_dump({key: case[key] for key in ("block", "arguments", "record")}, sort_keys=False)
    body = "".join(f"  {line}\n" for line in case["html"].splitlines())
    return f"{head}html: |\n{body}"


@pytest.mark.parametrize(("block", "arguments", "of"), BLOCKS)
def test_a_block_gives_its_html(renderer: Renderer, block: str, arguments: dict[str, str], of: Any) -> None:
    name = "-".join([block, *arguments.values(), *(of or ())[1:], renderer.site.lang])
    path = GOLDEN / f"{name}.yml"
    found = rendered(renderer, block, arguments, of)
    if os.environ.get("GOLDEN") == "write":
        case = {"block": block, "arguments": arguments, "record": list(of) if of else None, "html": found}
        path.write_text(_readable(case), encoding="utf-8")
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["html"] == found


def test_a_page_may_ask_for_every_block_there_is() -> None:
    """The words writers may use and the blocks that exist are the same list."""
    from dossier.views import PROSE_BLOCKS
    from dossier.vocabulary import ARGUMENTS

    assert ARGUMENTS.keys() == PROSE_BLOCKS.keys()
