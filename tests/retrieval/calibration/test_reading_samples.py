"""What the close reader learns from: the right words are marked, and others are not."""

import random

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from index.articles import Article
from retrieval.calibration.invented import InventedArticle, InventedQuestion, invented_articles
from retrieval.calibration.reading_samples import (
    Sample,
    TokenizedArticle,
    sample_of,
    samples_of_a_round,
    tempting_samples,
    tokenized,
    windows_of,
)
from retrieval.close_reading.tokens import PairTokenizer

BODY = "The ferry is old. Repairs cost 4 million crowns.\n\nIn 2019 they cost 4 million crowns too."
ANSWER = InventedQuestion("What did repairs cost?", "answer", "4 million crowns", "en")
NEAR = InventedQuestion("What did the ferry cost?", "near", None, "en")


@pytest.fixture
def tokenizer() -> PairTokenizer:
    """Every character is a token of its own, so that places can be counted by hand."""
    characters = Tokenizer(models.WordLevel({chr(i): i for i in range(3, 0x250)}, unk_token=chr(3)))
    characters.normalizer = normalizers.Sequence([])
    characters.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    return PairTokenizer(characters)


def an_article(name: str, *questions: InventedQuestion) -> InventedArticle:
    return InventedArticle("sea", Article(name, None, name, BODY), questions, held_out=False)


@pytest.fixture
def ferry(tokenizer: PairTokenizer) -> TokenizedArticle:
    return tokenized(tokenizer, an_article("Ferry", ANSWER, NEAR))


def words(sample: Sample) -> list[str]:
    return [
        BODY[sample.pair.characters[first][0] : sample.pair.characters[last][1]]
        for first, last in sample.answers
    ]


def test_every_place_where_the_answer_stands_is_marked(ferry: TokenizedArticle) -> None:
    _, ids = ferry.questions[0]
    everything = sample_of(ferry, ferry.sentences, ids, "4 million crowns")
    assert words(everything) == ["4 million crowns"] * 2
    only_first = sample_of(ferry, ferry.sentences[:1], ids, "4 million crowns")
    assert only_first.answers == ()


def test_an_answer_that_reaches_out_of_the_window_is_not_marked(ferry: TokenizedArticle) -> None:
    _, ids = ferry.questions[0]
    assert sample_of(ferry, ferry.sentences[:1], ids, "old. Repairs").answers == ()


def test_windows_hold_every_sentence_once_in_order(ferry: TokenizedArticle) -> None:
    for chance in (None, random.Random(1)):
        flat = [sentence for window in windows_of(ferry, chance) for sentence in window]
        assert flat == list(ferry.sentences)


def test_a_round_asks_with_and_without_the_answer(tokenizer: PairTokenizer) -> None:
    articles = [
        tokenized(tokenizer, an_article(name, ANSWER, NEAR)) for name in ("Ferry", "Bridge")
    ]
    samples = list(samples_of_a_round(articles, random.Random(0)))
    assert {"4 million crowns"} == {word for sample in samples for word in words(sample)}
    assert any(not sample.answers for sample in samples)


def test_a_near_miss_is_read_where_its_twin_has_its_answer(tokenizer: PairTokenizer) -> None:
    articles = [
        tokenized(tokenizer, an_article(name, ANSWER, NEAR)) for name in ("Ferry", "Bridge")
    ]
    for seed in range(20):
        samples = list(tempting_samples(articles, random.Random(seed)))
        read = [(shown(sample), bool(sample.answers)) for sample in samples]
        for place, (text, answers) in enumerate(read):
            if answers:
                assert (text, False) in read[place + 1 :]


def shown(sample: Sample) -> str:
    own = [place for place, sentence in enumerate(sample.pair.sentences) if sentence >= 0]
    return BODY[sample.pair.characters[own[0]][0] : sample.pair.characters[own[-1]][1]]


def test_what_ships_can_be_learned_from_and_measured_with() -> None:
    articles = list(invented_articles())
    titles = [one.article.title for one in articles]
    assert len(set(titles)) == len(titles)
    assert 0.2 < sum(one.held_out for one in articles) / len(articles) < 0.5
    for one in articles:
        for question in one.questions:
            if question.kind == "answer":
                assert question.holds is not None
                assert question.holds in one.article.body, (one.article.title, question)
            else:
                assert question.holds is None, (one.article.title, question)
