"""Messages: what is stored, and every way to have one refused."""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage
from tests.botapi.entities import Entity


async def test_a_message_is_stored_as_a_reader_sees_it(stage: Stage) -> None:
    markup = {"inline_keyboard": [[{"text": "Go", "url": "https://example.org"}]]}
    await stage.sent(
        ' <b>News</b> <a href="https://a.org/1">[1]</a> ', parse_mode="HTML", reply_markup=markup
    )
    (message,) = await stage.server.wait_for_messages(stage.reader.id, 1)
    assert message.text == "News [1]"
    assert message.html == ' <b>News</b> <a href="https://a.org/1">[1]</a> '
    assert message.entities == (
        Entity("bold", 0, 4),
        Entity("text_link", 5, 3, url="https://a.org/1"),
    )
    assert message.links == (("[1]", "https://a.org/1"),)
    assert [button.url for button in message.buttons] == ["https://example.org"]
    assert stage.server.violations == ()


async def test_commands_mentions_and_addresses_are_found(stage: Stage) -> None:
    await stage.sent("/help or @someone or https://a.org/x. #news")
    (message,) = stage.server.messages(stage.reader.id)
    assert [(e.type, e.of(message.text)) for e in message.entities] == [
        ("bot_command", "/help"),
        ("mention", "@someone"),
        ("url", "https://a.org/x"),
        ("hashtag", "#news"),
    ]


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        ("", None, "message text is empty"),
        (" \n\t", None, "text must be non-empty"),
        ("<b> </b>", "HTML", "text must be non-empty"),
        ("\u200b", None, "text must be non-empty"),
        ("я" * 16_385, None, "text is too long"),
        ("x", "Sparkdown", "unsupported parse_mode"),
        ("x</b>", "HTML", "can't parse entities: Unexpected end tag at byte offset 1"),
    ],
)  # fmt: skip
async def test_a_bad_text_is_refused(
    stage: Stage, text: str, mode: str | None, reason: str
) -> None:
    params = {} if mode is None else {"parse_mode": mode}
    assert await stage.send_refused(text, **params) == reason
    assert stage.server.refusals == (("sendMessage", 400, f"Bad Request: {reason}"),)
    assert stage.server.messages(stage.reader.id) == ()
    assert stage.server.violations == ()


async def test_length_counts_code_points_after_parsing(stage: Stage) -> None:
    await stage.sent("<b>" + "🗞" * 4096 + "</b>", parse_mode="HTML")
    (message,) = stage.server.messages(stage.reader.id)
    assert message.entities == (Entity("bold", 0, 8192),)


async def test_a_missing_text_is_an_empty_one(stage: Stage) -> None:
    refusal = await stage.client.refusal("sendMessage", chat_id=stage.reader.id)
    assert refusal == (400, "Bad Request: message text is empty")


async def test_entities_beyond_100_are_a_violation(stage: Stage) -> None:
    await stage.sent("<b>x</b> " * 101, parse_mode="HTML")
    assert stage.server.violations == ("sendMessage: 1 of 101 entities are dropped",)
    assert len(stage.server.messages(stage.reader.id)[0].entities) == 100


