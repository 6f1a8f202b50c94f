"""Methods that only ask: who am I, what chat is this, who is in it."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import methods

from tests.botapi.directory import Directory
from tests.botapi.membership import member_to_api
from tests.botapi.people import Chat
from tests.botapi.refusals import Fields, bad_request


@dataclass(frozen=True, slots=True)
class Lookup:
    """The methods."""

    directory: Directory

    async def get_me(self, call: methods.GetMe) -> Fields:
        """`getMe`"""
        return {
            **self.directory.bot.to_api(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def get_chat(self, call: methods.GetChat) -> Fields:
        """`getChat`"""
        return {
            **self.directory.chat(call.chat_id).to_api(),
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": {
                "unlimited_gifts": True,
                "limited_gifts": True,
                "unique_gifts": True,
                "premium_subscription": True,
                "gifts_from_channels": True,
            },
        }

    async def get_chat_member(self, call: methods.GetChatMember) -> Fields:
        """`getChatMember`"""
        chat = self._chat(call.chat_id)
        return member_to_api(*self.directory.standing(chat, call.user_id))

    async def get_chat_administrators(self, call: methods.GetChatAdministrators) -> list[Fields]:
        """`getChatAdministrators`: as with Telegram, without bots other than this one."""
        chat = self._chat(call.chat_id)
        if chat.type == "private":
            raise bad_request("there are no administrators in the private chat")
        everyone = sorted(user for where, user in self.directory.ranks if where == chat.id)
        known = [self.directory.standing(chat, user_id) for user_id in everyone]
        return [
            member_to_api(person, standing)
            for person, standing in known
            if not person.is_bot or person == self.directory.bot
        ]

    async def leave(self, call: methods.LogOut | methods.Close) -> bool:
        """`logOut` and `close`: nothing to leave here."""
        return True

    def _chat(self, chat_id: int | str) -> Chat:
        """The chat, if the bot is (still) in it; a reader's block hides nothing."""
        chat = self.directory.chat(chat_id)
        return chat if chat.type == "private" else self.directory.open_chat(chat_id)
