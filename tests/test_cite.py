"""Each page can be cited and reported; nothing links nowhere while no contact is known."""

from __future__ import annotations

from datetime import date

import pytest
from dossier import cite
from dossier.locales import locale
from dossier.site import Identity
from sites import Built

NOBODY = Identity("Exemplia")
PAGE = {"title": "The oven", "updated": date(2013, 2, 1), "url": "https://example.org/x/en/oven/", "page_id": "en-oven"}


def test_a_page_is_cited_in_three_forms() -> None:
    apa, iso, bibtex = cite.citations(NOBODY, locale("en"), **PAGE)
    assert apa["text"] == "The Exemplia contributors. (2013, February 1). The oven. Exemplia. https://example.org/x/en/oven/"
    assert iso["text"] == (
        "The Exemplia contributors. The oven. Exemplia [online]. February 1, 2013 [viewed on …]. "
        "Available from: https://example.org/x/en/oven/"
    )
    assert bibtex["text"].startswith("@online{en-oven,\n  author = {{The Exemplia contributors}},")


def test_a_french_page_is_cited_in_french() -> None:
    apa = cite.citations(NOBODY, locale("fr"), **PAGE)[0]
    assert apa["text"].startswith("Les contributeurs du site Exemplia. (2013, 1\u00a0février).")


@pytest.mark.parametrize(
    ("identity", "start"),
    [
        (NOBODY, ""),
        (Identity("E", contact="desk@example.org"), "mailto:desk@example.org?subject=Error%20on%20the%20page"),
        (Identity("E", contact="https://example.org/contact"), "https://example.org/contact"),
        (Identity("E", repository="https://example.org/r/"), "https://example.org/r/issues/new?title=Error+on"),
    ],
)
def test_an_error_is_reported_where_somebody_reads(identity: Identity, start: str) -> None:
    link = cite.report_link(identity, locale("en"), title="The oven", url=PAGE["url"], files=["data/x.yml"])
    assert link.startswith(start) and bool(link) == bool(start)


def test_every_page_says_where_it_is_written_and_how_to_cite_it(any_built: Built) -> None:
    for path, page in any_built.pages.items():
        foot = page.tree.xpath("//footer[@class='doors']")[0]
        assert foot.xpath(".//code/text()")[0].startswith(("data/", "docs/")), path
        assert foot.xpath("count(.//details//dt)") == 3, path
        assert foot.xpath(".//a") == [], path  # no repository and no contact: no link


@pytest.fixture(params=["site", "exemplia"])
def any_built(request: pytest.FixtureRequest) -> Built:
    return request.getfixturevalue(request.param)
