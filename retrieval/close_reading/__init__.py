"""A small model that reads question and article together and points at the words that answer."""
