"""The stages of the service, as the evaluation sees them."""

from datetime import date

from retrieval.evaluation.service_ranker import ServiceRanker
from retrieval.evidence import Scoring
from retrieval.ranking_weights import weights_for
from retrieval.reranking import Reranker
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher
from tests.retrieval.conftest import MemoryIndex, WordEncoder
from tests.retrieval.test_reranking import ByLength

LATER = date(2026, 11, 1)
QUESTION = "What did repairs of the ferry cost?"
THRESHOLDS = Thresholds(
    (0.0, 10.0, 0.0, 0.0, 0.0, 0.0), -5.0, 0.4, 0.4, Scoring(0.0, 0.0, 0.0), 0.1
)


def ranker(
    index: MemoryIndex, encoder: WordEncoder, reranker: Reranker | None = None
) -> ServiceRanker:
    background = encoder.encode_passages(["Something else."])
    reader = QuestionReader(index)
    search = PassageSearch(index, weights_for("e5"), reranker=reranker)
    weigher = Weigher(index, background, None, THRESHOLDS)
    service = QuestionService(index, encoder, reader, search, weigher, THRESHOLDS)
    return ServiceRanker(service, index, encoder, reader, search)


def test_every_question_goes_through_the_same_stages(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    seen = ranker(memory_index, encoder)
    for asked in (QUESTION, "xyzzy"):
        trace = seen.trace(asked, LATER)
        names = [one.name for one in trace.stages]
        assert names == ["BM25", "dense", "fused", "+ time", "+ stories", "+ sentences"]
        assert all(ms >= 0 for ms in trace.steps_ms().values())


def test_a_reranker_is_a_stage_of_its_own(memory_index: MemoryIndex, encoder: WordEncoder) -> None:
    trace = ranker(memory_index, encoder, ByLength()).trace(QUESTION, LATER)
    assert trace.stages[-1].name == "+ reranker"
    assert trace.final[0].article.id == "ferry-returns"  # the longest


def test_the_last_stage_is_what_the_service_answers_from(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    seen = ranker(memory_index, encoder)
    outcome = seen.ask(QUESTION, LATER)
    assert outcome.query.asked_on == LATER
    final = seen.trace(QUESTION, LATER).final
    assert final[0].article.id == "ferry-returns"
    assert len(final) == 3


def test_articles_of_later_days_are_in_no_stage(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    trace = ranker(memory_index, encoder).trace("Did the harvest fail?", date(2026, 4, 1))
    found = {hit.article.id for stage in trace.stages for hit in stage.hits}
    assert "harvest-fails" not in found
