"""Replies laid out: runs and blocks of text, and the buttons below."""
