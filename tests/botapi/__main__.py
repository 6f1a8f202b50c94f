"""`python -m tests.botapi --port 8090`: the server by hand, with one reader at the keyboard."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys

from tests.botapi.console import converse
from tests.botapi.server import DEFAULT_TOKEN, BotApiServer


async def serve(port: int, token: str) -> None:
    """Serve until standard input ends."""
    server = BotApiServer(token)
    root = await server.start(port)
    try:
        print(f"Bot API server: {root}   token: {token}")
        print("start the bot with:")
        print(f"  DATELINE_TELEGRAM__TOKEN={token} DATELINE_TELEGRAM__BASE_URL={root}")
        print("type to the bot; /press N presses a button; Ctrl-D ends", flush=True)
        await converse(server, server.user(1001, "Reader"), sys.stdin, sys.stdout)
        for violation in server.violations:
            print(f"violation: {violation}")
        for refusal in server.refusals:
            print(f"refused: {refusal.method}: {refusal.status} {refusal.description}")
    finally:
        await server.stop()


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=8090, help="port on 127.0.0.1")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the one token that is valid")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(options.port, options.token))


if __name__ == "__main__":
    main()
