"""Topics of forums, and the threads of other groups, which are none."""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage
from tests.botapi.people import Chat
from tests.botapi.test_groups import updates


@pytest.fixture
def group(stage: Stage) -> Chat:
    return stage.server.group(-5, "Desk", stage.reader)


async def test_only_open_topics_are_written_to(stage: Stage, group: Chat) -> None:
    stage.server.close_topic(group, 7)
    stage.server.topic(group, "News", 8)
    where = {"chat_id": -5, "text": "x"}

    for topic, reason in ((7, "TOPIC_CLOSED"), (9, "message thread not found")):
        refused = await stage.client.refusal("sendMessage", **where, message_thread_id=topic)
        assert refused == (400, f"Bad Request: {reason}")
    for topics in ({}, {"message_thread_id": 8}):
        sent = await stage.client.result("sendMessage", **where, **topics)
        assert isinstance(sent, dict)
        assert sent.get("message_thread_id") == topics.get("message_thread_id")


async def test_typing_names_the_general_topic_of_a_forum(stage: Stage, group: Chat) -> None:
    where = {"chat_id": -5, "message_thread_id": 1, "action": "typing"}
    refused = await stage.client.refusal("sendChatAction", **where)
    assert refused == (400, "Bad Request: message thread not found")
    stage.server.topic(group, "News", 8)
    await stage.client.result("sendChatAction", **where)
    assert stage.server.actions(-5) == ("typing",)


async def test_an_answer_stays_in_the_topic_of_what_it_replies_to(
    stage: Stage, group: Chat
) -> None:
    topic = stage.server.topic(group, "News")
    stage.server.say("why?", stage.reader, group, topic=topic)
    asked = stage.server.history(-5)[-1]
    reply = {"reply_parameters": {"message_id": asked.message_id}}
    await stage.client.result("sendMessage", chat_id=-5, text="so", **reply)
    assert stage.server.messages(-5)[-1].thread == topic
    stage.server.close_topic(group, topic)
    refused = await stage.client.refusal("sendMessage", chat_id=-5, text="so", **reply)
    assert refused == (400, "Bad Request: TOPIC_CLOSED")


async def test_messages_in_a_topic_reply_to_its_opening(stage: Stage, group: Chat) -> None:
    topic = stage.server.topic(group, "News")
    assert topic > 1  # which is the general topic's number
    stage.server.say("in general", stage.reader, group)
    stage.server.say("in the topic", stage.reader, group, topic=topic)
    general, inside = await updates(stage)
    assert "message_thread_id" not in general
    assert inside["chat"]["is_forum"] is True
    assert (inside["message_thread_id"], inside["is_topic_message"]) == (topic, True)
    assert inside["reply_to_message"]["forum_topic_created"]["name"] == "News"
    stage.server.say("yes", stage.reader, group, reply_to=inside["message_id"])
    (*_, reply) = await updates(stage)
    assert reply["message_thread_id"] == topic
    assert reply["reply_to_message"]["text"] == "in the topic"
    with pytest.raises(ValueError, match="there is no topic 99"):
        stage.server.say("x", stage.reader, group, topic=99)


async def test_replies_in_a_plain_group_make_a_thread_that_is_no_topic(
    stage: Stage, group: Chat
) -> None:
    stage.server.say("a", stage.reader, group)
    stage.server.say("b", stage.reader, group, reply_to=1)
    stage.server.say("c", stage.reader, group, reply_to=2)
    threads = [message.get("message_thread_id") for message in await updates(stage)]
    assert threads == [None, 1, 1]
    assert not any("is_topic_message" in message for message in await updates(stage))
    sent = await stage.client.result(
        "sendMessage", chat_id=-5, text="d", reply_parameters={"message_id": 3}
    )
    assert isinstance(sent, dict)
    assert sent["message_thread_id"] == 1
