"""Keeps the bot within Telegram's limits, so that it is never banned for flooding.

``windows``, ``schedule`` and ``endpoints`` are pure; ``rate_limiter`` runs them on the event loop.
"""
