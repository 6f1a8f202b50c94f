"""Pushing updates to the bot's own address instead of waiting to be polled."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from tests.botapi.refusals import Fields
from tests.botapi.updates import PendingUpdate, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_REQUEST_TIMEOUT_S = 10.0
_LONGEST_PAUSE_S = 1.0


@dataclass(frozen=True, slots=True)
class Hook:
    """Where updates go and what proves that they come from us."""

    url: str
    secret_token: str | None = None
    max_connections: int = 40


class WebhookSender:
    """Sends one update after the other, so their order is kept; each is tried `attempts` times.

    Telegram goes on for a day: here an update that is given up lands in `lost`, and the next
    one is sent. `backoff_s` is the first pause and doubles up to a second.
    """

    def __init__(self, queue: UpdateQueue, attempts: int = 6, backoff_s: float = 0.02) -> None:
        self.hook: Hook | None = None
        self.lost: list[PendingUpdate] = []
        self._queue = queue
        self._attempts = attempts
        self._backoff_s = backoff_s
        self._task: asyncio.Task[None] | None = None
        self._last_error: tuple[int, str] | None = None

    async def start(self, hook: Hook) -> None:
        """Send to `hook` from now on, instead of any earlier one."""
        await self.stop()
        self.hook = hook
        self._last_error = None
        self._task = asyncio.create_task(self._run(hook))

    async def stop(self) -> None:
        """Send no more; an update on its way stays in the queue."""
        self.hook = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def to_api(self) -> Fields:
        """The Bot API `WebhookInfo` object."""
        info: dict[str, object] = {
            "url": self.hook.url if self.hook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue.pending),
        }
        if self.hook:
            info["max_connections"] = self.hook.max_connections
        if self._last_error:
            info["last_error_date"], info["last_error_message"] = self._last_error
        if self._queue.allowed is not None:
            info["allowed_updates"] = sorted(self._queue.allowed)
        return info

    async def _run(self, hook: Hook) -> None:
        client = AsyncHTTPClient(force_instance=True)
        try:
            while True:
                update = await self._queue.first()
                if not await self._delivered(client, hook, update):
                    self.lost.append(update)
                self._queue.acknowledge(update.update_id + 1)
        finally:
            client.close()

    async def _delivered(self, client: AsyncHTTPClient, hook: Hook, update: PendingUpdate) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret_token is not None:
            headers[SECRET_HEADER] = hook.secret_token
        request = HTTPRequest(
            hook.url,
            method="POST",
            headers=headers,
            body=json.dumps(update.to_api()),
            request_timeout=_REQUEST_TIMEOUT_S,
            follow_redirects=False,
        )
        for attempt in range(self._attempts):
            try:
                response = await client.fetch(request, raise_error=False)
                if 200 <= response.code < 300:
                    return True
                reason = f"Wrong response from the webhook: {response.code} {response.reason}"
            except (OSError, HTTPClientError) as error:
                reason = str(error) or type(error).__name__
            self._last_error = int(time.time()), reason
            if attempt + 1 < self._attempts:
                await asyncio.sleep(min(self._backoff_s * 2 ** min(attempt, 9), _LONGEST_PAUSE_S))
        return False
