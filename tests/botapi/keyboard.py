"""Which keyboards Telegram accepts under a message."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, TelegramObject

from tests.botapi.links import BadLink, checked_link
from tests.botapi.refusals import Fields, bad_request

MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100


def check_keyboard(markup: TelegramObject | None) -> InlineKeyboardMarkup | None:
    """Refuse what Telegram refuses; only an inline keyboard stays with the message."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    buttons = [button for row in markup.inline_keyboard for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    return markup if buttons else None


def keyboard_to_api(markup: InlineKeyboardMarkup | None) -> Fields | None:
    """The Bot API object, with only what the bot set."""
    if markup is None:
        return None
    result: Fields = markup.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return result


def _check_button(button: InlineKeyboardButton) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    actions = button.model_fields_set - {"text", "style", "icon_custom_emoji_id"}
    if len(actions) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if button.callback_data is not None:
        if not 0 < len(button.callback_data.encode()) <= MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.url is not None:
        try:
            checked_link(button.url)
        except BadLink as error:
            raise bad_request(
                f"inline keyboard button URL '{button.url}' is invalid: {error}"
            ) from error
