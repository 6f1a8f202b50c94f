"""The cards of an inline query, and the message that choosing one sends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.layout.compact_blocks import compact_blocks
from bot.layout.outgoing import Outgoing
from bot.layout.page_blocks import question_block
from bot.layout.reply_blocks import reply_blocks
from bot.layout.rich_text import Block, to_messages
from bot.telegram.sending import markup
from bot.words import texts
from bot.words.refusal_texts import refusal_lines
from bot.words.saying import say
from retrieval.article_search import FoundArticle
from retrieval.outcomes import Answer, Outcome, Refusal

LONGEST_TITLE = 200
LONGEST_SNIPPET = 240
_ID_BYTES = 16
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def article_cards(
    found: Iterable[FoundArticle], old_after_days: int
) -> list[InlineQueryResultArticle]:
    """A card an article: headline, outlet and day, the best sentence."""
    cards: dict[str, InlineQueryResultArticle] = {}
    for one in found:
        article, citations = one.answer.citations[0].article, one.answer.citations
        source = texts.source_line(article.outlet, None, article.published)
        card = _card(
            [article.id, *(f"{citation.start}:{citation.end}" for citation in citations)],
            article.title,
            f"{source}\n{one.best}",
            one.answer,
            old_after_days,
        )
        cards.setdefault(card.id, card)
    return list(cards.values())


def refusal_card(refusal: Refusal, old_after_days: int) -> InlineQueryResultArticle:
    """The card that says why there is none, and what was searched."""
    first, *more = refusal_lines(refusal)
    nearest = [one.title for one in refusal.nearest[:1]]
    named = [refusal.reason, refusal.query.as_asked]
    return _card(named, first, "\n".join([*more, *nearest]), refusal, old_after_days)


def shared_card(token: str, question: str, message: Outgoing) -> InlineQueryResultArticle:
    """The card of an answer that somebody has shared, its question as headline."""
    return _card_of([token], question, say("inline-shared"), message.html, markup(message.keyboard))


def message_of(outcome: Outcome, old_after_days: int) -> str:
    """The question and the outcome in HTML, in one message: quotes that find no room are left out.

    Where not even one does, the headlines say where to read on.
    """
    question = question_block(outcome.query.as_asked)
    for blocks in _ever_shorter(outcome, old_after_days):
        messages = to_messages([question, *blocks])
        if len(messages) == 1:
            return messages[0]
    return to_messages([question])[0]


def _ever_shorter(outcome: Outcome, old_after_days: int) -> Iterable[Sequence[Block]]:
    if isinstance(outcome, Refusal):
        blocks = reply_blocks(outcome, old_after_days)
        yield blocks
        yield blocks[:1]
        return
    blocks = compact_blocks(outcome, old_after_days)
    yield blocks
    for count in range(len(outcome.citations) - 1, 0, -1):
        yield compact_blocks(_of_first(outcome, count), old_after_days)
    yield blocks[1:]


def _of_first(answer: Answer, count: int) -> Answer:
    return replace(answer, citations=answer.citations[:count])


def _card(
    named: Sequence[str], title: str, description: str, outcome: Outcome, old_after_days: int
) -> InlineQueryResultArticle:
    html = message_of(outcome, old_after_days)
    return _card_of([*named, outcome.query.as_asked], title, description, html)


def _card_of(
    named: Sequence[str],
    title: str,
    description: str,
    html: str,
    keyboard: InlineKeyboardMarkup | None = None,
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=_id(named),
        title=_shortened(_line(title), LONGEST_TITLE) or say("outlet-unknown"),
        input_message_content=InputTextMessageContent(
            html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW
        ),
        reply_markup=keyboard,
        description=_shortened(description, LONGEST_SNIPPET),
    )


def _id(named: Sequence[str]) -> str:
    """The same for what is the same, in 32 letters: Telegram takes 64 bytes."""
    return blake2b("\0".join(named).encode(), digest_size=_ID_BYTES).hexdigest()


def _line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
