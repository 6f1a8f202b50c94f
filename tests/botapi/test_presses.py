"""Buttons pressed late or elsewhere, and inline results that are chosen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.botapi.answering import InlineAnswer, InlineButton
from tests.botapi.conftest import Stage
from tests.botapi.test_answering import article
from tests.botapi.test_groups import updates


async def answered(stage: Stage, *results: dict[str, object], **more: object) -> InlineAnswer:
    stage.server.inline("budget", stage.reader)
    params = {"inline_query_id": stage.server.unanswered[-1].id, "results": results, **more}
    await stage.client.result("answerInlineQuery", **params)
    return stage.server.inline_answers[-1]


async def test_a_button_of_an_earlier_version_is_pressed(
    stage: Stage, one_button: dict[str, object]
) -> None:
    number = await stage.sent("old", reply_markup=one_button)
    (old,) = stage.server.messages(stage.reader.id)
    where = {"chat_id": stage.reader.id, "message_id": number}
    await stage.client.result("editMessageText", **where, text="new")
    with pytest.raises(ValueError, match="no button carries"):
        stage.server.press(old, "more", stage.reader)
    stage.server.press(old, "more", stage.reader, stale=True)
    await stage.client.result("deleteMessage", **where)
    stage.server.press(old, "more", stage.reader, stale=True)
    changed, gone = await updates(stage, "callback_query")
    assert (changed["data"], changed["message"]["text"]) == ("more", "new")
    assert "reply_markup" not in changed["message"]
    assert gone["message"] == {"chat": changed["message"]["chat"], "message_id": 1, "date": 0}
    with pytest.raises(ValueError, match="no button carries 'less'"):
        stage.server.press(old, "less", stage.reader, stale=True)


async def test_only_members_press_in_a_group(stage: Stage, one_button: dict[str, object]) -> None:
    group = stage.server.group(-5, "Desk", stage.reader)
    await stage.client.result("sendMessage", chat_id=-5, text="x", reply_markup=one_button)
    (message,) = stage.server.messages(group.id)
    stage.server.press(message, "more", stage.reader)
    with pytest.raises(ValueError, match="does not see"):
        stage.server.press(message, "more", stage.server.user(1002))


async def test_a_chosen_result_is_told_and_can_be_changed_where_it_has_buttons(
    stage: Stage, one_button: dict[str, object]
) -> None:
    answer = await answered(stage, article("1", reply_markup=one_button), article("2"))
    assert stage.server.choose(answer, "2", stage.reader) is None
    message = stage.server.choose(answer, "1", stage.reader)
    assert message is not None
    plain, chosen = await updates(stage, "chosen_inline_result")
    assert (plain["query"], "inline_message_id" in plain) == ("budget", False)
    where = {"inline_message_id": chosen["inline_message_id"]}
    assert where["inline_message_id"] == message.id
    stage.server.press(message, "more", stage.reader)
    (press,) = await updates(stage, "callback_query")
    assert "message" not in press
    assert press["inline_message_id"] == message.id
    assert await stage.client.result("editMessageText", **where, text="more") is True
    (now,) = stage.server.inline_messages
    assert (now.text, now.buttons) == ("more", ())
    _, reason = await stage.client.refusal("editMessageText", **where, text="more")
    assert "message is not modified" in reason
    await stage.client.result("editMessageReplyMarkup", **where, reply_markup=one_button)
    refused = await stage.client.refusal("editMessageText", inline_message_id="AgX", text="more")
    assert refused == (400, "Bad Request: MESSAGE_ID_INVALID")
    with pytest.raises(ValueError, match=r"there are \['1', '2'\]"):
        stage.server.choose(answer, "3", stage.reader)


async def test_a_result_sent_where_the_bot_is_comes_back_to_it(
    stage: Stage, one_button: dict[str, object]
) -> None:
    group = stage.server.group(-5, "Desk", stage.reader)
    answer = await answered(stage, article("1", reply_markup=one_button))
    message = stage.server.choose(answer, "1", stage.reader, group)
    assert message is not None
    (seen,) = await updates(stage)
    assert (seen["via_bot"]["id"], seen["from"]["id"]) == (stage.server.bot.id, 1001)
    await stage.client.result("editMessageText", inline_message_id=message.id, text="more")
    assert [one.text for one in stage.server.history(-5)] == ["more"]
    with pytest.raises(ValueError, match="no person said"):
        stage.server.edit(seen["message_id"], "mine", -5)


async def test_more_results_and_the_button_above_them(stage: Stage) -> None:
    button = {"text": "Set up", "start_parameter": "from-inline_1"}
    answer = await answered(stage, article("1"), next_offset="50", button=button)
    assert answer.button == InlineButton("Set up", "from-inline_1")
    stage.server.next_page(answer, stage.reader)
    stage.server.follow_link("from-inline_1", stage.reader)
    queries: list[dict[str, Any]] = await updates(stage, "inline_query")
    assert [(one["query"], one["offset"]) for one in queries] == [("budget", ""), ("budget", "50")]
    assert [one["text"] for one in await updates(stage)] == ["/start from-inline_1"]
    with pytest.raises(ValueError, match="no more results"):
        stage.server.next_page(await answered(stage), stage.reader)
