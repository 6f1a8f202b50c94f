"""Which groups want answers, and who is in a chat."""

from inspect import signature

import pytest
from telegram import ChatMember, ChatMemberRestricted

from bot.groups.groups import Groups, is_inside
from bot.state.database import Database
from bot.state.kept_ids import IdTable
from tests.bot.id_sets import IdSet

USER = {"id": 42, "is_bot": True, "first_name": "Dateline"}


def test_a_group_begins_with_answers_and_says_how_it_is() -> None:
    groups = Groups(IdSet())
    assert not groups.is_silent(-5)

    groups.switch(-5, on=False)
    groups.switch(-5, on=False)
    assert groups.is_silent(-5)
    assert not groups.is_silent(-6)

    groups.switch(-5, on=True)
    assert not groups.is_silent(-5)


def test_a_wish_follows_a_group_and_may_be_told_twice() -> None:
    silent = IdSet({-5})
    groups = Groups(silent)

    groups.move(-5, -1005)
    groups.move(-5, -1005)
    groups.move(-6, -1006)

    assert silent.all() == {-1005}


def test_a_wish_is_kept(state: Database) -> None:
    Groups(IdTable(state, "silent_groups")).switch(-5, on=False)

    assert Groups(IdTable(state, "silent_groups")).is_silent(-5)


@pytest.mark.parametrize(
    ("standing", "inside"),
    [
        ({"status": "member"}, True),
        ({"status": "left"}, False),
        ({"status": "kicked", "until_date": 0}, False),
        ({"status": "restricted", "is_member": True, "until_date": 0}, True),
        ({"status": "restricted", "is_member": False, "until_date": 0}, False),
    ],
)
def test_who_is_in_a_chat(standing: dict[str, object], inside: bool) -> None:
    rights = signature(ChatMemberRestricted).parameters if "is_member" in standing else ()
    more = {name: True for name in rights if name.startswith("can_")}
    member = ChatMember.de_json({"user": USER, **more, **standing})

    assert is_inside(member) is inside
