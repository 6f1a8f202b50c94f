"""The whole program with the real encoder: from an article on disk to what a reader sees."""
