"""The adapter changes the model, is kept by name, and can be merged into it."""

import pytest
import torch
from safetensors.torch import save
from transformers import BertConfig, BertModel

from retrieval.close_reading.model import CloseReaderModel, adapted_model


def tiny_bert() -> BertModel:
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=20,
        hidden_size=8,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=16,
    )
    return BertModel(config, add_pooling_layer=False)


def learned() -> bytes:
    model = CloseReaderModel(tiny_bert(), layers=2)
    torch.manual_seed(1)
    return save({name: torch.randn_like(one.detach()) for name, one in model.trained()})


def read(model: CloseReaderModel) -> torch.Tensor:
    torch.manual_seed(2)
    with torch.no_grad():
        found: torch.Tensor = model.eval()(torch.randn(2, 5, 8), torch.ones(2, 5, dtype=torch.long))
    return found


def test_nothing_of_the_encoder_itself_is_trained() -> None:
    names = [name for name, _ in CloseReaderModel(tiny_bert(), layers=2).trained()]
    assert not [name for name in names if "plain.weight" in name or "word_embeddings" in name]
    assert {"head.weight", "head.bias"} < set(names)


def test_as_many_layers_are_kept_as_the_adapter_was_learned_for() -> None:
    assert len(adapted_model(tiny_bert(), learned()).bert.encoder.layer) == 2


def test_what_was_learned_changes_the_reading() -> None:
    adapted, plain = adapted_model(tiny_bert(), learned()), CloseReaderModel(tiny_bert(), layers=2)
    assert read(adapted).shape == (2, 5, 2)
    assert not torch.allclose(read(adapted), read(plain))


def test_a_merged_model_reads_the_same() -> None:
    adapted = adapted_model(tiny_bert(), learned())
    before = read(adapted)
    adapted.merge()
    assert not [name for name, _ in adapted.named_parameters() if ".down." in name]
    assert torch.allclose(read(adapted), before, atol=1e-4)


def test_an_adapter_of_another_model_is_refused() -> None:
    other = save({"bert.encoder.layer.0.odd": torch.zeros(2)})
    with pytest.raises(ValueError, match="of another model"):
        adapted_model(tiny_bert(), other)
