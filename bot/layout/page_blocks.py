"""The pages of an answer laid out: with its passages, one further passage, or what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.restoring import Gone
from bot.layout.excerpts import Excerpt, excerpt
from bot.layout.passage_blocks import around, by_article, by_passage, excerpt_block, rest_of
from bot.layout.reply_blocks import article_runs
from bot.layout.rich_text import Block, Run, to_messages
from bot.words.saying import say
from index.articles import Article
from index.sentences import Span
from retrieval.outcomes import Answer, Citation, Headline


def passages_of(answer: Answer, words: int) -> dict[str, Excerpt]:
    """The passages that an answer quotes from, by the id of their article.

    Of each article the quotes, and so many words around them.
    """
    return {one[0].article.id: _around(one, words) for one in by_article(answer.citations)}


def quoted(citations: Iterable[Citation]) -> list[Span]:
    """Where the quotes stand."""
    return [(one.start, one.end) for one in citations]


def question_block(question: str) -> Block:
    """A question, above an answer that does not stand below it."""
    return Block((Run(say("asked", question=" ".join(question.split())), italic=True),))


def further_blocks(
    article: Article, also_in: Sequence[Headline], excerpt: Excerpt, page: int, pages: int
) -> list[Block]:
    """One further passage under its source, with its place among the pages."""
    above = Block((Run(f"{_place(page, pages)}\n", italic=True), *article_runs(article, also_in)))
    if excerpt.parts:
        return [above, excerpt_block(article, excerpt)]
    return [above, Block((Run(rest_of(article, goes_on=False), italic=True),))]


def gone_blocks(gone: Gone, page: int, pages: int) -> list[Block]:
    """The page of a passage that stands there no longer."""
    return [Block((Run(_place(page, pages), italic=True),)), notice(gone)]


def notice(gone: Gone) -> Block:
    """That an article was changed or removed; of a removed one nothing is shown any more."""
    if gone.now is None:
        return Block((Run(say("article-removed"), italic=True),))
    return Block((Run(f"{say('article-changed')}\n", italic=True), *article_runs(gone.now, ())))


def in_one_message(blocks: Sequence[Block]) -> str:
    """As many of the blocks as fit into one message; where some are left out, it says so."""
    messages = to_messages(blocks)
    if len(messages) == 1:
        return messages[0]
    rest = Block((Run(say("rest-left-out"), italic=True),))
    shorter = [blocks[:count] for count in range(len(blocks) - 1, 0, -1)]
    first = blocks[0]
    runs = [first.runs[:count] for count in range(len(first.runs) - 1, 0, -1)]
    for some in (*shorter, *([replace(first, runs=one)] for one in runs)):
        fitting = to_messages([*some, rest])
        if len(fitting) == 1:
            return fitting[0]
    return messages[0]


def _around(citations: Sequence[Citation], words: int) -> Excerpt:
    quotes = quoted(citations)
    wanted = [around(group) for group in by_passage(citations)]
    return excerpt(citations[0].article.body, quotes, wanted, quotes, words)


def _place(page: int, pages: int) -> str:
    return say("page-of", page=page, pages=pages)
