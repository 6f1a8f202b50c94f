"""Learns the adapter of the close reader on the invented articles.

    python -m retrieval.calibration.train_close_reader --out first.safetensors
    python -m retrieval.calibration.train_close_reader --go-on first.safetensors

makes what ships. Seeded. First it learns to find answers; then, from more articles, to tell them
from what only looks like one: a near miss is read where its twin has its answer.

The loss is that of SQuAD 2.0 readers: the cross-entropy of where the answer begins and where it
ends, the first token of all standing for "not said here"; where an answer stands in several places
their chances are added up. After every epoch the articles that were held out are read, the figures
printed, and the adapter is written.
"""

import argparse
import contextlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

import retrieval.close_reading
from index.encoder.bert import bert_of
from index.encoder.choice import choose
from index.encoder.unigram import build_tokenizer
from index.encoder.weights import E5Weights, read_weights
from retrieval.calibration.invented import invented_articles
from retrieval.calibration.reading_measures import measure
from retrieval.calibration.reading_samples import (
    Sample,
    samples_of_a_round,
    tempting_samples,
    tokenized,
)
from retrieval.close_reading.model import CloseReaderModel, adapted_model
from retrieval.close_reading.opening import ADAPTER_FILE
from retrieval.close_reading.tokens import PairTokenizer

_LAYERS, _DECAY, _BATCH, _WARM_UP = 12, 0.01, 32, 50
_MEASURED_EVERY = 3
"""Of the articles held out; measuring on all takes half as long as an epoch."""
_TWINS = "-twins"
"""At the end of the names of the files that are only learned from when going on."""
_PADDING, _SORTED = 1, 20 * _BATCH


class Trainee:
    """The model with its table of embeddings, as it is taught."""

    def __init__(self, weights: E5Weights, adapter: bytes | None) -> None:
        bert = bert_of(weights)
        self.model = adapted_model(bert, adapter) if adapter else CloseReaderModel(bert, _LAYERS)
        self._table = self.model.bert.embeddings.word_embeddings

    def logits(self, samples: Sequence[Sample]) -> torch.Tensor:
        """For every sample begin and end of every token, those that cannot answer at -1e4."""
        longest = max(len(sample.pair.ids) for sample in samples)
        ids = torch.full((len(samples), longest), _PADDING)
        mask = torch.zeros((len(samples), longest), dtype=torch.int64)
        allowed = torch.zeros((len(samples), longest), dtype=torch.bool)
        allowed[:, 0] = True
        for row, sample in enumerate(samples):
            size = len(sample.pair.ids)
            ids[row, :size] = torch.tensor(sample.pair.ids)
            mask[row, :size] = 1
            allowed[row, :size] |= torch.tensor(sample.pair.sentences) >= 0
        with _narrow():
            logits: torch.Tensor = self.model(self._table(ids), mask)
        return logits.float().masked_fill(~allowed[..., None], -1e4)

    def loss(self, samples: Sequence[Sample]) -> torch.Tensor:
        """Mean over the samples."""
        begins, ends = torch.log_softmax(self.logits(samples), dim=1).unbind(-1)
        losses = []
        for row, sample in enumerate(samples):
            runs = sample.answers or ((0, 0),)
            chances = [begins[row, first] + ends[row, last] for first, last in runs]
            losses.append(-torch.logsumexp(torch.stack(chances), 0))
        return torch.stack(losses).mean()


def batches(samples: list[Sample], chance: random.Random) -> list[list[Sample]]:
    """The samples in batches of about one length, in random order."""
    chance.shuffle(samples)
    alike = [
        sorted(samples[first : first + _SORTED], key=lambda one: len(one.pair.ids))
        for first in range(0, len(samples), _SORTED)
    ]
    cut = [part[i : i + _BATCH] for part in alike for i in range(0, len(part), _BATCH)]
    chance.shuffle(cut)
    return cut


def train(
    trainee: Trainee,
    round_of: Callable[[random.Random], Iterator[Sample]],
    epochs: int,
    rate: float,
    seed: int,
) -> Iterator[int]:
    """Learn from a round of samples an epoch; gives the number of each epoch when it is done."""
    chance = random.Random(seed)
    parameters = [parameter for _, parameter in trainee.model.trained()]
    optimizer = torch.optim.AdamW(parameters, rate, weight_decay=_DECAY)
    steps = epochs * len(batches(list(round_of(chance)), chance))
    step, began = 0, time.monotonic()
    for epoch in range(epochs):
        trainee.model.train()
        for batch in batches(list(round_of(chance)), chance):
            pace = min(1.0, step / _WARM_UP) * max(0.02, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = rate * pace
            loss = trainee.loss(batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                spent = time.monotonic() - began
                print(f"step {step} of {steps}, loss {loss.item():.2f}, {spent:.0f} s", flush=True)
        yield epoch


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description="Learn the adapter of the close reader.")
    target = Path(retrieval.close_reading.__path__[0]) / ADAPTER_FILE
    parser.add_argument("--out", type=Path, default=target)
    parser.add_argument("--go-on", type=Path, help="an adapter to learn on from")
    options = parser.parse_args()
    goes_on = options.go_on is not None
    epochs, rate, seed = (2, 6e-4, 1) if goes_on else (3, 1e-3, 0)
    torch.manual_seed(seed)
    choice = choose("e5")
    assert choice.weights is not None
    weights = read_weights(choice.weights)
    tokenizer = PairTokenizer(build_tokenizer(weights.vocabulary))  # pads and cuts nothing
    everything = [tokenized(tokenizer, one) for one in invented_articles()]
    taught = [one for one in everything if goes_on or not one.invented.field.endswith(_TWINS)]
    learned = [one for one in taught if not one.invented.held_out]
    held_out = [one for one in everything if one.invented.held_out][::_MEASURED_EVERY]
    print(f"{len(learned)} articles to learn from, {len(held_out)} to measure on", flush=True)
    trainee = Trainee(weights, options.go_on.read_bytes() if goes_on else None)
    samples = tempting_samples if goes_on else samples_of_a_round
    for epoch in train(trainee, lambda chance: samples(learned, chance), epochs, rate, seed):
        trainee.model.eval()
        with torch.no_grad():
            print(f"epoch {epoch + 1}:", measure(trainee.logits, held_out), flush=True)
        half = {
            name: parameter.detach().to(torch.float16)
            for name, parameter in trainee.model.trained()
        }
        save_file(half, options.out)
    print(f"wrote {options.out} ({options.out.stat().st_size / 1e6:.1f} MB)")


def _narrow() -> contextlib.AbstractContextManager[object]:
    """bfloat16 where the processor multiplies it: twice as fast."""
    if torch.ops.mkldnn._is_mkldnn_bf16_supported():
        return torch.autocast("cpu", dtype=torch.bfloat16)
    return contextlib.nullcontext()


if __name__ == "__main__":
    main()
