"""What the schedule keeps in mind, and what it forgets."""

import math

import pytest

from bot.limiter.endpoints import Kind, chat_of, kind_of, priority_of
from bot.limiter.schedule import Priority, Schedule
from bot.limiter.windows import Limits, Places, Window


def test_a_place_is_free_one_period_after_its_request_has_ended() -> None:
    places = Places(Window(2, 10.0))
    places.take()
    places.take()
    assert places.free_at(1.0) == math.inf
    places.leave(3.0)
    assert places.free_at(4.0) == 13.0
    places.leave(5.0)
    assert places.free_at(5.0) == 13.0
    assert not places.empty(14.0)
    assert places.free_at(13.0) == 13.0
    assert places.empty(15.0)


def test_a_message_is_withdrawn_while_it_waits_only() -> None:
    schedule = Schedule(Limits())
    first = schedule.add(1, Priority.ANSWER)
    assert schedule.start_due(0.0) is first
    schedule.withdraw(first)
    second = schedule.add(1, Priority.ANSWER)
    schedule.withdraw(second)
    schedule.end(first, 0.0)
    assert schedule.start_due(1.0) is None
    assert schedule.next_at(1.0) == math.inf


def test_the_longer_of_two_flood_waits_holds() -> None:
    schedule = Schedule(Limits())
    for until in (9.0, 5.0):
        schedule.hold_back(1, until)
        schedule.hold_back(None, until - 4)
    assert schedule.held_until(1) == 9.0
    assert schedule.held_until(2) == 5.0


def test_chats_long_silent_are_forgotten_and_those_held_back_are_not() -> None:
    schedule = Schedule(Limits(overall=Window(10_000, 0.0)))
    schedule.hold_back(7, 1e6)
    for chat in range(10, 3000):
        ticket = schedule.add(chat, Priority.ANSWER)
        assert schedule.start_due(10.0 * chat) is ticket
        schedule.end(ticket, 10.0 * chat)
    assert len(schedule._chats) < 1500
    assert schedule.held_until(7) == 1e6


@pytest.mark.parametrize("chat", [-5, "@readers"])
def test_whatever_is_no_reader_counts_as_a_group(chat: object) -> None:
    schedule = Schedule(Limits(chat=Window(1, 0.0), group=Window(2, 60.0)))
    for _ in range(2):
        ticket = schedule.add(chat, Priority.ANSWER)
        assert schedule.start_due(1.0) is ticket
        schedule.end(ticket, 1.0)
    schedule.add(chat, Priority.ANSWER)
    assert schedule.start_due(60.9) is None
    assert schedule.next_at(60.9) == 61.0


@pytest.mark.parametrize(
    ("data", "chat"),
    [
        ({"chat_id": 5}, 5),
        ({"chat_id": "-5"}, -5),
        ({"chat_id": "@Readers"}, "@readers"),
        ({"inline_message_id": "x"}, None),
        ({}, None),
    ],
)
def test_a_request_names_its_chat(data: dict[str, object], chat: object) -> None:
    assert chat_of(data) == chat


@pytest.mark.parametrize(
    ("endpoint", "kind"),
    [
        ("sendMessage", Kind.MESSAGE),
        ("editMessageReplyMarkup", Kind.MESSAGE),
        ("forwardMessage", Kind.MESSAGE),
        ("sendChatAction", Kind.SIGN),
        ("sendMessageDraft", Kind.SIGN),
        ("answerCallbackQuery", Kind.OTHER),
        ("answerInlineQuery", Kind.OTHER),
        ("getMe", Kind.OTHER),
    ],
)
def test_methods_are_of_three_kinds(endpoint: str, kind: Kind) -> None:
    assert kind_of(endpoint) is kind


def test_new_messages_are_more_urgent_than_changed_ones_unless_told_otherwise() -> None:
    assert priority_of("sendMessage") is Priority.ANSWER
    assert priority_of("editMessageText") is Priority.PAGE
