"""Dates, times, numbers, lists and names of places in the form of each language (Babel)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel import dates, lists, numbers

from .locales import Locale
from .records.base import PRECISIONS
from .records.figure import Figure

# From this size a number is written in words: 4.4 million, not 4,400,000. Babel 2.18's own
# compact form writes "1 millions" in French, hence the words of the locale file.
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_COMPACT_FROM = 10**6


@lru_cache(maxsize=4096)
def parsed(fact_date: str) -> tuple[date, str]:
    """The first day that a date of fact covers, and its precision: day, month or year."""
    for form, precision in PRECISIONS.items():
        try:
            return datetime.strptime(fact_date, form).date(), precision
        except ValueError:
            continue
    raise ValueError(fact_date)


def day(value: date, locale: Locale) -> str:
    """A day in full: 31 mars 2019, March 31, 2019; the first of a month is 1er in French."""
    return fact_date(value.isoformat(), locale)


def fact_date(text: str, locale: Locale, form: str = "date") -> str:
    """A date of fact as exactly as it is known: a day, a month or a year.

    `form` is a group of patterns of the locale file (`date`, or `short-date` for tables).
    """
    value, precision = parsed(text)
    if precision == "day" and value.day == 1 and locale.has(f"interface.{form}.first"):
        precision = "first"
    return dates.format_date(value, locale.text(f"interface.{form}.{precision}"), locale=locale.babel)


def clock(text: str, locale: Locale) -> str:
    """A time of day: 13 h 05 or 19 h, 1:05 p.m. or noon."""
    value = datetime.strptime(text, "%H:%M").time()
    if locale.has("interface.clock.noon") and value == time(12, 0):
        return locale.text("interface.clock.noon")
    form = "hour" if value.minute == 0 else "minutes"
    written = dates.format_time(value, locale.text(f"interface.clock.{form}"), locale=locale.babel)
    half = "am" if value.hour < 12 else "pm"
    return written.replace("@", locale.text(f"interface.clock.{half}"))


def number(value: Decimal | int, locale: Locale) -> str:
    """A number with the separators of the language, and a word from a million up."""
    for size, name in _SCALES:
        if abs(value) >= size:
            scaled = round(Decimal(value) / size, 2)
            written = numbers.format_decimal(scaled, locale=locale.babel)
            forms = locale.word(f"interface.scale.{name}")
            return str(forms.get(locale.babel.plural_form(abs(scaled)), forms["other"])).format(n=written)
    return numbers.format_decimal(value, locale=locale.babel)


def figure(one: Figure, locale: Locale) -> str:
    """A figure with its bound and unit: about $4.4 million, 5 jours, 200 à 300 millions d’euros."""
    if one.value is not None:
        amount, biggest = number(one.value, locale), one.value
    else:
        amount = _span(one.low, one.high, locale)
        biggest = one.high
    written = _with_unit(amount, biggest, one.unit, locale)
    return locale.text(f"interface.bound.{one.bound}", figure=written)


def _span(low: Decimal, high: Decimal, locale: Locale) -> str:
    """`200 à 300 millions`: a scale that both ends share is said once."""
    first, last = number(low, locale), number(high, locale)
    scale = last.partition(" ")[2]
    if scale:
        first = first.removesuffix(scale).rstrip()
    return locale.text("interface.span", low=first, high=last)


def _with_unit(amount: str, value: Decimal, unit: str, locale: Locale) -> str:
    if unit == "count":
        return amount
    forms = locale.word(f"interface.unit.{unit}")
    form = "many" if abs(value) >= _COMPACT_FROM else locale.babel.plural_form(value)
    return str(forms.get(form, forms["other"])).format(n=amount)


def listing(words: list[str], locale: Locale) -> str:
    """`a, b et c`, `a, b, and c`."""
    return lists.format_list(words, locale=locale.babel)


def country(code: str, locale: Locale) -> str:
    """The name of a country, or of the whole world for 001."""
    if locale.has(f"interface.country.{code}"):
        return locale.text(f"interface.country.{code}")
    return locale.babel.territories[code]


def language(code: str, locale: Locale) -> str:
    """The name of a language, in the language of the page."""
    return locale.babel.languages[code.split("-")[0]]
