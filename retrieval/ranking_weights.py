"""The one place of every number that orders passages."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """How much each sign counts when passages are ordered.

    Attributes:
        dense: of the cosine, scaled to 0…1 over the passages that the search by meaning found.
        keyword: of BM25, scaled likewise.
        names: of the rarity of the question's names that a passage holds.
        recent: given to a recent article where the question names no past time: in full for
            ``fresh_days`` days, then falling to 1/e within each ``recent_days`` more. A passage
            whose score is below ``recent_from`` gets its share: being new makes nothing relevant.
        recent_from: a fused score, from 0 to 1.
        fresh_days: days.
        recent_days: days.
        of_period: given to articles of a period that the question names as that of an event, and
            of the ``reported_days`` after it.
        reported_days: days within which an event is reported on.
        at_hand: given to the articles that the chat has just read, where the question goes on.
        sentence: of the best sentence of a passage, among the passages of one article.
        relevant: where the newest is wanted, hits at most this far below the best are ordered by
            date.
        candidates: passages taken from each search.
        fitted: date, data and command of the fit.
    """

    dense: float
    keyword: float
    names: float
    recent: float
    recent_from: float
    fresh_days: float
    recent_days: float
    of_period: float
    reported_days: int
    at_hand: float
    sentence: float
    relevant: float
    candidates: int
    fitted: str


def weights_for(encoder_name: str) -> RankingWeights:
    """The weights of an encoder; models of the e5 family share e5's, others MiniLM's."""
    return _E5 if "e5" in encoder_name.lower() else _MINILM


# A choice in the middle of many that are as good; two folds, pooled, gave Hits@1 .627, Hits@4 .867,
# Hits@10 .928, MRR@10 .740 and article hits@10 .976 (docs/quality.md).
_E5 = RankingWeights(
    dense=0.6,
    keyword=0.4,
    names=0.4,
    recent=0.5,
    recent_from=0.5,
    fresh_days=3.0,
    recent_days=15.0,
    of_period=0.3,
    reported_days=14,
    at_hand=0.15,
    sentence=4.0,
    relevant=0.3,
    candidates=1000,
    fitted="2026-11-25, 83 questions of RealTime QA 2022 on 4,956 articles, with "
    "`python -m retrieval.calibration.fit_ranking e5 DATA_DIR QUESTIONS`",
)
_MINILM = replace(_E5, fitted=f"as for e5, and not fitted apart: {_E5.fitted}")
