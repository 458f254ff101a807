"""Blocks of an attack: its head, story, figures, three voices, and the table of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from .. import formats
from ..records.attack import ATTACK_KINDS, BASES, NoAnswer
from ..site import Site, answers, rungs, strongest
from .summit import spoken


def head(site: Site, _: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """What stands first on the page: the answer, the dates, and the ladder of proof."""
    return {
        "attack": attack,
        **section(site, "attacks"),
        "countries": formats.listing([formats.country(code, site.locale) for code in attack.countries], site.locale),
        "sectors": [site.dossier.ids["sectors"][one] for one in attack.sectors],
        "rungs": rungs(attack),
        "as_of": attack.checked,
    }


def section(site: Site, folder: str) -> dict[str, str]:
    """Title and site path of the section a record's page stands in."""
    source = f"{folder}/index.md"
    return {"section_title": site.prose_by_source[source].meta.title, "section_path": site.path_of_page(source)}


def story(_: Site, __: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """The steps, in the order of their dates."""
    return {"steps": attack.happened}


def figures(site: Site, _: Mapping[str, str], record: Any) -> dict[str, Any]:
    """Key figures, then the others; figures of one measure that disagree stand side by side."""
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for one in record.figures:
        groups[one.measure, site.said(one.of) if one.of else ""].append(one)
    return {
        "key": [group[0] for group in groups.values() if group[0].key and len(group) == 1],
        "conflicting": [group for group in groups.values() if len(group) > 1],
        "others": [group[0] for group in groups.values() if not group[0].key and len(group) == 1],
    }


def three_voices(site: Site, _: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """Who accuses, what the accused answers, what analysts say: always three slots."""
    by_id = {one.id: one for one in attack.attributions}
    replies = [
        {
            "reply": one, "to": _addressees(site, one, by_id), "none": isinstance(one, NoAnswer),
            "silent": getattr(one, "silent", None),
            "quote": spoken(site, getattr(one, "quote", None)),
        }
        for one in attack.responses
    ]
    return {
        "attributions": [{"one": one, "quote": spoken(site, one.quote)} for one in attack.attributions],
        "replies": replies,
        "analyses": attack.analyses,
        "claimed": any(one.accused and not one.accuses for one in attack.attributions),
        "anybody_accused": any(one.accuses for one in attack.attributions),
        "as_of": attack.checked,
    }


def _addressees(site: Site, response: Any, by_id: Mapping[str, Any]) -> str:
    """Whom a response answers, each once, in the order of the accusations; nobody answers a claim of their own."""
    answered = [by_id[one] for one in response.answers if one in by_id]
    accusers = [one for one in answered if one.accuses] or answered
    return "; ".join(dict.fromkeys(site.said(one.by) for one in accusers))


def law(_: Site, __: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """What followed in law, by date."""
    return {"steps": attack.law, "as_of": attack.checked}


def conflicts(_: Site, __: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """Points on which the sources disagree."""
    return {"conflicts": attack.conflicts}


def at_summit(_: Site, __: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """How the attack figured at the meeting."""
    return {"at": attack.at_summit}


def related(site: Site, _: Mapping[str, str], attack: Any) -> dict[str, Any]:
    """Other attacks worth reading beside this one."""
    return {"related": [site.dossier.ids["attacks"][one] for one in attack.related]}


def table(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """Every listed attack in one line: before | the meeting | after."""
    before, after = site.split(site.attacks)
    return {
        "before": [row(site, attack) for attack in before],
        "after": [row(site, attack) for attack in after],
        "summit": site.summit,
        "filters": _filters(site),
    }


def _filters(site: Site) -> dict[str, list[Any]]:
    """What the table can be narrowed by, each choice with the number of attacks it keeps."""
    kinds, bases = Counter(a.kind for a in site.attacks), Counter(strongest(a) for a in site.attacks)
    return {
        "kinds": [kind for kind in ATTACK_KINDS if kinds[kind]],
        "sectors": [(one, len(site.attacks_by_sector[one.id])) for one in site.dossier.records("sectors")],
        "bases": [(basis, bases[basis]) for basis in BASES if bases[basis]],
        "answers": [(one, count) for one, count in Counter(answered(a) for a in site.attacks).items()],
    }


def answered(attack: Any) -> str:
    """`given`, `none-found`, or `not-applicable` where nobody is accused by another."""
    if not any(one.accuses for one in attack.attributions):
        return "not-applicable"
    return "given" if answers(attack) else "none-found"


# How many accusers and answers a line names; the page of the attack has them all.
SHOWN = 2


def row(site: Site, attack: Any) -> dict[str, Any]:
    """One line of a table or of a list of attacks: the strongest accusations, and the answers."""
    accusations = _accusations(site, attack)
    replies = list(dict.fromkeys(site.said(one.by) for one in answers(attack)))
    return {
        "attack": attack,
        "where": formats.listing([formats.country(code, site.locale) for code in attack.countries], site.locale),
        "accusations": accusations[:SHOWN],
        "more_accusations": len(accusations[SHOWN:]),
        "strongest": strongest(attack),
        "answered": answered(attack),
        "replies": replies[:SHOWN],
        "more_replies": len(replies[SHOWN:]),
        "anybody_accused": any(one.accuses for one in attack.attributions),
    }


def _accusations(site: Site, attack: Any) -> list[dict[str, str]]:
    """Whom each accuser names, the strongest basis first, one line for each accused."""
    named = sorted((a for a in attack.attributions if a.accused), key=lambda a: _rank(a.basis))
    lines: dict[str, dict[str, str]] = {}
    for one in named:
        whom = formats.listing([site.said(accused.name) for accused in one.accused], site.locale)
        lines.setdefault(whom, {"by": site.said(one.by), "whom": whom if one.accuses else ""})
    return list(lines.values())


def _rank(basis: str) -> int:
    return BASES.index(basis)
