"""An answer is shared by a link: whoever follows it reads question and answer."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio
from syrupy.assertion import SnapshotAssertion

from bot.state.retention import delete_old
from bot.state.shares import TOKEN
from bot.words.saying import say
from tests.bot.samples import SANK, VALVE
from tests.bot.waiting import until
from tests.botapi import Message
from tests.end_to_end.library import Library, library
from tests.end_to_end.telegram_stage import MODES, as_seen, assert_clean

GROUP = -77


@pytest_asyncio.fixture(params=MODES)
async def one(request: pytest.FixtureRequest) -> AsyncIterator[Library]:
    async with library(request.param) as one:
        yield one


def share_button(message: Message) -> str:
    """What the Share button below a message carries."""
    (button,) = [one for one in message.buttons if one.text == say("button-share")]
    return button.callback_data or ""


async def shared(one: Library, message: Message) -> Message:
    """The message once its Share button has been pressed."""
    one.stage.server.press(message, share_button(message), one.stage.reader)

    def now() -> Message:
        return next(
            m
            for m in one.stage.server.messages(message.chat.id)
            if m.message_id == message.message_id
        )

    await until(lambda: now().reply_markup != message.reply_markup)
    return now()


def link_of(message: Message) -> tuple[str, str]:
    """The link that the button below a message hands on, and the words about it."""
    (button,) = [one for one in message.buttons if one.text == say("button-share-link")]
    fields = parse_qs(urlsplit(button.url or "").query)
    return fields["url"][0], fields["text"][0]


async def token_for(one: Library, question: str) -> str:
    (answer,) = await one.stage.told(question)
    link, _ = link_of(await shared(one, answer))
    return parse_qs(urlsplit(link).query)["start"][0]


async def followed(one: Library, token: str, count: int = 1) -> Message:
    """What somebody else reads who follows the link."""
    other = one.stage.server.user(1002, "Bo")
    one.stage.server.follow_link(token, other)
    return (await one.stage.messages(count, other))[-1]


async def test_the_share_button_becomes_ways_to_hand_the_answer_on(one: Library) -> None:
    (answer,) = await one.stage.told("What sank?")

    after = await shared(one, answer)

    link, words = link_of(after)
    host, _, token = link.partition("?start=")
    assert host == "https://t.me/dateline_test_bot"
    assert TOKEN.fullmatch(token)
    assert words == "What sank?"
    assert [button.switch_inline_query for button in after.buttons][-1] == f"share {token}"
    assert say("button-share") not in [button.text for button in after.buttons]
    kept = [button.text for button in answer.buttons if button.text != say("button-share")]
    assert [button.text for button in after.buttons][: len(kept)] == kept
    assert one.stage.server.callback_answers[-1].text == say("share-ready")
    assert_clean(one.stage.server)


async def test_nothing_is_shared_before_the_button_is_pressed(one: Library) -> None:
    await one.stage.told("What sank?")

    assert one.stage.state.call(lambda db: db.execute("SELECT * FROM shares").fetchall()) == []


async def test_an_answer_has_one_link_however_often_it_is_shared(one: Library) -> None:
    (answer,) = await one.stage.told("What sank?")
    first = link_of(await shared(one, answer))
    one.stage.server.press(answer, share_button(answer), one.stage.reader, stale=True)
    await one.stage.server.wait_until(lambda: len(one.stage.server.callback_answers) == 2)

    (after,) = one.stage.server.messages(one.stage.reader.id)
    assert link_of(after) == first


async def test_who_follows_the_link_reads_question_and_answer(
    one: Library, snapshot: SnapshotAssertion
) -> None:
    token = await token_for(one, "What sank?")

    message = await followed(one, token)

    assert message.text.startswith(say("asked", question="What sank?"))
    assert SANK in message.text
    assert [button.text for button in message.buttons] == [say("button-open")]
    assert as_seen(message) == snapshot
    assert_clean(one.stage.server)


@pytest.mark.parametrize("change", ["changed", "removed"])
async def test_who_follows_the_link_later_is_told_what_became_of_the_article(
    one: Library, change: str, snapshot: SnapshotAssertion
) -> None:
    token = await token_for(one, "What sank?")
    del one.index.stored["ferry"]
    if change == "changed":
        one.index.stored["ferry"] = replace(one.article, body="The ferry never sank.")

    message = await followed(one, token)

    assert SANK not in message.text
    assert say(f"article-{change}") in message.text
    assert as_seen(message) == snapshot


async def test_an_unknown_link_is_told_of_kindly(one: Library) -> None:
    message = await followed(one, "A" * 22)

    assert message.text == say("share-unknown")
    assert one.service.asked == []


async def test_a_link_goes_with_its_answer(one: Library) -> None:
    token = await token_for(one, "What sank?")
    in_two_days = time.time() + 2 * 86_400
    deleted = one.stage.state.call(delete_old(1, in_two_days))
    assert deleted.answers == 1

    assert (await followed(one, token)).text == say("share-unknown")
    assert one.stage.state.call(lambda db: db.execute("SELECT * FROM shares").fetchall()) == []


async def test_a_link_does_not_show_what_its_question_was_changed_to(one: Library) -> None:
    token = await token_for(one, "What sank?")
    one.stage.server.edit(1, "Why did it sink?", one.stage.reader.id)
    await until(lambda: one.stage.server.messages(1001)[0].text.startswith(VALVE))

    assert (await followed(one, token)).text == say("share-unknown")


async def test_anything_else_behind_start_is_a_beginning(one: Library) -> None:
    message = await followed(one, "from_a_friend")

    assert message.text.startswith(say("greeting"))


async def test_of_an_answer_in_a_group_anybody_there_may_make_a_link(one: Library) -> None:
    group = one.stage.server.group(GROUP, "Readers", one.stage.reader)
    (answer,) = await one.stage.told("/ask What sank?", chat=group)

    link, _ = link_of(await shared(one, answer))

    assert TOKEN.search(link)


async def test_where_the_answer_is_gone_there_is_no_link(one: Library) -> None:
    (answer,) = await one.stage.told("What sank?")
    one.stage.state.call(lambda db: db.execute("DELETE FROM answers").rowcount)
    one.stage.server.press(answer, share_button(answer), one.stage.reader)
    await one.stage.server.wait_until(lambda: one.stage.server.callback_answers)

    assert one.stage.server.callback_answers[-1].text == say("press-expired")
    assert one.stage.server.calls("editMessageReplyMarkup") == ()


async def test_a_refusal_is_not_shared(one: Library) -> None:
    (refused,) = await one.stage.told("What swam?")

    assert say("button-share") not in [button.text for button in refused.buttons]
