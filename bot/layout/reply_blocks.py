"""A reply laid out for Telegram: paragraphs of formatted runs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from bot.conversation import Reply, Said
from bot.layout.excerpts import Excerpt
from bot.layout.one_line import stretches
from bot.layout.passage_blocks import by_article, by_passage, passage_blocks
from bot.layout.rich_text import Block, Run
from bot.words import texts
from bot.words.answer_texts import goes_on, lines, opening
from bot.words.refusal_texts import nearest_title, refusal_lines
from bot.words.saying import say
from bot.words.understood_texts import understood
from index.articles import Article
from retrieval.outcomes import Answer, Citation, Headline, Refusal

_NUMBER = re.compile(r"(\[\d+\])")


def reply_blocks(reply: Reply, old_after_days: int) -> list[Block]:
    """The blocks of any reply."""
    match reply:
        case Said():
            return said_blocks(reply)
        case Answer():
            return answer_blocks(reply, old_after_days)
        case Refusal():
            return list(_refusal(reply))


def said_blocks(said: Said) -> list[Block]:
    """The blocks of the bot's own words, a paragraph each."""
    return [Block((Run(paragraph),)) for paragraph in said.text.split("\n\n")]


def answer_blocks(
    answer: Answer, old_after_days: int, excerpts: Mapping[str, Excerpt] | None = None
) -> list[Block]:
    """The blocks of an answer; ``excerpts``, by the id of the article, are shown around its quotes.

    Without them it is kept short, and what a language model wrote stands above the quotes alone.
    """
    return list(_answer(answer, old_after_days, excerpts))


def _answer(
    answer: Answer, old_after_days: int, excerpts: Mapping[str, Excerpt] | None
) -> Iterator[Block]:
    if answer.written:
        yield Block(tuple(_written_runs(answer)))
        yield Block((Run(say("written"), italic=True),))
    else:
        yield Block(tuple(run for run in answer_runs(answer) if run.text))
    passages = [group for of in by_article(answer.citations) for group in by_passage(of)]
    for citations in by_article(answer.citations):
        yield Block(tuple(_source_runs(citations[0])))
        if excerpts is not None:
            excerpt, folded = excerpts[citations[0].article.id], len(passages) > 1
            yield from passage_blocks(citations, excerpt, folded=folded)
        elif answer.written:
            yield Block((Run("\n".join(one.quote for one in citations)),), quoted=True)
    if note := notes(answer, old_after_days):
        yield Block((Run(note, italic=True),))


def notes(answer: Answer, old_after_days: int) -> str:
    """How the question was understood and how far the articles reach, where that is to be said."""
    return " ".join(filter(None, (understood(answer), texts.corpus_end(answer, old_after_days))))


def answer_runs(answer: Answer) -> Iterator[Run]:
    """What is read first: the quotes with their numbers, the words that answer bold.

    The bot's own words stand in italics, as in all of an answer.
    """
    above = opening(answer)
    if above:
        yield Run("\n".join(above), italic=True)
    for place, line in enumerate(lines(answer)):
        yield Run("\n" if above or place else "")
        yield Run(line.label, italic=True)
        yield Run(line.joint)
        for citation, following in zip_longest(line.citations, line.citations[1:]):
            for stretch in stretches(citation):
                yield Run(stretch.text, bold=stretch.answers)
            if not goes_on(citation, following):
                yield Run(" ")
                yield Run(f"[{citation.number}]", link=citation.article.url)
            yield Run(" " if following else "")


def _written_runs(answer: Answer) -> Iterator[Run]:
    """What a language model wrote, each number linked."""
    links = {f"[{one.number}]": one.article.url for one in answer.citations}
    for piece in filter(None, _NUMBER.split(answer.text)):
        yield Run(piece, link=links.get(piece))


def _source_runs(citation: Citation) -> Iterator[Run]:
    yield Run(f"[{citation.number}] ")
    yield from article_runs(citation.article, citation.also_in)


def article_runs(article: Article, also_in: Sequence[Headline]) -> Iterator[Run]:
    """An article named: its headline, where and when it was printed, and who printed it as well.

    A headline is a link and not bold: bold is for the words that answer.
    """
    yield Run(article.title, bold=article.url is None, link=article.url)
    yield Run(f"\n{texts.source_line(article.outlet, article.byline, article.published)}")
    if copies := texts.also_in(article, also_in):
        yield Run(f"\n{copies}")


def _refusal(refusal: Refusal) -> Iterator[Block]:
    yield Block((Run("\n".join(refusal_lines(refusal))),))
    if refusal.nearest:
        runs = [Run(nearest_title(refusal))]
        for headline in refusal.nearest:
            runs += _headline_runs(headline)
        yield Block(tuple(runs))


def _headline_runs(headline: Headline) -> list[Run]:
    line = texts.source_line(headline.outlet, None, headline.published)
    return [Run("\n• "), Run(headline.title, link=headline.url), Run(f"\n{line}")]
