"""The conversation itself, the same in Telegram and in the terminal: a text in, a reply out."""

import re
from dataclasses import dataclass
from datetime import date

from bot import texts
from index.search_index import SearchIndex
from retrieval.outcomes import Outcome
from retrieval.service import QuestionService

_COMMAND = re.compile(r"^/(?P<name>\w+)(@\w+)?\s*(?P<rest>.*)$", re.DOTALL)
_OUTLETS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Said:
    """A reply in the bot's own words."""

    text: str


Reply = Said | Outcome


class Conversation:
    """Replies to one reader's text. Blocks while it works; keeps nothing between calls."""

    def __init__(self, service: QuestionService, index: SearchIndex) -> None:
        self._service = service
        self._index = index

    def reply(self, text: str, asked_on: date) -> Reply:
        """The reply to a message, which may be a command."""
        command = _COMMAND.match(text.strip())
        if command is None:
            return self._service.ask(text, asked_on)
        rest = command["rest"]
        match command["name"].lower():
            case "ask":
                return self._service.ask(rest, asked_on) if rest else Said(texts.ASK_WHAT)
            case "start":
                return Said(texts.start(self._index.summary()))
            case "help":
                return Said(texts.HELP)
            case "sources":
                return Said(self._sources())
            case "privacy":
                return Said(texts.PRIVACY)
            case _:
                return Said(texts.UNKNOWN_COMMAND)

    def _sources(self) -> str:
        outlets = self._index.outlets()
        lines = [
            f"• {outlet or texts.UNNAMED_OUTLET}: {texts.articles(count)}"
            for outlet, count in outlets[:_OUTLETS_SHOWN]
        ]
        if len(outlets) > _OUTLETS_SHOWN:
            lines.append(f"• and {len(outlets) - _OUTLETS_SHOWN} more")
        return "\n".join([texts.reach(self._index.summary()), *lines])
