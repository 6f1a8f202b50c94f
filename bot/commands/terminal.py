"""The conversation in a terminal, or over standard input one question a line."""

import json
import sys
from datetime import UTC, datetime, tzinfo
from io import TextIOWrapper

from rich.console import Console

from bot.commands.json_contract import reply_as_json
from bot.commands.terminal_text import print_reply
from bot.conversation import Conversation

HOW_TO_GET_A_TOKEN = (
    "No Telegram token: chatting here. For Telegram, get one from @BotFather (/newbot) and put "
    "DATELINE_TELEGRAM__TOKEN=… in .env."
)
_PROMPT = "\nYou: "


def run_terminal(
    conversation: Conversation, old_after_days: int, zone: tzinfo = UTC, *, as_json: bool = False
) -> None:
    """Answer until end of file. Prompts only where a person sits at the terminal."""
    console = Console(highlight=False)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a line in another encoding must not end the chat
    interactive = sys.stdin.isatty() and not as_json
    while (line := _read(interactive)) is not None:
        if not line.strip():
            continue
        reply = conversation.reply(line, datetime.now(zone))
        if as_json:
            print(json.dumps(reply_as_json(reply), ensure_ascii=False), flush=True)
        else:
            print_reply(console, reply, old_after_days)
            if not interactive:
                console.print()


def _read(interactive: bool) -> str | None:
    """The next line without its end, or None at end of file."""
    if interactive:
        import readline  # noqa: F401  (arrow keys and history at the prompt)

        try:
            return input(_PROMPT)
        except (EOFError, KeyboardInterrupt):
            return None
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
