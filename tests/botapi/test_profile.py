"""What the bot says about itself, and what it may ask."""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "Help", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "/help", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "", "description": "x"}], "command must be non-empty"),
        ([{"command": "help", "description": ""}], "command description must be non-empty"),
    ],
)  # fmt: skip
async def test_bad_commands_are_refused(stage: Stage, commands: list[object], reason: str) -> None:
    refused = await stage.client.refusal("setMyCommands", commands=commands)
    assert refused == (400, f"Bad Request: {reason}")


async def test_commands_by_language_and_scope(stage: Stage) -> None:
    commands = [{"command": "help", "description": "x"}]
    await stage.client.result("setMyCommands", commands=commands, language_code="ru")
    assert await stage.client.result("getMyCommands", language_code="ru") == commands
    assert await stage.client.result("getMyCommands") == []
    scope = {"type": "all_private_chats"}
    await stage.client.result("setMyCommands", commands=commands, scope=scope)
    assert await stage.client.result("getMyCommands", scope=scope) == commands
    assert await stage.client.result("getMyCommands", scope={"type": "default"}) == []
    assert await stage.client.result("deleteMyCommands", scope=scope) is True
    assert await stage.client.result("getMyCommands", scope=scope) == []
    refused = await stage.client.refusal("getMyCommands", language_code="english")
    assert refused == (400, "Bad Request: invalid language code specified")


@pytest.mark.parametrize(
    ("method", "field"),
    [
        ("MyName", "name"),
        ("MyDescription", "description"),
        ("MyShortDescription", "short_description"),
    ],
)
async def test_texts_are_kept(stage: Stage, method: str, field: str) -> None:
    await stage.client.result(f"set{method}", **{field: "я"})
    assert await stage.client.result(f"get{method}") == {field: "я"}


async def test_a_client_offers_the_narrowest_commands(stage: Stage) -> None:
    server, reader = stage.server, stage.reader
    pavlo = server.user(1002, "Pavlo", "uk-UA")
    group = server.group(-5, "Desk", reader, pavlo)
    server.promote(group, pavlo)
    menus: dict[str, dict[str, object]] = {
        "everywhere": {},
        "private": {"scope": {"type": "all_private_chats"}},
        "private_uk": {"scope": {"type": "all_private_chats"}, "language_code": "uk"},
        "groups": {"scope": {"type": "all_group_chats"}},
        "admins": {"scope": {"type": "all_chat_administrators"}},
        "mine": {"scope": {"type": "chat", "chat_id": reader.id}},
    }
    assert server.menu(reader) == ()
    for name, where in menus.items():
        commands = [{"command": name, "description": "x"}]
        await stage.client.result("setMyCommands", commands=commands, **where)
    assert [server.menu(one) for one in (reader, pavlo)] == [("mine",), ("private_uk",)]
    assert [server.menu(one, group) for one in (reader, pavlo)] == [("groups",), ("admins",)]
    assert server.menu(server.user(1003, "Uma", None)) == ("private",)
    await stage.client.result("deleteMyCommands", scope={"type": "all_group_chats"})
    assert server.menu(reader, group) == ("everywhere",)
    scope = {"type": "chat", "chat_id": 9}
    refused = await stage.client.refusal("setMyCommands", commands=[], scope=scope)
    assert refused == (400, "Bad Request: chat not found")


async def test_looking_up(stage: Stage) -> None:
    me = await stage.client.result("getMe")
    assert isinstance(me, dict)
    assert me["is_bot"] is True
    group = stage.server.group(-5, "Desk", stage.reader)
    chat = await stage.client.result("getChat", chat_id=group.id)
    assert isinstance(chat, dict)
    assert chat["title"] == "Desk"
    for user_id in (stage.reader.id, me["id"]):
        member = await stage.client.result("getChatMember", chat_id=group.id, user_id=user_id)
        assert isinstance(member, dict)
        assert member["status"] == "member"
    refused = await stage.client.refusal("getChatMember", chat_id=group.id, user_id=9)
    assert refused == (400, "Bad Request: user not found")
    assert await stage.client.refusal("getChat", chat_id="@nobody") == (
        400,
        "Bad Request: chat not found",
    )
    assert await stage.client.result("logOut") is True
    assert await stage.client.result("close") is True
