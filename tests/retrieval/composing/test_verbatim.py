"""Whatever letters an article is made of, what is quoted of it stands in it letter for letter."""

from hypothesis import given
from hypothesis import strategies as st

from index.articles import Passage
from index.sentences import split_body
from retrieval.composing.citing import cite
from retrieval.composing.composing import compose
from retrieval.evidence import Evidence, Scoring
from retrieval.outcomes import Hit
from retrieval.query import Query
from retrieval.thresholds import Thresholds
from tests.retrieval.conftest import article
from tests.retrieval.test_service import LATER

HOSTILE = st.sampled_from(
    [
        "é",
        "n\u0303",
        "\u202e",
        "\u200f",
        "שלום",
        "مرحبا",
        "👩‍👩‍👧",
        "🇺🇦",
        "\u00a0",
        "\u2009",
        "ﬁ",
        "İ",
    ]
)
WORDS = st.sampled_from(["She said", "The ferry", "sank", "on 3 May", "“No”", "[1]", "<b>", "14"])
SENTENCE = st.lists(HOSTILE | WORDS, min_size=1, max_size=8).map(
    lambda parts: " ".join(parts) + "."
)
THRESHOLDS = Thresholds((0.0,) * 6, 0.0, 0.0, 0.0, Scoring(0.0, 0.0, 0.0), 5.0)
QUESTIONS = st.sampled_from(
    ["How many sank?", "Which ferries sank?", "timeline of the ferry", "What did she say?"]
)


@given(st.lists(SENTENCE, min_size=1, max_size=8), QUESTIONS, st.data())
def test_every_quote_is_a_piece_of_the_body(
    sentences: list[str], question: str, data: st.DataObject
) -> None:
    of = article("hostile", " ".join(sentences))
    spans = tuple(split_body(of.body))
    hit = Hit(1, Passage(of.id, 0, len(of.body), of.body, spans), of, 1.0, None, None)
    evidence = []
    for start, end in spans:
        first = data.draw(st.integers(start, end))
        last = data.draw(st.integers(first, end))
        gain = data.draw(st.floats(-9, 9))
        evidence.append(Evidence(hit, start, end, 0.5, 0.5, 0.5, (first, last), gain))
    _, quotes = compose(Query(question, question, LATER), evidence, THRESHOLDS)
    citations = cite(quotes, lambda _: ())
    assert len(citations) == len(quotes)
    for one in citations:
        assert of.body[one.start : one.end] == one.quote
        assert all(one.start <= start <= end <= one.end for start, end in one.answering)
        unbracketed = one.readable
        for bracket in one.brackets:
            unbracketed = unbracketed.replace(f" [{bracket.name}]", "", 1)
        assert unbracketed.split() == one.quote.split()
