"""The table of attacks can be narrowed, by mouse or keyboard, and a link leads to the same choice."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from dossier.load import load
from sites import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def attacks() -> list[Any]:
    return load(ROOT)[0].records("attacks")


def shown(page: Any) -> set[str]:
    return set(page.eval_on_selector_all("tr[data-attack]:not([hidden])", "rows => rows.map(row => row.dataset.attack)"))


def test_a_sector_and_a_kind_narrow_the_table_and_the_address_says_so(open_page: Any, attacks: list[Any]) -> None:
    page = open_page("en/attacks/", width=1440)
    assert shown(page) == {one.id for one in attacks}
    page.get_by_label("Sector").select_option("energy")
    page.get_by_label("ransomware").check()
    wanted = {one.id for one in attacks if "energy" in one.sectors and one.kind == "ransomware"}
    assert shown(page) == wanted
    assert parse_qs(urlsplit(page.url).query) == {"sector": ["energy"], "kind": ["ransomware"]}
    assert page.get_by_role("status").first.inner_text().startswith(f"{len(wanted)} of {len(attacks)} attacks")
    dimmed = page.locator(".line__plot--wide .mark-of:not(.is-in)").count()
    assert dimmed == len(attacks) - len(wanted)
    page.get_by_role("button", name="Show all again").click()
    page.wait_for_function("!document.querySelector('tr[data-attack][hidden]')")
    assert urlsplit(page.url).query == ""


def test_a_link_with_choices_opens_on_them(open_page: Any, attacks: list[Any]) -> None:
    page = open_page("attaques/?answer=none-found&side=before")
    assert shown(page)
    assert page.locator("tr[data-attack]:not([hidden]):not([data-answer='none-found'])").count() == 0
    assert page.locator("tr[data-side='after']:not([hidden])").count() == 0
    assert page.get_by_label("Réponse de l’accusé").input_value() == "none-found"


@pytest.mark.parametrize("words", ["oleoduc", "Oléoduc", "l’oléoduc"])
def test_words_are_found_with_or_without_accents(open_page: Any, words: str) -> None:
    page = open_page("attaques/", width=1440)
    page.get_by_label("Un nom, un pays, un mot").fill(words)
    count = page.locator(".filter__count").inner_text()
    page.get_by_label("Un nom, un pays, un mot").fill("zzzz")
    assert page.locator(".filter__count").inner_text() == "Aucune attaque ne correspond. Retirez un des choix."
    assert count != ""


def test_the_form_is_worked_by_keyboard_alone(open_page: Any) -> None:
    page = open_page("en/attacks/", width=360)
    page.locator(".filter__details summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Estonia")
    assert shown(page) == {"estonia-2007"}
    assert page.get_by_role("status").first.inner_text().startswith("1 of ")


def test_without_script_the_whole_table_is_there_and_no_form(open_page: Any, attacks: list[Any]) -> None:
    page = open_page("attaques/", script=False)
    assert not page.locator(".filter").is_visible()
    assert page.locator("tr[data-attack]").count() == len(attacks)
