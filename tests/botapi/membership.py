"""The Bot API's words for what somebody is in a chat."""

from __future__ import annotations

import time

from tests.botapi.directory import Standing
from tests.botapi.people import Chat, Person
from tests.botapi.refusals import Fields

_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
)


def member_to_api(person: Person, standing: Standing) -> Fields:
    """The Bot API `ChatMember` object."""
    fields: dict[str, object] = {"status": standing, "user": person.to_api()}
    if standing == "administrator":
        fields.update(dict.fromkeys(_RIGHTS, True), is_anonymous=False)
    elif standing == "creator":
        fields["is_anonymous"] = False
    elif standing == "kicked":
        fields["until_date"] = 0
    return fields


def change_to_api(chat: Chat, by: Person, of: Person, old: Standing, new: Standing) -> Fields:
    """The Bot API `ChatMemberUpdated` object."""
    return {
        "chat": chat.to_api(),
        "from": by.to_api(),
        "date": int(time.time()),
        "old_chat_member": member_to_api(of, old),
        "new_chat_member": member_to_api(of, new),
    }
