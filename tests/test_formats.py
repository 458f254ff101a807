"""Dates, times and numbers read as each language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dossier import formats
from dossier.locales import locale
from dossier.records.figure import Figure

FR, EN = locale("fr"), locale("en")


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("2021-06-01", "1er juin 2021", "June 1, 2021"),
        ("2021-06-16", "16 juin 2021", "June 16, 2021"),
        ("2021-06", "juin 2021", "June 2021"),
        ("2007", "2007", "2007"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(written: str, french: str, english: str) -> None:
    assert formats.fact_date(written, FR) == french
    assert formats.fact_date(written, EN) == english


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [("13:05", "13 h 05", "1:05 p.m."), ("19:00", "19 h", "7 p.m."), ("12:00", "12 h", "noon"), ("09:07", "9 h 07", "9:07 a.m.")],
)
def test_a_time_of_day_has_the_form_of_the_language(written: str, french: str, english: str) -> None:
    assert formats.clock(written, FR) == french
    assert formats.clock(written, EN) == english


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({"value": 4_400_000, "unit": "USD", "bound": "about"}, "environ 4,4 millions de dollars", "about $4.4 million"),
        ({"low": 200_000_000, "high": 300_000_000, "unit": "USD"}, "200 à 300 millions de dollars", "$200 to 300 million"),
        ({"value": Decimal("63.7"), "unit": "XBT"}, "63,7 bitcoins", "63.7 bitcoins"),
        ({"value": 1, "unit": "day"}, "1 jour", "1 day"),
        ({"value": 18_000, "unit": "organisation", "bound": "at-most"}, "au plus 18 000 organisations", "at most 18,000 organizations"),
        ({"value": 45, "unit": "percent"}, "45 %", "45%"),
        ({"value": 250_000_000, "unit": "EUR", "bound": "at-least"}, "au moins 250 millions d’euros", "at least €250 million"),
        ({"value": 8850, "unit": "kilometre"}, "8 850 kilomètres", "8,850 kilometers"),
        ({"value": 1_000_000_000, "unit": "USD"}, "1 milliard de dollars", "$1 billion"),
        ({"value": 16, "unit": "count"}, "16", "16"),
    ],
)
def test_a_figure_says_its_bound_and_unit(fields: dict, french: str, english: str) -> None:
    one = Figure(measure="other", as_of="2021", sources=["a"], **fields)
    spaces = str.maketrans("\u202f\u00a0", "  ")
    assert formats.figure(one, FR).translate(spaces) == french
    assert formats.figure(one, EN).translate(spaces) == english


def test_every_unit_and_measure_has_its_words_in_both_languages() -> None:
    from dossier.records.figure import BOUNDS, MEASURES, UNITS

    for words in (FR, EN):
        assert all(words.has(f"interface.unit.{unit}") for unit in UNITS if unit != "count")
        assert all(words.has(f"interface.measure.{measure}") for measure in MEASURES if measure != "other")
        assert all(words.has(f"interface.bound.{bound}") for bound in BOUNDS)


def test_both_languages_have_the_same_words() -> None:
    def keys(group: object, path: str = "") -> set[str]:
        if not isinstance(group, dict):
            return {path}
        # Plural forms and forms of dates differ by language: the group alone must exist.
        if set(group) & {"other", "hour", "month"} and all(isinstance(v, str) for v in group.values()):
            return {path}
        return {key for name, inner in group.items() for key in keys(inner, f"{path}.{name}")}

    assert keys(FR._words) == keys(EN._words)


def test_countries_and_languages_are_named_in_the_language_of_the_page() -> None:
    assert formats.country("US", FR) == "États-Unis"
    assert formats.country("001", EN) == "worldwide"
    assert formats.language("ru", EN) == "Russian"
    assert formats.listing(["a", "b", "c"], FR) == "a, b et c"
