"""The drawing of each sector: `data/icons/<sector id>.svg`, put into pages as it is.

An icon stands inline, so that it takes the colour of the text around it, in both palettes
and in print. So it may hold shapes and nothing else: no script, style, link or address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree
from markupsafe import Markup

from .problems import relative

FOLDER = Path("data/icons")
_SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect"}
ATTRIBUTES = {
    "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "points", "transform",
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "viewBox",
}


@dataclass(frozen=True)
class Icon:
    """One drawing: the file it was read from, and its text."""

    file: str
    text: str

    @cached_property
    def tree(self) -> etree._Element | None:
        """The drawing as a tree, or None if it is no XML."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            return etree.fromstring(self.text.encode(), parser)
        except etree.XMLSyntaxError:
            return None

    def strangers(self) -> Iterator[tuple[str, int]]:
        """What is no shape, or no measure of a shape: its name, and its line."""
        for element in self.tree.iter() if self.tree is not None else ():
            name = str(element.tag).removeprefix(_SVG)
            if name not in SHAPES and element is not self.tree:
                yield f"<{name}>", element.sourceline
            for attribute in element.attrib:
                if attribute not in ATTRIBUTES:
                    yield attribute, element.sourceline

    @cached_property
    def markup(self) -> Markup:
        """The drawing as it stands in a page: hidden from readers of text, whom the name beside it serves."""
        attributes = " ".join(f'{name}="{value}"' for name, value in sorted(self.tree.attrib.items()))
        shapes = "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in self.tree)
        shapes = shapes.replace(f' xmlns="{_SVG[1:-1]}"', "")
        return Markup(f'<svg class="icon" aria-hidden="true" focusable="false" {attributes}>{shapes}</svg>')  # noqa: S704


def read_icons(root: Path) -> dict[str, Icon]:
    """The drawings of a dossier by sector id; none is asked for."""
    return {
        path.stem: Icon(relative(path, root), path.read_text(encoding="utf-8"))
        for path in sorted((root / FOLDER).glob("*.svg"))
    }
