"""A conversation by hand: lines typed are what one reader says, the bot's messages are printed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from typing import TextIO

from tests.botapi.messages import Message
from tests.botapi.people import Person
from tests.botapi.server import BotApiServer


def transcript(message: Message, edited: bool) -> Iterator[str]:
    """The lines that show a message: its text, its links, its numbered buttons."""
    yield f"bot{' (edited)' if edited else ''}: {message.text}"
    for label, url in message.links:
        yield f"  {label} -> {url}"
    for number, button in enumerate(message.buttons, start=1):
        yield f"  [{number}] {button.text}{f' -> {button.url}' if button.url else ''}"


async def converse(server: BotApiServer, reader: Person, lines: TextIO, out: TextIO) -> None:
    """Say each line as the reader, print what comes, until the lines end."""
    printing = asyncio.create_task(_print_messages(server, reader, out))
    try:
        async for line in _lines(lines):
            _act(server, reader, line, out)
    finally:
        printing.cancel()
        await asyncio.gather(printing, return_exceptions=True)


def _act(server: BotApiServer, reader: Person, line: str, out: TextIO) -> None:
    command, _, number = line.partition(" ")
    try:
        if command == "/press":
            _press(server, reader, number)
        elif line:
            server.say(line, reader)
    except ValueError as error:
        print(f"-- {error}", file=out, flush=True)


def _press(server: BotApiServer, reader: Person, number: str) -> None:
    """Press a button of the newest message that has any."""
    message = next((m for m in reversed(server.messages(reader.id)) if m.buttons), None)
    if message is None or not number.isdecimal() or not 1 <= int(number) <= len(message.buttons):
        raise ValueError("no such button: /press N takes a number shown in brackets")
    data = message.buttons[int(number) - 1].callback_data
    if data is None:
        raise ValueError("that button is a link")
    server.press(message, data, reader)


async def _print_messages(server: BotApiServer, reader: Person, out: TextIO) -> None:
    shown: dict[int, Message] = {}
    toasts = 0
    while True:
        for message in server.messages(reader.id):
            known = shown.get(message.message_id)
            if known != message:
                print(*transcript(message, known is not None), sep="\n", file=out, flush=True)
                shown[message.message_id] = message
        for answer in server.callback_answers[toasts:]:
            if answer.text:
                print(f"bot (toast): {answer.text}", file=out, flush=True)
        toasts = len(server.callback_answers)
        before = _visible(server, reader)

        def changed(before: object = before) -> bool:
            return _visible(server, reader) != before

        await server.wait_until(changed, timeout_s=None)


def _visible(server: BotApiServer, reader: Person) -> object:
    return server.messages(reader.id), len(server.callback_answers)


async def _lines(source: TextIO) -> AsyncIterator[str]:
    """Lines of a blocking stream; its thread is a daemon, so that Ctrl-C need not wait for it."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def pump() -> None:
        for line in source:
            loop.call_soon_threadsafe(queue.put_nowait, line.strip())
        loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=pump, daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line
