"""What a row of a table names in its request and is only there once its test runs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from tests.botapi.conftest import Stage

GROUP_ID = -5


class Given(Enum):
    """A value that is made up when it is needed."""

    MESSAGE = "a message of the bot's"
    PRESS = "a press that waits"
    INLINE = "an inline query that waits"
    GROUP = "a group"


async def there(stage: Stage, params: Mapping[str, object]) -> dict[str, object]:
    """The parameters, with what they name made up; None is one that is not sent."""
    real = {name: value for name, value in params.items() if value is not None}
    for name, value in real.items():
        if isinstance(value, Given):
            real[name] = await _made(stage, value)
    return real


async def _made(stage: Stage, given: Given) -> object:
    match given:
        case Given.MESSAGE:
            return await stage.sent("before")
        case Given.PRESS:
            keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
            await stage.sent(reply_markup=keyboard)
            stage.server.press(stage.server.messages(stage.reader.id)[-1], "x", stage.reader)
            return stage.server.unanswered[-1].id
        case Given.INLINE:
            stage.server.inline("words", stage.reader)
            return stage.server.unanswered[-1].id
        case Given.GROUP:
            return stage.server.group(GROUP_ID, "Desk", stage.reader).id
