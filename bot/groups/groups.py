"""Groups and their wishes: whether the bot answers there, as the group's admins have set it."""

import logging

from telegram import ChatMember, ChatMemberRestricted, Message
from telegram.constants import ChatMemberStatus

from bot.state.kept_ids import KeptIds

logger = logging.getLogger(__name__)

_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Groups:
    """Knows the groups that want no answers. ``silent`` are their ids; a group begins with answers.

    What is set outlives the bot's being thrown out.
    """

    def __init__(self, silent: KeptIds) -> None:
        self._silent = silent

    def is_silent(self, chat: int) -> bool:
        """Whether nothing is answered there but /answering by an admin."""
        return chat in self._silent

    def switch(self, chat: int, *, on: bool) -> None:
        """Do as an admin wishes. May block.

        Raises:
            StateError: it cannot be kept.
        """
        change = self._silent.discard if on else self._silent.add
        change(chat)
        logger.info("group %d: answering is %s", chat, "on" if on else "off")

    def move(self, old: int, new: int) -> None:
        """A group has become a supergroup under another id; may be told twice. May block.

        Raises:
            StateError: that cannot be kept.
        """
        if old in self._silent:
            self._silent.add(new)
            self._silent.discard(old)


async def is_admin(message: Message) -> bool:
    """Whether an admin of the group wrote a message there, perhaps hidden behind the group's name.

    Raises:
        TelegramError: Telegram does not tell.
    """
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    if message.from_user is None:
        return False
    member = await message.chat.get_member(message.from_user.id)
    return member.status in _ADMINS


def is_inside(member: ChatMember) -> bool:
    """Whether somebody of this standing is in the chat."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in _GONE
