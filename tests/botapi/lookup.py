"""Methods that only ask: who am I, what chat is this, who is in it."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import methods

from tests.botapi.people import Directory
from tests.botapi.refusals import Fields


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
        """`getChatMember`: everyone is a plain member, the bot too."""
        chat = self.directory.chat(call.chat_id)
        return {
            "status": "member",
            "user": self.directory.member(chat, call.user_id).to_api(),
        }

    async def leave(self, call: methods.LogOut | methods.Close) -> bool:
        """`logOut` and `close`: nothing to leave here."""
        return True
