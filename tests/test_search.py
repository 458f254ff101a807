"""Search as a reader meets it: forty queries, the weight of a first one, keyboard alone."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# What a reader types, and the page, or the anchor, that is among the first three results.
QUERIES = {
    "fr": [
        ("energie", "secteurs/energie/"),
        ("énergie", "secteurs/energie/"),
        ("l'énergie", "secteurs/energie/"),
        ("hopital", "secteurs/sante/"),
        ("rancongiciel", "glossaire/#t-ransomware"),
        ("oleoduc", "glossaire/#t-pipeline"),
        ("eau potable", "secteurs/eau-et-assainissement/"),
        ("Poutine consultations", "sommet/"),
        ("ambassadeurs", "chronologie/#e-ambassadors-return"),
        ("la liste des 16", "sommet/la-liste/"),
        ("barrage", "secteurs/barrages/"),
        ("nucléaire", "secteurs/nucleaire/"),
        ("NotPetya", "attaques/notpetya/"),
        ("maersk", "attaques/notpetya/"),
        ("solar winds", "attaques/solarwinds/"),
        ("attribution", "glossaire/#t-attribution"),
        ("Corée du Nord", "attaques/wannacry/"),
        ("lignes rouges", "glossaire/#t-red-line"),
        ("vie privée", "a-propos/"),
        ("CORRECTIONS", "corrections/"),
    ],
    "en": [
        ("pipeline", "en/attacks/colonial-pipeline/"),
        ("ransomware", "en/glossary/#t-ransomware"),
        ("hospital", "en/attacks/dax-hospital/"),
        ("drinking water", "en/sectors/water-and-wastewater/"),
        ("denied", "en/attacks/georgia-2008/"),
        ("energy", "en/sectors/energy/"),
        ("dams", "en/sectors/dams/"),
        ("nuclear", "en/sectors/nuclear/"),
        ("Putin consultations", "en/summit/"),
        ("ambassadors", "en/timeline/#e-ambassadors-leave"),
        ("the list of 16", "en/summit/the-list/"),
        ("notpetya", "en/attacks/notpetya/"),
        ("Maersk", "en/attacks/notpetya/"),
        ("solar winds", "en/attacks/solarwinds/"),
        ("attribution", "en/glossary/#t-attribution"),
        ("North Korea", "en/attacks/wannacry/"),
        ("red lines", "en/glossary/#t-red-line"),
        ("banks", "en/sectors/financial-services/"),
        ("how we know", "en/method/"),
        ("corrections", "en/corrections/"),
    ],
}

# At most this much travels before the first results stand there, as a host sends it: text compressed.
FIRST_SEARCH = 130_000


def asked_for(page: Any, words: str) -> list[str]:
    """Open the search, type `words`, and return the addresses of the results once they are there."""
    if not page.locator("#search").evaluate("dialog => dialog.open"):
        page.locator(".search-open").click()
    page.locator("#search-words").fill(words)
    page.wait_for_function("words => document.getElementById('search-status').textContent.includes(words)", arg=words)
    return page.locator(".found__title").evaluate_all("links => links.map(link => link.href)")


@pytest.mark.parametrize("lang", QUERIES)
def test_each_query_finds_its_page_among_the_first_three(open_page: Any, served: str, lang: str) -> None:
    page = open_page("en/" if lang == "en" else "")
    missed = {
        words: found for words, expected in QUERIES[lang]
        if served + expected not in (found := asked_for(page, words)[:3])
    }
    assert len(QUERIES[lang]) == 20
    assert missed == {}


@pytest.mark.parametrize("path", ["", "en/", "attaques/colonial-pipeline/"])
def test_results_lead_to_pages_of_the_same_language(open_page: Any, served: str, path: str) -> None:
    page = open_page(path)
    found = asked_for(page, "NotPetya")
    assert found
    assert all(("/en/" in one) == path.startswith("en/") for one in found)


def test_a_first_view_carries_no_index_and_a_first_search_little(open_page: Any, site: Any, served: str) -> None:
    page = open_page("")
    assert not [url for url in page.asked if "pagefind" in url]
    asked_for(page, "rancongiciel")
    paths = {url.removeprefix(served).split("?")[0] for url in page.asked if "pagefind" in url}
    sent = {path: _sent((site.folder / path).read_bytes()) for path in paths}
    assert 0 < sum(sent.values()) <= FIRST_SEARCH, sorted(sent.items(), key=lambda one: -one[1])


def _sent(content: bytes) -> int:
    return min(len(content), len(gzip.compress(content)))


def test_a_result_says_its_kind_its_date_and_marks_the_words(open_page: Any) -> None:
    page = open_page("en/")
    asked_for(page, "ransomware pipeline")
    attack = page.locator(".found", has=page.locator("a", has_text="Colonial Pipeline")).filter(has_text="Attack").first
    assert attack.locator(".found__facts").text_content() == "Attack, May 8, 2021"
    assert {word.lower() for word in attack.locator("mark").all_text_contents()} & {"pipeline", "ransomware"}


@pytest.mark.parametrize("width", [360, 1440])
def test_the_search_is_walked_by_keyboard_alone(open_page: Any, served: str, width: int) -> None:
    page = open_page("en/summit/", width=width)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.search-open')"):
            break
    opener, dialog = page.locator(".search-open"), page.get_by_role("dialog", name="Search")
    assert opener.get_attribute("aria-haspopup") == "dialog"
    page.keyboard.press("Enter")
    assert dialog.is_visible()
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.type("red lines")
    page.wait_for_selector(".found")
    status = page.get_by_role("status").filter(has_text="red lines")
    assert status.is_visible() and page.locator("#search-words").get_attribute("aria-describedby") == status.get_attribute("id")
    page.keyboard.press("ArrowDown")
    first = page.locator(".found__title").first
    assert first.evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Escape")
    if page.locator("#search").evaluate("dialog => dialog.open"):  # the browser empties a search field first
        page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.matches('.search-open')")
    page.keyboard.press("Control+k")
    page.keyboard.type("red lines")
    page.wait_for_selector(".found")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(served + "en/glossary/#t-red-line")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.complaints == []


def test_a_search_that_finds_nothing_says_so_and_shows_the_ways_on(open_page: Any) -> None:
    page = open_page("")
    assert asked_for(page, "xylophone") == []
    assert page.locator("#search-status").text_content() == "Rien trouvé pour «\u00a0xylophone\u00a0»."
    assert page.locator(".search__else a").count() >= 5


def test_a_search_that_cannot_load_says_so(open_page: Any) -> None:
    page = open_page("")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator(".search-open").click()
    page.locator("#search-words").fill("énergie")
    page.wait_for_function("document.getElementById('search-status').textContent.includes('pas pu')")


def test_without_script_there_is_no_search_field(open_page: Any) -> None:
    page = open_page("en/", script=False)
    assert not page.locator(".search-open").is_visible()
    assert not page.locator("#search-words").is_visible()
    assert page.locator(".tabs a").count() >= 5
