"""What stands in the messages of an answer: at first, and after each press of a button below it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answers.restoring import Gone, headlines, restored, unchanged
from bot.layout.compact_blocks import compact_blocks
from bot.layout.excerpts import Excerpt, excerpt
from bot.layout.keyboards import keyboard_of, pages_of, reading_on
from bot.layout.outgoing import Keyboard, Outgoing
from bot.layout.page_blocks import (
    further_blocks,
    gone_blocks,
    in_one_message,
    notice,
    passages_of,
    question_block,
    quoted,
)
from bot.layout.passage_blocks import by_article
from bot.layout.press_data import View
from bot.layout.reply_blocks import answer_blocks, reply_blocks
from bot.layout.rich_text import Block, to_messages
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.state.kept_outcomes import KeptQuotes
from bot.state.shown_words import ShownWords
from index.articles import Article
from index.stored import Copy
from retrieval.outcomes import Answer, Outcome

_WORDS_AROUND = (10_000, 400, 200, 100, 50, 0)
"""How many words of an article are tried around its quotes until all fits into one message."""


class Articles(Protocol):
    """What pages ask of an index."""

    def articles(self, article_ids: Sequence[str]) -> Mapping[str, Article]:
        """The articles of these ids; one that has gone since is left out."""

    def copies(self, article_id: str) -> Iterable[Copy]:
        """The other articles of an article's story, the earliest first."""


@dataclass(frozen=True, slots=True)
class _Page:
    blocks: list[Block]
    url: str | None
    stands: bool = True


