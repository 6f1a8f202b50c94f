"""Button presses and inline queries."""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage

STALE = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


def article(result_id: str, **changes: object) -> dict[str, object]:
    content = {"message_text": "<b>x</b>", "parse_mode": "HTML"}
    plain = {"type": "article", "id": result_id, "title": "T", "input_message_content": content}
    return {**plain, **changes}


async def pressed(stage: Stage, one_button: dict[str, object]) -> str:
    await stage.sent(reply_markup=one_button)
    stage.server.press(stage.server.messages(stage.reader.id)[-1], "more", stage.reader)
    return stage.server.unanswered[-1].id


async def test_a_press_is_answered_once(stage: Stage, one_button: dict[str, object]) -> None:
    query_id = await pressed(stage, one_button)
    updates = await stage.client.result("getUpdates")
    assert isinstance(updates, list)
    assert updates[0]["callback_query"]["data"] == "more"
    await stage.client.result("answerCallbackQuery", callback_query_id=query_id, text="ok")
    (answer,) = stage.server.callback_answers
    assert (answer.data, answer.text, answer.show_alert) == ("more", "ok", False)
    assert stage.server.unanswered == ()
    assert await stage.client.refusal("answerCallbackQuery", callback_query_id=query_id) == STALE


async def test_unknown_and_expired_queries(stage: Stage, one_button: dict[str, object]) -> None:
    assert await stage.client.refusal("answerCallbackQuery", callback_query_id="1") == STALE
    query_id = await pressed(stage, one_button)
    stage.server.expire_queries()
    assert await stage.client.refusal("answerCallbackQuery", callback_query_id=query_id) == STALE
    refused = await stage.client.refusal("answerInlineQuery", inline_query_id="1", results=[])
    assert refused == STALE


async def test_a_long_toast_is_refused_and_the_query_stays_open(
    stage: Stage, one_button: dict[str, object]
) -> None:
    query_id = await pressed(stage, one_button)
    params = {"callback_query_id": query_id}
    refused = await stage.client.refusal("answerCallbackQuery", **params, text="x" * 201)
    assert refused == (400, "Bad Request: MESSAGE_TOO_LONG")
    await stage.client.result("answerCallbackQuery", **params, text="я" * 200, show_alert=True)


async def test_only_a_button_that_is_there_can_be_pressed(
    stage: Stage, one_button: dict[str, object]
) -> None:
    await pressed(stage, one_button)
    (message,) = stage.server.messages(stage.reader.id)
    with pytest.raises(ValueError, match="no button carries"):
        stage.server.press(message, "less", stage.reader)
    await stage.client.result(
        "deleteMessage", chat_id=stage.reader.id, message_id=message.message_id
    )
    with pytest.raises(ValueError, match="is gone"):
        stage.server.press(message, "more", stage.reader)


async def test_inline_results_are_kept(stage: Stage) -> None:
    stage.server.inline("budget", stage.reader)
    (query,) = stage.server.unanswered
    results = [article(str(n)) for n in range(50)]
    await stage.client.result(
        "answerInlineQuery", inline_query_id=query.id, results=results, cache_time=0
    )
    (answer,) = stage.server.inline_answers
    assert (answer.query, len(answer.results), answer.cache_time_s) == ("budget", 50, 0)
    assert answer.results[0].text == "x"
    assert answer.results[0].entities[0].type == "bold"
    assert stage.server.violations == ()


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article("")], "RESULT_ID_INVALID"),
        ([article("1", title=" ")], "ARTICLE_TITLE_EMPTY"),
        ([article("1", input_message_content={"message_text": ""})], "message text is empty"),
        ([article("1", reply_markup={"inline_keyboard": [[{"text": "x", "url": "localhost"}]]})],
         "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
    ],
)  # fmt: skip
async def test_bad_inline_results_are_refused(
    stage: Stage, results: list[object], reason: str
) -> None:
    stage.server.inline("q", stage.reader)
    query_id = stage.server.unanswered[0].id
    refused = await stage.client.refusal(
        "answerInlineQuery", inline_query_id=query_id, results=results
    )
    assert refused == (400, f"Bad Request: {reason}")


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": " ", "start_parameter": "a"}, "SWITCH_PM_TEXT_EMPTY"),
        ({"text": "Open", "start_parameter": ""}, "START_PARAM_EMPTY"),
    ],
)
async def test_a_button_above_results_says_something(
    stage: Stage, button: dict[str, str], reason: str
) -> None:
    stage.server.inline("q", stage.reader)
    params = {"inline_query_id": stage.server.unanswered[0].id, "results": [], "button": button}
    refused = await stage.client.refusal("answerInlineQuery", **params)
    assert refused == (400, f"Bad Request: {reason}")
