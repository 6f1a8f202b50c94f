"""A chat becomes questions and replies. The only package that is async and that knows Telegram.

``composition`` is the one place where the parts of all three packages are put together.
"""
