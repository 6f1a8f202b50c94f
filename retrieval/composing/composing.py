"""Composes an answer from its evidence: its form, and what is quoted in which order."""

from collections.abc import Sequence

from retrieval.composing.asked_forms import form_asked
from retrieval.composing.choosing import choose_quotes, newest_first
from retrieval.composing.context import with_context
from retrieval.composing.differing import differing
from retrieval.composing.lists import choose_list
from retrieval.composing.quote import Quote
from retrieval.composing.timelines import choose_timeline
from retrieval.evidence import Evidence
from retrieval.outcomes import Form
from retrieval.query import Query
from retrieval.thresholds import Thresholds

_ITEMS = 2
"""A list or a timeline of fewer is none."""
_ITEMS_FURTHER = 3.0
"""The same of the items of a list or a timeline, no two of which a close reader holds to answer
equally well. By similarity alone, what scores so much less is seldom an item."""
_FURTHER = 1.5
"""How much further below the best a sentence may score that gives another value: its words are
held against the best one's as well."""


def compose(
    query: Query, evidence: Sequence[Evidence], thresholds: Thresholds
) -> tuple[Form, list[Quote]]:
    """The form of the answer, and its quotes in the order to read them; none without evidence.

    The question as searched decides, so that a follow-up asks for what it goes on from. Where the
    newest is wanted, all but a timeline is put by date, the newest first.
    """
    form, chosen = _chosen(query.searched, evidence, thresholds)
    if query.times.latest and form is not Form.TIMELINE:
        chosen = newest_first(chosen)
    if form in (Form.LIST, Form.TIMELINE):  # a line each: a name in brackets at most
        return form, [quote for one in chosen for quote in with_context([one], 1)]
    return form, with_context(chosen, thresholds.most_quotes)


def _chosen(
    question: str, evidence: Sequence[Evidence], thresholds: Thresholds
) -> tuple[Form, list[Quote]]:
    within = thresholds.spread
    read = bool(evidence) and evidence[0].gain is not None
    of_items = _ITEMS_FURTHER * within if read else within
    chosen: list[Quote] = []
    form = form_asked(question)
    if form is Form.LIST:
        chosen = choose_list(evidence, within=of_items)
    elif form is Form.TIMELINE:
        chosen = choose_timeline(evidence, within=of_items)
    elif chosen := differing(question, evidence, within=_FURTHER * within):
        form = Form.DIFFERING
    if len(chosen) >= _ITEMS:
        return form, chosen
    return Form.SENTENCES, choose_quotes(evidence, thresholds)