async def test_given_entities_are_checked(stage: Stage) -> None:
    await stage.sent("🗞 x", entities=[{"type": "bold", "offset": 3, "length": 1}])
    assert stage.server.messages(stage.reader.id)[0].entities == (Entity("bold", 3, 1),)
    reason = await stage.send_refused("x", entities=[{"type": "bold", "offset": 0, "length": 2}])
    assert reason.startswith("entity beginning at UTF-16 offset 0 ends after the end of the text")
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "http://localhost"}
    reason = await stage.send_refused("x", entities=[link])
    assert reason == "entity URL 'http://localhost' is invalid: Wrong HTTP URL"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x", "url": "http://localhost"}, "inline keyboard button URL "
         "'http://localhost' is invalid: Wrong HTTP URL"),
        ({"text": "x", "url": "ftp://a.org"}, "inline keyboard button URL 'ftp://a.org' is "
         "invalid: Unsupported URL protocol"),
        ({"text": " ", "url": "a.org"}, "can't parse inline keyboard button: Text must be "
         "non-empty"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the "
         "inline keyboard"),
    ],
)  # fmt: skip
async def test_a_bad_button_is_refused(stage: Stage, button: dict[str, str], reason: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert await stage.send_refused("x", reply_markup=markup) == reason
    assert stage.server.violations == ()


async def test_unknown_chats_and_blocked_ones(stage: Stage) -> None:
    refused = await stage.client.refusal("sendMessage", chat_id=5, text="x")
    assert refused == (400, "Bad Request: chat not found")
    group = stage.server.group(-5, "Desk", stage.reader)
    stage.server.block(stage.reader.id)
    stage.server.block(group.id)
    refused = await stage.client.refusal("sendMessage", chat_id=stage.reader.id, text="x")
    assert refused == (403, "Forbidden: bot was blocked by the user")
    refused = await stage.client.refusal("sendMessage", chat_id=group.id, text="x")
    assert refused == (403, "Forbidden: bot was kicked from the supergroup chat")
    stage.server.unblock(stage.reader.id)
    await stage.sent()


async def test_replies(stage: Stage) -> None:
    stage.server.say("question", stage.reader)
    result = await stage.client.result(
        "sendMessage", chat_id=stage.reader.id, text="x", reply_parameters={"message_id": 1}
    )
    assert isinstance(result, dict)
    assert result["reply_to_message"]["text"] == "question"
    gone = {"message_id": 99}
    assert await stage.send_refused("x", reply_parameters=gone) == "message to be replied not found"
    await stage.sent(reply_parameters={**gone, "allow_sending_without_reply": True})
    assert stage.server.messages(stage.reader.id)[-1].reply_to is None


async def test_actions_and_drafts(stage: Stage) -> None:
    where = {"chat_id": stage.reader.id}
    await stage.client.result("sendChatAction", **where, action="typing")
    refused = await stage.client.refusal("sendChatAction", **where, action="dancing")
    assert refused == (400, "Bad Request: wrong parameter action in request")
    assert stage.server.actions(stage.reader.id) == ("typing",)
    await stage.client.result(
        "sendMessageDraft", **where, draft_id=1, text="<b>so</b> far", parse_mode="HTML"
    )
    assert [draft.text for draft in stage.server.drafts(stage.reader.id)] == ["so far"]
    refused = await stage.client.refusal("sendMessageDraft", **where, draft_id=0, text="x")
    assert refused == (400, "Bad Request: DRAFT_ID_INVALID")
    group = stage.server.group(-5, "Desk", stage.reader)
    refused = await stage.client.refusal("sendMessageDraft", chat_id=group.id, draft_id=1, text="x")
    assert refused == (400, "Bad Request: TEXTDRAFT_PEER_INVALID")


async def test_a_link_to_the_bot_with_a_bad_payload_is_a_violation(stage: Stage) -> None:
    link = "https://t.me/Dateline_Test_Bot?start="
    keyboard = {"inline_keyboard": [[{"text": "x", "url": f"{link}{'p' * 65}"}]]}
    await stage.sent(f'<a href="{link}a_b-1">x</a>', parse_mode="HTML")
    await stage.sent('<a href="https://t.me/other?start=a b">x</a>', parse_mode="HTML")
    assert not stage.server.violations
    await stage.sent(f'<a href="{link}a b">x</a>', parse_mode="HTML", reply_markup=keyboard)
    assert list(stage.server.violations) == [
        "sendMessage: start payload 'a b' is dropped",
        f"sendMessage: start payload {'p' * 65!r} is dropped",
    ]


async def test_a_draft_that_no_message_follows_is_unfinished(stage: Stage) -> None:
    await stage.client.result("sendMessageDraft", chat_id=1001, draft_id=1, text="so far")
    assert stage.server.unfinished_drafts
    await stage.sent()
    assert not stage.server.unfinished_drafts
