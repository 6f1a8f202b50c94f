"""Groups, topics and channels: who is what there, and who seems to write."""

from __future__ import annotations

from typing import Any

import pytest

from tests.botapi.conftest import Stage
from tests.botapi.people import Chat


async def updates(stage: Stage, kind: str = "message") -> list[dict[str, Any]]:
    """What there is to take of a kind."""
    result = await stage.client.result("getUpdates")
    assert isinstance(result, list)
    return [update[kind] for update in result if kind in update]


@pytest.fixture
def group(stage: Stage) -> Chat:
    return stage.server.group(-5, "Desk", stage.reader)


async def status(stage: Stage, user_id: int) -> object:
    member = await stage.client.result("getChatMember", chat_id=-5, user_id=user_id)
    assert isinstance(member, dict)
    return member["status"]


async def test_everybody_is_something_in_a_group(stage: Stage, group: Chat) -> None:
    owner, outsider = stage.server.user(1002, "Ona"), stage.server.user(1003, "Ulf")
    stage.server.promote(group, owner, owner=True)
    assert [await status(stage, one) for one in (1001, 1002, outsider.id, stage.server.bot.id)] == [
        "member",
        "creator",
        "left",
        "member",
    ]
    stage.server.promote(group, stage.reader)
    stage.server.promote(group, stage.server.bot)
    stage.server.promote(group, stage.server.another_bot(77, "Echo", "echo_bot"))
    admins = await stage.client.result("getChatAdministrators", chat_id=-5)
    assert isinstance(admins, list)
    assert [(one["user"]["id"], one["status"]) for one in admins] == [
        (stage.server.bot.id, "administrator"),
        (1001, "administrator"),
        (1002, "creator"),
    ]
    assert stage.server.violations == ()


async def test_a_group_that_threw_the_bot_out_tells_it_nothing(stage: Stage, group: Chat) -> None:
    refused = await stage.client.refusal("getChatAdministrators", chat_id=1001)
    assert refused == (400, "Bad Request: there are no administrators in the private chat")
    stage.server.block(group.id)
    for method, more in (("getChatAdministrators", {}), ("getChatMember", {"user_id": 1001})):
        refused = await stage.client.refusal(method, chat_id=-5, **more)
        assert refused == (403, "Forbidden: bot was kicked from the supergroup chat")


async def test_the_bot_is_told_what_becomes_of_itself(stage: Stage, group: Chat) -> None:
    for _ in range(2):
        stage.server.block(stage.reader.id)
    stage.server.unblock(stage.reader.id)
    stage.server.block(group.id, stage.reader)
    stage.server.unblock(group.id, stage.reader)
    stage.server.promote(group, stage.server.bot)
    stage.server.promote(group, stage.reader)
    told = await updates(stage, "my_chat_member")
    assert [
        (one["chat"]["id"], one["old_chat_member"]["status"], one["new_chat_member"]["status"])
        for one in told
    ] == [
        (1001, "member", "kicked"),
        (1001, "kicked", "member"),
        (-5, "member", "kicked"),
        (-5, "kicked", "member"),
        (-5, "member", "administrator"),
    ]
    assert {one["from"]["id"] for one in told[:4]} == {1001}


async def test_who_hides_behind_a_group_or_a_channel(stage: Stage, group: Chat) -> None:
    channel = stage.server.channel(-9, "Gazette", "gazette")
    with pytest.raises(ValueError, match="does not administer Desk"):
        stage.server.say("x", stage.reader, group, name_of=group)
    for chat in (group, channel):
        stage.server.promote(chat, stage.reader)
    stage.server.say("as the group", stage.reader, group, name_of=group)
    stage.server.say("as the channel", stage.reader, group, name_of=channel)
    said = await updates(stage)
    assert [(one["from"]["username"], one["sender_chat"]["id"]) for one in said] == [
        ("GroupAnonymousBot", -5),
        ("Channel_Bot", -9),
    ]
    assert str(stage.reader.id) not in str(said)


async def test_a_channel_posts_and_its_group_gets_it(stage: Stage, group: Chat) -> None:
    channel = stage.server.channel(-9, "Gazette")
    stage.server.post("/ask", channel, group)
    stage.server.edit(1, "/help", channel.id)
    (post,) = await updates(stage, "channel_post")
    (forward,) = await updates(stage)
    (edited,) = await updates(stage, "edited_channel_post")
    assert "from" not in post
    assert post["sender_chat"]["id"] == -9
    assert edited["text"] == "/help"
    assert forward["is_automatic_forward"] is True
    assert forward["from"]["id"] == 777000
    assert forward["forward_origin"]["message_id"] == post["message_id"]


async def test_another_bot_writes_in_a_group(stage: Stage) -> None:
    echo = stage.server.another_bot(77, "Echo", "echo_bot")
    group = stage.server.group(-6, "Bots", stage.reader, echo)
    stage.server.say("@dateline_test_bot /ask", echo, group)
    (said,) = await updates(stage)
    assert said["from"]["is_bot"] is True
    assert [entity["type"] for entity in said["entities"]] == ["mention", "bot_command"]
