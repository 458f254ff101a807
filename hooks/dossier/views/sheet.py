"""Blocks of a teaching sheet: who fills it in, documents to work on, lines to write on, words to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..records.base import LANGUAGES
from ..site import Site
from .summit import statement


def pupil(_: Site, __: Mapping[str, str], ___: Any) -> dict[str, Any]:
    """Where name and class are written."""
    return {}


def documents(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """Statements side by side, lettered A, B, C…"""
    return {"documents": [statement(site, {"id": one}, None) for one in arguments["statements"].split(",")]}


def answer_lines(_: Site, arguments: Mapping[str, str], __: Any) -> dict[str, Any]:
    """Empty lines to write an answer on."""
    return {"count": int(arguments["count"])}


def key_words(site: Site, arguments: Mapping[str, str], _: Any) -> dict[str, Any]:
    """Terms of the glossary in both languages, that of the page first."""
    by_id = site.dossier.ids["glossary"]
    return {"terms": [by_id[one] for one in arguments["terms"].split(",")], "other": next(one for one in LANGUAGES if one != site.lang)}
