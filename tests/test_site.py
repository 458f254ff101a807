"""The built sites, page by page: what every reader is owed, in both languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree
from sites import EXEMPLIA, ROOT, Built, Page, build

DUE = {
    "": "en/", "sommet/": "en/summit/", "sommet/declarations/": "en/summit/statements/",
    "sommet/la-liste/": "en/summit/the-list/", "secteurs/": "en/sectors/", "attaques/": "en/attacks/",
    "chronologie/": "en/timeline/", "glossaire/": "en/glossary/", "sources/": "en/sources/",
    "methode/": "en/method/", "a-propos/": "en/about/", "corrections/": "en/corrections/",
    "et-depuis/": "en/and-since/", "secteurs/ailleurs/": "en/sectors/elsewhere/", "enseigner/": "en/teach/",
    "enseigner/qui-parle/": "en/teach/who-speaks/", "enseigner/une-journee-sans/": "en/teach/a-day-without/",
    "enseigner/qui-parle-reponses/": "en/teach/who-speaks-answers/",
    "enseigner/une-journee-sans-reponses/": "en/teach/a-day-without-answers/",
    "secteurs/energie/": "en/sectors/energy/", "attaques/colonial-pipeline/": "en/attacks/colonial-pipeline/",
}


@pytest.fixture(params=["site", "exemplia"])
def any_site(request: pytest.FixtureRequest) -> Built:
    return request.getfixturevalue(request.param)


def test_every_page_due_stands_in_both_languages(site: Built) -> None:
    for french, english in DUE.items():
        assert french in site.pages and english in site.pages



def test_every_page_has_one_h1_and_a_title_of_its_own(any_site: Built) -> None:
    titles = Counter()
    for path, page in any_site.pages.items():
        assert len(page.tree.xpath("//h1")) == 1, path
        titles[page.tree.findtext(".//title").strip()] += 1
        assert page.tree.xpath("string(//meta[@name='description']/@content)").strip(), path
    assert [title for title, times in titles.items() if times > 1] == []


def test_headings_go_down_one_level_at_a_time(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        levels = [int(h.tag[1]) for h in page.tree.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert levels[0] == 1, path
        assert all(below - above <= 1 for above, below in pairwise(levels)), (path, levels)


def test_every_page_says_its_language_and_leads_to_its_twin(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        assert page.tree.get("lang") == page.lang, path
        alternates = {a.get("hreflang"): a.get("href") for a in page.tree.xpath("//link[normalize-space(@rel)='alternate'][@hreflang]")}
        assert set(alternates) == {"fr", "en", "x-default"}, path
        assert alternates[page.lang] == page.tree.xpath("string(//link[@rel='canonical']/@href)")
        assert alternates["x-default"] == alternates["fr"]
        for address in alternates.values():
            assert address.startswith(any_site.url) and address.removeprefix(any_site.url) in any_site.pages, path
        twin = alternates["en" if page.lang == "fr" else "fr"]
        switch = page.tree.xpath("//a[contains(@class, 'switch__link')]")
        assert [urljoin(any_site.url + path, a.get("href")) for a in switch] == [twin], path


def _target(built: Built, page: Page, href: str) -> tuple[str, str] | None:
    """(path, anchor) inside the site, or None for a link that leaves it."""
    whole = urljoin(built.url + page.path, href)
    if not whole.startswith(built.url):
        return None
    parts = urlsplit(whole)
    return parts.path.removeprefix(urlsplit(built.url).path), parts.fragment


def test_every_link_and_anchor_is_alive(any_site: Built) -> None:
    dead = []
    for path, page in any_site.pages.items():
        for href in page.tree.xpath("//a/@href"):
            target = _target(any_site, page, href)
            if target is None:
                assert urlsplit(href).scheme in ("http", "https", "mailto"), (path, href)
                continue
            to, anchor = target
            known = any_site.pages.get(to)
            if known is None or (anchor and anchor not in known.ids()):
                dead.append((path, href))
    assert dead == []


def test_nothing_is_asked_of_another_host(any_site: Built) -> None:
    """Every script, style, font, picture and icon comes from the site itself."""
    asked = "//script/@src | //img/@src | //link[not(@rel='canonical') and not(normalize-space(@rel)='alternate')]/@href | //iframe/@src"
    for path, page in any_site.pages.items():
        for address in page.tree.xpath(asked):
            target = _target(any_site, page, address)
            assert target is not None, (path, address)
            assert (any_site.folder / target[0]).exists(), (path, address)
    for sheet in any_site.folder.glob("assets/css/*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "http://" not in text and "https://" not in text and "@import" not in text, sheet


def test_no_id_stands_twice_on_a_page(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        twice = [one for one, times in Counter(page.tree.xpath("//@id")).items() if times > 1]
        assert twice == [], path


def test_every_citation_leads_to_its_note_and_back(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        ids = page.ids()
        assert not page.tree.xpath("//cite-ref"), path
        for call in page.tree.xpath("//sup[contains(@class, 'cite')]/a"):
            assert call.get("href").removeprefix("#") in ids, path
        for back in page.tree.xpath("//*[contains(@class, 'backs')]/a/@href"):
            assert back.removeprefix("#") in ids, path


def test_numbers_of_citations_run_in_the_order_of_the_page(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        numbers = [int(a.text.split(",")[0]) for a in page.tree.xpath("//sup[contains(@class, 'cite')]/a")]
        first = list(dict.fromkeys(numbers))
        assert first == list(range(1, len(first) + 1)), path


WORDS_OF_THE_OTHER_LANGUAGE = {
    "fr": ["Permanent link", "Skip to content", "Table of contents", "Last checked", "Made with", "Back to", "Listed attack"],
    "en": ["Lien vers", "Aller au contenu", "Table des matières", "Vérifié", "Retour", "rançongiciel"],
}


def test_no_word_of_the_interface_is_in_the_wrong_language(any_site: Built) -> None:
    for path, page in any_site.pages.items():
        tree = page.tree
        shown = " ".join(
            text for node in tree.xpath("//body//*[not(self::script) and not(self::style)]")
            if not any(a.get("lang") and a.get("lang") != page.lang for a in [node, *node.iterancestors()] if a is not tree)
            for text in [node.text or "", node.get("title") or "", node.get("aria-label") or ""]
        )
        for words in WORDS_OF_THE_OTHER_LANGUAGE[page.lang]:
            assert words not in shown, (path, words)


def test_french_text_has_its_no_break_spaces(site: Built) -> None:
    import re

    wrong = re.compile(r"(\w [;!?])|(\w[;!?](\s|$))|(« )|( »)|(\w :(\s|$))")
    for path, page in site.pages.items():
        if page.lang != "fr":
            continue
        for node in page.tree.xpath("//article//*[not(ancestor-or-self::*[@lang!='fr']) and not(self::code)]"):
            for text in [node.text, *[child.tail for child in node]]:
                found = wrong.search(text or "")
                assert not found, (path, text)


def test_the_sitemap_lists_every_page_with_its_day_and_its_twin(any_site: Built) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(str(any_site.folder / "sitemap.xml"))
    listed = [node.text for node in tree.iterfind(".//s:loc", names)]
    assert sorted(listed) == sorted(any_site.url + path for path in any_site.pages)
    for url in tree.iterfind(".//s:url", names):
        assert len(url.findall("x:link", names)) == 3
        assert len(url.findtext("s:lastmod", namespaces=names)) == len("2026-11-24")


def test_the_404_page_speaks_both_languages_and_leads_home(any_site: Built) -> None:
    tree = etree.HTML((any_site.folder / "404.html").read_text(encoding="utf-8"))
    assert tree.xpath("//section/@lang") == ["fr", "en"]
    root = urlsplit(any_site.url).path
    assert tree.xpath("//section//a/@href") == [root, f"{root}en/"]


def test_the_second_dossier_uses_its_own_words_and_its_own_date(exemplia: Built) -> None:
    everything = " ".join(page.file.read_text(encoding="utf-8") for page in exemplia.pages.values())
    assert "2021-06-16" not in everything
    assert "avant la charte" in everything and "under the charter" in everything
    assert 'datetime="2012-05-09"' in exemplia.pages["pannes/"].file.read_text(encoding="utf-8")
    for page in exemplia.pages.values():
        assert page.tree.xpath("string(//link[@rel='canonical']/@href)").startswith("https://example.org/x/")


def test_two_builds_of_the_same_tree_are_the_same_to_the_byte(exemplia: Built, tmp_path) -> None:
    done = build(EXEMPLIA / "mkdocs.yml", tmp_path / "again", exemplia.url)
    assert done.returncode == 0, done.stderr
    first = {p.relative_to(exemplia.folder): p.read_bytes() for p in exemplia.folder.rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path / "again"): p.read_bytes() for p in (tmp_path / "again").rglob("*") if p.is_file()}
    assert first == second


def test_a_strict_build_prints_no_warning(tmp_path) -> None:
    done = build(EXEMPLIA / "mkdocs.yml", tmp_path / "quiet", "https://example.org/")
    assert "WARNING" not in done.stderr, done.stderr


def test_hooks_know_nothing_of_the_topic() -> None:
    """Another dossier builds with the same hooks: no word of this one stands in them."""
    import re

    words = re.compile(r"\b(geneva|genève|biden|poutine|putin|cisa|colonial|2021-06-16)\b", re.IGNORECASE)
    found = [
        path for path in (ROOT / "hooks").rglob("*")
        if path.is_file() and path.suffix != ".pyc" and words.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_python_file_is_longer_than_three_hundred_lines() -> None:
    files = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert [f for f in files if len(f.read_text(encoding="utf-8").splitlines()) > 300] == []
    assert len((ROOT / "hooks" / "main.py").read_text(encoding="utf-8").splitlines()) < 200


def test_every_claim_has_an_address_of_its_own_the_same_in_both_languages(site: Built) -> None:
    """A sign leads to it; its sources stand inside it."""
    for path, page in site.pages.items():
        signs = page.tree.xpath("//article//a[contains(@class, 'claim__sign')]")
        for sign in signs:
            claim = page.tree.get_element_by_id(sign.get("href")[1:])
            assert "claim" in claim.get("class").split() and claim.xpath(".//sup[@class='cite']"), (path, sign.get("href"))
        assert len({sign.get("href") for sign in signs}) == len(signs), path
        calls = page.tree.xpath("//article//sup[@class='cite'][not(ancestor::*[contains(@class, 'words')])]")
        assert all(call.xpath("ancestor::*[contains(concat(' ', @class, ' '), ' claim ')]") for call in calls), path
    for path, page in site.pages.items():
        if page.lang == "fr":
            twin = site.pages[page.tree.xpath("//link[@hreflang='en']/@href")[0].removeprefix(site.url)]
            here, there = (one.tree.xpath("//a[contains(@class, 'claim__sign')]/@href") for one in (page, twin))
            assert sorted(here) == sorted(there), path


def test_a_correction_stands_on_the_page_it_corrects_and_on_its_own(exemplia: Built) -> None:
    for path, words in (("pannes/grand-four/", "Quatre jours."), ("en/outages/great-oven/", "Four days.")):
        page = exemplia.pages[path]
        assert words in page.tree.get_element_by_id("corrected").getnext().text_content()
    listed = exemplia.pages["en/corrections/"].tree.get_element_by_id("k-oven-days")
    link = listed.xpath(".//a/@href")[0]
    assert urljoin("en/corrections/", link) == "en/outages/great-oven/"
    assert not exemplia.pages["en/"].tree.xpath("//*[@id='corrected']")
