"""Each picture agrees with the records: everything in it is counted again."""

from __future__ import annotations

from typing import Any

import pytest
from dossier.load import load
from sites import ROOT, Built

MEETING = "2021-06-16"


@pytest.fixture(scope="module")
def dossier() -> Any:
    return load(ROOT)[0]


def _before(attack: Any) -> bool:
    """A month or a year counts from its first day: as text, it sorts before its days."""
    return attack.made_public.date <= MEETING


def _number(text: str) -> int:
    return int("".join(character for character in text if character.isdigit()))


@pytest.mark.parametrize("path", ["", "secteurs/", "en/", "en/sectors/"])
def test_the_board_counts_the_attacks_of_each_sector(site: Built, dossier: Any, path: str) -> None:
    cells = site.pages[path].tree.xpath("//ol[@class='board']/li")
    assert len(cells) == len(dossier.records("sectors"))
    for sector, cell in zip(dossier.records("sectors"), cells, strict=True):
        listed = [one for one in dossier.records("attacks") if sector.id in one.sectors]
        for side, wanted in (("before", sum(map(_before, listed))), ("after", sum(not _before(one) for one in listed))):
            drawn = cell.find_class(f"cell__{side}")[0]
            assert _number(drawn.text_content()) == len(drawn.findall(".//i")) == wanted, (sector.id, side)


@pytest.mark.parametrize("path", ["attaques/", "en/attacks/"])
def test_the_line_has_one_mark_for_each_attack_on_its_side_of_the_limit(site: Built, dossier: Any, path: str) -> None:
    attacks = {one.id: one for one in dossier.records("attacks")}
    for plot in site.pages[path].tree.xpath("//svg[contains(@class, 'line__plot')]"):
        limit = float(plot.find_class("line__limit")[0].get("transform").split("(")[1].split()[0])
        marks = plot.xpath(".//a[@data-attack]")
        assert sorted(mark.get("data-attack") for mark in marks) == sorted(attacks)
        for mark in marks:
            attack, drawn = attacks[mark.get("data-attack")], mark.find_class("mark-of")[0]
            x = float(drawn.get("transform").split("(")[1].split()[0])
            assert (x < limit) is _before(attack), attack.id
            hollow = bool(attack.began and attack.began.date <= MEETING and not _before(attack))
            assert ("mark-of--hollow" in drawn.get("class")) is hollow, attack.id
        counts = [_number(one.text) for one in plot.find_class("line__count")]
        assert counts == [sum(map(_before, attacks.values())), sum(not _before(one) for one in attacks.values())]


@pytest.mark.parametrize("path", ["et-depuis/", "en/and-since/"])
def test_the_grid_counts_the_attacks_of_each_sector_and_year(site: Built, dossier: Any, path: str) -> None:
    table = site.pages[path].tree.xpath("//table[@class='grid']")[0]
    rows = table.xpath("./tbody/tr")
    assert len(rows) == len(dossier.records("sectors"))
    for sector, row in zip(dossier.records("sectors"), rows, strict=True):
        listed = [one for one in dossier.records("attacks") if sector.id in one.sectors]
        for side, wanted in (("before", sum(map(_before, listed))), ("after", sum(not _before(one) for one in listed))):
            cells = row.xpath(f"./td[contains(@class, 'grid__{side}')]//*[contains(@class, 'shade')]")
            assert sum(_number(cell.text) for cell in cells if cell.text != "·") == wanted, (sector.id, side)
        assert [int(total.text) for total in row.find_class("grid__total")] == [
            sum(map(_before, listed)), sum(not _before(one) for one in listed)
        ]


@pytest.mark.parametrize("path", ["secteurs/", "en/sectors/"])
def test_the_matrix_has_a_mark_for_each_leaning(site: Built, dossier: Any, path: str) -> None:
    table = site.pages[path].tree.xpath("//table[@class='matrix']")[0]
    sectors = dossier.records("sectors")
    for sector, row in zip(sectors, table.xpath("./tbody/tr"), strict=True):
        marked = {sectors[n].id for n, cell in enumerate(row.findall("td")) if cell.find_class("matrix__mark")}
        assert marked == {one.sector for one in sector.leans_on}, sector.id
    totals = [int(cell.text) for cell in table.xpath("./tfoot//td")]
    assert totals == [sum(one.id in {x.sector for x in other.leans_on} for other in sectors) for one in sectors]


@pytest.mark.parametrize("path", ["attaques/", "en/attacks/"])
def test_ransoms_and_outages_are_all_there(site: Built, dossier: Any, path: str) -> None:
    table = site.pages[path].tree.xpath("//table[contains(@class, 'ransoms')]")[0]
    shown = ("ransom-demanded", "ransom-paid", "ransom-recovered", "outage")
    wanted = [sum(one.measure in shown for one in attack.figures) for attack in dossier.records("attacks")]
    assert len(table.xpath("./tbody/tr")) == sum(1 for count in wanted if count)
    assert len(table.find_class("amount")) == sum(wanted)


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_home_page_tells_the_truth_about_every_sector(site: Built, dossier: Any, path: str) -> None:
    """It says that attacks were made public since in each of the sectors."""
    assert site.pages[path].tree.xpath("//p[@class='short']//a[@href='#and-since']")
    for sector in dossier.records("sectors"):
        assert any(sector.id in one.sectors and not _before(one) for one in dossier.records("attacks")), sector.id
