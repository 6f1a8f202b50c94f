"""Which commands a client offers to a reader: those of the narrowest scope that has any."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.types import (
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    TelegramObject,
)

from tests.botapi.people import Chat, Person


def scopes(reader: Person, chat: Chat, administers: bool) -> Iterator[TelegramObject]:
    """The scopes that a client looks into, narrowest first.

    The order is that of https://core.telegram.org/bots/api#determining-list-of-commands.
    """
    here = chat.id
    if chat.type == "private":
        yield BotCommandScopeChat(chat_id=here)
        yield BotCommandScopeAllPrivateChats()
    else:
        yield BotCommandScopeChatMember(chat_id=here, user_id=reader.id)
        if administers:
            yield BotCommandScopeChatAdministrators(chat_id=here)
        yield BotCommandScopeChat(chat_id=here)
        if administers:
            yield BotCommandScopeAllChatAdministrators()
        yield BotCommandScopeAllGroupChats()
    yield BotCommandScopeDefault()
