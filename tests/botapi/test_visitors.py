"""What made-up people do, as the bot gets to see it."""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage


async def updates(stage: Stage) -> list[dict[str, dict[str, object]]]:
    result = await stage.client.result("getUpdates")
    assert isinstance(result, list)
    return result


async def test_words_in_private_and_in_a_group(stage: Stage) -> None:
    group = stage.server.group(-5, "Desk", stage.reader)
    stage.server.say("/start x", stage.reader)
    await stage.client.result("sendMessage", chat_id=group.id, text="hi")
    (greeting,) = stage.server.messages(group.id)
    stage.server.say("🗞 @dateline_test_bot why", stage.reader, group, reply_to=greeting)
    private, grouped = [update["message"] for update in await updates(stage)]
    assert private["chat"] == {"id": 1001, "type": "private", "first_name": "Rea"}
    assert private["from"] == {
        "id": 1001,
        "is_bot": False,
        "first_name": "Rea",
        "language_code": "en",
    }
    assert private["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert grouped["chat"] == {"id": -5, "type": "supergroup", "title": "Desk"}
    assert grouped["entities"] == [{"type": "mention", "offset": 3, "length": 18}]
    assert isinstance(grouped["reply_to_message"], dict)
    assert grouped["reply_to_message"]["text"] == "hi"


async def test_edits_photos_stickers_and_inline_queries(stage: Stage) -> None:
    stage.server.say("wrong", stage.reader)
    stage.server.edit(1, "right", stage.reader.id)
    stage.server.photo(stage.reader, "a /caption")
    stage.server.photo(stage.reader)
    stage.server.sticker(stage.reader)
    stage.server.inline("words", stage.reader)
    _, edited, captioned, photo, sticker, inline = await updates(stage)
    assert edited["edited_message"]["text"] == "right"
    assert edited["edited_message"]["message_id"] == 1
    assert captioned["message"]["caption"] == "a /caption"
    assert captioned["message"]["caption_entities"]
    assert "caption" not in photo["message"]
    assert "sticker" in sticker["message"]
    assert inline["inline_query"]["query"] == "words"
    assert [message.author for message in stage.server.history(1001)] == [stage.reader] * 4


async def test_what_a_client_would_not_do(stage: Stage) -> None:
    stranger = stage.server.user(1002)
    group = stage.server.group(-5, "Desk", stage.reader)
    with pytest.raises(ValueError, match="is not in Desk"):
        stage.server.say("hi", stranger, group)
    with pytest.raises(ValueError, match="empty"):
        stage.server.say(" ", stranger)
    with pytest.raises(ValueError, match="several"):
        stage.server.say("x" * 4097, stranger)
    with pytest.raises(ValueError, match="no person said"):
        stage.server.edit(1, "x", stranger.id)
    with pytest.raises(ValueError, match="negative"):
        stage.server.group(5, "Desk")


async def test_waiting_in_vain_tells_what_is_there(stage: Stage) -> None:
    await stage.sent("only one")
    with pytest.raises(TimeoutError, match=r"waited for 2 messages; there are \['only one'\]"):
        await stage.server.wait_for_messages(stage.reader.id, 2, timeout_s=0.01)
