"""A number somebody counted, with its unit, its bound, its day and its sources."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import FactDate, Id, Label, Number, Prose, Sources, Strict

MEASURES = (
    "ransom-demanded", "ransom-paid", "ransom-recovered", "cost", "outage", "people-affected",
    "organisations-affected", "devices-affected", "records-exposed", "other",
)
UNITS = (
    "count", "percent", "USD", "EUR", "GBP", "CHF", "RUB", "XBT", "minute", "hour", "day", "week",
    "month", "year", "person", "organisation", "device", "record", "site", "country", "request",
    "appointment", "flight", "kilometre", "litre", "gigabyte", "terabyte", "megawatt",
)
BOUNDS = ("exact", "about", "nearly", "at-least", "at-most")


class Figure(Strict):
    """Conflicting figures are several figures of the same measure: none is chosen."""

    id: Id | None = Field(
        None, description="Needed only where one record has two figures of one measure; "
        "otherwise the measure is the id."
    )
    measure: Literal[MEASURES]
    of: Label | None = Field(None, description="What is counted; required for `measure: other`.")
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Literal[BOUNDS] = "exact"
    unit: Literal[UNITS]
    counted_by: Label | None = Field(None, description="Who gives the number.")
    as_of: FactDate
    note: Prose | None = None
    key: bool = Field(False, description="True for the few figures shown large.")
    sources: Sources

    @property
    def key_id(self) -> str:
        """The name by which prose refers to this figure."""
        return self.id or self.measure
