"""Inline queries: the bot asked from within any chat."""
