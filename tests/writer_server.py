"""A server on loopback that speaks as OpenAI's does, and can fail, stall and lie as told."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    key: str
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """All that the messages say."""
        return "\n".join(message["content"] for message in self.body["messages"])


class WriterServer(ThreadingHTTPServer):
    """Does with every request what ``behaviour`` says."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour: Behaviour = says("Nothing.")
        self.asked: list[Asked] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    server: WriterServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(Asked(self.path, self.headers["Authorization"] or "", body))
        self.server.behaviour(self)

    def log_message(self, *_: Any) -> None:
        """Nothing on standard error."""

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def event(self, text: str) -> None:
        delta = {"role": "assistant", "content": text}
        choice = {"index": 0, "delta": delta, "finish_reason": None}
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        self.raw(f"data: {json.dumps({**chunk, 'choices': [choice]})}\n\n")

    def raw(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()


def says(text: str) -> Behaviour:
    """Streams ``text``, a few letters at a time."""
    return says_by(lambda _: text)


def says_by(reply: Callable[[Asked], str]) -> Behaviour:
    """Streams what ``reply`` makes of the request."""

    def behave(handler: Handler) -> None:
        text = reply(handler.server.asked[-1])
        handler.begin_stream()
        for start in range(0, len(text), 7):
            handler.event(text[start : start + 7])
        handler.raw("data: [DONE]\n\n")

    return behave


def fails(status: int, body: str = '{"error": {"message": "no"}}') -> Behaviour:
    """Answers with an error."""

    def behave(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body.encode())))
        handler.end_headers()
        handler.raw(body)

    return behave


def babbles(handler: Handler) -> None:
    """Says one thing without an end."""
    handler.begin_stream()
    while not handler.server.over.is_set():
        handler.event("The ferry sank on Monday [1]. ")


def drops(handler: Handler) -> None:
    """Hangs up after half a sentence."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.event("The ferry sank on Monday [1]. Nobody")
    handler.close_connection = True


def hangs_up(handler: Handler) -> None:
    """Says nothing at all."""
    handler.close_connection = True


def garbles(handler: Handler) -> None:
    """Streams what is no JSON."""
    handler.begin_stream()
    handler.raw("data: {half an obj\n\n")


def stalls(handler: Handler) -> None:
    """Begins, and goes silent."""
    handler.begin_stream()
    handler.event("The ferry sank")
    handler.server.over.wait(20)


def keeps_waiting(handler: Handler) -> None:
    """Shows that it lives, and says nothing: each sign comes well within the deadline."""
    handler.begin_stream()
    while not handler.server.over.is_set():
        handler.raw(": wait\n\n")
        time.sleep(0.05)


@contextmanager
def running() -> Iterator[WriterServer]:
    """A server that runs for as long as the block."""
    server = WriterServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
