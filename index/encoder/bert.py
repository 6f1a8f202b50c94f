"""A BERT encoder in torch from the weights of a file."""

import torch
from transformers import BertConfig, BertModel

from index.encoder.tensor_names import EMBEDDING_TENSORS, LAYER_TENSORS
from index.encoder.weights import Architecture, E5Weights


def bert_of(weights: E5Weights) -> BertModel:
    """The model without a pooling layer."""
    bert = BertModel(_config(weights), add_pooling_layer=False)
    bert.load_state_dict(_state(weights, bert), strict=True)
    return bert


def _config(weights: E5Weights) -> BertConfig:
    shape: Architecture = weights.architecture
    return BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_epsilon,
        pad_token_id=weights.vocabulary.padding,
    )


def _state(weights: E5Weights, bert: BertModel) -> dict[str, torch.Tensor]:
    """The tensors of ``weights`` under the names and in the shapes that ``bert`` has them."""
    names = dict(EMBEDDING_TENSORS)
    for layer in range(weights.architecture.layers):
        for target, source in LAYER_TENSORS.items():
            names[f"encoder.layer.{layer}.{target}"] = f"l{layer}.{source}"
    bare = bert.state_dict()
    return {
        target: torch.from_numpy(weights.tensors[source].copy()).reshape(bare[target].shape)
        for target, source in names.items()
    }
