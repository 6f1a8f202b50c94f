"""One question, from the words as asked to the outcome."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

import numpy as np
import pytest

from index.articles import Article
from retrieval.close_reading.protocol import Place, Reading, ReadsClosely
from retrieval.evidence import Evidence, Scoring
from retrieval.lens import Lens
from retrieval.outcomes import Answer, Outcome, Reason, Refusal
from retrieval.query import Query, Turn
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.signals import Signals
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article

LATER = datetime(2026, 11, 1, 12, tzinfo=UTC)
SIGNALS = len(Signals.__dataclass_fields__)
BY_COSINE = (0.0, 10.0) + (0.0,) * (SIGNALS - 2)
"""Confidence by the quoted sentence's cosine alone, even at .5."""


def thresholds(
    answer_at: float = 0.5, quote_within: float = 0.1, closest_at: float | None = None
) -> Thresholds:
    closest_at = answer_at if closest_at is None else closest_at
    return Thresholds(BY_COSINE, -5.0, answer_at, closest_at, Scoring(0.0, 0.0, 2.0), quote_within)


def service(
    index: MemoryIndex,
    encoder: WordEncoder,
    lens: Lens | None = None,
    close_reader: ReadsClosely | None = None,
    **numbers: float,
) -> QuestionService:
    background = encoder.encode_passages(["Something else altogether.", "Nothing of the kind."])
    search = PassageSearch(index, weights_for("e5"))
    reader = QuestionReader(index)
    bounds = thresholds(**numbers)
    weigher = Weigher(index, background, lens, bounds, close_reader)
    return QuestionService(index, encoder, reader, search, weigher, bounds)


def ask(
    index: MemoryIndex, encoder: WordEncoder, question: str, asked: datetime = LATER
) -> Outcome:
    return service(index, encoder).ask(question, asked)


