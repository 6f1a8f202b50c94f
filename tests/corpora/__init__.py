"""Invented one-article corpora with questions, for end-to-end tests."""
