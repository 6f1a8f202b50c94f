"""What the bot says, and the words for it."""
