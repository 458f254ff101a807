"""Check: every rule the records and the prose must keep.

A rule is one function that takes the dossier and yields problems; the first line of
its docstring is the rule in one sentence. Each has its messages in
`hooks/locales/<language>/problems.yml` and its faults in `tests/test_rules.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..load import Dossier
from ..problems import Problem
from . import comparisons, dates, fields, pages, pictures, quotations, references, words

Rule = Callable[[Dossier], Iterator[Problem]]

RULES: list[Rule] = [
    references.one_summit,
    references.ids_are_unique,
    references.files_are_named_after_ids,
    references.local_ids_are_unique,
    references.sources_exist,
    references.sources_are_cited,
    references.records_exist,
    references.summit_parts_exist,
    references.commitments_point_somewhere,
    references.responses_answer_attributions,
    references.prose_marks_exist,
    dates.days_in_order,
    dates.facts_not_in_the_future,
    dates.attacks_run_forward,
    dates.answers_follow_accusations,
    dates.events_end_after_they_begin,
    dates.lists_in_order,
    dates.a_time_needs_a_day,
    quotations.quotations_are_short,
    quotations.words_say_what_they_are,
    quotations.both_languages_can_read_it,
    quotations.published_renderings_have_sources,
    quotations.statements_say_something,
    quotations.texts_are_translated,
    fields.figures_are_whole,
    fields.sources_are_sorted,
    fields.sources_stand_in_their_year,
    fields.archives_are_elsewhere,
    fields.texts_hold_no_html,
    fields.citations_are_well_formed,
    fields.addresses_are_unique,
    fields.attacks_say_how_they_figured,
    comparisons.other_lists_speak_of_every_sector,
    comparisons.matches_name_sectors_of_their_list,
    pictures.icons_are_drawings,
    words.words_are_known,
    pages.there_is_a_home,
    pages.pages_have_twins,
    pages.twins_have_the_same_headings,
    pages.twins_have_the_same_blocks,
    pages.twins_cite_the_same_sources,
    pages.headings_have_ids,
    pages.pages_have_one_title,
    pages.markers_are_known,
    pages.markers_stand_alone,
    pages.passages_have_sources,
    pages.prose_holds_no_html,
    pages.stories_have_records,
    pages.corrections_name_a_page,
    pages.links_lead_somewhere,
    pages.descriptions_are_short,
    pages.sections_have_an_index,
]


def check(dossier: Dossier) -> list[Problem]:
    """Every problem that the rules find, in no order."""
    return [problem for rule in RULES for problem in rule(dossier)]
