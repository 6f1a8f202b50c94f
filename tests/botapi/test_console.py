"""The conversation by hand."""

from __future__ import annotations

import asyncio
import io
import os

from tests.botapi.conftest import Stage
from tests.botapi.console import converse


async def test_lines_become_messages_and_messages_lines(stage: Stage) -> None:
    read_end, write_end = os.pipe()
    out = io.StringIO()
    with os.fdopen(read_end) as lines, os.fdopen(write_end, "w", buffering=1) as keyboard:
        talk = asyncio.create_task(converse(stage.server, stage.reader, lines, out))
        print("hello", file=keyboard)
        updates = await stage.client.result("getUpdates", timeout=5)
        assert isinstance(updates, list)
        assert updates[0]["message"]["text"] == "hello"
        buttons = [[{"text": "More", "callback_data": "m"}, {"text": "Go", "url": "a.org"}]]
        message_id = await stage.sent(
            '<a href="https://a.org/1">[1]</a>',
            parse_mode="HTML",
            reply_markup={"inline_keyboard": buttons},
        )
        print("/press 3", "/press 2", "/press 1", sep="\n", file=keyboard)
        offset = updates[0]["update_id"] + 1
        await stage.client.result("getUpdates", timeout=5, offset=offset)
        (query,) = stage.server.unanswered
        await stage.client.result("answerCallbackQuery", callback_query_id=query.id, text="ok")
        await stage.client.result(
            "editMessageText", chat_id=stage.reader.id, message_id=message_id, text="done"
        )
        keyboard.close()
        await asyncio.wait_for(talk, 5)
    assert out.getvalue().splitlines() == [
        "bot: [1]",
        "  [1] -> https://a.org/1",
        "  [1] More",
        "  [2] Go -> a.org",
        "-- no such button: /press N takes a number shown in brackets",
        "-- that button is a link",
        "bot (toast): ok",
        "bot (edited): done",
    ]
