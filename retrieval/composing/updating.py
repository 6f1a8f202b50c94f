"""Tells an update from a difference: the newer article may stand in the place of the older."""

from datetime import timedelta

from retrieval.composing.claims import Claim
from retrieval.composing.values.amounts import Amount, read_amounts
from retrieval.composing.values.asking import Asked, Kind
from retrieval.composing.values.words import words_for
from retrieval.times.folding import fold

_COUNTS_APART, _DAYS_APART = timedelta(days=45), timedelta(days=180)
"""Articles further apart speak of another year's fair, or another storm."""
_GROWS = timedelta(days=2)
_BEFALLEN = ("dead", "hurt", "missing", "held")


def one_updates(one: Claim, other: Claim, asked: Asked) -> bool:
    """Whether the newer of two articles can be an update of the older, or of another affair.

    It is where they are far apart in time, where one outlet has written both on different days,
    where the newer tells of a change from the older one's number, and where a count has grown: in a
    day or more if either says that it is not over, or, of the dead, hurt and the like, in two.
    """
    articles = one.evidence.hit.article, other.evidence.hit.article
    days = [article.published_day for article in articles]
    if days[0] is None or days[1] is None:
        return False
    gap = abs(days[0] - days[1])
    if gap > (_DAYS_APART if asked.kind is Kind.DAY else _COUNTS_APART):
        return True
    older, newer = (one, other) if days[0] <= days[1] else (other, one)
    if gap and articles[0].outlet and articles[0].outlet == articles[1].outlet:
        return True
    return _tells_of_change(newer, older) or (bool(gap) and _has_grown(older, newer, gap))


def _has_grown(older: Claim, newer: Claim, gap: timedelta) -> bool:
    words = words_for(newer.language)
    if words is None or not (isinstance(older.value, Amount) and isinstance(newer.value, Amount)):
        return False
    if newer.value.value < older.value.value:
        return False
    counting = words.has("counting", newer.folded) or words.has("counting", older.folded)
    return counting or (gap >= _GROWS and newer.scope[0] in _BEFALLEN)


def _tells_of_change(newer: Claim, older: Claim) -> bool:
    """Whether the newer article says elsewhere that the older one's number has been replaced."""
    words = words_for(newer.language)
    if words is None or not isinstance(older.value, Amount):
        return False
    article = newer.evidence.hit.article
    passage = newer.evidence.hit.passage
    for start, end in passage.sentences:
        text = article.body[start:end]
        if words.has("changed", fold(text)) and any(
            amount.value == older.value.value for amount in read_amounts(text, words)
        ):
            return True
    return False
