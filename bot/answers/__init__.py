"""Answers that were given, shown again: their pages, presses of their buttons, their shares."""
