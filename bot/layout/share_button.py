"""The Share button below an answer, and what it becomes once there is a link."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from bot.layout.outgoing import Button, Keyboard
from bot.layout.press_data import View
from bot.words.saying import say

PATTERN = re.compile(r"h:(?P<key>[\w-]{10}):(?P<page>[1-9])(?P<full>f?)")
"""What stands behind it, from the first character to the last."""

INLINE = "share"
"""The word before a token in what is asked inline."""
_MOST_OF_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Share:
    """The wish to share the answer of a key, below ``view``."""

    key: str
    view: View

    def data(self) -> str:
        """The wish in the form that :func:`share_of` reads."""
        return f"h:{self.key}:{self.view.page}{'f' if self.view.full else ''}"


def share_of(data: str | None) -> Share | None:
    """The wish that a button carries; None for what is none."""
    read = PATTERN.fullmatch(data or "")
    return Share(read["key"], View(int(read["page"]), bool(read["full"]))) if read else None


def share_button(share: Share) -> Button:
    """The button by which a reader shares an answer."""
    return Button(say("button-share"), share.data())


def shared_keyboard(
    keyboard: Keyboard, share: Share, token: str, question: str, bot: str, *, inline: bool
) -> Keyboard:
    """``keyboard`` with ways to hand the answer on, in the place of the button for it.

    ``bot`` is the bot's name; ``inline``: it may be asked inline.
    """
    rows = (tuple(one for one in row if one.data != share.data()) for row in keyboard)
    ways = [Button(say("button-share-link"), url=_dialog(bot, token, question))]
    if inline:
        ways.append(Button(say("button-share-chat"), inline=f"{INLINE} {token}"))
    return (*(row for row in rows if row), tuple(ways))


def link(bot: str, token: str) -> str:
    """The address that opens the bot and shows the answer of a token."""
    return f"https://t.me/{bot}?start={token}"


def _dialog(bot: str, token: str, question: str) -> str:
    """The address that opens Telegram's own dialog for sharing a link with a line about it."""
    line = question
    if len(line) > _MOST_OF_QUESTION:
        line = f"{line[: _MOST_OF_QUESTION - 1]}…"
    fields = urlencode({"url": link(bot, token), "text": line}, quote_via=quote)
    return f"https://t.me/share/url?{fields}"
