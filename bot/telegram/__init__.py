"""The bot at Telegram: updates come in, messages go out, and none is lost."""
