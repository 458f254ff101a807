"""axe-core finds nothing: WCAG 2.2 A and AA, and best practices, on one page of each kind."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_browser import KINDS

pytestmark = pytest.mark.browser

# In every run each kind of page in one language, one palette and one width, so that all of these come up.
FRENCH, ENGLISH = ([path for path in KINDS if path.startswith("en/") is english] for english in (False, True))
HALF = [(path, ("light", "dark")[n % 2], (360, 1440)[n // 2 % 2]) for n, path in enumerate([*FRENCH[::2], *ENGLISH[1::2]])]
ALL = [(path, scheme, width) for path in KINDS for scheme in ("light", "dark") for width in (360, 1440)]
# Long lists are made of lines alike: of each, so many are looked at.
LINES = 30
SHORTEN = f"""document.querySelectorAll(
  '.bibliography > li, .notes > li, .steps > li, tbody > tr, .glossary > .term, .words > .word'
).forEach(one => [...one.parentNode.children].indexOf(one) >= {LINES} && one.remove())"""
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Any) -> list[str]:
    """Each violation in a line: rule, and the first elements it is about."""
    page.evaluate(SHORTEN)
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {' | '.join(node['html'][:120] for node in one['nodes'][:3])}" for one in found]


@pytest.mark.parametrize(("path", "scheme", "width"), HALF)
def test_axe_finds_nothing(open_page: Any, path: str, scheme: str, width: int) -> None:
    assert violations(open_page(path, scheme=scheme, width=width)) == []


@pytest.mark.audit
@pytest.mark.parametrize(("path", "scheme", "width"), [one for one in ALL if one not in HALF])
def test_axe_finds_nothing_in_any_palette_at_any_width(open_page: Any, path: str, scheme: str, width: int) -> None:
    assert violations(open_page(path, scheme=scheme, width=width)) == []
