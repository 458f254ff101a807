"""What was written can be read: plain first texts, no slip of spelling, printed French."""

from __future__ import annotations

import re

import pytest
from dossier import small_markdown
from dossier.load import Dossier, load
from reading import read
from sites import ROOT, Built
from spelling import sentences, slips
from writing import Written, written

PLAIN, LONGEST = 60, 25


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(ROOT)[0]


def test_in_short_is_plain_in_both_languages(dossier: Dossier) -> None:
    """60 or more on the scale, which a reader of 13 to 15 can follow, and no sentence over 25 words."""
    hard = []
    for kind in ("attacks", "sectors"):
        for record in dossier.records(kind):
            for lang in ("fr", "en"):
                found = read(small_markdown.plain(getattr(record.in_short, lang)), lang)
                if found.ease < PLAIN or found.longest > LONGEST:
                    hard.append(f"{record.id} ({lang}): ease {found.ease:.1f}, longest sentence {found.longest} words")
    assert hard == []


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("The cat sat on the mat. The dog ran to the park.", "en", 110, 125),
        ("Le chat dort sur le lit. Le chien court dans le parc.", "fr", 115, 140),
        ("Responsibilities necessitate extraordinarily complicated international negotiations.", "en", -300, 20),
    ],
)
def test_the_scale_tells_easy_from_hard(text: str, lang: str, low: float, high: float) -> None:
    assert low < read(text, lang).ease < high


def test_the_scale_counts_sentences_as_readers_do() -> None:
    """Initials and abbreviations end no sentence; a name of several words is one word."""
    assert read("The U.S. Senate met. It voted.", "en").longest == 4
    assert read("He met Joseph Blount.", "en").words == 3


def test_no_word_is_unknown_to_the_dictionaries(dossier: Dossier) -> None:
    assert sentences(slips(list(written(dossier)))) == []


def test_a_slip_of_spelling_is_found_where_it_stands() -> None:
    one = Written("fr", "Un rançongiciel arrette l’hôpital des États-Unis.", lambda: "docs/fr/x.md:3:1")
    assert sentences(slips([one])) == [
        "docs/fr/x.md:3:1: “arrette” is in no fr dictionary. Correct it, or add it to tests/words/fr.txt."
    ]


# What printed French never has: (pattern, what is wrong).
UNPRINTED = (
    (re.compile(r"\w'\w"), "straight apostrophe"),
    (re.compile(r"[\w»)][ \u00a0]?[;!?](?=\s|$)"), "no narrow space before ; ! ?"),
    (re.compile(r"[\w»)][ \u202f]?:(?=\s|$)"), "no no-break space before a colon"),
    (re.compile(r"«[^\u00a0]|[^\u00a0]»"), "no no-break space inside guillemets"),
    (re.compile(r"\.\.\."), "three dots instead of …"),
    (re.compile(r"\b(?:Etat|Ecole|Equateur|Elysée|Energie|Economie)s?\b|(?:^|[.!?…] )A (?=[a-zà-ÿ])"), "capital without its accent"),
)


def test_french_pages_are_set_as_printed_french(site: Built) -> None:
    """In every text of ours; titles and words in other languages keep their own spaces."""
    wrong = []
    for path, page in site.pages.items():
        if page.lang != "fr":
            continue
        for text in page.tree.xpath("//article//text()[not(ancestor::script or ancestor::code or ancestor::time)]"):
            holder = text.getparent() if text.is_text else text.getparent().getparent()
            lang = next((a.get("lang") for a in [holder, *holder.iterancestors()] if a.get("lang")), "fr")
            quoted = [a for a in [holder, *holder.iterancestors()] if a.tag == "blockquote" or a.get("class") == "source__title"]
            if lang == "fr" and not quoted:
                wrong += [f"{path}: {what}: {text.strip()[:80]}" for pattern, what in UNPRINTED if pattern.search(text.strip())]
    assert wrong == [], "\n".join(wrong)


# Pages about this dossier itself, or made of questions and instructions: most of them is ours, and can only be.
OURSELVES = {"a-propos/", "en/about/", "methode/", "en/method/"}
ASIDE = {"notes", "doors", "words", "cite-page", "short", "caption", "neighbors", "key-words"}


def test_most_of_what_a_page_says_has_a_source(site: Built) -> None:
    """What is ours (a question, a transition, our reasoning) is at most a quarter of the words of a page."""
    much = []
    for path, page in site.pages.items():
        if path in OURSELVES or path.startswith(("enseigner/", "en/teach/")):
            continue
        ours = whole = 0
        for block in page.tree.xpath("//article//*[self::p or self::li or self::tr or self::dd][not(.//p) and not(.//li)]"):
            classes = {name for one in [block, *block.iterancestors()] for name in one.get("class", "").split()}
            if not classes & ASIDE:
                words = len(block.text_content().split())
                whole, ours = whole + words, ours + words * ("ours" in classes)
        if ours > whole / 4:
            much.append(f"/{path}: {ours} of {whole} words")
    assert much == []
