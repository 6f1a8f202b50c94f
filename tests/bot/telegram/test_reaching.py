"""Telegram out of reach is waited for; a refusal is not."""

from collections import deque

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.telegram.reaching import until_reached


class Telegram:
    """Fails as planned, then answers."""

    def __init__(self, *faults: TelegramError) -> None:
        self._faults = deque(faults)

    async def ask(self) -> str:
        if self._faults:
            raise self._faults.popleft()
        return "here"


async def test_it_is_asked_until_it_answers(caplog: pytest.LogCaptureFixture) -> None:
    assert await until_reached(Telegram(NetworkError("no route")).ask) == "here"
    assert caplog.messages == ["Telegram cannot be reached (no route); trying again in 1 s"]


@pytest.mark.parametrize("refusal", [BadRequest("bad webhook"), InvalidToken()])
async def test_a_refusal_is_final(refusal: TelegramError) -> None:
    with pytest.raises(type(refusal)):
        await until_reached(Telegram(refusal, TimedOut()).ask)
