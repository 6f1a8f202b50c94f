"""Snowball's stemmers, one a thread: each keeps the word it works on in itself."""

import threading

import snowballstemmer

_of_thread = threading.local()


def stemmer(name: str) -> snowballstemmer.stemmer:
    """The stemmer of this name (in English: "german"), which no other thread uses.

    Raises:
        KeyError: there is none of this name.
    """
    mine: dict[str, snowballstemmer.stemmer] = _of_thread.__dict__
    if name not in mine:
        mine[name] = snowballstemmer.stemmer(name)
    return mine[name]
