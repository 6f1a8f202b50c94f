"""Learns the lens of :mod:`retrieval.lens` on the invented articles.

    python -m retrieval.calibration.train_lens DATA_DIR

The loss is the softmax cross-entropy of the answering sentence among all sentences of its
article, so that only the order of sentences within one article is learned: nothing about which
questions have an answer. Seeded; about four minutes on two cores, nearly all of it encoding.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder
from index.sentences import split_body
from retrieval.calibration.invented import InventedArticle, invented_articles

_RANK, _DROPOUT, _EPOCHS, _RATE, _DECAY, _BATCH = 64, 0.5, 20, 1e-3, 0.1, 4
_FOLDS = 5
Sample = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""Question vectors (q, d), sentence vectors (s, d), and which sentence answers (q, s)."""


class Bilinear(torch.nn.Module):
    """cosine * scale + q·A'B·s + b·s."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.unit = dimension**0.5  # vectors of length one are scaled to components of about one
        self.question = torch.nn.Linear(dimension, _RANK, bias=False)
        self.sentence = torch.nn.Linear(dimension, _RANK, bias=False)
        self.plain = torch.nn.Parameter(torch.zeros(dimension))
        self.scale = torch.nn.Parameter(torch.tensor(20.0))
        self.dropout = torch.nn.Dropout(_DROPOUT)
        torch.nn.init.normal_(self.question.weight, std=0.05)
        torch.nn.init.normal_(self.sentence.weight, std=0.05)

    def forward(self, questions: torch.Tensor, sentences: torch.Tensor) -> torch.Tensor:
        """Scores of shape (questions, sentences)."""
        asked = self.question(self.dropout(questions * self.unit))
        said = self.sentence(self.dropout(sentences * self.unit))
        learned = asked @ said.T / 10 + (sentences * self.unit) @ self.plain / 10
        scores: torch.Tensor = self.scale * (questions @ sentences.T) + learned
        return scores

    def export(self) -> dict[str, NDArray[np.float16]]:
        """The matrices in units of cosine, half precision."""
        factor = self.unit**2 / 10 / self.scale.item()
        return {
            "question": (self.question.weight.detach().numpy() * factor).astype(np.float16),
            "sentence": self.sentence.weight.detach().numpy().astype(np.float16),
            "plain": (self.plain.detach().numpy() * self.unit / 10 / self.scale.item()).astype(
                np.float16
            ),
        }


def sample(encoder: Encoder, invented: InventedArticle) -> Sample:
    """Encode one article and the questions it answers."""
    body = invented.article.body
    sentences = [body[start:end] for start, end in split_body(body)]
    asked = [q for q in invented.questions if q.holds and any(q.holds in s for s in sentences)]
    right = [[float(q.holds in s) for s in sentences] for q in asked if q.holds]
    return (
        torch.from_numpy(encoder.encode_queries([q.text for q in asked])),
        torch.from_numpy(encoder.encode_passages(sentences)),
        torch.tensor(right),
    )


def train(samples: list[Sample]) -> Bilinear:
    """Learn from ``samples``."""
    torch.manual_seed(0)
    shuffled = np.random.default_rng(0)
    model = Bilinear(samples[0][0].shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), _RATE, weight_decay=_DECAY)
    for _ in range(_EPOCHS):
        order = shuffled.permutation(len(samples))
        for first in range(0, len(order), _BATCH):
            loss = torch.zeros(())
            for position in order[first : first + _BATCH]:
                questions, sentences, right = samples[position]
                goal = right / right.sum(1, keepdim=True)
                scores = torch.log_softmax(model(questions, sentences), 1)
                loss = loss - (scores * goal).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return model.eval()


def found(model: Bilinear | None, samples: list[Sample]) -> tuple[float, float]:
    """How often the right sentence is first, and in the first three; None is cosine alone."""
    first = three = total = 0
    for questions, sentences, right in samples:
        with torch.no_grad():
            scores = model(questions, sentences) if model else questions @ sentences.T
        order = scores.argsort(1, descending=True)[:, :3]
        hits = right.gather(1, order)
        first += int(hits[:, 0].sum())
        three += int((hits.sum(1) > 0).sum())
        total += len(questions)
    return first / total, three / total


def main() -> None:
    """Print cross-validated figures, then learn from everything and write the lens."""
    parser = argparse.ArgumentParser(description="Learn the sentence lens of the encoder e5.")
    parser.add_argument("data_dir", type=Path)
    encoder = open_encoder("e5", parser.parse_args().data_dir / "models")
    samples = [sample(encoder, invented) for invented in invented_articles()]
    plain, learned = [], []
    for fold in range(_FOLDS):
        held = samples[fold::_FOLDS]
        rest = [one for i, one in enumerate(samples) if i % _FOLDS != fold]
        plain.append(found(None, held))
        learned.append(found(train(rest), held))
    for name, figures in (("cosine alone", plain), ("with the lens", learned)):
        first, three = np.mean(figures, axis=0)
        print(f"{name}: first {first:.3f}, in three {three:.3f}")
    target = Path(__file__).parent.parent / "lens-e5.npz"
    np.savez_compressed(target, **train(samples).export())  # type: ignore[arg-type]
    print(f"wrote {target} ({target.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
