"""A message on its way: its text, the buttons below it, and the answer it is part of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends ``data`` back when it is pressed, or opens ``url``, or lets the reader
    choose a chat in which ``inline`` is asked of the bot."""

    text: str
    data: str | None = None
    url: str | None = None
    inline: str | None = None

    def __post_init__(self) -> None:
        if [self.data, self.url, self.inline].count(None) != 2:
            raise ValueError(f"button {self.text!r} must do one thing")


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message in HTML. ``answer`` is the key of the kept answer that it is part of.

    ``reply_to`` is the id of a message that it is shown to reply to, where that is there still.
    """

    html: str
    keyboard: Keyboard = ()
    answer: str | None = None
    reply_to: int | None = None


def without_links(keyboard: Keyboard) -> Keyboard:
    """The keyboard without buttons that open an address."""
    return tuple(tuple(button for button in row if button.url is None) for row in keyboard)
