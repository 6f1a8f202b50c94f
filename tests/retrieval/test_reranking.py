"""The first hits in the order of a model that reads question and passage together."""

from collections.abc import Sequence

from index.articles import Passage
from retrieval.outcomes import Hit
from retrieval.reranking import RERANKED, rerank
from tests.retrieval.conftest import article


class ByLength:
    """Prefers the longest text, and keeps what it was asked."""

    def __init__(self) -> None:
        self.read: list[tuple[str, list[str]]] = []

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        self.read.append((question, list(texts)))
        return [float(len(text)) for text in texts]


def hits(*texts: str) -> list[Hit]:
    return [
        Hit(number, Passage(f"a{number}", 0, len(text), text), article(f"a{number}", text), 1, 1, 1)
        for number, text in enumerate(texts)
    ]


def test_the_first_hits_are_reordered_and_the_rest_stays() -> None:
    many = hits(*["x" * (n + 1) for n in range(RERANKED + 2)])
    found = rerank(ByLength(), "who?", many)
    assert [hit.passage_id for hit in found] == [*range(RERANKED - 1, -1, -1), 20, 21]


def test_the_model_reads_the_question_with_headline_and_passage() -> None:
    model = ByLength()
    rerank(model, "who?", hits("The ferry sank."))
    assert model.read == [("who?", ["A0\nThe ferry sank."])]


def test_equal_scores_keep_the_order_and_nothing_is_read_for_nothing() -> None:
    model = ByLength()
    assert [hit.passage_id for hit in rerank(model, "who?", hits("ab", "cd"))] == [0, 1]
    assert rerank(model, "who?", []) == []
    assert len(model.read) == 1
