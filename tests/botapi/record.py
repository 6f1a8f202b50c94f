"""What happened to the server, in order: requests, refusals and violations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.bot_api_calls import CALLS


class Request(NamedTuple):
    """One request as the bot sent it: the method in Telegram's spelling, values decoded."""

    method: str
    params: Mapping[str, object]


class Refusal(NamedTuple):
    """One request that was refused, with Telegram's wording."""

    method: str
    status: int
    description: str


@dataclass(slots=True)
class Record:
    """Three growing lists. A violation is what Telegram lets pass or mangles and we do not."""

    requests: list[Request] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def request(self, method: str, params: Mapping[str, object]) -> None:
        """Keep a request."""
        self.requests.append(Request(method, params))
        CALLS.asked(method)

    def violation(self, method: str, what: object) -> None:
        """Keep a violation by a request."""
        self.violations.append(f"{method}: {what}")
        CALLS.violations.append(self.violations[-1])
