"""Who is let in, and what operators may do from within Telegram."""
