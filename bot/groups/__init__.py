"""The bot in groups: what it answers there, and what the group's admins say."""
