"""Articles that speak to a question, each with an answer from it alone."""

from index.articles import Article
from retrieval.article_search import ArticleSearch, FoundArticles
from retrieval.outcomes import Reason, Refusal
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article
from tests.retrieval.test_service import LATER, thresholds

QUESTION = "repairs of the ferry cost"


def articles_of(
    index: MemoryIndex, encoder: WordEncoder, answer_at: float = 0.5, closest_at: float = 0.0
) -> ArticleSearch:
    background = encoder.encode_passages(["Something else altogether.", "Nothing of the kind."])
    bounds = thresholds(answer_at, closest_at=closest_at)
    weigher = Weigher(index, background, None, bounds)
    search = PassageSearch(index, weights_for("e5"))
    service = QuestionService(index, encoder, QuestionReader(index), search, weigher, bounds)
    return ArticleSearch(index, service, weigher, bounds)


def found(search: ArticleSearch, first: int = 0, count: int = 10) -> FoundArticles:
    outcome = search.find(QUESTION, LATER, first, count)
    assert isinstance(outcome, FoundArticles)
    return outcome


def test_the_best_article_comes_first_with_its_best_sentence(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    first, *_ = found(articles_of(memory_index, encoder)).articles

    assert first.best == "Repairs of the ferry cost 4 million crowns."
    assert first.answer.citations[0].article.title == "Ferry returns"


def test_every_quote_is_of_the_cards_own_article_and_verbatim(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    cards = found(articles_of(memory_index, encoder)).articles

    assert len(cards) == 3
    assert len({one.answer.citations[0].article.id for one in cards}) == 3
    for one in cards:
        (name,) = {citation.article.id for citation in one.answer.citations}
        assert {citation.number for citation in one.answer.citations} == {1}
        assert one.best in memory_index.articles([name])[name].body


def test_an_article_that_is_not_sure_to_answer_says_so(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    sure, *others = found(articles_of(memory_index, encoder)).articles
    bound = sure.answer.confidence
    assert all(one.answer.confidence < bound for one in others)

    marked = found(articles_of(memory_index, encoder, answer_at=bound)).articles
    assert [one.answer.closest for one in marked] == [False, True, True]


def test_pages_follow_one_another_and_end(memory_index: MemoryIndex, encoder: WordEncoder) -> None:
    search = articles_of(memory_index, encoder)
    pages = [found(search, first, 2) for first in (0, 2, 4)]

    assert [len(page.articles) for page in pages] == [2, 1, 0]
    assert [page.more for page in pages] == [True, False, False]
    assert {page.revision for page in pages} == {memory_index.revision}
    assert [*pages[0].articles, *pages[1].articles][0].best == found(search).articles[0].best


def test_where_nothing_may_answer_it_is_a_refusal(
    memory_index: MemoryIndex, encoder: WordEncoder
) -> None:
    nothing = articles_of(memory_index, encoder, 0.999, 0.999).find(QUESTION, LATER, 0, 10)
    empty = articles_of(MemoryIndex([], encoder), encoder).find(QUESTION, LATER, 0, 10)

    assert isinstance(nothing, Refusal)
    assert nothing.reason is Reason.WEAK_EVIDENCE
    assert nothing.nearest
    assert isinstance(empty, Refusal)
    assert empty.reason is Reason.EMPTY_CORPUS


def test_no_article_brings_more_than_two_sentences_of_its_own(encoder: WordEncoder) -> None:
    same = " ".join(f"Repairs of the ferry cost {n} crowns." for n in range(6))
    index = MemoryIndex([ferry(same)], encoder)
    (one,) = found(articles_of(index, encoder)).articles

    assert len(one.answer.citations) == 2


def ferry(body: str) -> Article:
    return article("ferry", body=body)
