"""A sentence stands only where what it cites bears out every part of it."""

import pytest

from index.encoder.protocol import Encoder
from retrieval.writing.checking import LEAST_COSINE, faults_of, faults_of_words, nearness
from retrieval.writing.cited import CitedArticle
from retrieval.writing.written import WrittenSentence
from tests.retrieval.conftest import WordEncoder
from tests.retrieval.writing.claims import claims

QUOTE = (
    "Harbour master Odd Brenn said on Monday that the ferry Annika had not been insured, and that "
    "repairs could cost 4 million crowns."
)
FERRY = CitedArticle(1, (QUOTE,), "Ferry sinks at Quill Island", "The Tidewater Post", None)
SAYS_ELSE = CitedArticle(2, ("Captain Tove Lind left for Serrin.",), "Captain leaves", "", None)


class FarEncoder(WordEncoder):
    """Of an encoder that was measured, and to which no two texts are alike."""

    name = "e5"

    def encode_passages(self, texts):  # type: ignore[no-untyped-def]
        vectors = super().encode_passages(texts) * 0
        for row in range(len(vectors)):
            vectors[row, row] = 1.0
        return vectors


def faults(text: str, *cites: int) -> tuple[str, ...]:
    said = WrittenSentence(text, cites or (1,))
    return faults_of(said, (FERRY, SAYS_ELSE), WordEncoder())


@pytest.mark.parametrize(
    "text",
    [
        QUOTE,
        "Odd Brenn said that the ferry Annika had not been insured.",
        "Repairs could cost four million crowns.",
        "The repairs could cost 4,000,000 crowns, Odd Brenn said on Monday.",
        "The Tidewater Post: the ferry at Quill Island had not been insured.",
    ],
)
def test_what_the_quote_says_stands(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Repairs could cost 5 million crowns.", "number 5e+06"),
        ("Repairs could cost 4% of the crowns.", "number 4%"),
        ("Harbour master Tove Brenn said that repairs could cost 4 million.", "name Tove"),
        ("Odd Annika said the ferry had not been insured.", "name Odd Annika"),
        ("The ferry Annika and Odd Brenn had not been insured.", "order of Annika and Brenn"),
        ("Odd Brenn said on Tuesday that the ferry had not been insured.", "weekday 2"),
        ("In May the ferry Annika had not been insured.", "month 5"),
        ("The ferry Annika had been insured.", "not lost"),
        ("Repairs cost 4 million crowns.", "may lost"),
        ("Odd Brenn never said that repairs could cost 4 million crowns.", "not added"),
        ("Odd Brenn denied that repairs could cost 4 million crowns.", "deny added"),
        ("Repairs could cost 4 million crowns at www.pay.example.", "address www.pay.example."),
        ("The ferry Annika had not been painted.", "word paint"),
        ("Reparaturen der Fähre könnten 4 Millionen Kronen kosten.", "is in another language"),
    ],
)
def test_what_the_quote_does_not_say_is_named(text: str, fault: str) -> None:
    assert fault in faults(text)


def test_a_sentence_has_to_cite() -> None:
    assert faults_of(WrittenSentence(QUOTE, ()), (FERRY,), WordEncoder()) == ("cites nothing",)


def test_a_number_that_stands_for_no_quote_is_refused_though_another_does() -> None:
    assert faults(QUOTE, 1, 7) == ("cites [7], which is nothing",)


def test_what_another_article_says_is_not_borne_out_by_the_one_cited() -> None:
    assert faults(QUOTE, 2) != ()
    assert faults(QUOTE, 2, 1) == ()


def test_what_means_something_else_is_refused_where_the_encoder_was_measured() -> None:
    said = WrittenSentence("The ferry Annika had not been insured.", (1,))
    assert faults_of(said, (FERRY,), FarEncoder()) == ("means something else (0.000)",)


def test_several_quotes_may_bear_out_a_sentence_together() -> None:
    both = CitedArticle(1, ("The ferry sank.", "It was built in 1950."), "", "", None)
    assert faults_of_words("The ferry was built in 1950.", [both]) == ()


@pytest.mark.model
def test_of_sentences_written_by_hand_the_true_stand_and_the_false_do_not(e5: Encoder) -> None:
    """Those that are known to go wrong stand in docs/quality.md; no more may."""
    stands = {
        name: [
            (claim.false, claim.said)
            for claim in claims(name)
            if not faults_of(WrittenSentence(claim.said, (1,)), [claim.cited], e5)
        ]
        for name in ("chosen_on", "held_out")
    }
    assert [said for false, said in stands["chosen_on"] if false] == []
    assert {false for false, _ in stands["held_out"] if false} == {"role"}
    assert len([said for false, said in stands["chosen_on"] if not false]) >= 23
    assert len([said for false, said in stands["held_out"] if not false]) >= 17


@pytest.mark.model
def test_true_sentences_are_nearer_than_the_least_cosine_and_strange_ones_are_not(
    e5: Encoder,
) -> None:
    true = [one for one in claims("held_out") if one.false is None]
    strange = [one for one in claims("chosen_on") if one.said == "The moon fell."]

    assert min(nearness(one.said, [one.cited], e5) for one in true) > LEAST_COSINE["e5"]
    assert max(nearness(one.said, [one.cited], e5) for one in strange) < LEAST_COSINE["e5"]
