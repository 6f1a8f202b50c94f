"""The pages of an answer laid out: with its passages, one further passage, or what became of it."""

from collections.abc import Iterable, Sequence

from bot.excerpts import Excerpt
from bot.reply_blocks import answer_blocks, article_runs, excerpt_block, rest_of
from bot.restoring import Gone
from bot.rich_text import Block, Run, to_messages
from bot.saying import say
from index.articles import Article
from retrieval.outcomes import Answer, Headline


def question_block(question: str) -> Block:
    """A question, above an answer that does not stand below it."""
    return Block((Run(say("asked", question=" ".join(question.split())), italic=True),))


def with_notices(answer: Answer | None, gone: Iterable[Gone], old_after_days: int) -> list[Block]:
    """What still stands of an answer, and what became of the rest."""
    blocks = answer_blocks(answer, old_after_days) if answer else []
    return [*blocks, *(notice(one) for one in gone)]


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
    for count in range(len(blocks) - 1, 0, -1):
        shorter = to_messages([*blocks[:count], rest])
        if len(shorter) == 1:
            return shorter[0]
    return messages[0]


def _place(page: int, pages: int) -> str:
    return say("page-of", page=page, pages=pages)
