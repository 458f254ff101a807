"""Blocks of the meeting: who was there, what was said, what was agreed, what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..records.quotation import Quotation
from ..site import Site


def people(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """The people of one party."""
    party = arguments["party"]
    return {"people": [one for one in site.summit.people if one.party == party and one.sessions]}


def sessions(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """How the talks were organised."""
    return {"items": site.summit.sessions}


def agenda(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """What was to be talked about, as each side said."""
    return {"items": site.summit.agenda}


def voices(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """The first two parties side by side on one topic; a silence is a slot with words in it."""
    topic = next(one for one in site.summit.topics if one.id == arguments["topic"])
    return {"columns": [_column(site, party, topic) for party in site.summit.parties[:2]]}


def _column(site: Site, party: Any, topic: Any) -> dict[str, Any]:
    said = [
        {
            "statement": one, "speaker": site.people[one.speaker], "quote": spoken(site, one.quotation),
            # A statement on two topics stands twice; its lasting anchor is at the first.
            "anchored": one.topics[0] == topic.id,
        }
        for one in site.summit.statements
        if topic.id in one.topics and site.people[one.speaker].party == party.id
    ]
    return {"party": party, "said": said, "silence": topic.silence.get(party.id), "topic": topic}


def statement(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """One statement alone, as a document to work on."""
    one = next(said for said in site.summit.statements if said.id == arguments["id"])
    return {"statement": one, "speaker": site.people[one.speaker], "quote": spoken(site, one.quotation)}


@dataclass(frozen=True)
class Part:
    """Words in one language, what they are, and who put them in it."""

    words: str
    lang: str
    are: str
    by: str | None
    sources: list[str]
    partial: bool = False
    second_hand: bool = False


@dataclass(frozen=True)
class Spoken:
    """A quotation as the page shows it: large in the language of the page, then as it was read.

    `not_seen` is the language that was spoken, where its wording was not seen: an
    interpreter's or an agency's words are never given as the speaker's own.
    """

    large: Part
    small: Part | None
    not_seen: str | None


def spoken(site: Site, quote: Quotation | None) -> Spoken | None:
    """The two parts of a quotation, or None where there is no quotation."""
    if quote is None:
        return None
    read = Part(quote.words, quote.words_lang, quote.words_are, quote.words_by, quote.sources)
    not_seen = None if quote.words_are == "original" else quote.spoken_lang
    rendering = getattr(quote.renderings, site.lang)
    if quote.words_lang == site.lang or rendering is None:
        return Spoken(read, None, not_seen)
    ours = rendering.by == "ours"
    large = Part(
        rendering.words, site.lang, "ours" if ours else "published", rendering.by, rendering.sources,
        rendering.partial, second_hand=ours and not_seen is not None,
    )
    return Spoken(large, read, not_seen)


def outcomes(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """What was agreed, or what was not."""
    wanted = arguments["agreed"] == "yes"
    return {"outcomes": [one for one in site.summit.outcomes if one.agreed is wanted]}


def findings(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """What is known of the document, at one degree of certainty."""
    certainty = arguments["certainty"]
    return {"certainty": certainty, "findings": [f for f in site.summit.findings if f.certainty == certainty]}


def views(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """What critics, or defenders, said."""
    chosen = [one for one in site.summit.views if one.stance == arguments["stance"]]
    return {"views": [{"view": one, "quote": spoken(site, one.quote)} for one in chosen]}
