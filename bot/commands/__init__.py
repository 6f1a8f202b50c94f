"""The commands of ``dateline``: for operators, and a conversation in the terminal."""
