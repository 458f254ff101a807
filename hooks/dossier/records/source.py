"""The bibliography: each source once."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from .base import (
    FactDate,
    Id,
    Label,
    Language,
    Strict,
    Text,
    WebAddress,
    fact_date,
    text,
)

SOURCE_KINDS = ("official", "primary", "press", "analysis", "reference")


def _which(value: Any) -> str:
    return "ours" if isinstance(value, (dict, Label)) else "exact"


Title = Annotated[Annotated[Text, Tag("exact")] | Annotated[Label, Tag("ours")], Discriminator(_which)]


UNDATED = "undated"
Issued = Annotated[
    str, BeforeValidator(lambda value: value if value == UNDATED else fact_date(text(value))),
    Field(json_schema_extra={"pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$"}),
]


class Source(Strict):
    """One document that was read. Field names follow CSL."""

    id: Id
    title: Title = Field(
        description="Exact title in the language of the source. Where it was not seen, a "
        "descriptive title in each language, {fr, en}: the site marks it as ours."
    )
    publisher: Text
    author: Text | None = None
    issued: Issued = Field(description="When it was published: day, month or year; `undated` if it does not say.")
    lang: Language
    kind: Literal[SOURCE_KINDS]
    url: WebAddress | None = None
    archive: WebAddress | None = None
    copy_: bool = Field(False, alias="copy", description="True if what was read is a copy of the original.")
    read: FactDate = Field(description="When it was read for the dossier.")
