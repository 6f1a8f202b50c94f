"""A cross-encoder by folder: a tiny one, made here, that has learned nothing."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer, models
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from index.encoder.sentence_model import CrossEncoderModel
from index.errors import EncoderError

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "who", "sank", "ferry", "the", "harvest"]


def make(folder: Path, outputs: int) -> Path:
    """Write a model of one layer with this many outputs."""
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, "[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=64,
    ).save_pretrained(folder)
    shape = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        num_labels=outputs,
    )
    BertForSequenceClassification(shape).save_pretrained(folder)
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pairs_are_scored_one_number_each_and_alike_every_time(tmp_path: Path) -> None:
    model = CrossEncoderModel(str(make(tmp_path, 1)))
    texts = ["the ferry sank", "the harvest", "the ferry sank"]
    scores = model.scores("who sank", texts)
    assert len(scores) == 3
    assert scores[0] == pytest.approx(scores[2])
    assert scores == pytest.approx(model.scores("who sank", texts))


def test_a_model_with_several_outputs_is_refused(tmp_path: Path) -> None:
    model = CrossEncoderModel(str(make(tmp_path, 3)))
    with pytest.raises(EncoderError, match="one output"):
        model.scores("who sank", ["the ferry"])


def test_a_model_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="DATELINE_RERANKER"):
        CrossEncoderModel(str(tmp_path / "nowhere"))
