"""Statements whose speaker stands in another sentence, written apart from the rules."""
