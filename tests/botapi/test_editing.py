"""Messages changed and taken away again."""

from __future__ import annotations

from tests.botapi.conftest import Stage


async def test_editing(stage: Stage, one_button: dict[str, object]) -> None:
    where = {"chat_id": stage.reader.id, "message_id": await stage.sent("a")}
    await stage.client.result("editMessageText", **where, text="b", reply_markup=one_button)
    (message,) = stage.server.messages(stage.reader.id)
    assert (message.text, len(message.buttons)) == ("b", 1)
    status, reason = await stage.client.refusal(
        "editMessageText", **where, text="b", reply_markup=one_button
    )
    assert (status, reason.split(":")[1]) == (400, " message is not modified")
    await stage.client.result("editMessageReplyMarkup", **where)
    assert stage.server.messages(stage.reader.id)[0].buttons == ()
    _, reason = await stage.client.refusal("editMessageReplyMarkup", **where)
    assert "message is not modified: specified new message content" in reason
    _, reason = await stage.client.refusal("editMessageText", **where, text="x" * 4097)
    assert reason == "Bad Request: MESSAGE_TOO_LONG"


async def test_what_cannot_be_edited(stage: Stage) -> None:
    where = {"chat_id": stage.reader.id}
    refused = await stage.client.refusal("editMessageText", **where, message_id=9, text="x")
    assert refused == (400, "Bad Request: message to edit not found")
    stage.server.say("mine", stage.reader)
    refused = await stage.client.refusal("editMessageText", **where, message_id=1, text="x")
    assert refused == (400, "Bad Request: message can't be edited")


async def test_deleting(stage: Stage) -> None:
    where = {"chat_id": stage.reader.id, "message_id": await stage.sent()}
    assert await stage.client.result("deleteMessage", **where) is True
    assert stage.server.messages(stage.reader.id) == ()
    refused = await stage.client.refusal("deleteMessage", **where)
    assert refused == (400, "Bad Request: message to delete not found")
    group = stage.server.group(-5, "Desk", stage.reader)
    stage.server.say("mine", stage.reader, group)
    theirs = {"chat_id": group.id, "message_id": 1}
    refused = await stage.client.refusal("deleteMessage", **theirs)
    assert refused == (400, "Bad Request: message can't be deleted")
    stage.server.promote(group, stage.server.bot)
    assert await stage.client.result("deleteMessage", **theirs) is True
