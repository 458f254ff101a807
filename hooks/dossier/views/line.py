"""The line: one mark for each attack at the date it was made public, stacked by span of time.

Drawn at two widths, by half-years and by years; the page shows one of them. Units are
those of the drawing: one is a pixel at its natural width.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import formats
from ..site import Site
from .since import YEARS_APART

PITCH = 15  # from a mark to the next one above it
HEAD = 58  # what stands above the highest mark: counts and labels
LETTER = 6.3  # width of a letter of a label, about


@dataclass(frozen=True)
class Form:
    """One of the two drawings: its width, spans a year is cut into, and whether it has labels."""

    width: int
    spans: int
    labels: bool


WIDE, NARROW = Form(1152, 2, labels=True), Form(358, 1, labels=False)


@dataclass(frozen=True)
class Span:
    """A span of time with one stack of marks: from `first` up to, not including, `until`."""

    first: date
    until: date
    after: bool


@dataclass(frozen=True)
class Mark:
    """The mark of one attack. `hollow`: it began up to the meeting and became public after it."""

    attack: Any
    x: float
    y: float
    hollow: bool


def line(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """Both drawings, and the two counts. `labels` names the attacks whose name stands by their mark."""
    before, after = site.split(site.attacks)
    labels = [name for name in arguments["labels"].split(",") if name]
    return {
        "drawings": [_drawing(site, form, labels) for form in (WIDE, NARROW)],
        "before": len(before), "after": len(after), "summit": site.summit,
        "kinds": list(dict.fromkeys(attack.kind for attack in sorted(site.attacks, key=lambda a: a.kind))),
    }


def _drawing(site: Site, form: Form, labels: list[str]) -> dict[str, Any]:
    spans = _spans(site, form)
    step = form.width / len(spans)
    stacks = {span: [a for a in site.attacks if _within(site, span, a)] for span in spans}
    height = HEAD + PITCH * max(len(stack) for stack in stacks.values())
    middle = {span: step * (index + 0.5) for index, span in enumerate(spans)}
    marks = [
        Mark(attack, round(middle[span], 1), height - PITCH * (place + 0.5), _hollow(site, attack))
        for span, stack in stacks.items() for place, attack in enumerate(stack)
    ]
    limit = next((index for index, span in enumerate(spans) if span.after), len(spans)) * step
    return {
        "form": form, "height": height, "marks": marks, "limit": round(limit, 1),
        "years": _years(spans, step, form), "labels": _labels(site, limit, stacks, middle, height, labels) if form.labels else [],
        "break": round(step * len(_early(spans)), 1) if _early(spans) else None,
    }


def _within(site: Site, span: Span, attack: Any) -> bool:
    day = formats.parsed(attack.made_public.date)[0]
    return span.after is not site.is_before(attack.made_public.date) and span.first <= day < span.until


def _hollow(site: Site, attack: Any) -> bool:
    return bool(
        attack.began and site.is_before(attack.began.date) and not site.is_before(attack.made_public.date)
    )


def _spans(site: Site, form: Form) -> list[Span]:
    """Years far from the meeting that have a mark, one span each; then every span of each year."""
    pivot = site.pivot.year
    years = [formats.parsed(attack.made_public.date)[0].year for attack in site.attacks]
    apart = max(min([*years, pivot]), pivot - YEARS_APART)
    early = sorted({year for year in years if year < apart})
    spans = [Span(date(year, 1, 1), date(year + 1, 1, 1), after=False) for year in early]
    if form is NARROW and early:
        spans = [Span(date(early[0], 1, 1), date(apart, 1, 1), after=False)]
    for year in range(apart, max([*years, pivot]) + 1):
        spans += _of_year(site, year, form.spans)
    return spans


def _of_year(site: Site, year: int, parts: int) -> list[Span]:
    """The spans of one year; the one in which the meeting falls is cut in two if both sides have marks."""
    edges = [date(year, 1 + 12 // parts * part, 1) for part in range(parts)] + [date(year + 1, 1, 1)]
    found = []
    for first, until in zip(edges, edges[1:], strict=False):
        if first <= site.pivot < until:
            found.append(Span(first, until, after=False))
            late = Span(first, until, after=True)
            if any(_within(site, late, attack) for attack in site.attacks):
                found.append(late)
        else:
            found.append(Span(first, until, after=first > site.pivot))
    return found


def _early(spans: list[Span]) -> list[Span]:
    """The spans before the first year that is cut as the form says: drawn closer together."""
    months = [(span.until.year - span.first.year) * 12 + span.until.month - span.first.month for span in spans]
    usual = months[-1]
    early = [span for span, length in zip(spans, months, strict=True) if length > usual]
    if early:
        return early
    gaps = [index for index in range(1, len(spans)) if spans[index].first.year - spans[index - 1].first.year > 1]
    return spans[: gaps[-1]] if gaps else []


def _years(spans: list[Span], step: float, form: Form) -> list[dict[str, Any]]:
    """The years under the axis, each in the middle of its spans."""
    found = []
    for year in dict.fromkeys(span.first.year for span in spans):
        places = [index for index, span in enumerate(spans) if span.first.year == year]
        span = spans[places[0]]
        last = span.until.year - 1 if span.until.year - span.first.year > 1 else year
        found.append({
            "first": year, "last": last, "short": form is NARROW,
            "x": round(step * (places[0] + places[-1] + 1) / 2, 1), "edge": round(step * places[0], 1),
        })
    return found


def _labels(
    site: Site, limit: float, stacks: Mapping[Span, list[Any]], middle: Mapping[Span, float], height: float, wanted: list[str]
) -> list[dict[str, Any]]:
    """The names of some attacks above their stacks, each on its side of the limit, raised until it meets no other."""
    placed: list[dict[str, Any]] = []
    tops = [(middle[span], height - PITCH * len(stack)) for span, stack in stacks.items()]
    for span, stack in stacks.items():
        for attack in stack:
            if attack.id in wanted:
                text = site.said(attack.name)
                width = LETTER * len(text)
                low, high = (limit + 10, WIDE.width) if span.after else (0, limit - 8)
                x = min(max(middle[span], low + width / 2), high - width / 2)
                y = min([top for at, top in tops if abs(at - x) < width / 2 + 8]) - 7
                while any(abs(one["x"] - x) < (one["width"] + width) / 2 + 6 and abs(one["y"] - y) < PITCH for one in placed):
                    y -= PITCH
                placed.append({"text": text, "x": round(x, 1), "y": round(y, 1), "width": width})
    return placed
