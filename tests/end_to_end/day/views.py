"""What each view of an answer is to look like, laid out from the outcome itself."""

from collections.abc import Sequence

from bot.answers.restoring import headlines
from bot.conversation import Conversation, Said
from bot.layout.compact_blocks import compact_blocks
from bot.layout.excerpts import excerpt
from bot.layout.page_blocks import further_blocks, passages_of, question_block
from bot.layout.press_data import View
from bot.layout.reply_blocks import answer_blocks, reply_blocks, said_blocks
from bot.layout.rich_text import Block, Run
from bot.words.saying import say
from retrieval.outcomes import Answer, Outcome
from tests.bot.samples import ASKED
from tests.end_to_end.day.newsroom import Examples, Newsroom

OLD_AFTER_DAYS = 7
_ALL = 10_000
_NEWSROOM = Newsroom()
_QUESTIONS = tuple(one.question for one in Examples().find(ASKED))
_OFFLINE = Conversation(_NEWSROOM, _NEWSROOM, kept_days=30, examples=lambda: _QUESTIONS)


def short(outcome: Outcome, chat: int | None) -> list[Block]:
    """An answer or a refusal as it is sent first; None is a chat that the bot does not know."""
    if isinstance(outcome, Answer) and (chat is None or chat < 0):
        return compact_blocks(outcome, OLD_AFTER_DAYS)
    return reply_blocks(outcome, OLD_AFTER_DAYS)


def of_view(outcome: Outcome, view: View, chat: int) -> list[Block]:
    """An answer as it reads after a press."""
    if not isinstance(outcome, Answer) or view == View():
        return short(outcome, chat)
    if view.full:
        return answer_blocks(outcome, OLD_AFTER_DAYS, passages_of(outcome, _ALL))
    hit = outcome.further[view.page - 2]
    part = excerpt(hit.article.body, (), [(hit.passage.start, hit.passage.end)], (), _ALL)
    also_in = headlines(_NEWSROOM.copies(hit.article.id))
    return further_blocks(hit.article, also_in, part, view.page, 1 + len(outcome.further))


def below_question(question: str, blocks: Sequence[Block]) -> list[Block]:
    """An answer under the question that nobody wrote there."""
    return [question_block(question), *blocks]


def as_card(outcome: Outcome) -> list[Block]:
    """What choosing an inline result sends."""
    words = " ".join(outcome.query.as_asked.split())
    return [Block((Run(say("quoted", words=words), bold=True),)), *short(outcome, None)]


def said(text: str) -> list[Block]:
    """The bot's own words."""
    return said_blocks(Said(text))


def to_command(command: str) -> list[Block]:
    """What the bot says to a command."""
    reply = _OFFLINE.reply(command, ASKED)
    assert isinstance(reply, Said)
    return said_blocks(reply)
