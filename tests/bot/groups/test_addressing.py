"""What of a message is meant for the bot."""

import pytest
from telegram import Message

from bot.groups.addressing import in_group, said_to_bot
from tests.botapi.entities import with_found

ME = {"id": 42, "is_bot": True, "first_name": "Dateline", "username": "Dateline_bot"}
REA = {"id": 7, "is_bot": False, "first_name": "Rea"}
ECHO = {"id": 43, "is_bot": True, "first_name": "Echo", "username": "echo_bot"}
GROUP = {"id": -5, "type": "supergroup", "title": "Readers"}
CHANNEL = {"id": -9, "type": "channel", "title": "Gazette"}


class Bot:
    """What a message asks of the bot it was sent to."""

    id = 42
    username = "Dateline_bot"
    defaults = None


def message(text: str | None, **fields: object) -> Message:
    """A message in a group, so changed, with what Telegram finds in its text."""
    found = [one.to_api() for one in with_found(text or "", ())]
    said = {"message_id": 9, "date": 0, "chat": GROUP, "from": REA}
    spoken = {"text": text, "entities": found} if text else {}
    return Message.de_json({**said, **spoken, **fields}, Bot())  # type: ignore[arg-type]


def replying(text: str | None = "And in May?", **replied: object) -> Message:
    inner = {"message_id": 8, "date": 0, "chat": GROUP, "from": ME, "text": "…", **replied}
    return message(text, reply_to_message=inner)


@pytest.mark.parametrize(
    "text", ["/ask Who sank?", "/ASK@dateline_BOT Who?", "/ask", "/help", "/weather@Dateline_bot"]
)
def test_a_command_that_is_known_or_names_the_bot_is_meant_for_it(text: str) -> None:
    assert said_to_bot(message(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Who sank?",
        "/weather",
        "/ask@echo_bot Who?",
        "/help@echo_bot @Dateline_bot",
        "write to Dateline_bot",
        "me@Dateline_bot.example",
        "@Dateline_bot_too who?",
        "@echo_bot who?",
    ],
)
def test_other_talk_is_not(text: str) -> None:
    assert said_to_bot(message(text)) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("@dateline_bot who sank?", "who sank?"),
        ("@DATELINE_BOT, who sank?", "who sank?"),
        ("🗞🗞 @Dateline_bot: who sank?", "🗞🗞 who sank?"),
        ("who sank,  @Dateline_bot", "who sank,"),
        ("@Dateline_bot who @Dateline_bot sank?", "who sank?"),
        ("@Dateline_bot -ferry who sank?", "-ferry who sank?"),
        ("谁？@Dateline_bot，谁沉了？", "谁？ 谁沉了？"),
        ("@Dateline_bot /help", "/help"),
        ("@Dateline_bot", "/ask"),
        (" @Dateline_bot : ", "/ask"),
    ],
)
def test_a_mention_is_taken_out(text: str, left: str) -> None:
    assert said_to_bot(message(text)) == left


def test_what_only_looks_like_a_mention_is_none() -> None:
    """In code, say, or in a link's words, Telegram finds no mention."""
    assert said_to_bot(message("@Dateline_bot who sank?", entities=[])) is None


def test_a_mention_without_a_name_counts() -> None:
    named = {"type": "text_mention", "offset": 0, "length": 4, "user": ME}
    other = {**named, "user": REA}

    assert said_to_bot(message("Desk who sank?", entities=[named])) == "who sank?"
    assert said_to_bot(message("Desk who sank?", entities=[other])) is None


def test_replies_to_the_bot_are_meant_for_it_and_others_are_not() -> None:
    assert said_to_bot(replying()) == "And in May?"
    assert said_to_bot(replying(**{"from": REA})) is None
    assert said_to_bot(replying(**{"from": REA, "via_bot": ME})) is None
    assert said_to_bot(replying("/weather")) == "/weather"
    assert said_to_bot(replying("/weather@echo_bot")) is None


def test_to_stand_in_a_topic_that_the_bot_opened_is_no_reply_to_it() -> None:
    opened = {"name": "News", "icon_color": 0}
    assert said_to_bot(replying(text="Hi all", forum_topic_created=opened)) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"from": ECHO},
        {"via_bot": ME},
        {"from": ECHO, "sender_chat": CHANNEL, "is_automatic_forward": True},
    ],
)
def test_bots_and_what_they_bring_along_are_not_heard(fields: dict[str, object]) -> None:
    assert said_to_bot(message("/ask Who sank?", **fields)) is None


@pytest.mark.parametrize("name_of", [GROUP, CHANNEL])
def test_people_who_write_in_another_name_are_heard(name_of: dict[str, object]) -> None:
    assert said_to_bot(message("/ask", **{"from": ECHO, "sender_chat": name_of})) == "/ask"


def test_in_a_private_chat_everything_is_meant_for_the_bot() -> None:
    private = {"chat": {"id": 7, "type": "private", "first_name": "Rea"}}

    assert said_to_bot(message("Who sank?", **private)) == "Who sank?"
    assert said_to_bot(message("Who sank?", via_bot=ME, **private)) is None
    assert not in_group(message("Who sank?", **private))


def test_a_caption_may_be_meant_for_the_bot() -> None:
    mention = [{"type": "mention", "offset": 0, "length": 13}]
    told = {"caption": "@Dateline_bot who?", "caption_entities": mention}

    assert said_to_bot(message(None, **told)) == "who?"
    assert said_to_bot(message(None)) is None
