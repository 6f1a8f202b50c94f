"""A message on its way: its text, the buttons below it, and the answer it is part of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends ``data`` back when it is pressed, or opens ``url``."""

    text: str
    data: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) == (self.url is None):
            raise ValueError(f"button {self.text!r} must do one thing")


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message in HTML. ``answer`` is the key of the kept answer that it is part of."""

    html: str
    keyboard: Keyboard = ()
    answer: str | None = None


def without_links(keyboard: Keyboard) -> Keyboard:
    """The keyboard without buttons that open an address."""
    return tuple(tuple(button for button in row if button.url is None) for row in keyboard)
