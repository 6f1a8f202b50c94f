"""A bot whose answers are kept, over a few invented sentences instead of a model."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation import Conversation
from bot.example_shelf import Background, ExampleShelf
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from index.articles import Article
from retrieval.examples.choosing import Example
from retrieval.outcomes import Outcome, Reason
from retrieval.query import Query, Turn
from tests.bot.samples import (
    NOBODY,
    SANK,
    SECOND,
    SIXTY,
    VALVE,
    FakeIndex,
    answer,
    article,
    citation,
    refusal,
    summary,
)
from tests.end_to_end.telegram_stage import Stage, on_stage

QUOTES = {
    "What sank?": SANK,
    "Who was aboard?": NOBODY,
    "Why did it sink?": VALVE,
    "What takes over?": SECOND,
    "And how many?": SIXTY,
}
LONG = "Tell me all of it"
"""A question that is answered in several messages."""


class LibraryService:
    """Answers the questions above from one article; keeps what it was asked, and after what."""

    def __init__(self, of: Article) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.fault: Exception | None = None
        self.wait: Callable[[], object] = lambda: None
        self._article = of
        quotes = [f"Ferry {number} sails to {'x' * 600} at dawn." for number in range(15)]
        self.long = article(id="long", body=" ".join(quotes), url=None)

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Outcome:
        self.asked.append((question, tuple(turn.searched for turn in turns)))
        self.wait()
        if self.fault is not None:
            raise self.fault
        query = Query(question, question, asked)
        if question == LONG:
            quotes = self.long.body.replace("dawn. ", "dawn.\n").split("\n")
            return replace(answer(*(citation(self.long, one) for one in quotes)), query=query)
        if question in QUOTES:
            return replace(answer(citation(self._article, QUOTES[question])), query=query)
        reason = Reason.WEAK_EVIDENCE if "?" in question else Reason.NOT_A_QUESTION
        return replace(refusal(reason=reason), query=query)


class Library:
    """The parts of such a bot; ``index`` has its articles, and ``stage`` its readers."""

    def __init__(self) -> None:
        self.article = article()
        self.index = FakeIndex(summary())
        self.service = LibraryService(self.article)
        for stored in (self.article, self.service.long):
            self.index.stored[stored.id] = stored
        self.examples = ExampleShelf(Ready(), Background(), lambda: 1, UTC)
        self.examples.refresh()
        self.stage: Stage

    def conversation(self, state: Database) -> Conversation:
        return Conversation(
            self.service,
            self.index,
            KeptTurns(state),
            30,
            KeptAnswers(state),
            examples=self.examples.questions,
        )


class Ready:
    """Examples that need no search."""

    def find(self, now: datetime) -> list[Example]:
        return [Example(question, "ferry") for question in list(QUOTES)[:3]]

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        return list(examples)


@asynccontextmanager
async def library(mode: str, **more: object) -> AsyncIterator[Library]:
    """Such a bot on a stage."""
    made = Library()
    more = {"corpus": made.index, "examples": made.examples, **more}
    async with on_stage(made.conversation, mode, **more) as stage:
        made.stage = stage
        yield made
