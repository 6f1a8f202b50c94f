"""Measures encoding beside plain torch: ``python -m tests.benchmarks.encoding NEWS [PASSAGES]``.

Passages are cut from the articles in ``NEWS`` and drawn at random. Both encoders, and the
processor's own rate of multiplying matrices, take turns in one run, for machines are shared.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median

import torch

from index.articles import Article
from index.encoder.choice import choose
from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder
from index.encoder.sentence_model import TorchEncoder
from index.passages import PassageShape, cut_passages, encoder_input, readable_title
from index.readers.folders import read_articles

_WORDS, _ARTICLES, _TURNS, _SIDE = 130, 400, 3, 2048
_LAYERS, _HIDDEN, _INNER = 12, 384, 1536  # multilingual-e5-small


def passages(news: Path, encoder: Encoder) -> list[str]:
    """The encoder's inputs for articles drawn from all over ``news``."""
    articles = [one for one in read_articles([news], {}) if isinstance(one, Article)]
    drawn = random.Random(0).sample(articles, min(_ARTICLES, len(articles)))
    shape, count = PassageShape(_WORDS, encoder.window), encoder.count_passage_tokens
    inputs = []
    for article in drawn:
        title = readable_title(article.title, shape.tokens, count)
        cut = cut_passages(article, shape, count)
        inputs += [encoder_input(title, passage.text) for passage in cut]
    return inputs


def operations(tokens: int) -> float:
    """Multiplications and additions for one text: projections, then attention, of each layer."""
    projections = 4 * _HIDDEN**2 + 2 * _HIDDEN * _INNER
    return 2.0 * _LAYERS * (tokens * projections + 2 * tokens**2 * _HIDDEN)


def multiplying(kind: torch.dtype) -> float:
    """Operations a second on square matrices of this kind."""
    one, other = (torch.randn(_SIDE, _SIDE).to(kind) for _ in range(2))
    return 2.0 * _SIDE**3 / seconds(lambda: one @ other)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[2]) if sys.argv[2:] else 300
    with tempfile.TemporaryDirectory() as models:
        ours, plain = open_encoder("e5", Path(models)), TorchEncoder.of(choose("e5"))
        texts = passages(Path(sys.argv[1]), ours)
        texts = random.Random(1).sample(texts, min(count, len(texts)))
        words = mean(len(text.split()) for text in texts)
        tokens = ours.count_passage_tokens(texts)
        print(
            f"{len(texts)} passages of {words:.0f} words, {mean(tokens):.0f} tokens, with headline"
        )
        work = sum(map(operations, tokens))
        ways: dict[str, Callable[[], float]] = {
            "ours": lambda: len(texts) / seconds(lambda: ours.encode_passages(texts)),
            "plain torch": lambda: len(texts) / seconds(lambda: plain.encode_passages(texts)),
            "float32": lambda: multiplying(torch.float32) * len(texts) / work,
            "bfloat16": lambda: multiplying(torch.bfloat16) * len(texts) / work,
        }
        for encoder in (ours, plain):
            encoder.encode_passages(texts[:8])
        turns = [{name: way() for name, way in ways.items()} for _ in range(_TURNS)]
    for name in ways:
        found = [turn[name] for turn in turns]
        limit = "" if name in ("ours", "plain torch") else ", if it only multiplied matrices"
        print(
            f"{name:12}{median(found):7.1f} passages/s ({min(found):.1f}–{max(found):.1f}){limit}"
        )


if __name__ == "__main__":
    main()
