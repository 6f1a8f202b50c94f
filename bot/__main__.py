"""``python -m bot`` is ``dateline``."""

from bot.command import main

main()
