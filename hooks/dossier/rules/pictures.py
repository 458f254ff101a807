"""Rules on the drawings that stand inside pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..load import Dossier
from ..problems import Place, Problem, nearest


def icons_are_drawings(dossier: Dossier) -> Iterator[Problem]:
    """An icon holds shapes and nothing else, and bears the id of a sector."""
    known = dossier.ids["sectors"]
    for name, icon in dossier.icons.items():
        if icon.tree is None:
            yield Problem("icon-unreadable", Place(icon.file))
            continue
        if not dossier.knows("sectors", name):
            yield Problem("icon-of-nothing", Place(icon.file), {"id": name, "nearest": nearest(name, known)})
        for stranger, line in icon.strangers():
            yield Problem("icon-stranger", Place(icon.file, line), {"value": stranger})
