"""The one place of every number that orders passages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """How much each sign counts when passages are ordered.

    Attributes:
        dense: of the cosine, scaled to 0…1 over the passages that the search by meaning found.
        keyword: of BM25, scaled likewise.
        recent: given to an article of the day asked where the question speaks of the present;
            what is left of it after ``recent_days`` days is 1/e.
        recent_days: days.
        young: the same where the question names no time at all: old articles may be meant too.
        young_days: days.
        of_period: given to articles of a period that the question names as that of an event.
        relevant: where the newest is wanted, hits at most this far below the best are ordered by
            date.
        candidates: passages taken from each search.
        fitted: date, data and command of the fit.
    """

    dense: float
    keyword: float
    recent: float
    recent_days: float
    young: float
    young_days: float
    of_period: float
    relevant: float
    candidates: int
    fitted: str


def weights_for(encoder_name: str) -> RankingWeights:
    """The weights of an encoder; models of the e5 family share e5's, others MiniLM's."""
    return _E5 if "e5" in encoder_name.lower() else _MINILM


_E5 = RankingWeights(
    dense=0.6,
    keyword=0.4,
    recent=0.4,
    recent_days=30.0,
    young=0.4,
    young_days=30.0,
    of_period=0.3,
    relevant=0.3,
    candidates=1000,
    fitted="",
)
_MINILM = _E5
