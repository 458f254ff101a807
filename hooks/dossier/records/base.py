"""Field types shared by every kind of record.

YAML gives text and plain numbers only; these types give dates, languages and
places their meaning, and refuse what does not fit.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

# The site languages, the default one first. A translated field holds one text in each.
LANGUAGES = ("fr", "en")

# How a date of fact may be written, and how exact each form is.
PRECISIONS = {"%Y-%m-%d": "day", "%Y-%m": "month", "%Y": "year"}


class Strict(BaseModel):
    """A part of a record: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def text(value: Any) -> Any:
    """Give back as text a title such as `1984`, which YAML reads as a number."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return str(value)
    return value


def _plain_number(value: Any) -> Any:
    """Refuse a number between quotes: in a spreadsheet it would be text."""
    if isinstance(value, (str, bool)):
        raise PydanticCustomError("decimal_type", "not a number")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "empty text")
    return value.strip()


def fact_date(value: str) -> str:
    """Check a date of fact. Raises pydantic's error `fact_date` if it is none."""
    for form in PRECISIONS:
        try:
            parsed = datetime.strptime(value, form)
        except ValueError:
            continue
        # strptime accepts 2019-3-1; a record says 2019-03-01, one spelling for all.
        if parsed.strftime(form) == value:
            return value
    raise PydanticCustomError("fact_date", "not a date")


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day", "not a day") from None


def _clock(value: str) -> str:
    try:
        if datetime.strptime(value, "%H:%M").strftime("%H:%M") == value:
            return value
    except ValueError:
        pass
    raise PydanticCustomError("clock", "not a time of day")


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or " " in value:
        raise PydanticCustomError("web_address", "not a web address")
    return value


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise PydanticCustomError("language", "not a language") from None
    return value


def _territory(value: str) -> str:
    if value not in Locale("en").territories:
        raise PydanticCustomError("territory", "not a country")
    return value


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("time_zone", "not a time zone")
    return value


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, BeforeValidator(text), AfterValidator(_not_blank)]
Id = Annotated[str, BeforeValidator(text), Field(pattern=ID_PATTERN)]
FactDate = Annotated[
    str, BeforeValidator(text), AfterValidator(fact_date),
    Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Day = Annotated[
    date, BeforeValidator(text), BeforeValidator(lambda v: _day(v) if isinstance(v, str) else v)
]
Clock = Annotated[
    str, BeforeValidator(text), AfterValidator(_clock),
    Field(json_schema_extra={"pattern": r"^\d{2}:\d{2}$"}),
]
WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
Language = Annotated[str, AfterValidator(_language)]
Territory = Annotated[str, BeforeValidator(text), AfterValidator(_territory)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Number = Annotated[Decimal, BeforeValidator(_plain_number), WithJsonSchema({"type": "number"})]
# The id of a source, or the id and a place in it: `some-id, p. 12`.
SourceRef = Annotated[str, BeforeValidator(text), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(, .+)?$")]
Sources = Annotated[list[SourceRef], Field(min_length=1)]


class Label(Strict):
    """A few plain words in each language: a name, a title. No markup."""

    fr: Text
    en: Text


class Slug(Strict):
    """The last part of the page address in each language."""

    fr: Id
    en: Id


class Prose(Strict):
    """Text in each language with the small Markdown: emphasis, links, `[@source-id]`."""

    fr: Text
    en: Text


class Sourced(Prose):
    """Prose in each language, and the sources that carry it."""

    sources: Sources


class Record(Strict):
    """What every record has: an id for ever, and three days written by people."""

    id: Id = Field(description="Kebab-case, never changed: addresses and feeds rest on it.")
    added: Day = Field(description="Day the record entered the dossier.")
    updated: Day = Field(description="Day its content last changed.")
    checked: Day = Field(description="Day someone last read it against its sources.")
