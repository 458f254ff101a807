"""The thirteen statements of the starting article are on the site, each at its anchor, sourced.

The article: Reuters in French, L'Usine nouvelle, June 16, 2021
(source `usinenouvelle-2021-06-16-secteurs`).
"""

from __future__ import annotations

import pytest
from sites import Built, Page

# Number of the statement: page and anchor in French and in English, and words to find there.
STATEMENTS = {
    1: (("#what-was-asked", "hors d’atteinte des attaques"), ("en/#what-was-asked", "out of reach of computer attacks")),
    2: (("#what-was-agreed", "ouvrir des discussions sur la cybersécurité"), ("en/#what-was-agreed", "open talks on cybersecurity")),
    3: (("#what-was-asked", "16 secteurs que Washington tient pour essentiels"), ("en/#what-was-asked", "16 sectors that Washington holds to be essential")),
    4: (("#what-was-asked", "télécommunications, la santé, l’alimentation et l’énergie"), ("en/#what-was-asked", "telecommunications, health care, food and energy")),
    5: (("sommet/declarations/#d-biden-experts", "ce qui est interdit"), ("en/summit/statements/#d-biden-experts", "specific understandings about what is off-limits")),
    6: (("sommet/declarations/#d-putin-consultations", "entamer des consultations"), ("en/summit/statements/#d-putin-consultations", "begin consultations")),
    7: (("sommet/declarations/#d-putin-requests", "sans réponse"), ("en/summit/statements/#d-putin-requests", "without an answer")),
    8: (("#why-then", "Washington les impute à des pirates russes"), ("en/#why-then", "Washington blames them on Russian hackers")),
    9: (("#why-then", "a poussé les automobilistes vers les pompes"), ("en/#why-then", "sent drivers rushing to the pumps")),
    10: (("#what-was-not", "Moscou nie tout lien"), ("en/#what-was-not", "Moscow denies any link")),
    11: (("sommet/declarations/#d-putin-insinuations", "en terminer avec toutes ces insinuations"), ("en/summit/statements/#d-putin-insinuations", "drop all insinuations")),
    12: (("sommet/declarations/#d-putin-details-later", "se régleront dans les négociations"), ("en/summit/statements/#d-putin-details-later", "settled in the negotiations")),
    13: (("#what-was-agreed", "parler de la maîtrise des armements"), ("en/#what-was-agreed", "hold talks on arms control")),
}


def told_at(page: Page, anchor: str) -> tuple[str, int]:
    """The text at an anchor, up to the next heading of its rank, and the number of calls of sources in it."""
    found = page.tree.get_element_by_id(anchor)
    parts = [found]
    if found.tag in ("h2", "h3"):
        for after in found.itersiblings():
            if after.tag in ("h1", "h2") or after.tag == found.tag:
                break
            parts.append(after)
    text = " ".join(" ".join(part.text_content().split()) for part in parts)
    calls = sum(len(part.xpath(".//sup[contains(@class, 'cite')]")) for part in parts)
    return text.replace("\u00a0", " ").replace("\u202f", " "), calls


@pytest.mark.parametrize("number", STATEMENTS)
@pytest.mark.parametrize("language", [0, 1], ids=["fr", "en"])
def test_a_statement_of_the_article_stands_at_its_anchor(site: Built, number: int, language: int) -> None:
    address, words = STATEMENTS[number][language]
    path, _, anchor = address.partition("#")
    text, calls = told_at(site.pages[path], anchor)
    assert words in text
    assert calls > 0