def test_an_answer_quotes_the_article_verbatim(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    outcome = ask(memory_index, encoder, "repairs of the ferry cost")
    assert isinstance(outcome, Answer)
    (first, *_) = outcome.citations
    assert first.quote == "Repairs of the ferry cost 4 million crowns."
    assert first.quote == first.article.body[first.start : first.end]
    assert outcome.text.startswith(f"{first.quote} [1]")


def test_a_question_on_something_else_is_refused_with_the_nearest_headlines(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    outcome = ask(memory_index, encoder, "Who painted the ceiling in Vell?")
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.WEAK_EVIDENCE
    assert {one.title for one in outcome.nearest} <= {
        "Ferry returns",
        "Harvest fails",
        "Old bridge",
    }
    assert outcome.nearest
    assert outcome.searched.articles == 3


def test_later_articles_are_not_searched_and_undated_ones_are(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    early = datetime(2026, 3, 5, tzinfo=UTC)
    harvest = ask(memory_index, encoder, "the barley harvest failed in tarn", early)
    assert isinstance(harvest, Refusal)
    assert harvest.searched.articles == 2
    assert isinstance(ask(memory_index, encoder, "old bridge at serrin pulled down", early), Answer)


def test_an_article_of_the_day_after_is_searched(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    the_day_before = datetime(2026, 5, 19, tzinfo=UTC)
    outcome = ask(memory_index, encoder, "the barley harvest failed in tarn", the_day_before)
    assert isinstance(outcome, Answer)


def test_a_passage_that_goes_between_search_and_reading_is_not_quoted(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    memory_index.lost = {1}
    outcome = ask(memory_index, encoder, "repairs of the ferry cost")
    assert isinstance(outcome, Refusal)
    assert "Ferry returns" not in {one.title for one in outcome.nearest}


def test_between_the_two_bounds_the_closest_is_shown_and_said_to_be_that(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    question = "repairs of the ferry cost"
    sure = ask(memory_index, encoder, question).confidence
    for answer_at, closest_at, closest in (
        (sure, 0.0, False),
        (sure + 0.01, sure, True),
        (sure + 0.02, sure + 0.01, None),
    ):
        bounds = {"answer_at": answer_at, "closest_at": closest_at}
        outcome = service(memory_index, encoder, **bounds).ask(question, LATER)
        assert (outcome.closest if isinstance(outcome, Answer) else None) is closest


@pytest.mark.parametrize("question", ["What happened?", "What was reported in May 2020?"])
def test_an_empty_corpus_says_so(encoder: WordEncoder, question: str) -> None:
    outcome = ask(MemoryIndex([], encoder), encoder, question)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.EMPTY_CORPUS


@pytest.mark.parametrize("question", ["What happened?", "What was published in May 1999?"])
def test_before_the_oldest_article_there_is_nothing_of_that_time(
    encoder: WordEncoder, articles: list[Article], question: str
) -> None:
    dated = MemoryIndex([one for one in articles if one.published], encoder)
    outcome = ask(dated, encoder, question, datetime(2026, 2, 27, tzinfo=UTC))
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NOTHING_IN_PERIOD
    assert outcome.nearest == ()
    reach = (outcome.searched.articles, outcome.searched.oldest, outcome.searched.newest)
    assert reach == (0, date(2026, 3, 1), date(2026, 5, 20))


@pytest.mark.parametrize(
    ("text", "reason"), [("🙂", Reason.NOT_A_QUESTION), ("a " * 3000, Reason.TOO_LONG)]
)
def test_what_is_no_question_is_not_searched(
    memory_index: MemoryIndex, encoder: WordEncoder, text: str, reason: Reason
) -> None:
    outcome = ask(memory_index, encoder, text)
    assert isinstance(outcome, Refusal)
    assert outcome.reason is reason


def test_further_sentences_are_quoted_only_when_nearly_as_good(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    question = "repairs of the ferry cost"
    narrow = service(memory_index, encoder, quote_within=0.01).ask(question, LATER)
    wide = service(memory_index, encoder, quote_within=2.0).ask(question, LATER)
    assert isinstance(narrow, Answer)
    assert isinstance(wide, Answer)
    assert len(narrow.citations) == 1
    assert len(wide.citations) == 3


def test_quotes_of_one_article_share_a_number_and_others_go_on(encoder: WordEncoder) -> None:
    both = [
        article("one", "The ferry cost 4 crowns. The ferry cost 5 crowns."),
        article("two", "The ferry cost 6 crowns."),
    ]
    outcome = service(MemoryIndex(both, encoder), encoder, quote_within=2.0).ask(
        "ferry cost crowns", LATER
    )
    assert isinstance(outcome, Answer)
    numbers = {one.article.id: one.number for one in outcome.citations}
    assert sorted(numbers.values()) == [1, 2]
    assert len(outcome.citations) == 3


def test_the_same_words_are_quoted_once(encoder: WordEncoder) -> None:
    copies = [article(name, "The ferry sailed again.") for name in ("one", "two")]
    outcome = service(MemoryIndex(copies, encoder), encoder, quote_within=2.0).ask(
        "the ferry sailed again", LATER
    )
    assert isinstance(outcome, Answer)
    assert len(outcome.citations) == 1


def test_the_lens_orders_sentences_and_leaves_their_cosine_alone(
    memory_index: MemoryIndex, encoder: WordEncoder, articles: list[Article]
) -> None:
    question = "repairs of the ferry cost"
    wanted = "Captain Tove Lind said the wait was worth it."
    towards = encoder.encode_passages([wanted])
    zeros = np.zeros((1, encoder.dimension), dtype=np.float32)
    lens = Lens(zeros, zeros, (towards[0] * 5).astype(np.float32))
    query = Query(question, question, LATER)
    plain = service(memory_index, encoder).look(query)
    bent = service(memory_index, encoder, lens).look(query)
    assert plain.weighed.evidence[0].text.startswith("Repairs")
    assert bent.weighed.evidence[0].text == wanted
    cosines = {one.text: one.cosine for one in plain.weighed.evidence}
    assert all(cosines[one.text] == pytest.approx(one.cosine) for one in bent.weighed.evidence)


def test_words_that_are_nowhere_read_are_counted(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    text = "How many soldiers did the ferry carry?"
    found = service(memory_index, encoder).look(Query(text, text, LATER))
    assert found.weighed.signals is not None
    assert found.weighed.signals.words_unread == pytest.approx(2 / 3)
    assert found.weighed.signals.another_language == 0.0


def test_words_are_not_compared_across_languages(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    text = "Сколько стоил ремонт парома?"
    found = service(memory_index, encoder).look(Query(text, text, LATER))
    assert found.weighed.signals is not None
    assert found.weighed.signals.another_language == 1.0
    assert found.weighed.signals.words_unread == 0.0


def test_of_two_readings_the_one_with_the_better_evidence_holds(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    answers = service(memory_index, encoder)
    before = Turn("Who painted the chapel of Vell?")
    outcome = answers.ask("How much did repairs cost?", LATER, (before,))
    assert outcome.query.searched == "How much did repairs cost?"
    assert not outcome.query.goes_on
    on_topic = answers.ask("How much did repairs cost?", LATER, (Turn("the ferry Annika"),))
    assert on_topic.query.goes_on
    assert "Annika" in on_topic.query.searched


class ReadsNumbers:
    """A close reader to whom only a sentence with a number answers."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> dict[Place, Reading]:
        found = {}
        for one in evidence:
            number = re.search(r"\d+", one.text)
            at = (one.start + number.start(), one.start + number.end()) if number else None
            found[one.hit.article.id, one.start] = Reading(
                9.0 if at else -9.0, at or (one.start, one.end)
            )
        return found


def test_what_the_close_reader_holds_for_the_answer_is_quoted_with_its_words(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    asked = service(memory_index, encoder, close_reader=ReadsNumbers(), answer_at=0.0)
    outcome = asked.ask("Did the barley harvest and the ferry cost farmers?", LATER)
    assert isinstance(outcome, Answer)
    (only,) = outcome.citations
    assert only.quote == "Repairs of the ferry cost 4 million crowns."
    assert [only.article.body[start:end] for start, end in only.answering] == ["4"]


def test_other_stories_that_come_near_are_further_passages(encoder: WordEncoder) -> None:
    bodies = {
        "first": "Repairs of the ferry cost 4 million crowns.",
        "second": "Repairs of the old ferry cost 4 million.",
        "far": "The barley harvest failed.",
    }
    index = MemoryIndex([article(name, body) for name, body in bodies.items()], encoder)

    outcome = service(index, encoder, quote_within=0.001).ask("repairs of the ferry cost", LATER)
    assert isinstance(outcome, Answer)
    assert outcome.further == ()

    outcome = service(index, encoder, quote_within=0.1).ask("repairs of the ferry cost", LATER)
    assert isinstance(outcome, Answer)
    quoted = {one.article.id for one in outcome.citations}
    assert {hit.article.id for hit in outcome.further} | quoted == {"first", "second"}


def test_a_question_may_be_asked_without_its_period(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    question = "the barley harvest failed in tarn in January 2026 after:2026-01-02"
    asking = service(memory_index, encoder)
    earlier = Turn("harvest", asking.ask("what happened in March 2026", LATER).query.times.period)

    assert isinstance(
        asking.ask("the barley harvest failed in tarn published in January 2026", LATER), Refusal
    )
    outcome = asking.ask(
        "the barley harvest failed in tarn published in January 2026", LATER, any_date=True
    )
    assert isinstance(outcome, Answer)
    assert (outcome.searched.first, outcome.searched.last) == (None, None)
    assert outcome.query.any_date
    by_operator = asking.ask(question, LATER, any_date=True)
    assert (by_operator.searched.first, by_operator.query.times.period) == (None, None)
    going_on = asking.ask("and in Tarn?", LATER, [earlier], any_date=True)
    assert going_on.query.times.period is None
