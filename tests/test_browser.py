"""What a reader sees in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sites import EXEMPLIA, built, serving

pytestmark = pytest.mark.browser

# One page of each kind, in both languages.
KINDS = [
    "", "sommet/", "sommet/declarations/", "sommet/la-liste/", "secteurs/", "secteurs/energie/", "attaques/",
    "attaques/colonial-pipeline/", "chronologie/", "glossaire/", "sources/", "methode/", "a-propos/", "corrections/",
    "en/", "en/summit/", "en/summit/statements/", "en/summit/the-list/", "en/sectors/", "en/sectors/energy/",
    "en/attacks/", "en/attacks/colonial-pipeline/", "en/timeline/", "en/glossary/", "en/sources/", "en/method/",
    "en/about/", "en/corrections/", "et-depuis/", "en/and-since/", "secteurs/ailleurs/", "en/sectors/elsewhere/",
    "enseigner/", "en/teach/", "enseigner/qui-parle/", "en/teach/a-day-without/",
]


@pytest.mark.parametrize("path", KINDS)
def test_a_page_asks_nothing_of_anybody_else_and_complains_of_nothing(open_page: Any, served: str, path: str) -> None:
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.asked if not url.startswith((served, "data:"))] == []
    assert page.complaints == []


@pytest.mark.parametrize("path", KINDS)
def test_a_page_answers_its_question_in_its_first_screen(open_page: Any, path: str) -> None:
    """At 360 px the title and the in-short stand before the first fold."""
    page = open_page(path)
    short = page.locator("article .short").first
    assert short.count() == 1
    box = short.bounding_box()
    assert box["y"] + box["height"] <= 740, box


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_scrolls_sideways(open_page: Any, path: str, width: int) -> None:
    page = open_page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["sommet/declarations/", "en/summit/statements/", "attaques/colonial-pipeline/"])
def test_a_page_reads_whole_without_script(open_page: Any, path: str) -> None:
    page = open_page(path, script=False)
    assert page.locator("h1").is_visible()
    shown = page.locator("article").inner_text()
    assert len(shown) > 1500
    assert page.locator("nav.tabs a").first.is_visible()
    page.locator("a.switch__link").click()
    assert page.locator("html").get_attribute("lang") != ("en" if path.startswith("en/") else "fr")


def test_the_switcher_keeps_the_page_and_the_heading(open_page: Any, served: str) -> None:
    page = open_page("attaques/colonial-pipeline/#law", width=1200)
    page.locator("a.switch__link").click()
    page.wait_for_url(served + "en/attacks/colonial-pipeline/#law")
    assert page.locator("#law").is_visible()
    page.locator("a.switch__link").click()
    page.wait_for_url(served + "attaques/colonial-pipeline/#law")


def test_the_palette_follows_the_reader(open_page: Any) -> None:
    light = open_page("", scheme="light").evaluate("getComputedStyle(document.body).backgroundColor")
    dark = open_page("", scheme="dark").evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark


def test_an_unknown_address_leads_home_in_both_languages(open_page: Any, served: str) -> None:
    page = open_page("no/such/page/")
    assert page.locator("section[lang=fr] a").is_visible() and page.locator("section[lang=en] a").is_visible()
    page.locator("section[lang=en] a").click()
    page.wait_for_url(served + "en/")


def test_a_source_is_one_click_from_the_fact(open_page: Any) -> None:
    page = open_page("en/attacks/colonial-pipeline/", width=1200)
    page.locator("sup.cite a").first.click()
    note = page.locator("li:target")
    assert note.locator("a[href^=http]").first.is_visible()
    note.locator(".backs a").first.click()
    assert page.locator("sup.cite a:target").count() == 1


def _to_term(page: Any) -> Any:
    """Move to the first term by keyboard alone, as a reader would."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('term')"):
            return page.locator(":focus")
    raise AssertionError("no term can be reached by keyboard")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", ["attaques/notpetya/", "en/attacks/notpetya/"])
