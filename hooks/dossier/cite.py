"""How to cite a page: APA, ISO 690 and BibTeX, and where to report an error in it.

Forms: APA style, 7th edition, web page by a group; ISO 690:2021, web page; BibTeX's
`@online` entry as biblatex defines it. The day of consultation is left to the reader.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from babel import dates

from .formats import day
from .locales import Locale
from .site import Identity


def citations(
    identity: Identity, locale: Locale, *, title: str, updated: date, url: str, page_id: str
) -> list[dict[str, str]]:
    """The three forms of one page: `name` and `text` of each, in the order of use."""
    publisher = who(identity, locale)
    parts = {
        "publisher": publisher, "title": title, "site": identity.name, "url": url, "day": day(updated, locale),
        "apa_day": dates.format_date(updated, locale.text("interface.cite.apa-day"), locale=locale.babel),
    }
    bibtex = "\n".join([
        f"@online{{{page_id},", f"  author = {{{{{publisher}}}}},", f"  title = {{{title}}},",
        f"  organization = {{{identity.name}}},", f"  date = {{{updated.isoformat()}}},", f"  url = {{{url}}},",
        f"  langid = {{{locale.text('interface.cite.langid')}}},", "}",
    ])
    return [
        {"name": "APA", "text": locale.printed("interface.cite.apa", **parts)},
        {"name": "ISO 690", "text": locale.printed("interface.cite.iso", **parts)},
        {"name": "BibTeX", "text": bibtex},
    ]


def who(identity: Identity, locale: Locale) -> str:
    """The publisher, or the contributors while none is set."""
    return identity.publisher or locale.text("interface.imprint.default-publisher", site=identity.name)


def report_link(identity: Identity, locale: Locale, *, title: str, url: str, files: list[str]) -> str:
    """Where to report an error, filled with the page and its language; empty where nothing is set.

    A contact is an address of mail or of the web; without one, the repository takes reports.
    """
    subject = locale.printed("interface.report.subject", title=title)
    sentence = locale.text("interface.report.sentence")
    body = locale.printed("interface.report.body", url=url, files=", ".join(files), lang=locale.lang, sentence=sentence)
    if "@" in identity.contact:
        return f"mailto:{identity.contact}?{urlencode({'subject': subject, 'body': body}).replace('+', '%20')}"
    if identity.contact:
        return identity.contact
    if identity.repository:
        return f"{identity.repository.rstrip('/')}/issues/new?{urlencode({'title': subject, 'body': body})}"
    return ""
