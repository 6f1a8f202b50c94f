"""What the bot keeps of its readers, in a SQLite file of its own beside the index."""