def test_a_word_explains_itself_by_keyboard(open_page: Any, path: str, width: int) -> None:
    page = open_page(path, width=width)
    link = _to_term(page)
    assert link.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    entry = page.locator(".entry")
    assert entry.is_visible() and link.get_attribute("aria-expanded") == "true"
    assert link.get_attribute("aria-controls") == entry.get_attribute("id") and entry.get_attribute("aria-label")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Escape")
    assert entry.count() == 0 and link.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.classList.contains('term')")


def test_a_word_explains_itself_by_mouse_and_by_its_button(open_page: Any) -> None:
    page = open_page("en/attacks/notpetya/", width=1200)
    page.locator("a.term").first.click()
    page.locator(".entry__close").click()
    assert page.locator(".entry").count() == 0
    assert page.evaluate("document.activeElement.classList.contains('term')")


def test_a_word_leads_to_the_foot_of_the_page_without_script(open_page: Any) -> None:
    page = open_page("en/attacks/notpetya/", script=False)
    page.locator("a.term").first.click()
    assert page.locator(".word:target").is_visible()
    page.locator(".word:target .word__back").click()
    assert page.locator("a.term:target").count() == 1


def test_a_word_explains_itself_under_a_finger(open_page: Any) -> None:
    page = open_page("attaques/notpetya/", touch=True)
    page.locator("a.term").first.tap()
    assert page.locator(".entry").is_visible()
    page.locator(".entry__close").tap()
    assert page.locator(".entry").count() == 0


def test_a_claim_can_be_linked_and_found_again(open_page: Any, served: str) -> None:
    page = open_page("en/attacks/colonial-pipeline/", width=1200)
    claim = page.locator("#what-happened ~ * .claim, #what-happened ~ .claim").first
    claim.hover()
    claim.locator(".claim__sign").click()
    name = claim.get_attribute("id")
    assert page.url == f"{served}en/attacks/colonial-pipeline/#{name}"
    assert page.locator(".claim:target").get_attribute("id") == name
    bar = claim.locator(".claim__bar")
    assert bar.get_by_role("button", name="Copy the link to this claim").is_visible()
    assert bar.get_by_role("link").count() == 0  # this copy of the site has nobody to report to


@pytest.mark.parametrize("contact", ["desk@example.org", ""])
def test_a_report_is_filled_with_the_page_its_language_and_the_claim(
    open_page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str
) -> None:
    monkeypatch.setenv("CONTACT", contact)
    monkeypatch.setenv("REPOSITORY", "https://example.org/owner/name")
    with serving(built(EXEMPLIA / "mkdocs.yml", tmp_path / "site", "https://example.org/x/")) as address:
        page = open_page("", address=address + "en/outages/great-oven/#a-guild")
        report = page.locator(".claim__bar").get_by_role("link", name="Report an error in this claim")
        asked = parse_qs(urlsplit(report.get_attribute("href")).query)
        edit = page.get_by_role("link", name="Edit this page").first.get_attribute("href")
    assert report is not None
    subject, body = asked["subject" if contact else "title"][0], asked["body"][0]
    assert subject == "Error on the page “The great oven”"
    assert "https://example.org/x/en/outages/great-oven/#a-guild" in body
    assert "Language: en" in body and "data/attacks/oven-2011.yml" in body
    assert "#" not in body.split("The sentence that is wrong:\n")[1].split("\n")[0]
    assert edit == "https://example.org/owner/name/edit/main/data/attacks/oven-2011.yml"


@pytest.mark.parametrize("path", ["enseigner/qui-parle/", "enseigner/une-journee-sans/", "en/teach/who-speaks/", "en/teach/a-day-without/"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_teaching_sheet_is_two_pages_of_paper(open_page: Any, path: str, paper: str) -> None:
    document = open_page(path).pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b", document)) == 2


def test_a_sheet_on_paper_has_a_place_for_names_and_lines_to_write_on(open_page: Any) -> None:
    page = open_page("enseigner/qui-parle/")
    assert not page.locator(".pupil").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".pupil").is_visible() and page.locator(".answer-lines i").count() >= 10
    assert not page.locator(".md-header").is_visible() and not page.locator(".notes").is_visible()
