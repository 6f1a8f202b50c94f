"""The conversation itself, the same in Telegram and in the terminal: a text in, a reply out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.recent_turns import TURNS, RecentTurns, Turns
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.words import texts
from bot.words.saying import say
from index.search_index import SearchIndex
from retrieval.outcomes import Outcome, Reason, Refusal, turn_of
from retrieval.query import Turn
from retrieval.service import QuestionService

_COMMAND = re.compile(r"^/(?P<name>\w+)(@\w+)?\s*(?P<rest>.*)$", re.DOTALL)
_OUTLETS_SHOWN = 20
START_HELP = "help"
"""What follows /start where a link or a button leads to the help."""
_NOTHING_TO_GO_ON_FROM = (Reason.NOT_A_QUESTION, Reason.TOO_LONG, Reason.UNREAD_OPERATOR)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply in the bot's own words; ``offers`` are questions that can be asked by a tap."""

    text: str
    offers: tuple[str, ...] = ()


Reply = Said | Outcome


class Conversation:
    """Replies to a reader's text. Blocks while it works; keeps the last turns of each chat.

    ``turns`` are kept in memory where nothing else is said, and outcomes in ``answers`` where there
    are any, so that buttons find them again. ``kept_days`` is how long messages are
    kept where the conversation is held, None where they are not. ``writes``: a language model
    elsewhere phrases the answers, which a reader is told. ``examples`` are the questions offered at
    the beginning.
    """

    def __init__(
        self,
        service: QuestionService,
        index: SearchIndex,
        turns: Turns | None = None,
        kept_days: int | None = None,
        answers: KeptAnswers | None = None,
        *,
        writes: bool = False,
        examples: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._service = service
        self._index = index
        self._turns = RecentTurns() if turns is None else turns
        self._answers = answers
        self._help = texts.help_text(writes=writes)
        self._examples = examples
        self._privacy = texts.privacy(kept_days, writes=writes)

    def reply(
        self, text: str, asked: datetime, chat: int | None = None, message: int | None = None
    ) -> Reply:
        """The reply to a message of ``chat``, which may be a command.

        ``message`` is its id, under which an outcome is kept. ``asked`` is the moment it was
        written, with the offset of the place.
        """
        return self._reply(text, asked, chat, message)

    def follow_up(
        self, text: str, asked: datetime, chat: int, message: int | None, answer: int
    ) -> Reply:
        """The reply to a message that itself replies to a message of the bot's, ``answer``.

        A question goes on from that answer, whatever the chat has spoken of since.
        """
        kept = self._answers.by_message(chat, answer) if self._answers else None
        before = (*kept.before, kept.turn)[-TURNS:] if kept else None
        return self._reply(text, asked, chat, message, before)

    def asked_otherwise(self, kept: KeptAnswer, question: str, now: datetime) -> Outcome:
        """The outcome of a question that took the place of a kept one, whose answer goes.

        It is asked after the same turns, and the chat goes on from it.
        """
        outcome = self._service.ask(question, now, kept.before)
        if self._answers is not None:
            self._answers.replace(kept.key, outcome, kept.before)
        turn = turn_of(outcome) if _can_go_on_from(outcome) else None
        self._turns.replace(kept.chat, kept.turn, turn, now)
        return outcome

    def _reply(
        self,
        text: str,
        asked: datetime,
        chat: int | None,
        message: int | None,
        before: tuple[Turn, ...] | None = None,
    ) -> Reply:
        command = _COMMAND.match(text.strip())
        if command is None:
            return self._ask(text, asked, chat, message, before)
        rest = command["rest"]
        match command["name"].lower():
            case "ask":
                if not rest:
                    return Said(say("ask-what"))
                return self._ask(rest, asked, chat, message, before)
            case "start" if rest == START_HELP:
                return Said(self._help)
            case "start":
                examples = self._examples()
                said = texts.start(self._index.summary(), examples=bool(examples))
                return Said(said, examples)
            case "new":
                self._turns.forget(chat)
                return Said(say("begun-anew"))
            case "help":
                return Said(self._help)
            case "sources":
                return Said(self._sources())
            case "privacy":
                return Said(self._privacy)
            case _:
                return Said(say("unknown-command"))

    def again_of_any_date(self, kept: KeptAnswer, now: datetime) -> Outcome:
        """Ask the question of an answer again, as of then but without its period.

        The chat goes on from there.
        """
        outcome = self._service.ask(kept.question, kept.asked, kept.before, any_date=True)
        turn = turn_of(outcome)
        if self._turns.of(kept.chat, now)[-1:] != (turn,):
            self._turns.add(kept.chat, turn, now)
        return outcome

    def _ask(
        self,
        question: str,
        asked: datetime,
        chat: int | None,
        message: int | None,
        before: tuple[Turn, ...] | None,
    ) -> Outcome:
        before = self._turns.of(chat, asked) if before is None else before
        outcome = self._service.ask(question, asked, before)
        if chat is not None and self._answers is not None:
            self._answers.keep(chat, message, outcome, before)
        if _can_go_on_from(outcome):
            self._turns.add(chat, turn_of(outcome), asked)
        return outcome

    def _sources(self) -> str:
        outlets = self._index.outlets()
        lines = [
            say("outlet-line", outlet=texts.outlet_name(outlet), count=count)
            for outlet, count in outlets[:_OUTLETS_SHOWN]
        ]
        if len(outlets) > _OUTLETS_SHOWN:
            lines.append(say("outlets-more", more=len(outlets) - _OUTLETS_SHOWN))
        return "\n".join([texts.reach(self._index.summary()), *lines])


def question_in(text: str) -> str | None:
    """The question that a message asks, with /ask or without; None for any other command."""
    command = _COMMAND.match(text.strip())
    if command is None:
        return text
    return command["rest"] or None if command["name"].lower() == "ask" else None


def _can_go_on_from(outcome: Outcome) -> bool:
    return not (isinstance(outcome, Refusal) and outcome.reason in _NOTHING_TO_GO_ON_FROM)
