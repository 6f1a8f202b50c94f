"""Shared answers: what whoever has the link of one is shown."""

import re

from bot.answers.answer_pages import AnswerPages
from bot.layout.outgoing import Outgoing
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.state.shares import TOKEN, Shares

_START = re.compile(rf"/start(?:@\w+)?\s+(?P<token>{TOKEN.pattern})\s*", re.ASCII)


def token_in(text: str) -> str | None:
    """The token that a link to the bot hands on behind /start; None for any other text."""
    start = _START.fullmatch(text)
    return start["token"] if start else None


class SharedAnswers:
    """Answers by the tokens of those who shared them. May be shared by threads; waits for the disk.

    Every method raises StateError or a DatelineError of the index where the disk fails.
    """

    def __init__(self, shares: Shares, answers: KeptAnswers, pages: AnswerPages) -> None:
        self._shares = shares
        self._answers = answers
        self._pages = pages

    def by_token(self, token: str) -> KeptAnswer | None:
        """The answer that a token shows; None where it shows none, or no more."""
        if not TOKEN.fullmatch(token):
            return None
        key = self._shares.key_of(token)
        return self._answers.by_key(key) if key else None

    def shown(self, token: str, chat: int | None = None) -> Outgoing | None:
        """The question and its answer as they stand now, in one message; None as :meth:`by_token`.

        ``chat`` is where it will be read, as far as that is known. An article that was changed or
        removed since is not quoted any more, and it says so.
        """
        kept = self.by_token(token)
        return self._pages.shared(kept, chat) if kept else None