class AnswerPages:
    """Lays out answers that are kept. May be shared by threads; waits for the disk.

    Every method raises StateError or a DatelineError of the index where the disk fails.
    """

    def __init__(
        self, answers: KeptAnswers, shown: ShownWords, index: Articles, old_after_days: int
    ) -> None:
        self._answers = answers
        self._shown = shown
        self._index = index
        self._old_after_days = old_after_days

    def first(self, outcome: Outcome, chat: int, question_message: int) -> list[Outgoing]:
        """The messages of the reply to a reader's message, with buttons where it is kept.

        What was asked by a press, which nobody wrote, stands above its answer.
        """
        kept = self._answers.by_question(chat, question_message)
        blocks = self._short(outcome, chat)
        htmls = to_messages([*_question(kept), *blocks] if kept else blocks)
        if kept is None:
            return [Outgoing(html) for html in htmls]
        url = None
        if isinstance(outcome, Answer):
            self._show_quotes(chat, outcome)
            url = outcome.citations[0].article.url
        *before, last = htmls
        keyboard = keyboard_of(kept, View(), url)
        return [
            *(Outgoing(html, answer=kept.key) for html in before),
            Outgoing(last, keyboard, kept.key),
        ]

    def page(self, kept: KeptAnswer, view: View) -> Outgoing:
        """The message that carries the buttons, as it reads in this view.

        Of an answer that was sent in several messages it is the last.
        """
        view = _existing(kept, view)
        page = self._page(kept, view, kept.chat)
        keyboard = keyboard_of(kept, view, page.url, stands=page.stands)
        blocks = [*_question(kept), *page.blocks]
        messages = to_messages(blocks)
        as_sent = view == View() and len(messages) == len(kept.messages)
        html = messages[-1] if as_sent else in_one_message(blocks)
        return Outgoing(html, keyboard, kept.key)

    def shared(self, kept: KeptAnswer, chat: int | None) -> Outgoing:
        """The question and the answer as they stand now, for somebody else, read in ``chat``.

        Where that is None, what is shown counts in no chat.
        """
        page = self._page(kept, View(), chat)
        blocks = [question_block(kept.question), *page.blocks]
        return Outgoing(in_one_message(blocks), reading_on(kept, page.url))

    def keyboard(self, kept: KeptAnswer, view: View) -> Keyboard:
        """The buttons below a view, as :meth:`page` has them."""
        view, outcome = _existing(kept, view), kept.outcome
        if not isinstance(outcome, KeptQuotes):
            return keyboard_of(kept, view, None)
        if view.page > 1:
            sources = [outcome.further[view.page - 2].source]
        else:
            sources = [one.source for one in outcome.quotes]
        articles = self._index.articles([one.article for one in sources])
        standing = [one for one in sources if unchanged(one, articles)]
        article = articles.get((standing or sources)[0].article)
        return keyboard_of(kept, view, article.url if article else None, stands=bool(standing))

    def _page(self, kept: KeptAnswer, view: View, chat: int | None) -> _Page:
        outcome = kept.outcome
        if not isinstance(outcome, KeptQuotes):
            return _Page(reply_blocks(outcome, self._old_after_days), None)
        if view.page > 1:
            return self._further(kept.chat, outcome, view.page, pages_of(kept))
        articles = self._index.articles([one.source.article for one in outcome.quotes])
        stands = restored(outcome, articles, self._index.copies)
        if stands.answer is None:
            return _Page([notice(one) for one in stands.gone], _url(stands.gone[0]), stands=False)
        if chat is not None:
            self._show_quotes(chat, stands.answer)
        url = stands.answer.citations[0].article.url
        if view.full:
            return _Page(self._full(kept.chat, stands.answer, stands.gone), url)
        notices = [notice(one) for one in stands.gone]
        return _Page([*self._short(stands.answer, chat), *notices], url)

    def _short(self, outcome: Outcome, chat: int | None) -> list[Block]:
        """An outcome without passages; an answer is shorter in a group, whose id is below 0."""
        if (chat is None or chat < 0) and isinstance(outcome, Answer):
            return compact_blocks(outcome, self._old_after_days)
        return reply_blocks(outcome, self._old_after_days)

    def _further(self, chat: int, outcome: KeptQuotes, page: int, pages: int) -> _Page:
        passage = outcome.further[page - 2]
        name = passage.source.article
        articles = self._index.articles([name])
        article = unchanged(passage.source, articles)
        if article is None:
            gone = Gone(passage.source, articles.get(name))
            return _Page(gone_blocks(gone, page, pages), _url(gone))
        wanted = [(passage.start, passage.end)]
        also_in = headlines(self._index.copies(name))
        for words in _WORDS_AROUND:
            part = excerpt(article.body, (), wanted, (), words)
            if len(to_messages(further_blocks(article, also_in, part, page, pages))) == 1:
                break
        shown = _both(self._shown.show(chat, article, (), part.parts), part)
        return _Page(further_blocks(article, also_in, shown, page, pages), article.url)

    def _full(self, chat: int, answer: Answer, gone: Sequence[Gone]) -> list[Block]:
        """The answer with the passages it quotes from, as much of them as may be shown and fits."""
        notices = [notice(one) for one in gone]
        grouped = {one[0].article.id: one for one in by_article(answer.citations)}
        for words in _WORDS_AROUND:
            parts = passages_of(answer, words)
            blocks = answer_blocks(answer, self._old_after_days, parts)
            if len(to_messages([*blocks, *notices])) == 1:
                break
        shown = {
            name: _both(
                self._shown.show(chat, of[0].article, quoted(of), parts[name].parts), parts[name]
            )
            for name, of in grouped.items()
        }
        return [*answer_blocks(answer, self._old_after_days, shown), *notices]

    def _show_quotes(self, chat: int, answer: Answer) -> None:
        for citations in by_article(answer.citations):
            self._shown.show(chat, citations[0].article, quoted(citations))


def _question(kept: KeptAnswer) -> list[Block]:
    return [question_block(kept.question)] if kept.is_by_press else []


def _existing(kept: KeptAnswer, view: View) -> View:
    """The view, or the last page where another outcome has taken the answer's place meanwhile."""
    page = min(view.page, pages_of(kept))
    return View(page, view.full and page == 1)


def _both(allowed: Excerpt, wanted: Excerpt) -> Excerpt:
    return Excerpt(allowed.parts, allowed.cut or wanted.cut)


def _url(gone: Gone) -> str | None:
    return gone.now.url if gone.now else None
