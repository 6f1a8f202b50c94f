"""The HTTP edge: addresses, tokens, bodies in three encodings, answers in JSON."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Coroutine
from typing import Any

from tornado.web import Application, RequestHandler

from tests.botapi.dispatch import Dispatcher, Dropped
from tests.botapi.refusals import ApiError, Fields, bad_request, not_found

_TOKEN = re.compile(r"\d+:[\w-]{3,}", re.ASCII)


class InFlight:
    """Requests being answered, so that a server that stops can let go of them."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[object]:
        """Begin the work and keep it until it is done."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def cancel(self) -> None:
        """End whatever still waits, and wait until it has ended."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class MethodHandler(RequestHandler):
    """One request to `/bot<token>/<method>`."""

    def initialize(self, token: str, dispatcher: Dispatcher, in_flight: InFlight) -> None:
        """Called by tornado with what `make_application` was given."""
        self._token = token
        self._dispatcher = dispatcher
        self._in_flight = in_flight
        self._work: asyncio.Task[object] | None = None

    async def get(self, token: str, method: str) -> None:
        """Telegram takes every method by GET and by POST."""
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        """Check the token, carry out the method, answer."""
        try:
            self._check_token(token)
            self._work = self._in_flight.start(self._dispatcher.answer(method, self._params()))
            await asyncio.wait((self._work,))
            if self._work.cancelled():
                raise Dropped
            self._reply(200, {"ok": True, "result": self._work.result()})
        except ApiError as refusal:
            self._reply(refusal.code, refusal.to_api())
        except Dropped:
            self.detach().close()

    def on_connection_close(self) -> None:
        """The bot hung up: whoever waited for the answer is gone."""
        if self._work is not None:
            self._work.cancel()

    def _check_token(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise not_found()
        if not hmac.compare_digest(token, self._token):
            raise ApiError(401, "Unauthorized")

    def _params(self) -> dict[str, object]:
        if self.request.files:
            raise bad_request("uploads are unknown to this server")
        arguments = {**self.request.query_arguments, **self.request.body_arguments}
        params: dict[str, object] = {}
        for name, values in arguments.items():
            try:
                params[name] = values[-1].decode()
            except UnicodeDecodeError as error:
                raise bad_request("strings must be encoded in UTF-8") from error
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            params.update(self._json_body())
        return params

    def _json_body(self) -> Fields:
        try:
            body = json.loads(self.request.body)
        except ValueError as error:
            raise bad_request("can't parse JSON object") from error
        if not isinstance(body, dict):
            raise bad_request("can't parse JSON object")
        return body

    def _reply(self, status: int, body: Fields) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(body))


class UnknownAddress(RequestHandler):
    """Anything that is no method of any bot."""

    def prepare(self) -> None:
        """Answer 404 whatever the verb."""
        self.set_status(404)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(not_found().to_api()))


def make_application(token: str, dispatcher: Dispatcher, in_flight: InFlight) -> Application:
    """The web application for one bot."""
    given = {"token": token, "dispatcher": dispatcher, "in_flight": in_flight}
    return Application(
        [(r"/bot([^/]+)/([^/]+)", MethodHandler, given)],
        default_handler_class=UnknownAddress,
        log_function=lambda handler: None,  # an access log would hold the token
    )
