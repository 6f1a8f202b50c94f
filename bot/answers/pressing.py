"""What a press of a button below an answer does; it may be done again, and changes nothing then."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.answers.answer_pages import AnswerPages
from bot.layout.keyboards import may_be_of_any_date, reasons_of
from bot.layout.outgoing import Keyboard, Outgoing
from bot.layout.press_data import Act, Press, View
from bot.state.feedback import Feedback, Verdict
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.words.saying import say
from retrieval.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a press comes to: how the message reads then, or its buttons alone, and a toast."""

    message: Outgoing | None = None
    keyboard: Keyboard | None = None
    toast: str | None = None


class AsksAgain(Protocol):
    """Asks questions anew; blocks while it works."""

    def again_of_any_date(self, kept: KeptAnswer, now: datetime) -> Outcome:
        """The outcome of a kept answer's question without its period."""


class Pressing:
    """Does what buttons ask for. May be shared by threads; waits for disk and model."""

    def __init__(
        self,
        answers: KeptAnswers,
        pages: AnswerPages,
        feedback: Feedback,
        conversation: AsksAgain,
    ) -> None:
        self._answers = answers
        self._pages = pages
        self._feedback = feedback
        self._conversation = conversation

    def press(self, press: Press, chat: int, reader: int, now: datetime) -> Pressed:
        """Do it, for a reader in a chat.

        Raises:
            StateError, DatelineError: the disk failed.
        """
        kept = self._answers.by_key(press.key)
        if kept is None or kept.chat != chat:
            return Pressed(toast=say("press-expired"))
        match press.act:
            case Act.SHOW:
                return Pressed(self._pages.page(kept, press.view))
            case Act.ANY_DATE:
                return Pressed(self._pages.page(self._of_any_date(kept, now), View()))
            case Act.ASK_WHY:
                self._feedback.give(kept.key, reader, Verdict.BAD)
                return Pressed(keyboard=reasons_of(kept, press.view), toast=say("feedback-why"))
            case Act.JUDGE:
                self._feedback.give(kept.key, reader, press.verdict or Verdict.OTHER)
                said = Pressed(toast=say("feedback-kept"))
                if press.verdict is Verdict.GOOD:
                    return said  # these buttons stand there already
                return replace(said, keyboard=self._pages.keyboard(kept, press.view))

    def _of_any_date(self, kept: KeptAnswer, now: datetime) -> KeptAnswer:
        if not may_be_of_any_date(kept):
            return kept
        outcome = self._conversation.again_of_any_date(kept, now)
        self._answers.replace(kept.key, outcome, kept.before, any_date=True)
        return self._answers.by_key(kept.key) or kept
