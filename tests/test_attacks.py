"""An accusation never stands alone: on every attack page, in both languages."""

from __future__ import annotations

import pytest
from dossier.load import load
from dossier.records.attack import NoAnswer
from sites import ROOT, Built, Page


@pytest.fixture(scope="module")
def attacks() -> list:
    return load(ROOT)[0].records("attacks")


@pytest.fixture(scope="module")
def pages(site: Built, attacks: list) -> list[tuple[object, Page]]:
    """Each record with each of its two pages."""
    sections = {"fr": "attaques/", "en": "en/attacks/"}
    return [(one, site.pages[f"{sections[lang]}{getattr(one.slug, lang)}/"]) for one in attacks for lang in sections]


def _slot(page: Page, name: str):
    return page.tree.xpath(f"//div[@aria-labelledby='voice-{name}']")[0]


def test_every_attack_has_its_page_in_both_languages(site: Built, attacks: list, pages: list) -> None:
    listed = {"fr": "attaques/", "en": "en/attacks/"}
    for lang, index in listed.items():
        linked = set(site.pages[index].tree.xpath("//tr[@data-attack]/th//a/@href"))
        assert linked == {f"{getattr(one.slug, lang)}/" for one in attacks}
    assert len(pages) == 2 * len(attacks)


def test_every_accusation_has_speaker_date_basis_and_source(pages: list) -> None:
    for record, page in pages:
        said = _slot(page, "accuses").find_class("says")
        assert len(said) == len(record.attributions), page.path
        for one in said:
            assert one.xpath("string(.//p[@class='says__who']/strong)").strip(), (page.path, one.get("id"))
            facts = one.find_class("says__facts")[0]
            assert facts.xpath(".//time/@datetime") and len(facts.text_content().split(".")) > 1, (page.path, one.get("id"))
            assert one.xpath(".//sup[@class='cite']"), (page.path, one.get("id"))


def test_no_slot_of_an_answer_is_empty(pages: list) -> None:
    """An answer has speaker, date and source; where none was found, the day and where one looked."""
    for record, page in pages:
        slot = _slot(page, "answers")
        given = [one for one in record.responses if not isinstance(one, NoAnswer)]
        assert len(slot.find_class("says")) == len(given), page.path
        for one in slot.find_class("says"):
            assert one.xpath(".//strong") and one.xpath(".//time") and one.xpath(".//sup[@class='cite']"), page.path
        silent = slot.xpath(".//div[@class='empty']")
        assert len(silent) == len(record.responses) - len(given), page.path
        assert all(len(one.find_class("caption")[0].text_content().split()) > 5 for one in silent), page.path
        if not record.responses:
            assert not any(one.accuses for one in record.attributions), page.path
            assert slot.xpath(".//p[@class='empty']"), page.path


def test_a_doubtful_attack_says_so_first(pages: list) -> None:
    for record, page in pages:
        assert bool(page.tree.xpath("//header//p[@class='disputed']")) is record.disputed, page.path
