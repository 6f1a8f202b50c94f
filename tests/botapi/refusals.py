"""The one error a method may end in: what Telegram answers when it refuses a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Fields: TypeAlias = Mapping[str, object]
"""A JSON object on its way in or out: only the HTTP edge and the `to_api` functions see one."""


class ApiError(Exception):
    """A refusal with Telegram's status and wording.

    `retry_after` in seconds for a flood wait; `migrate_to` is the new id of a group that moved.
    """

    def __init__(
        self,
        code: int,
        description: str,
        retry_after: int | None = None,
        migrate_to: int | None = None,
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to

    def to_api(self) -> Fields:
        """The JSON body Telegram sends with this refusal."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.migrate_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.migrate_to}
        return body


def bad_request(reason: str) -> ApiError:
    """400, with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {reason}")


def not_found() -> ApiError:
    """404, for an unknown method or a token that is no token at all."""
    return ApiError(404, "Not Found")


def flood_wait(seconds: int) -> ApiError:
    """429 that asks for `seconds` of silence."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
