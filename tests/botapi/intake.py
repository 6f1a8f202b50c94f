"""Methods by which the bot takes updates: polling or a webhook, never both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiogram import methods

from tests.botapi.refusals import ApiError, Fields, bad_request
from tests.botapi.updates import UpdateQueue
from tests.botapi.webhook import Hook, WebhookSender

MAX_SECRET = 256
WEBHOOK_PORTS = (443, 80, 88, 8443)
WEBHOOK_IS_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Intake:
    """The methods; `allow_http` takes loopback webhooks, where Telegram demands https."""

    queue: UpdateQueue
    sender: WebhookSender
    allow_http: bool

    async def get_updates(self, call: methods.GetUpdates) -> list[Fields]:
        """`getUpdates`"""
        if self.sender.hook is not None:
            raise ApiError(409, WEBHOOK_IS_ACTIVE)
        self.queue.allow(call.allowed_updates)
        limit = 100 if call.limit is None else call.limit
        updates = await self.queue.poll(call.offset or 0, limit, call.timeout or 0)
        return [update.to_api() for update in updates]

    async def set_webhook(self, call: methods.SetWebhook) -> bool:
        """`setWebhook`; an empty url takes the webhook away."""
        secret = call.secret_token
        if secret is not None and len(secret) > MAX_SECRET:
            raise bad_request("secret token is too long")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
            raise bad_request("secret token contains unallowed characters")
        if call.url:
            self._check_url(call.url)
        self.queue.allow(call.allowed_updates)
        if call.drop_pending_updates:
            self.queue.pending.clear()
        if call.url:
            await self.sender.start(Hook(call.url, secret, call.max_connections or 40))
        else:
            await self.sender.stop()
        return True

    async def delete_webhook(self, call: methods.DeleteWebhook) -> bool:
        """`deleteWebhook`; a success where there is none, too."""
        await self.sender.stop()
        if call.drop_pending_updates:
            self.queue.pending.clear()
        return True

    async def get_webhook_info(self, call: methods.GetWebhookInfo) -> Fields:
        """`getWebhookInfo`"""
        return self.sender.to_api()

    def _check_url(self, url: str) -> None:
        parts = urlsplit(url)
        if not parts.hostname or parts.scheme not in ("http", "https"):
            raise bad_request("bad webhook: invalid webhook URL specified")
        if self.allow_http and parts.hostname in ("127.0.0.1", "localhost", "::1"):
            return
        if parts.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if (parts.port or 443) not in WEBHOOK_PORTS:
            ports = "80, 88, 443 or 8443"
            raise bad_request(f"bad webhook: Webhook can be set up only on ports {ports}")
