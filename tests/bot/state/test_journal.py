"""What becomes of an update between its arrival and the last message of its reply."""

import pytest

from bot.layout.outgoing import Button, Outgoing
from bot.state.database import Database
from bot.state.entries import Counts, Entry, Stage
from bot.state.journal import Journal

DAY_S = 86_400.0
RICH = Outgoing(
    "<b>one</b>", ((Button("▶", "s:k:2"), Button("Open", url="https://a.example")),), "k"
)


async def left_by(journal: Journal) -> tuple[Entry, ...]:
    """What the next process finds."""
    return await journal.take_up()


async def test_an_update_is_new_once(journal: Journal) -> None:
    assert await journal.receive(1, 7, "{}")
    assert not await journal.receive(1, 7, "{}")


async def test_one_that_is_done_is_not_new_either(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    await journal.close(1)

    assert not await journal.receive(1, 7, "{}")
    assert await left_by(journal) == ()


async def test_numbers_that_telegram_gives_out_anew_after_days_are_new(state: Database) -> None:
    now = [0.0]
    journal = Journal(state, 42, lambda: now[0])
    await journal.receive(1, 7, "{}")
    await journal.close(1)
    await journal.receive(2, 7, "{}")
    now[0] = 3 * DAY_S

    assert await journal.receive(1, 7, '{"new": 1}')
    assert not await journal.receive(2, 7, "{}"), "that one is still owed an answer"


async def test_bots_do_not_take_each_others_updates(state: Database, journal: Journal) -> None:
    other = Journal(state, 43)
    await journal.receive(1, 7, "{}")

    assert await other.receive(1, 7, "{}")
    assert [entry.update_id for entry in await left_by(other)] == [1]
    await other.close(1)
    assert len(await left_by(journal)) == 1


async def test_what_is_open_is_left_in_its_order(journal: Journal) -> None:
    for update_id in (5, 9, 2):
        await journal.receive(update_id, 7, f'{{"update_id": {update_id}}}')
    await journal.close(9)

    assert await left_by(journal) == (
        Entry(5, '{"update_id": 5}', Stage.RECEIVED, 0, None, 0, 0),
        Entry(2, '{"update_id": 2}', Stage.RECEIVED, 0, None, 0, 0),
    )
    assert set(journal.taken_up) == {5, 2}


async def test_tries_are_counted(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    journal.begin(1)
    journal.begin(1)

    (entry,) = await left_by(journal)
    assert (entry.stage, entry.tries) == (Stage.ANSWERING, 2)


async def test_a_reply_is_left_with_what_was_confirmed_of_it(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    journal.begin(1)
    await journal.replied(1, [RICH, Outgoing("zwei ü"), Outgoing("three")])
    await journal.sent(1, 1)

    (entry,) = await left_by(journal)
    assert entry == Entry(
        1, "{}", Stage.SENDING, 1, (RICH, Outgoing("zwei ü"), Outgoing("three")), 1, 1
    )


async def test_every_process_that_ends_while_sending_counts_as_a_possible_double(
    journal: Journal,
) -> None:
    await journal.receive(1, 7, "{}")
    await journal.replied(1, [Outgoing("one"), Outgoing("two")])
    for doubles in (1, 2):
        (entry,) = await left_by(journal)
        assert entry.doubles == doubles
    await journal.sent(1, 1)

    (entry,) = await left_by(journal)

    assert entry.doubles == 1  # of the second message
    assert journal.counts() == Counts(1, 0, 3)


async def test_a_reply_of_which_all_was_sent_is_no_possible_double(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    await journal.replied(1, [Outgoing("one")])
    await journal.sent(1, 1)

    (entry,) = await left_by(journal)

    assert (entry.sent, entry.doubles) == (1, 0)


async def test_a_lost_connection_counts_too(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    await journal.replied(1, [Outgoing("one")])
    await journal.sent_again(1, 0)
    await journal.close(1)

    assert journal.counts() == Counts(0, 0, 1)


async def test_what_has_failed_stays_failed(state: Database, journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    await journal.fail(1, "blocked")
    await journal.close(1)

    assert journal.counts() == Counts(0, 1, 0)
    assert state.call(lambda db: db.execute("SELECT why FROM updates").fetchone()) == ("blocked",)


async def test_what_is_left_open_is_left_once(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    journal.leave_open(1)
    await journal.close(1)
    assert len(await left_by(journal)) == 1

    await journal.close(1)
    assert await left_by(journal) == ()


@pytest.mark.parametrize("end", ["done", "failed"])
async def test_a_closed_update_is_not_taken_up_any_more_and_its_reply_is_gone(
    state: Database, journal: Journal, end: str
) -> None:
    await journal.receive(1, 7, "{}")
    await journal.replied(1, [Outgoing("one")])
    await left_by(journal)
    await (journal.close(1) if end == "done" else journal.fail(1, "why"))

    assert journal.taken_up == {}
    kept = state.call(lambda db: db.execute("SELECT stage, reply FROM updates").fetchone())
    assert kept == (end, None)


async def test_a_reply_that_an_older_version_wrote_down_is_sent(
    state: Database, journal: Journal
) -> None:
    await journal.receive(1, 7, "{}")
    await journal.replied(1, [Outgoing("one")])
    state.call(lambda db: db.execute("UPDATE updates SET reply = '[\"{a} <b>\"]'").rowcount)

    (entry,) = await left_by(journal)

    assert entry.reply == (Outgoing("{a} <b>"),)
