"""A quick conversation instead of a model: every answer names the number of its question."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation import Conversation, Reply, Said
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from index.articles import Article
from retrieval.outcomes import Answer, Hit
from retrieval.query import Query, Turn
from tests.bot.samples import FakeIndex, answer, article, citation, passage, summary

PARTS = 3
"""The messages of the answer to a long question."""


class Reports(FakeIndex):
    """Two articles for every number: one is quoted, the other shown by ▶."""

    def __init__(self) -> None:
        super().__init__(summary())

    def ask(
        self, question: str, asked: datetime, turns: Sequence[Turn] = (), *, any_date: bool = False
    ) -> Answer:
        """Answer ``question 7`` with ``answer_7_part_0``."""
        number = _number(question)
        time.sleep(number % 5 / 1000)
        quoted, next_one = _report(f"answer_{number}"), _report(f"further_{number}")
        hit = Hit(1, passage(next_one, next_one.body, next_one.body), next_one, 0.5, 0.8, None)
        said = answer(citation(quoted, quoted.body))
        return replace(said, query=Query(question, question, asked), further=(hit,))

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        """All there could be."""
        return {one: _report(one) for one in article_ids}


class Telling(Conversation):
    """That conversation; ``long question 7`` has three messages for an answer.

    Each is one word, so that none is cut.
    """

    def __init__(self, state: Database) -> None:
        reports = Reports()
        super().__init__(reports, reports, KeptTurns(state), 30, KeptAnswers(state))

    def reply(
        self, text: str, asked: datetime, chat: int | None = None, message: int | None = None
    ) -> Reply:
        """The reply to a question."""
        if not text.startswith("long"):
            return super().reply(text, asked, chat, message)
        lines = [f"{'x' * 3000}answer_{_number(text)}_part_{part}" for part in range(PARTS)]
        return Said("\n".join(lines))


def _number(text: str) -> int:
    return int(text.split()[-1])


def _report(name: str) -> Article:
    return article(id=name, title="Log", body=f"{name}_part_0 stands here.", url=None)
