"""Refusals by name, as the library words them."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.telegram.telegram_errors import Failure, failure_of, new_chat_of


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Failure.BLOCKED),
        (Forbidden("Forbidden: user is deactivated"), Failure.BLOCKED),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Failure.BLOCKED),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Failure.BLOCKED),
        (Forbidden("Forbidden: the group chat was deleted"), Failure.CHAT_GONE),
        (
            BadRequest("Bad Request: not enough rights to send text messages to the chat"),
            Failure.BLOCKED,
        ),
        (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), Failure.BLOCKED),
        (BadRequest("Bad Request: chat not found"), Failure.CHAT_GONE),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Failure.CHAT_GONE),
        (
            BadRequest("Bad Request: group chat was upgraded to a supergroup chat"),
            Failure.CHAT_GONE,
        ),
        (BadRequest("Bad Request: TOPIC_CLOSED"), Failure.TOPIC_CLOSED),
        (BadRequest("Bad Request: message thread not found"), Failure.TOPIC_CLOSED),
        (BadRequest("Bad Request: message to edit not found"), Failure.MESSAGE_GONE),
        (BadRequest("Bad Request: message to be replied not found"), Failure.MESSAGE_GONE),
        (BadRequest("Bad Request: MESSAGE_ID_INVALID"), Failure.MESSAGE_GONE),
        (BadRequest("Bad Request: message can't be edited"), Failure.MESSAGE_GONE),
        (BadRequest("Bad Request: message is not modified: specified"), Failure.NOT_MODIFIED),
        (BadRequest("Bad Request: query is too old and response timeout"), Failure.TOO_OLD),
        (BadRequest("Bad Request: can't parse entities: Unsupported"), Failure.MARKUP),
        (BadRequest("Bad Request: MESSAGE_TOO_LONG"), Failure.MARKUP),
        (BadRequest("Bad Request: message is too long"), Failure.MARKUP),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Failure.MARKUP),
        (BadRequest("Bad Request: BUTTON_URL_INVALID"), Failure.BUTTON),
        (BadRequest("Bad Request: inline keyboard button URL 'x' is invalid"), Failure.BUTTON),
        (BadRequest("Bad Request: something new"), Failure.OTHER),
        (ChatMigrated(-1007), Failure.MIGRATED),
        (TimedOut(), Failure.OTHER),
        (NetworkError("chat not found, says the proxy"), Failure.OTHER),
    ],
    ids=str,
)
def test_a_refusal_has_a_name(error: TelegramError, failure: Failure) -> None:
    assert failure_of(error) is failure


def test_a_group_that_moved_has_a_new_id() -> None:
    assert new_chat_of(ChatMigrated(-1007)) == -1007
    assert new_chat_of(TimedOut()) is None
