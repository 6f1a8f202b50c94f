"""Reads the numbers of a text, in figures and in words, in the languages of the interface."""

from retrieval.numbers.reading import Number, numbers_in

__all__ = ["Number", "numbers_in"]
