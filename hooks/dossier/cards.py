"""The picture that stands for a page where it is shared: 1200 x 630, drawn once for each content.

A card says what the page asks or tells, the day and the place, and the name of the site,
beside the board; on a sector's card its cell is filled. Drawing is slow, so a card is kept
under the hash of all that it is made of and drawn again only when that changes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from . import formats
from .routes import Route
from .site import Site
from .typography import tidy

SIZE = (1200, 630)
FONT = Path("docs/assets/fonts/archivo-narrow.woff2")
CACHE = Path(".cache/cards")
FOLDER = "assets/cards"
# Of the tokens of the look, light palette.
PAPER, INK, INK_2, HAIR, SIGNAL = "#f8faf9", "#14202a", "#47555f", "#cfd7d6", "#a8146b"
LEFT, WIDTH, TOP, BOTTOM = 64, 530, 58, 580
BOARD, CELL, SIDE = 640, 112, 4
_COLOURS = 48


@dataclass(frozen=True)
class Card:
    """All that a card shows. `cell` is the number of the sector to fill, from 1, or 0."""

    name: str
    title: str
    when: str
    foot: str
    cell: int = 0


def path_of(route: Route) -> str:
    """Where the card of a page stands in the site."""
    return f"{FOLDER}/{route.lang}/{route.source.removesuffix('.md').replace('/', '-')}.png"


def card_of(site: Site, route: Route) -> Card:
    """The card of a page: its heading, or the name of its record."""
    if route.kind:
        record = site.dossier.ids[route.kind][route.record]
        title = site.said(record.name)
        cell = site.dossier.records("sectors").index(record) + 1 if route.kind == "sectors" else 0
    else:
        page = site.prose_by_source[route.source]
        title, cell = next(one.text for one in page.headings if one.level == 1), 0
    when = site.locale.text(
        "interface.timeline.the-day", date=formats.fact_date(str(site.pivot), site.locale), place=site.said(site.summit.place)
    )
    foot = site.identity.description
    return Card(site.identity.name, tidy(title, site.lang), tidy(when, site.lang), tidy(foot, site.lang), cell)


def write_cards(root: Path, folder: Path, sites: list[Site]) -> None:
    """Draw the card of every page, in each language, into the folder of the site."""
    for site in sites:
        icons = _icons(site)
        for route in site.routes.all(site.lang):
            target = folder / path_of(route)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_kept(root, card_of(site, route), icons))


def _icons(site: Site) -> tuple[str, ...]:
    """The drawings of the sectors in their order, as text."""
    found = (site.dossier.icons.get(sector.id) for sector in site.dossier.records("sectors"))
    return tuple(icon.text if icon else "" for icon in found)


def _kept(root: Path, card: Card, icons: tuple[str, ...]) -> bytes:
    """The card as it was kept, or drawn now and kept."""
    font = root / FONT
    made_of = (Path(__file__).read_bytes(), font.read_bytes(), repr(astuple(card)).encode(), repr(icons).encode())
    kept = root / CACHE / f"{hashlib.sha256(b''.join(made_of)).hexdigest()[:32]}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(draw(card, icons, font))
    return kept.read_bytes()


def draw(card: Card, icons: tuple[str, ...], font: Path) -> bytes:
    """The PNG of a card."""
    picture = Image.open(io.BytesIO(_background(icons, card.cell))).convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.text((136, TOP + 8), card.name, font=_font(font, 34), fill=INK)
    foot = list(_lines(pen, card.foot, _font(font, 26, 500), WIDTH))
    y = BOTTOM - 34 * len(foot)
    for number, line in enumerate(foot):
        pen.text((LEFT, y + 34 * number), line, font=_font(font, 26, 500), fill=INK_2)
    size, lines = _fitting(pen, card.title, font)
    y -= 34 + round(size * 1.02) * len(lines)
    for number, line in enumerate(lines):
        pen.text((LEFT, y + round(size * 1.02) * number), line, font=_font(font, size), fill=INK)
    pen.text((LEFT, y - 44), card.when, font=_font(font, 26), fill=SIGNAL)
    out = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitting(pen: ImageDraw.ImageDraw, title: str, font: Path) -> tuple[int, list[str]]:
    """The largest size at which the title has three lines at most, or five at the smallest."""
    for size in (84, 72, 62, 54, 46):
        lines = list(_lines(pen, title, _font(font, size), WIDTH))
        if len(lines) <= 3:
            return size, lines
    return 40, list(_lines(pen, title, _font(font, 40), WIDTH))[:5]


def _lines(pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The text in lines no wider than `width`; a no-break space does not break."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and pen.textlength(longer, font=font) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


@cache
def _font(path: Path, size: int, weight: int = 700) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(path), size)
    font.set_variation_by_axes([weight])
    return font


@cache
def _background(icons: tuple[str, ...], cell: int) -> bytes:
    """The mark and the board inside the limit: the same for every card but for the filled cell."""
    inner = "".join(_cell(number, icon, filled=number == cell) for number, icon in enumerate(icons, 1))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE[0]}" height="{SIZE[1]}" fill="none" stroke="{INK}">'
        f'<rect width="100%" height="100%" fill="{PAPER}" stroke="none"/>{_mark()}{_frame()}{inner}</svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _cell(number: int, icon: str, *, filled: bool) -> str:
    x = BOARD + 26 + (number - 1) % SIDE * CELL
    y = 91 + (number - 1) // SIDE * CELL
    drawing = icon.replace("<svg ", f'<svg x="{x + 32}" y="{y + 32}" width="48" height="48" ').replace(
        "currentColor", PAPER if filled else INK
    )
    fill = SIGNAL if filled else "none"
    return f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="{fill}" stroke="{HAIR}" stroke-width="2"/>{drawing}'


def _frame() -> str:
    """The limit around the board: dashes, each with a stem that points inward."""
    low, size, step = 0, 26 * 2 + CELL * SIDE, 500 / 19
    dashes = []
    for number in range(19):
        at = low + step * (number + 0.5)
        dashes += [
            f"M{at - 9} {low}h18M{at} {low}v16", f"M{at - 9} {size}h18M{at} {size}v-16",
            f"M{low} {at - 9}v18M{low} {at}h16", f"M{size} {at - 9}v18M{size} {at}h-16",
        ]
    return f'<path transform="translate({BOARD} 65)" stroke="{SIGNAL}" stroke-width="5" d="{"".join(dashes)}"/>'


def _mark() -> str:
    cells = "".join(f"M{x} {y}h4v4h-4z" for y in (10, 15.5, 21, 26.5) for x in (10, 15.5, 21, 26.5))
    return (
        f'<g transform="translate({LEFT - 2} {TOP - 2}) scale(1.4)"><path stroke="{SIGNAL}" stroke-width="2.5" '
        f'd="M2 2h36v36H2zM20 2v5M20 38v-5M2 20h5M38 20h-5"/><path fill="{INK}" stroke="none" d="{cells}"/></g>'
    )
