"""The conversation itself, the same in Telegram and in the terminal: a text in, a reply out."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.recent_turns import RecentTurns, Turns
from bot.saying import say
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from index.search_index import SearchIndex
from retrieval.outcomes import Outcome, Reason, Refusal, turn_of
from retrieval.service import QuestionService

_COMMAND = re.compile(r"^/(?P<name>\w+)(@\w+)?\s*(?P<rest>.*)$", re.DOTALL)
_OUTLETS_SHOWN = 20
_NOTHING_TO_GO_ON_FROM = (Reason.NOT_A_QUESTION, Reason.TOO_LONG, Reason.UNREAD_OPERATOR)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply in the bot's own words."""

    text: str


Reply = Said | Outcome


class Conversation:
    """Replies to a reader's text. Blocks while it works; keeps the last turns of each chat.

    ``turns`` are kept in memory where nothing else is said, and outcomes in ``answers`` where there
    are any, so that buttons find them again. ``kept_days`` is how long messages are
    kept where the conversation is held, None where they are not. ``writes``: a language model
    elsewhere phrases the answers, which a reader is told.
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
    ) -> None:
        self._service = service
        self._index = index
        self._turns = RecentTurns() if turns is None else turns
        self._answers = answers
        self._help = texts.help_text(writes=writes)
        self._privacy = texts.privacy(kept_days, writes=writes)

    def reply(
        self, text: str, asked: datetime, chat: int | None = None, message: int | None = None
    ) -> Reply:
        """The reply to a message of ``chat``, which may be a command.

        ``message`` is its id, under which an outcome is kept. ``asked`` is the moment it was
        written, with the offset of the place.
        """
        command = _COMMAND.match(text.strip())
        if command is None:
            return self._ask(text, asked, chat, message)
        rest = command["rest"]
        match command["name"].lower():
            case "ask":
                return self._ask(rest, asked, chat, message) if rest else Said(say("ask-what"))
            case "start":
                return Said(texts.start(self._index.summary()))
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
        self, question: str, asked: datetime, chat: int | None, message: int | None
    ) -> Outcome:
        before = self._turns.of(chat, asked)
        outcome = self._service.ask(question, asked, before)
        if chat is not None and self._answers is not None:
            self._answers.keep(chat, message, outcome, before)
        if not (isinstance(outcome, Refusal) and outcome.reason in _NOTHING_TO_GO_ON_FROM):
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
