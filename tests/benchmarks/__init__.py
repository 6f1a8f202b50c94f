"""Measurements anyone can repeat; never part of the tests."""
