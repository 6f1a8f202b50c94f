"""What of a message is meant for the bot: in a group, only what plainly is."""

from collections.abc import Iterator, Sequence

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType

from bot.words.texts import ADMIN_COMMANDS, COMMANDS

_KNOWN = frozenset({*COMMANDS, *ADMIN_COMMANDS})
_AFTER_A_NAME = ",:;،，：；"
_NO_QUESTION = "/ask"
"""What is said to a bot that is only called by its name."""


def said_to_bot(message: Message) -> str | None:
    """What a message says to the bot, a caption included; None where it is not meant for it.

    In a private chat all is that a person writes. In a group it is a command that names the bot or
    that it knows, the rest of what mentions the bot, and a reply to a message of the bot's.
    """
    text = message.text or message.caption
    if text is None or not _by_a_person(message):
        return None
    if not in_group(message):
        return text
    bot = message.get_bot()
    command = next(iter(text.split(maxsplit=1)), "")
    if command.startswith("/"):
        name, _, to = command[1:].partition("@")
        if to:
            return text if to.lower() == bot.username.lower() else None
        if name.lower() in _KNOWN:
            return text
    mentions = list(_mentions(message, text))
    if mentions:
        return _without(text, mentions) or _NO_QUESTION
    return text if _replies_to_bot(message) else None


def in_group(message: Message) -> bool:
    """Whether others read along."""
    return message.chat.type != ChatType.PRIVATE


def passes_by(update: Update) -> bool:
    """Whether an update is talk in a group that is not meant for the bot: nothing is kept of it."""
    message = update.message or update.edited_message
    if message is None or not in_group(message):
        return False
    moved = message.migrate_to_chat_id or message.migrate_from_chat_id
    return not moved and said_to_bot(message) is None


def _by_a_person(message: Message) -> bool:
    """Whether somebody wrote it just now, and neither a bot nor a channel brought it along.

    Who writes in the name of the group or of a channel has a bot for a sender, by whose id nobody
    is meant.
    """
    if message.via_bot is not None or message.is_automatic_forward:
        return False
    if message.sender_chat is not None or message.from_user is None:
        return True
    return not message.from_user.is_bot


def _mentions(message: Message, text: str) -> Iterator[MessageEntity]:
    """The stretches that name the bot, by what Telegram found, not by the look of the text."""
    bot = message.get_bot()
    for entity in message.entities or message.caption_entities:
        match entity.type:
            case MessageEntity.MENTION:
                if _stretch(text, entity).lower() == f"@{bot.username}".lower():
                    yield entity
            case MessageEntity.TEXT_MENTION:
                if entity.user is not None and entity.user.id == bot.id:
                    yield entity


def _without(text: str, mentions: Sequence[MessageEntity]) -> str:
    """The text without these stretches, and without the comma or colon behind a name."""
    raw, position = text.encode("utf-16-le"), 0
    pieces: list[str] = []
    for entity in sorted(mentions, key=lambda one: one.offset):
        pieces.append(raw[2 * position : 2 * entity.offset].decode("utf-16-le"))
        position = entity.offset + entity.length
    pieces.append(raw[2 * position :].decode("utf-16-le"))
    after = (piece.lstrip().lstrip(_AFTER_A_NAME) for piece in pieces[1:])
    return " ".join(filter(None, (piece.strip() for piece in (pieces[0], *after))))


def _stretch(text: str, entity: MessageEntity) -> str:
    """The text of an entity, whose offsets count UTF-16 units."""
    raw = text.encode("utf-16-le")
    return raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


def _replies_to_bot(message: Message) -> bool:
    """Whether it replies to a message of the bot's own, and not merely stands in a topic of it."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.forum_topic_created is not None:
        return False
    return replied.from_user.id == message.get_bot().id
