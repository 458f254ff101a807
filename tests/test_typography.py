"""French reads with the spaces of printed French, even where a writer forgot them."""

from __future__ import annotations

import pytest
from dossier.typography import tidy

N, B = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Vraiment?", f"Vraiment{N}?"),
        ("Vraiment ?", f"Vraiment{N}?"),
        ("Attention!", f"Attention{N}!"),
        ("un; deux", f"un{N}; deux"),
        ("Le mot: ceci", f"Le mot{B}: ceci"),
        ("« oui »", f"«{B}oui{B}»"),
        ("«oui»", f"«{B}oui{B}»"),
        ("« vraiment ? »", f"«{B}vraiment{N}?{B}»"),
        ("l'eau", "l’eau"),
        ("45 %", f"45{B}%"),
        ("18 000 clients", f"18{N}000 clients"),
        ("le 16 juin", f"le 16{B}juin"),
        ("13 h 05", f"13{B}h{B}05"),
        ("4,4 millions", f"4,4{B}millions"),
    ],
)
def test_french_spaces(written: str, read: str) -> None:
    assert tidy(written, "fr") == read


@pytest.mark.parametrize("text", ["https://example.org/a?b=1;c", "13:05", "a:b"])
def test_addresses_and_codes_are_left_alone(text: str) -> None:
    assert tidy(text, "fr") == text


def test_tidying_twice_changes_nothing() -> None:
    once = tidy("Qui a dit « quoi »? 18 000 fois: l'eau!", "fr")
    assert tidy(once, "fr") == once


def test_english_keeps_its_own_habits() -> None:
    assert tidy("Who said: what? It's 4.4 million.", "en") == f"Who said: what? It’s 4.4{B}million."


def test_other_languages_are_left_as_they_were_said() -> None:
    assert tidy("«Где доказательства?»", "ru") == "«Где доказательства?»"
