"""Nothing enters the queue that is not on disk, and what is left over leaves first."""

from datetime import UTC, datetime

import pytest
from telegram import Bot, Chat, InlineQuery, Message, Update, User
from telegram.error import NetworkError

from bot.state.database import Database
from bot.state.journal import Journal
from bot.telegram.update_queue import JournalQueue

BOT = Bot("42:TEST-token")


def update(number: int, text: str = "/ask who sank?") -> Update:
    when = datetime(2031, 5, 10, 12, 30, tzinfo=UTC)
    reader = User(7, "Rea", is_bot=False, language_code="uk")
    chat = Chat(-7, Chat.SUPERGROUP, "Readers", is_forum=True)
    message = Message(number, when, chat, reader, text=text)
    message.set_bot(BOT)
    return Update(number, message)


def edited(new: Update) -> Update:
    return Update(new.update_id, edited_message=new.message)


async def test_what_can_be_taken_is_on_disk(queue: JournalQueue) -> None:
    await queue.put(update(1))

    assert queue.journal.counts().open == 1
    assert queue.get_nowait() == update(1)


async def test_an_inline_query_is_queued_and_not_written_down(queue: JournalQueue) -> None:
    reader = User(7, "Rea", is_bot=False)
    inline = Update(2, inline_query=InlineQuery("9", reader, "who", ""))
    await queue.put(update(1))
    await queue.put(inline)
    await queue.put(update(3))

    assert [queue.get_nowait() for _ in range(3)] == [update(1), inline, update(3)]
    assert queue.journal.counts().open == 2


async def test_talk_in_a_group_is_not_written_down(queue: JournalQueue) -> None:
    for talk in (update(1, "who sank?"), edited(update(2, "who sank?"))):
        await queue.put(talk)
    await queue.put(edited(update(3)))

    assert queue.journal.counts().open == queue.qsize() == 1


async def test_what_came_before_is_not_queued_again(queue: JournalQueue) -> None:
    await queue.put(update(1))
    await queue.put(update(1))

    assert queue.qsize() == 1


async def test_what_cannot_be_written_down_is_not_queued(
    queue: JournalQueue, state: Database
) -> None:
    state.call(lambda db: db.execute("ALTER TABLE updates RENAME TO away").close())

    with pytest.raises(NetworkError, match="update 1 is not taken"):
        await queue.put(update(1))
    assert queue.empty()


async def test_what_was_left_open_is_queued_as_it_was(state: Database) -> None:
    before = JournalQueue(Journal(state, 42))
    for number in (3, 1):
        await before.put(update(number, f"/ask {number} – «ї» 🙂"))

    after = JournalQueue(Journal(state, 42))
    assert await after.take_up(BOT) == 2

    for number in (3, 1):
        taken = after.get_nowait()
        assert isinstance(taken, Update)
        assert taken.to_dict() == update(number, f"/ask {number} – «ї» 🙂").to_dict()
        assert taken.message is not None
        assert taken.message.get_bot() is BOT


async def test_what_cannot_be_read_any_more_holds_up_nothing(
    state: Database, caplog: pytest.LogCaptureFixture
) -> None:
    before = JournalQueue(Journal(state, 42))
    await before.journal.receive(1, 7, "no JSON")
    await before.put(update(2))

    after = JournalQueue(Journal(state, 42))
    await after.take_up(BOT)

    assert after.qsize() == 1
    assert after.journal.counts().failed == 1
    assert "update 1 cannot be read any more" in caplog.text


async def test_the_sign_to_stop_is_seen_at_once(queue: JournalQueue) -> None:
    await queue.put(update(1))
    assert not queue.stopping.is_set()

    await queue.put(object())

    assert queue.stopping.is_set()
    assert queue.qsize() == 2
