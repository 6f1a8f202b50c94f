"""What each method of the Bot API is to the limiter."""

from collections.abc import Hashable, Mapping
from enum import Enum, auto

from telegram.error import BadRequest, NetworkError

from bot.limiter.schedule import Priority


class Kind(Enum):
    """How a request is treated."""

    MESSAGE = auto()
    """Telegram counts it: it waits for its turn."""
    SIGN = auto()
    """Typing and drafts: sent at once or not at all."""
    OTHER = auto()
    """Not counted; it waits only while Telegram says so."""


_SIGNS = frozenset({"sendChatAction", "sendMessageDraft"})
_COUNTED = ("send", "edit", "copy", "forward")
_QUICK = frozenset({"answerCallbackQuery", "answerInlineQuery"})
_SAME_TWICE = ("get", "set", "edit", "delete", "answer")
_REPEATED_BY_CALLERS = frozenset({"getMe", "setWebhook", "deleteWebhook"})
_NEVER_LEFT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})

QUERY_LIVES_S = 10.0
"""A press of a button or an inline query that is answered later than that is refused."""


def kind_of(endpoint: str) -> Kind:
    """How a method is treated."""
    if endpoint in _SIGNS:
        return Kind.SIGN
    return Kind.MESSAGE if endpoint.startswith(_COUNTED) else Kind.OTHER


def chat_of(data: Mapping[str, object]) -> Hashable | None:
    """The chat a request goes to: a number, ``@name``, or None where it names none."""
    chat = data.get("chat_id")
    if isinstance(chat, str):
        try:
            return int(chat)
        except ValueError:
            return chat.lower()
    return chat if isinstance(chat, int) else None


def priority_of(endpoint: str) -> Priority:
    """How urgent a message is of which the caller says nothing: new ones before changed ones."""
    return Priority.PAGE if endpoint.startswith("edit") else Priority.ANSWER


def longest_wait_s(endpoint: str, otherwise: float) -> float:
    """How long a request may be held back before it is no use."""
    return min(QUERY_LIVES_S, otherwise) if endpoint in _QUICK else otherwise


def may_repeat(endpoint: str, error: NetworkError) -> bool:
    """Whether a request that failed may be made again without the risk of doing it twice.

    A new message whose answer was lost may have been delivered; one for which no connection could
    be made was not.
    """
    if isinstance(error, BadRequest) or endpoint in _REPEATED_BY_CALLERS:
        return False
    never_left = type(error.__cause__).__name__ in _NEVER_LEFT  # httpx's, told by their names
    return never_left or endpoint.startswith(_SAME_TWICE)
