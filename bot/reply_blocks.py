"""A reply laid out for Telegram: paragraphs of formatted runs."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from bot import texts
from bot.answer_texts import lines, opening
from bot.conversation import Reply, Said
from bot.one_line import stretches
from bot.refusal_texts import nearest_title, refusal_lines
from bot.rich_text import Block, Run
from bot.saying import say
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
        yield Block((Run(say("written"), italic=True),))
    else:
        yield Block(tuple(run for run in _answer_runs(answer) if run.text))
    for citations in _grouped(answer.citations, lambda one: one.article.id):
        yield Block(tuple(_source_runs(citations[0])))
        for of_passage in _grouped(citations, lambda one: one.passage.start):
            yield Block(tuple(_passage_runs(of_passage)), quoted=True)
    if note := understood(answer):
        yield Block((Run(note, italic=True),))
    if note := texts.corpus_end(answer, old_after_days):
        yield Block((Run(note, italic=True),))


def _answer_runs(answer: Answer) -> Iterator[Run]:
    """What is read first: the quotes with their numbers, the words that answer bold."""
    above = opening(answer)
    if above:
        yield Run("\n".join(above))
    for place, line in enumerate(lines(answer)):
        yield Run("\n" if above or place else "")
        yield Run(line.label, italic=True)
        yield Run(line.joint)
        for citation in line.citations:
            yield Run(" " if citation is not line.citations[0] else "")
            for stretch in stretches(citation):
                yield Run(stretch.text, bold=stretch.answers)
            yield Run(" ")
            yield Run(f"[{citation.number}]", link=citation.article.url)


def _written_runs(answer: Answer) -> Iterator[Run]:
    """What a language model wrote, each number linked."""
    links = {f"[{one.number}]": one.article.url for one in answer.citations}
    for piece in filter(None, _NUMBER.split(answer.text)):
        yield Run(piece, link=links.get(piece))


def _source_runs(citation: Citation) -> Iterator[Run]:
    article = citation.article
    yield Run(f"[{citation.number}] ")
    yield Run(article.title, bold=True, link=article.url)
    yield Run(f"\n{texts.source_line(article.outlet, article.byline, article.published)}")
    if copies := texts.also_in(article, citation.also_in):
        yield Run(f"\n{copies}")


def _grouped(
    citations: Iterable[Citation], key: Callable[[Citation], Hashable]
) -> list[list[Citation]]:
    """Those of one key together, in the order of their first mention."""
    groups: dict[Hashable, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(key(citation), []).append(citation)
    return list(groups.values())


def _passage_runs(citations: Sequence[Citation]) -> Iterator[Run]:
    """The passage, with the cited sentences bold."""
    passage, body = citations[0].passage, citations[0].article.body
    position = min(passage.start, *(one.start for one in citations))
    for citation in sorted(citations, key=lambda one: one.start):
        if citation.start > position:
            yield Run(body[position : citation.start])
        yield Run(body[max(position, citation.start) : citation.end], bold=True)
        position = max(position, citation.end)
    if position < passage.end:
        yield Run(body[position : passage.end])


def _refusal(refusal: Refusal) -> Iterator[Block]:
    yield Block((Run("\n".join(refusal_lines(refusal))),))
    if refusal.nearest:
        runs = [Run(nearest_title(refusal))]
        for headline in refusal.nearest:
            runs += _headline_runs(headline)
        yield Block(tuple(runs))


def _headline_runs(headline: Headline) -> list[Run]:
    line = texts.source_line(headline.outlet, None, headline.published)
    return [Run("\n• "), Run(headline.title, link=headline.url), Run(f" ({line})")]
