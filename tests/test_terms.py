"""A hard word leads to its meaning where it stands, once a section, in each of its forms."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from dossier.terms import Lexicon
from dossier.words import TermMarker
from lxml import html
from sites import Built


def term(name: str, fr: str, en: str, *, fr_forms: tuple[str, ...] = (), en_forms: tuple[str, ...] = ()) -> SimpleNamespace:
    return SimpleNamespace(id=name, term=SimpleNamespace(fr=fr, en=en), forms=SimpleNamespace(fr=fr_forms, en=en_forms))


TERMS = [
    term("ransomware", "rançongiciel", "ransomware", fr_forms=("logiciel rançonneur",)),
    term("attack", "attaque", "attack"),
    term("supply-chain", "attaque par un fournisseur", "supply-chain attack", en_forms=("supply chain attack",)),
    term("sector", "secteur d’activité", "sector"),
]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("fr", "l’attaque par rançongiciel", ["attaque", "rançongiciel"]),
        ("fr", "L'attaque, puis des rançongiciels.", ["attaque", "rançongiciels"]),
        ("fr", "une attaque par un fournisseur", ["attaque par un fournisseur"]),
        ("fr", "Les secteurs d’activité, le secteur d'activité", ["secteur d'activité"]),
        ("fr", "un logiciel rançonneur", ["logiciel rançonneur"]),
        ("fr", "contre-attaquer, attaquer", []),
        ("en", "It hit the supply chain. Attack followed attack.", ["Attack", "attack"]),
        ("en", "Ransomware and two supply-chain attacks", ["Ransomware", "supply-chain attacks"]),
        ("en", "a supply chain attack", ["supply chain attack"]),
    ],
)
def test_a_term_is_found_in_its_forms(lang: str, text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in Lexicon(TERMS, lang).find(text)] == found


def marked(markup: str) -> str:
    tree = html.fragment_fromstring(markup, create_parent="div")
    TermMarker(Lexicon(TERMS, "en"), "en").mark(tree)
    return "".join(html.tostring(child, encoding="unicode") for child in tree)


def test_only_the_first_occurrence_in_a_section_is_marked() -> None:
    text = marked("<p>attack, attack</p><p>an attack</p><h2>attack</h2><p>attack</p>")
    assert text.count('class="term"') == 2
    assert text.startswith('<p><a class="term" href="#w-attack" id="m-attack">attack</a>, attack</p>')


@pytest.mark.parametrize(
    "apart",
    ["<h2>attack</h2>", "<p><a href='/'>attack</a></p>", "<p><code>attack</code></p>", "<blockquote><p>attack</p></blockquote>",
     "<p lang='fr'>attack</p>", "<p><strong>attack</strong></p>", "<ol class='notes'><li>attack</li></ol>"],
)
def test_headings_links_code_quotations_and_foreign_words_are_left_alone(apart: str) -> None:
    assert 'class="term"' not in marked(apart)


def test_text_around_a_term_stays_as_it_was() -> None:
    tree = html.fragment_fromstring(marked("<p>One <em>attack</em> and a sector, then ransomware.</p>"))
    assert tree.text_content() == "One attack and a sector, then ransomware."
    assert [a.text for a in tree.iter("a")] == ["attack", "sector", "ransomware"]


def test_on_the_site_each_term_leads_to_its_entry_and_back(site: Built) -> None:
    met = 0
    for path, page in site.pages.items():
        ids = page.ids()
        for link in page.tree.xpath("//a[@class='term']"):
            met += 1
            assert link.get("href").removeprefix("#") in ids, path
            assert not link.get("title")
        for back in page.tree.xpath("//a[@class='word__back']/@href"):
            assert back.removeprefix("#") in ids, path
    assert met > 100


def test_looking_for_ten_times_the_terms_takes_no_ten_times_the_time() -> None:
    import time

    text = "a plain sentence about an attack on a sector " * 2000
    many = TERMS + [term(f"t{n}", f"mot{n}", f"word{n}") for n in range(2000)]

    def seconds(terms: list[SimpleNamespace]) -> float:
        lexicon = Lexicon(terms, "en")
        start = time.perf_counter()
        list(lexicon.find(text))
        return time.perf_counter() - start

    few, lots = min(seconds(TERMS) for _ in range(3)), min(seconds(many) for _ in range(3))
    assert lots < 3 * few
