"""Where a verb of saying attributes nothing: as a noun, in the passive, in a clause beside."""

from collections.abc import Sequence

from retrieval.composing.wording.wording import Wording
from retrieval.composing.words_in_order import Word

INDEFINITE = frozenset("a an un une uma um una ein eine einen einer no any every each".split())
_NOUNS_TOO = frozenset("reports claims notes posts states estimates answers reported".split())
_AFTER_NOUNS = frozenset("about of from on by for to in and cases".split())
_ONLY_WITH = {"heißt": ("es",), "hieß": ("es",)}
_ASKING = frozenset({"asked", "asks"})
_TIME = frozenset(
    "when after before until once als nachdem bevor cuando después quand lorsque".split()
)
_RELATIVES = frozenset("who which qui".split())
AND = frozenset("and y e et und и і й та".split())
_NOTHING = ("them", "so", "it")
_LONG = 4
"""Letters of a verb form that its ending may tell."""


def is_none(tokens: Sequence[Word], j: int, wording: Wording, named: Sequence[bool]) -> bool:
    """Whether the verb of saying at ``j`` gives the sentence no source."""
    verb = tokens[j].low
    of_whom = j > 0 and tokens[j - 1].low in _RELATIVES and not tokens[j - 1].breaks
    if of_whom or _is_hearsay(tokens, j, wording) or _in_clause_of_time(tokens, j):
        return True  # "managers who asked"
    if verb in _ONLY_WITH and tokens[min(j + 1, len(tokens) - 1)].low not in _ONLY_WITH[verb]:
        return True
    if verb in _ASKING and j + 1 < len(tokens) and tokens[j + 1].low == "for":
        return True  # a request, not words
    if j and (tokens[j - 1].low in wording.passive or _says_nothing(tokens, j, wording)):
        return True
    if j and not tokens[j].breaks and tokens[j - 1].low in (wording.articles | INDEFINITE):
        return True  # a noun of the same form
    if verb in _NOUNS_TOO and j + 1 < len(tokens) and tokens[j + 1].low in _AFTER_NOUNS:
        subject = j and (named[j - 1] or tokens[j - 1].low in wording.pronouns)
        if not subject:
            return True  # "fourteen reports about the election"
    if not j and tokens[0].capital and not wording.null_subject and verb != "so":
        following = tokens[1] if len(tokens) > 1 else None
        if following is None or not (following.capital or following.low in wording.pronouns):
            return True  # "Asked about the car, he said"
    if verb == "so" and not (j and tokens[j].breaks) and not (j == 0 and len(tokens) < 8):
        return True  # German "so Holm" stands after a comma or a quotation
    # "faster than the models had predicted"
    return any(one.low == "than" for one in tokens[max(0, j - 4) : j])


def _says_nothing(tokens: Sequence[Word], j: int, wording: Wording) -> bool:
    """Whether nothing is said after the verb of a second clause: "…, and had told them so"."""
    k = j - 1
    while k and tokens[k].low in wording.between:
        k -= 1
    ends = len(tokens) - j <= 1 + len(_NOTHING) and tokens[-1].low in _NOTHING
    return ends and tokens[k].low in AND


def _is_hearsay(tokens: Sequence[Word], j: int, wording: Wording) -> bool:
    """Whether saying is itself reported: "aurait promis"."""
    before = tokens[max(0, j - 3) : j]
    endings = wording.reported_endings
    return bool(endings) and any(
        len(one.low) > _LONG and one.low.endswith(endings) for one in before
    )


def _in_clause_of_time(tokens: Sequence[Word], j: int) -> bool:
    """Whether the verb only tells the time: "five witnesses when she told him"."""
    k = j
    while k and not tokens[k].breaks and tokens[k].low not in _TIME:
        k -= 1
    return k > 0 and tokens[k].low in _TIME and not tokens[k].breaks
