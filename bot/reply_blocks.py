"""A reply laid out for Telegram: paragraphs of formatted runs."""

import re
from collections.abc import Iterator

from bot import texts
from bot.conversation import Reply, Said
from bot.rich_text import Block, Run
from bot.understood_texts import understood
from retrieval.outcomes import Answer, Citation, Headline, Refusal

_NUMBER = re.compile(r"(\[\d+\])")


def reply_blocks(reply: Reply, old_after_days: int) -> list[Block]:
    """The blocks of any reply."""
    match reply:
        case Said(text):
            return [Block((Run(paragraph),)) for paragraph in text.split("\n\n")]
        case Answer():
            return list(_answer(reply, old_after_days))
        case Refusal():
            return list(_refusal(reply))


def _answer(answer: Answer, old_after_days: int) -> Iterator[Block]:
    if answer.written:
        yield Block(tuple(_written_runs(answer)))
        yield Block((Run(texts.WRITTEN, italic=True),))
    else:
        yield Block(tuple(_quote_runs(answer)))
    for citations in _by_passage(answer.citations):
        article = citations[0].article
        line = texts.source_line(article.outlet, article.byline, article.published)
        copies = texts.also_in(article, citations[0].also_in)
        yield Block(
            (
                Run(f"[{citations[0].number}] "),
                Run(article.title, bold=True, link=article.url),
                Run(f"\n{line}" + (f"\n{copies}" if copies else "")),
            )
        )
        yield Block(tuple(_passage_runs(citations)), quoted=True)
    if note := understood(answer):
        yield Block((Run(note, italic=True),))
    if note := texts.corpus_end(answer, old_after_days):
        yield Block((Run(note, italic=True),))


def _quote_runs(answer: Answer) -> Iterator[Run]:
    """The quotes, each with its number."""
    for place, citation in enumerate(answer.citations):
        yield Run((" " if place else "") + " ".join(citation.quote.split()) + " ")
        yield Run(f"[{citation.number}]", link=citation.article.url)


def _written_runs(answer: Answer) -> Iterator[Run]:
    """What a language model wrote, each number linked."""
    links = {f"[{one.number}]": one.article.url for one in answer.citations}
    for piece in filter(None, _NUMBER.split(answer.text)):
        yield Run(piece, link=links.get(piece))


def _by_passage(citations: tuple[Citation, ...]) -> list[list[Citation]]:
    """Citations grouped by the passage they stand in, in the order of their first mention."""
    groups: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.article.id, citation.passage.start), []).append(citation)
    return list(groups.values())


def _passage_runs(citations: list[Citation]) -> Iterator[Run]:
    """The passage, with the cited sentences bold."""
    passage = citations[0].passage
    position = passage.start
    for citation in sorted(citations, key=lambda one: one.start):
        if citation.start > position:
            yield Run(citation.article.body[position : citation.start])
        yield Run(citation.quote, bold=True)
        position = citation.end
    if position < passage.end:
        yield Run(citations[0].article.body[position : passage.end])


def _refusal(refusal: Refusal) -> Iterator[Block]:
    yield Block((Run(texts.refusal(refusal)),))
    if refusal.nearest:
        runs = [Run(texts.NEAREST_TITLE)]
        for headline in refusal.nearest:
            runs += _headline_runs(headline)
        yield Block(tuple(runs))


def _headline_runs(headline: Headline) -> list[Run]:
    line = texts.source_line(headline.outlet, None, headline.published)
    return [Run("\n• "), Run(headline.title, link=headline.url), Run(f" ({line})")]
