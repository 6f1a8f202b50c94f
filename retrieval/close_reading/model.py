"""The close reader in torch: the encoder's own layers, adapted at low rank; two numbers a token.

Loaded where it is trained and where it is converted; never where questions are answered. Low-rank
adaptation: Hu et al., "LoRA", 2021 (an update W + B·A, A random and B zero at first).
"""

import re
from collections.abc import Iterator

import torch
from safetensors.torch import load
from transformers import BertModel

RANK = 16
_DROPOUT = 0.05


class Adapted(torch.nn.Module):
    """A linear layer with a low-rank update."""

    def __init__(self, plain: torch.nn.Linear, rank: int) -> None:
        super().__init__()
        self.plain = plain
        self.down = torch.nn.Linear(plain.in_features, rank, bias=False)
        self.up = torch.nn.Linear(rank, plain.out_features, bias=False)
        self.dropout = torch.nn.Dropout(_DROPOUT)
        torch.nn.init.normal_(self.down.weight, std=plain.in_features**-0.5)
        torch.nn.init.zeros_(self.up.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The plain layer's output and the update's."""
        out: torch.Tensor = self.plain(x) + self.up(self.down(self.dropout(x)))
        return out

    def merged(self) -> torch.nn.Linear:
        """One linear layer that does the same."""
        with torch.no_grad():
            self.plain.weight += self.up.weight @ self.down.weight
        return self.plain


class CloseReaderModel(torch.nn.Module):
    """Embedded tokens (n, tokens, hidden) and a mask (n, tokens) to logits (n, tokens, 2).

    The table of embeddings stays outside: it is nine tenths of the weights and not trained.
    """

    def __init__(self, bert: BertModel, layers: int, rank: int = RANK) -> None:
        super().__init__()
        bert.encoder.layer = bert.encoder.layer[:layers]
        bert.requires_grad_(False)
        _adapt(bert.encoder, rank)
        for name, parameter in bert.encoder.named_parameters():
            if name.endswith("bias") or "LayerNorm" in name:
                parameter.requires_grad = True
        self.bert = bert
        self.dropout = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(bert.config.hidden_size, 2)
        torch.nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, embedded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """How much each token speaks for being the first, and the last, of the answer."""
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        logits: torch.Tensor = self.head(self.dropout(hidden))
        return logits

    def trained(self) -> Iterator[tuple[str, torch.nn.Parameter]]:
        """The parameters that are learned, by name: what the adapter's file holds."""
        return ((n, p) for n, p in self.named_parameters() if p.requires_grad)

    def merge(self) -> None:
        """Write the updates into the plain layers, for a model that is only run."""
        _merge(self.bert.encoder)


def adapted_model(bert: BertModel, adapter: bytes) -> CloseReaderModel:
    """The model with what was learned, a safetensors file, put in.

    Raises:
        ValueError: the names are not those of the model.
    """
    learned = load(adapter)
    layers = {int(found[1]) for name in learned if (found := re.search(r"layer\.(\d+)\.", name))}
    model = CloseReaderModel(bert, 1 + max(layers))
    known = dict(model.trained())
    if known.keys() != learned.keys():
        raise ValueError("the adapter is of another model than the close reader")
    with torch.no_grad():
        for name, parameter in known.items():
            parameter.copy_(learned[name].to(torch.float32))
    return model


def _adapt(module: torch.nn.Module, rank: int) -> None:
    for name, child in list(module.named_children()):
        if isinstance(child, torch.nn.Linear):
            setattr(module, name, Adapted(child, rank))
        else:
            _adapt(child, rank)


def _merge(module: torch.nn.Module) -> None:
    for name, child in list(module.named_children()):
        if isinstance(child, Adapted):
            setattr(module, name, child.merged())
        else:
            _merge(child)
