"""Texts of records: a small Markdown, and never HTML."""

from __future__ import annotations

import pytest
from dossier import citations, texts


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("plain words", "plain words"),
        ("an *important* word", "an <em>important</em> word"),
        ("a **strong** word", "a <strong>strong</strong> word"),
        ("[a page](https://example.org/a?b=1&c=2)", '<a href="https://example.org/a?b=1&amp;c=2">a page</a>'),
        ("fish & chips, 1 < 2", "fish &amp; chips, 1 &lt; 2"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("it is so [@some-source]", 'it is so <cite-ref source="some-source"></cite-ref>'),
        ("so [@a; @b, p. 12]", 'so <cite-ref source="a"></cite-ref><cite-ref source="b" locator="p. 12"></cite-ref>'),
    ],
)
def test_a_text_of_a_record(written: str, html: str) -> None:
    assert str(texts.render(written)) == html


def test_a_citation_may_carry_a_place_in_the_source() -> None:
    assert citations.parse("a-b; @c, p. 12") == [citations.Citation("a-b"), citations.Citation("c", "p. 12")]
