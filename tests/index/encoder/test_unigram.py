"""The tokenizer normalises as the SentencePiece table of the file says, not as plain NFKC does."""

import pytest
from tokenizers import Tokenizer

from index.encoder.unigram import build_tokenizer
from index.encoder.weights import UnigramVocabulary

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
WORDS = ("▁ferry", "▁", "fi", "f", "i", "r", "e", "y", "～", "~", "A", "▁sails")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return build_tokenizer(
        UnigramVocabulary(
            pieces=SPECIAL + WORDS,
            scores=(0.0, 0.0, 0.0, -20.0, -1.0, *[-3.0] * (len(WORDS) - 1)),
            begin=0,
            end=2,
            padding=1,
            unknown=3,
            # A control is dropped, a zero-width space is a space, and the ligature is as in NFKC.
            replacements={0x07: "", 0x200B: " ", ord("ﬁ"): "fi"},
        )
    )


def pieces(tokenizer: Tokenizer, text: str) -> list[str]:
    begin, *inner, end = tokenizer.encode(text).tokens
    assert (begin, end) == ("<s>", "</s>")
    return list(inner)


def test_the_first_word_gets_the_leading_metaspace(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ferry") == ["▁ferry"]


def test_words_are_parted_by_the_metaspace(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ferry sails") == ["▁ferry", "▁sails"]


def test_a_run_of_spaces_is_one(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ferry    sails") == ["▁ferry", "▁sails"]


def test_control_characters_of_the_table_are_dropped(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "fer\x07ry") == ["▁ferry"]


def test_a_zero_width_space_of_the_table_is_a_space(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ferry\u200bsails") == ["▁ferry", "▁sails"]


def test_the_full_width_tilde_that_has_a_piece_stays(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ferry～") == ["▁ferry", "～"]
    assert pieces(tokenizer, "ferry~") == ["▁ferry", "~"]


def test_other_characters_are_normalised_as_nfkc_does(tokenizer: Tokenizer) -> None:
    assert pieces(tokenizer, "ﬁ") == ["▁", "fi"]
    assert pieces(tokenizer, "Ａ") == ["▁", "A"]


def test_what_has_no_piece_is_unknown(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("ferry 彗").ids == [0, 4, 5, 3, 2]


def test_ids_are_those_of_the_vocabulary(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("ferry").ids == [0, 4, 2]
    assert tokenizer.encode("").ids == [0, 2]
