"""An answer laid out for a group, where it must not fill the screen: quotes and a line a source."""

from collections.abc import Iterator
from dataclasses import replace

from bot.layout.passage_blocks import by_article
from bot.layout.reply_blocks import answer_runs, notes
from bot.layout.rich_text import Block, Run
from bot.words import texts
from bot.words.answer_texts import lines, opening
from bot.words.saying import say
from retrieval.outcomes import Answer, Form

MOST_LINES = 8
_FEWEST_ITEMS = 2
_OF_ITEMS = (Form.LIST, Form.TIMELINE)


def compact_blocks(answer: Answer, old_after_days: int) -> list[Block]:
    """The quotes, also where a model phrased the answer, each source in a line, and a note.

    A list or a timeline is cut where it would take over ``MOST_LINES`` lines, and says so.
    """
    return list(_blocks(answer, old_after_days))


def _blocks(answer: Answer, old_after_days: int) -> Iterator[Block]:
    note = notes(answer, old_after_days)
    shown = _cut(answer, MOST_LINES - bool(note))
    yield Block(tuple(run for run in answer_runs(shown) if run.text))
    if left_out := len(answer.citations) - len(shown.citations):
        yield Block((Run(say("group-more", count=left_out), italic=True),))
    yield Block(tuple(_source_lines(shown)))
    if note:
        yield Block((Run(note, italic=True),))


def _cut(answer: Answer, most: int) -> Answer:
    """As many items as fit into so many lines; anything else than items stays whole."""
    if answer.form not in _OF_ITEMS:
        return answer
    for count in range(len(answer.citations), _FEWEST_ITEMS, -1):
        shown = replace(answer, citations=answer.citations[:count])
        cut = count < len(answer.citations)
        sources = len(by_article(shown.citations))
        if len(opening(shown)) + len(lines(shown)) + cut + sources <= most:
            return shown
    return replace(answer, citations=answer.citations[:_FEWEST_ITEMS])


def _source_lines(answer: Answer) -> Iterator[Run]:
    for place, (citation, *_) in enumerate(by_article(answer.citations)):
        article = citation.article
        yield Run("\n" * bool(place) + f"[{citation.number}] ")
        yield Run(article.title, link=article.url)
        yield Run(f" · {texts.source_line(article.outlet, None, article.published)}")
