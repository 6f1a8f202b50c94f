"""Telegram's refusals by name: the library passes on only their wording."""

from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError


class Failure(Enum):
    """Why Telegram did not do what it was asked to."""

    BLOCKED = auto()
    """The bot may not write there: blocked, thrown out, silenced, or the account is gone."""
    CHAT_GONE = auto()
    """There is no such chat."""
    MIGRATED = auto()
    """The group is a supergroup now, under another id: that of :func:`new_chat_of`."""
    TOPIC_CLOSED = auto()
    """The topic takes no messages any more."""
    MESSAGE_GONE = auto()
    """The message to be changed or replied to is not there, or too old to be changed."""
    NOT_MODIFIED = auto()
    """The message reads so already."""
    TOO_OLD = auto()
    """The press of a button or the inline query has been answered or waits no longer."""
    MARKUP = auto()
    """The text or its formats cannot be read: a fault of ours."""
    BUTTON = auto()
    """A button opens what Telegram does not take for an address."""
    OTHER = auto()
    """Anything else."""


_WORDINGS = {
    Failure.BLOCKED: (
        "not enough rights to send",
        "have no rights to send",
        "need administrator rights",
        "chat_write_forbidden",
        "chat_send_plain_forbidden",
        "chat_restricted",
        "chat_admin_required",
        "user_is_blocked",
        "input_user_deactivated",
    ),
    Failure.CHAT_GONE: (
        "chat not found",
        "peer_id_invalid",
        "channel_private",
        "group chat was deleted",
        "group chat was deactivated",
        "upgraded to a supergroup",  # without the new id, or the library would have told it
    ),
    Failure.TOPIC_CLOSED: (
        "topic_closed",
        "topic_deleted",
        "topic_id_invalid",
        "message thread not found",
    ),
    Failure.MESSAGE_GONE: (
        "message to edit not found",
        "message to delete not found",
        "message to be replied not found",
        "replied message not found",
        "reply message not found",
        "message can't be edited",
        "message_id_invalid",
    ),
    Failure.NOT_MODIFIED: ("message is not modified",),
    Failure.TOO_OLD: ("query is too old", "query_id_invalid", "query id is invalid"),
    Failure.BUTTON: ("button_url_invalid", "inline keyboard button url"),
    Failure.MARKUP: (
        "can't parse entities",
        "can't parse message text",
        "entity_bounds_invalid",
        "entities_too_long",
        "message is too long",
        "message_too_long",
        "button_data_invalid",
        "reply markup is too long",
    ),
}


def failure_of(error: TelegramError) -> Failure:
    """The name of a refusal. The library capitalises wordings, so their case says nothing."""
    if isinstance(error, ChatMigrated):
        return Failure.MIGRATED
    if isinstance(error, BadRequest | Forbidden):
        said = error.message.lower()
        for failure, wordings in _WORDINGS.items():
            if any(wording in said for wording in wordings):
                return failure
    return Failure.BLOCKED if isinstance(error, Forbidden) else Failure.OTHER


def new_chat_of(error: TelegramError) -> int | None:
    """The id under which a group goes on that has become a supergroup."""
    return error.new_chat_id if isinstance(error, ChatMigrated) else None


def wait_s_of(error: RetryAfter) -> float:
    """How many seconds Telegram asks to wait; the library tells them in two forms."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
