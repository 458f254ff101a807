"""Pictures of what is at stake: who leans on whom; what was asked, paid, taken back, and for how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..site import Site

MONEY = ("ransom-demanded", "ransom-paid", "ransom-recovered")
OUTAGE = "outage"
# The one currency in which amounts are compared by a bar: no rate of exchange is invented.
CURRENCY = "USD"
# A month and a year are taken at their usual length, for the length of a bar alone.
DAYS = {
    "minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "month": Decimal(30),
    "year": Decimal(365),
}


def leanings(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """A table of sectors by sectors: a mark where one leans on the other, and how many lean on each."""
    sectors = site.dossier.records("sectors")
    leant_on = Counter(one.sector for sector in sectors for one in sector.leans_on)
    most = max(leant_on.values(), default=0)
    rows = [{"sector": sector, "on": {one.sector for one in sector.leans_on}} for sector in sectors]
    return {
        "sectors": sectors, "rows": rows, "leant_on": leant_on,
        "most": [sector for sector in sectors if leant_on[sector.id] == most], "most_count": most,
    }


def ransoms(site: Site, _: Mapping[str, str], __: Any) -> dict[str, Any]:
    """The attacks with a ransom or an outage in figures, in the order in which they were made public."""
    rows = []
    for attack in site.attacks:
        cells = {measure: [one for one in attack.figures if _counts(one, measure)] for measure in (*MONEY, OUTAGE)}
        if any(cells.values()):
            rows.append({"attack": attack, "cells": cells})
    tops = {
        measure: max((_amount(one) or 0 for row in rows for one in row["cells"][measure]), default=Decimal(0))
        for measure in (*MONEY, OUTAGE)
    }
    tops.update(dict.fromkeys(MONEY, max(tops[measure] for measure in MONEY)))
    return {"rows": rows, "measures": (*MONEY, OUTAGE), "share": lambda one: _share(one, tops[one.measure])}


def _counts(one: Any, measure: str) -> bool:
    return one.measure == measure


def _amount(one: Any) -> Decimal | None:
    """What a bar stands for: dollars, or days; None where they cannot be compared."""
    biggest = one.value if one.value is not None else one.high
    if one.measure == OUTAGE:
        return biggest * DAYS[one.unit] if one.unit in DAYS else None
    return biggest if one.unit == CURRENCY else None


def _share(one: Any, top: Decimal) -> int | None:
    """The length of a bar in hundredths of the longest; None for a figure without a bar."""
    amount = _amount(one)
    return max(1, round(amount / top * 100)) if amount and top else None
