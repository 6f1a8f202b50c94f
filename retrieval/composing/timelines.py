"""Chooses the lines of a timeline: one sentence of each story of an affair, by date."""

from collections.abc import Sequence
from datetime import date, datetime, time

from retrieval.composing.quote import Quote, quote_of
from retrieval.composing.saying import says_the_same
from retrieval.evidence import Evidence

_WITHIN = 0.06
_WORDS_KEPT = 0.5


def choose_timeline(
    evidence: Sequence[Evidence], most: int = 8, within: float = _WITHIN
) -> list[Quote]:
    """The best sentence of each article of the affair, in order of publication; ``most`` at most.

    An article belongs to the affair where its best sentence scores at most ``within`` below the
    best of all, and says at least half as much of the question's words as the best does, where it
    says any. Undated articles are left out, and sentences that another line says already; of too
    many those that score best stay. Of one day, an earlier hour, as the source wrote it, goes
    before a later.
    """
    lines: list[Evidence] = []
    seen: set[str] = set()
    dated = [one for one in evidence if one.hit.article.published_day]
    bar_of_words = max((one.words_said for one in dated[:1]), default=0.0) * _WORDS_KEPT
    for one in dated:
        if len(lines) == most or one.score < evidence[0].score - within:
            break
        if one.hit.article.id in seen or 0.0 < one.words_said < bar_of_words:
            continue
        seen.add(one.hit.article.id)
        if not any(says_the_same(one.text, line.text) for line in lines):
            lines.append(one)
    lines.sort(key=_published)
    return [quote_of(one) for one in lines]


def _published(one: Evidence) -> tuple[date, time]:
    published = one.hit.article.published
    day = one.hit.article.published_day or date.min
    return day, published.time() if isinstance(published, datetime) else time.min
