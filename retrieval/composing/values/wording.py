"""What a table of one language holds of what numbers and days are said of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, each field alternatives of a regular expression, folded.

    They are looked for from the beginning of a word on: ``kill`` finds "killed". ``dead``
    to ``held`` tell what befell those counted, ``women`` to ``children`` who they are; a value of
    one is none of another.
    """

    code: str
    joint: str
    """Words between parts of a sentence."""
    how_many: str
    how_much: str
    """How much, how long, how high: asks for an amount with its unit."""
    how_old: str
    when: str
    people: str
    about: str
    least: str
    most: str
    part: str
    """Beside a number that it is of a part, or comes on top: "another 3", "3 of them"."""
    changed: str
    """Of a value that took the place of another: "rose to", "earlier", "postponed"."""
    counting: str
    """Of a count that is not over: "so far"."""
    planned: str
    places: str
    """Prepositions before a place."""
    aged: str
    dead: str
    hurt: str
    missing: str
    held: str
    women: str
    men: str
    children: str
    begins: str
    ends: str
    town: str
    region: str
    prefixes: str = ""
    """Letters that may be written together with the word after them."""
    spaced: bool = True
