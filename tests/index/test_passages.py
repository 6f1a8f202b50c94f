from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, Passage
from index.passages import PassageShape, cut_passages, encoder_input, readable_title
from index.sentences import split_body

SHAPE = PassageShape(words=20, tokens=40)


def count_words(texts: Sequence[str]) -> list[int]:
    """A token a word, and two marks around the text."""
    return [len(text.split()) + 2 for text in texts]


def article_of(body: str, title: str = "Ferry leaves", *headings: str) -> Article:
    spans = tuple((body.index(h), body.index(h) + len(h)) for h in headings)
    return Article(id="a", url=None, title=title, body=body, headings=spans)


def sentence(number: int, words: int) -> str:
    return f"Boat{number} " + "w " * (words - 2) + "end."


def cut(article: Article, shape: PassageShape = SHAPE) -> list[Passage]:
    return cut_passages(article, shape, count_words)


def read_tokens(article: Article, passage: Passage, shape: PassageShape = SHAPE) -> int:
    title = readable_title(article.title, shape.tokens, count_words)
    return count_words([encoder_input(title, passage.text)])[0]


def test_a_short_article_is_one_passage() -> None:
    body = "It left. Nobody waved."
    [passage] = cut(article_of(body))
    assert (passage.text, passage.article_id) == (body, "a")
    assert passage.sentences == ((0, 8), (9, 22))


def test_each_passage_begins_with_the_last_sentence_of_the_one_before() -> None:
    passages = cut(article_of(" ".join(sentence(n, 7) for n in range(12))))
    assert len(passages) > 3
    for before, after in pairwise(passages):
        assert after.sentences[0] == before.sentences[-1]
        assert after.sentences[1] > before.sentences[-1]


def test_without_overlap_no_sentence_is_in_two_passages() -> None:
    article = article_of(" ".join(sentence(n, 7) for n in range(12)))
    passages = cut(article, PassageShape(words=20, tokens=40, overlap_sentences=0))
    spans = [span for passage in passages for span in passage.sentences]
    assert spans == split_body(article.body)


def test_a_passage_holds_about_the_words_of_its_shape() -> None:
    passages = cut(article_of(" ".join(sentence(n, 5) for n in range(30))))
    assert all(15 <= len(passage.text.split()) <= 25 for passage in passages)


def test_a_sentence_too_big_to_overlap_does_not_stop_the_cutting() -> None:
    passages = cut(article_of(" ".join(sentence(n, n) for n in (7, 13, 30, 30))))
    assert [len(passage.sentences) for passage in passages] == [2, 1, 1]


def test_a_heading_is_no_sentence_of_its_passage() -> None:
    article = article_of("It left.\n\nHarbour plans\n\nNobody waved.", "Ferry", "Harbour plans")
    [passage] = cut(article)
    assert [article.body[a:b] for a, b in passage.sentences] == ["It left.", "Nobody waved."]


def test_headings_between_sentences_count_towards_the_window() -> None:
    headings = [f"Plan{n} a b c d e f g h i" for n in range(3)]
    body = "It left.\n\n" + "\n\n".join(headings) + "\n\nNobody waved."
    article = article_of(body, "Ferry", *headings)
    shape = PassageShape(words=100, tokens=20)
    assert [read_tokens(article, p, shape) <= 20 for p in cut(article, shape)] == [True, True]


def test_a_megabyte_sentence_is_cut_into_pieces_that_fit_and_nothing_is_lost() -> None:
    body = "word " * 199_999 + "word."
    asked = 0

    def counting(texts: Sequence[str]) -> list[int]:
        nonlocal asked
        asked += sum(map(len, texts))
        return count_words(texts)

    article = article_of(body)
    passages = cut_passages(article, PassageShape(words=300, tokens=512), counting)
    assert asked < 100 * len(body)  # not the whole rest anew for each piece
    pieces = sorted({span for passage in passages for span in passage.sentences})
    assert " ".join(body[start:end] for start, end in pieces) == body
    assert all(count_words([encoder_input("Ferry leaves", p.text)])[0] <= 512 for p in passages)
    assert max(end - start for start, end in pieces) > 400 * len("word ")  # each as long as fits


def test_a_sentence_without_white_space_is_cut_too() -> None:
    def count_characters(texts: Sequence[str]) -> list[int]:
        return [len(text) + 2 for text in texts]

    article = article_of("港" * 1000, "F")
    passages = cut_passages(article, SHAPE, count_characters)
    assert "".join(passage.text for passage in passages) == article.body
    assert all(len(passage.text) + 4 <= SHAPE.tokens for passage in passages)


def test_a_long_headline_takes_at_most_half_the_window() -> None:
    title = "Port Ondra ferry " * 30
    short = readable_title(title, 40, count_words)
    assert title.startswith(short)
    assert short
    assert count_words([short])[0] <= 20


def test_a_headline_that_fits_is_left_as_it_is() -> None:
    assert readable_title("Ferry  leaves", 40, count_words) == "Ferry  leaves"


def test_the_encoder_reads_the_headline_before_the_passage() -> None:
    assert encoder_input("Ferry leaves", "It left.") == "Ferry leaves\nIt left."
    assert encoder_input("", "It left.") == "It left."


@pytest.mark.parametrize("shape", [(9, 40, 1), (20, 15, 1), (20, 40, -1)])
def test_a_shape_no_passage_can_have_is_refused(shape: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no passage can have this shape"):
        PassageShape(*shape)


PARTS = st.one_of(
    st.builds(sentence, st.integers(0, 9), st.integers(2, 60)),
    st.just("\n\n"),
    st.integers(1, 12).map(lambda words: "\n\n" + "Plan " * words + "\n\n"),
)
SHAPES = st.builds(PassageShape, st.integers(10, 60), st.integers(16, 60), st.integers(0, 3))


@given(st.lists(PARTS, min_size=1, max_size=30), st.integers(0, 50), SHAPES)
def test_passages_fit_and_hold_every_sentence(
    parts: list[str], title_words: int, shape: PassageShape
) -> None:
    body = " ".join(parts).strip() or "End."
    paragraphs = (p for p in body.split("\n\n") if p.strip().startswith("Plan"))
    headings = {body.index(p.strip()): len(p.strip()) for p in paragraphs}
    spans = tuple((start, start + length) for start, length in headings.items())
    article = Article("a", None, "Ferry " * title_words, body, headings=spans)
    passages = cut(article, shape)
    for passage in passages:
        assert body[passage.start : passage.end] == passage.text
        assert read_tokens(article, passage, shape) <= shape.tokens
    room = shape.tokens - read_tokens(article, Passage("a", 0, 1, "x"), shape) + 1
    for start, end in split_body(body, article.headings):
        whole = any((start, end) in passage.sentences for passage in passages)
        assert whole or len(body[start:end].split()) > room
