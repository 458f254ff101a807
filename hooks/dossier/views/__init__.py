"""What each block shows: one function a block, which gives its template counted data.

A view takes the site, the arguments of the marker, and the record whose page it is
(or None), and returns the variables of `templates/blocks/<name>.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..site import Site
from . import attacks, elsewhere, line, reference, sectors, sheet, since, stakes, summit, timeline

View = Callable[[Site, Mapping[str, str], Any], dict[str, Any]]

# Blocks that a writer may put in a page of prose.
PROSE_BLOCKS: dict[str, View] = {
    "sectors": sectors.board,
    "attacks": attacks.table,
    "timeline": timeline.part,
    "people": summit.people,
    "sessions": summit.sessions,
    "agenda": summit.agenda,
    "voices": summit.voices,
    "outcomes": summit.outcomes,
    "findings": summit.findings,
    "views": summit.views,
    "glossary": reference.glossary,
    "sources": reference.sources,
    "corrections": reference.all_corrections,
    "set-aside": reference.set_aside,
    "ladder": reference.ladder,
    "certainty": reference.certainty,
    "imprint": reference.imprint,
    "grid": since.grid,
    "commitments": since.commitments,
    "elsewhere": elsewhere.table,
    "elsewhere-list": elsewhere.whole,
    "statement": summit.statement,
    "line": line.line,
    "leanings": stakes.leanings,
    "ransoms": stakes.ransoms,
    "pupil": sheet.pupil,
    "documents": sheet.documents,
    "pair": sheet.documents,
    "answer-lines": sheet.answer_lines,
    "key-words": sheet.key_words,
}

# Blocks of the pages of records; they need the record.
RECORD_BLOCKS: dict[str, View] = {
    "attack-head": attacks.head,
    "attack-story": attacks.story,
    "attack-figures": attacks.figures,
    "attack-voices": attacks.three_voices,
    "attack-law": attacks.law,
    "attack-conflicts": attacks.conflicts,
    "attack-summit": attacks.at_summit,
    "attack-related": attacks.related,
    "sector-head": sectors.head,
    "sector-covers": sectors.covers,
    "sector-figures": attacks.figures,
    "sector-leans": sectors.leans,
    "sector-attacks": sectors.attacks,
    "sector-elsewhere": elsewhere.of_sector,
}

# Blocks that tell of other pages: true only once every page has been finished.
LATE_BLOCKS = {"sources"}

BLOCKS = {**PROSE_BLOCKS, **RECORD_BLOCKS}
