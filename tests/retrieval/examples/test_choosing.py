"""Which candidates become examples: answered, without a doubt, by their own sentence."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from index.articles import Article, Passage
from index.sentences import split_body
from retrieval.examples.candidates import candidates
from retrieval.examples.choosing import MOST_ASKED, choose_examples
from retrieval.outcomes import Answer, Citation, Outcome, Reason, Refusal, Searched
from retrieval.query import Query
from tests.bot.samples import ASKED

SEARCHED = Searched(None, None, 1, None)


def quoting(name: str, outlet: str, *speakers: str) -> Article:
    """An article in which each of the speakers speaks of the bridge."""
    said = " ".join(
        f"“The bridge is shut for {n} weeks,” said {one}." for n, one in enumerate(speakers)
    )
    return Article(name, None, "The bridge", f"The bridge of Sel is old. {said}", outlet=outlet)


def answered(article: Article, question: str) -> Answer:
    """An answer by the sentence that the question was made of."""
    own = next(one for one in candidates(article) if one.question == question)
    quote = article.body[own.start : own.end]
    passage = Passage(article.id, own.start, own.end, quote)
    citation = Citation(1, quote, own.start, own.end, passage, article)
    query = Query(question, question, ASKED)
    return Answer(query, 0.9, quote, (citation,), SEARCHED, 1.0)


def refused(question: str) -> Refusal:
    return Refusal(Query(question, question, ASKED), Reason.WEAK_EVIDENCE, 0.1, (), SEARCHED, 1.0)


class Asked:
    """Answers from whichever article the question was made of, changed as told."""

    def __init__(
        self, articles: Sequence[Article], change: Callable[[Answer], Outcome] = lambda one: one
    ) -> None:
        self.questions: list[str] = []
        self._articles = articles
        self._change = change

    def __call__(self, question: str) -> Outcome:
        self.questions.append(question)
        for article in self._articles:
            if any(one.question == question for one in candidates(article)):
                return self._change(answered(article, question))
        return refused(question)


def found(articles: Sequence[Article], ask: Asked | None = None) -> list[tuple[str, str]]:
    examples = choose_examples(articles, ask or Asked(articles))
    return [(one.article, one.question) for one in examples]


ADA, BEA, CLEO = "Ada Holm", "Bea Lind", "Cleo Rand"
ABOUT = "What did {} say about the bridge?"


def test_each_example_is_of_another_outlet_where_it_can_be() -> None:
    articles = [
        quoting("a", "Kelp Daily", ADA),
        quoting("b", "Kelp Daily", BEA),
        quoting("c", "The Post", CLEO),
        quoting("d", "The Tide", "Dora Munn"),
    ]

    assert found(articles) == [
        ("a", ABOUT.format(ADA)),
        ("c", ABOUT.format(CLEO)),
        ("d", ABOUT.format("Dora Munn")),
    ]


def test_else_each_is_of_another_article() -> None:
    articles = [quoting(name, "Kelp Daily", who, who) for name, who in (("a", ADA), ("b", BEA))]

    assert found(articles)[:2] == [("a", ABOUT.format(ADA)), ("b", ABOUT.format(BEA))]


def test_else_each_is_about_somebody_else() -> None:
    articles = [quoting("a", "Kelp Daily", ADA, BEA, CLEO)]

    assert found(articles) == [("a", ABOUT.format(one)) for one in (ADA, BEA, CLEO)]


def test_of_one_article_that_quotes_one_person_there_is_one_example() -> None:
    """Another on what they said of the same matter would be the same question."""
    assert len(found([quoting("a", "Kelp Daily", ADA)])) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, closest=True),
        lambda one: refused(one.query.searched),
        lambda one: replace(one, citations=(_first_sentence(one.citations[0].article),)),
        lambda one: replace(one, citations=(*one.citations, _first_sentence(OTHER))),
    ],
    ids=["the closest", "refused", "by another sentence", "by another article as well"],
)
def test_what_is_not_surely_answered_by_its_own_sentence_is_no_example(
    change: Callable[[Answer], Outcome],
) -> None:
    articles = [quoting("a", "Kelp Daily", ADA)]
    ask = Asked(articles, change)

    assert found(articles, ask) == []
    assert ask.questions


def test_no_more_is_asked_than_was_agreed() -> None:
    articles = [
        quoting(f"a{n}", f"Outlet {n}", f"Ada{chr(97 + n)} Holm", f"Bea{chr(97 + n)} Lind")
        for n in range(26)
    ]
    ask = Asked(articles, lambda one: refused(one.query.searched))

    assert found(articles, ask) == []
    assert len(ask.questions) == len(set(ask.questions)) == MOST_ASKED


def test_without_articles_there_are_no_examples() -> None:
    assert found([]) == []


OTHER = quoting("z", "The Other", CLEO)


def _first_sentence(article: Article) -> Citation:
    start, end = split_body(article.body)[0]
    quote = article.body[start:end]
    return Citation(2, quote, start, end, Passage(article.id, start, end, quote), article)
