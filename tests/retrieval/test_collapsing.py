"""Of copies of one report only one is quoted, and the others are named beside it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, Passage, Published
from retrieval.collapsing import one_article_a_story
from retrieval.evidence import Scoring
from retrieval.outcomes import Answer, Headline, Hit
from retrieval.service import QuestionService
from retrieval.thresholds import Thresholds
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article
from tests.retrieval.test_service import LATER, service

SAILED = "The ferry Annika sailed again."
COST = "Repairs of the ferry cost 4 million crowns."
MAY_2, MAY_3 = date(2031, 5, 2), date(2031, 5, 3)
WIRE = {"a": "wire", "b": "wire", "c": "wire", "x": "other", "y": "y"}


def hit(name: str, text: str = SAILED, published: Published = MAY_2, passage_id: int = 0) -> Hit:
    of = article(name, text, published)
    return Hit(passage_id, Passage(name, 0, len(text), text), of, 0.1, None, None)


def test_hits_without_copies_stay_as_they_are() -> None:
    hits = [hit("x"), hit("y"), hit("x", COST)]
    assert one_article_a_story(hits, WIRE) == hits
    assert one_article_a_story([], {}) == []


def test_equal_words_of_two_stories_both_stay() -> None:
    hits = [hit("x", SAILED), hit("y", SAILED)]
    assert one_article_a_story(hits, WIRE) == hits


def test_of_the_same_words_the_earliest_article_stays() -> None:
    late, early, undated = hit("a", published=MAY_3), hit("b"), hit("c", published=None)
    assert one_article_a_story([late, early, undated], WIRE) == [early]
    assert one_article_a_story([undated, late], WIRE) == [late]


def test_of_the_same_words_on_the_same_day_the_least_id_stays() -> None:
    morning = hit("b", published=datetime(2031, 5, 2, 6, tzinfo=UTC))
    evening = hit("a", published=datetime(2031, 5, 2, 20, tzinfo=UTC))
    assert one_article_a_story([morning, evening], WIRE) == [evening]
    assert one_article_a_story([hit("b"), hit("a")], WIRE) == [hit("a")]


def test_the_article_of_the_best_hit_speaks_where_the_words_differ() -> None:
    best, earlier = hit("a", SAILED, MAY_3), hit("b", COST, MAY_2)
    assert one_article_a_story([best, earlier], WIRE) == [best]


def test_every_passage_of_the_speaking_article_stays_in_its_place() -> None:
    hits = [hit("a", SAILED), hit("x"), hit("b", COST, MAY_3), hit("a", COST), hit("y")]
    kept = one_article_a_story(hits, WIRE)
    assert kept == [hits[0], hits[1], hits[3], hits[4]]


def test_the_earliest_of_the_best_words_speaks_with_all_its_passages() -> None:
    hits = [hit("a", SAILED, MAY_3), hit("b", COST), hit("a", COST, MAY_3), hit("b", SAILED)]
    assert one_article_a_story(hits, WIRE) == [hits[1], hits[3]]


@given(
    st.lists(
        st.builds(
            hit,
            st.sampled_from(sorted(WIRE)),
            st.sampled_from([SAILED, COST]),
            st.sampled_from([MAY_2, MAY_3, None]),
        )
    )
)
def test_every_story_found_keeps_one_article_and_the_order_stays(hits: list[Hit]) -> None:
    kept = one_article_a_story(hits, WIRE)
    assert {WIRE[one.article.id] for one in kept} == {WIRE[one.article.id] for one in hits}
    assert len({one.article.id for one in kept}) == len({WIRE[one.article.id] for one in hits})
    speaking = {one.article.id for one in kept}
    assert kept == [one for one in hits if one.article.id in speaking]


@pytest.fixture
def reprinted() -> list[Article]:
    """A report and two reprints of it, none of them the first in the index, and another report."""
    return [
        article("reprint", f"{SAILED} {COST} Readers cheered.", date(2026, 3, 4)),
        article("undated", f"{SAILED} {COST}", None),
        article("wire", f"{SAILED} {COST}", date(2026, 3, 1)),
        article("follow-up", "A second ferry of 4 million crowns is planned.", date(2026, 3, 9)),
    ]


def wire_index(articles: list[Article], encoder: WordEncoder) -> MemoryIndex:
    index = MemoryIndex(articles, encoder)
    index.story = dict.fromkeys(["reprint", "undated", "wire"], "reprint")
    return index


def asked(service: QuestionService, question: str = "repairs of the ferry cost") -> Answer:
    outcome = service.ask(question, LATER)
    assert isinstance(outcome, Answer)
    return outcome


def test_a_copy_is_not_quoted_and_is_named_beside_the_earliest(
    reprinted: list[Article], encoder: WordEncoder
) -> None:
    index = wire_index(reprinted, encoder)
    answer = asked(service(index, encoder, quote_within=5.0))
    cited = {one.article.id: one.also_in for one in answer.citations}
    assert set(cited) == {"wire", "follow-up"}
    assert [one.quote for one in answer.citations].count(COST) == 1
    names = [Headline(a.title, a.outlet, a.published, a.url) for a in reprinted]
    assert set(cited["wire"]) == {names[0], names[1]}
    assert cited["follow-up"] == ()


def test_articles_of_no_common_story_are_not_named_beside_each_other(
    reprinted: list[Article], encoder: WordEncoder
) -> None:
    index = MemoryIndex(reprinted, encoder)
    answer = asked(service(index, encoder, quote_within=5.0), "readers cheered the ferry cost")
    assert [one.also_in for one in answer.citations] == [()] * len(answer.citations)


def test_a_refusal_names_a_story_once(reprinted: list[Article], encoder: WordEncoder) -> None:
    index = wire_index(reprinted, encoder)
    sure = service(index, encoder, answer_at=2.0).ask("repairs of the ferry cost", LATER)
    assert not isinstance(sure, Answer)
    assert {one.title for one in sure.nearest} == {"Wire", "Follow up"}


def test_the_default_thresholds_quote_three_at_most() -> None:
    assert Thresholds((0.0,) * 6, 0.0, 0.5, 0.5, Scoring(0.0, 0.0, 0.0), 0.1).most_quotes == 3
