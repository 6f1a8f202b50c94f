"""What the close reader learns from: questions with windows of the invented articles."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.sentences import Span, split_body
from retrieval.calibration.invented import InventedArticle, InventedQuestion
from retrieval.close_reading.tokens import PairTokenizer, PairTokens, SentenceTokens, pair_of
from retrieval.close_reading.windows import WINDOW_TOKENS

_SHORTEST = 24
_WINDOWS_A_MISS = 2
_ELSEWHERE = 0.5
"""Share of questions that are also asked of another part of their article."""
_OTHER_ARTICLES = 0.15
"""Share of questions that are also asked of another article."""


@dataclass(frozen=True, slots=True)
class Sample:
    """``answers`` are the token runs that answer (first, last); none: the window does not say."""

    pair: PairTokens
    answers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TokenizedArticle:
    """An invented article ready to be cut into windows."""

    invented: InventedArticle
    title: tuple[int, ...]
    sentences: tuple[SentenceTokens, ...]
    questions: tuple[tuple[InventedQuestion, tuple[int, ...]], ...]


def tokenized(tokenizer: PairTokenizer, invented: InventedArticle) -> TokenizedArticle:
    """Tokenize one article and its questions."""
    body = invented.article.body
    return TokenizedArticle(
        invented,
        tokenizer.title(invented.article.title),
        tuple(tokenizer.sentences(body, split_body(body))),
        tuple((one, tokenizer.question(one.text)) for one in invented.questions),
    )


def windows_of(
    article: TokenizedArticle, chance: random.Random | None = None
) -> list[list[SentenceTokens]]:
    """The whole article in consecutive windows; with ``chance`` each of another length."""
    windows: list[list[SentenceTokens]] = []
    room = 0
    for sentence in article.sentences:
        if not windows or len(sentence.ids) > room:
            windows.append([])
            room = chance.randint(_SHORTEST, WINDOW_TOKENS) if chance else WINDOW_TOKENS
        windows[-1].append(sentence)
        room -= len(sentence.ids)
    return windows


def sample_of(
    article: TokenizedArticle,
    window: Sequence[SentenceTokens],
    question: tuple[int, ...],
    holds: str | None,
) -> Sample:
    """One question with one window; every place where what it ``holds`` stands is an answer."""
    pair = pair_of(question, article.title, window)
    found = _occurrences(article.invented.article.body, holds) if holds else []
    runs = (_run_over(pair, span) for span in found)
    return Sample(pair, tuple(run for run in runs if run))


def samples_of_a_round(
    articles: Sequence[TokenizedArticle], chance: random.Random
) -> Iterator[Sample]:
    """Every question once with its answer and once without, or twice where there is none.

    The windows are taken at random.
    """
    for article in articles:
        for question, ids in article.questions:
            windows = windows_of(article, chance)
            if question.kind == "answer":
                samples = [sample_of(article, one, ids, question.holds) for one in windows]
                saying = [one for one in samples if one.answers]
                silent = [one for one in samples if not one.answers]
                if not saying:
                    continue  # the headline alone says it, or the sentence was too long
                yield chance.choice(saying)
                if silent:
                    yield chance.choice(silent)
            elif question.kind == "near":
                for one in chance.sample(windows, min(_WINDOWS_A_MISS, len(windows))):
                    yield sample_of(article, one, ids, None)
            if question.kind == "far" or chance.random() < _OTHER_ARTICLES:
                other = chance.choice([one for one in articles if one is not article])
                yield sample_of(other, chance.choice(windows_of(other, chance)), ids, None)


def tempting_samples(
    articles: Sequence[TokenizedArticle], chance: random.Random
) -> Iterator[Sample]:
    """Every question once with its answer, its near miss with those same words before it.

    A near miss is read where its twin has its answer, for that is where it is mistaken for one; one
    without a twin in two windows at random. Some questions are also read elsewhere.
    """
    for article in articles:
        twins: list[list[SentenceTokens]] = []
        for question, ids in article.questions:
            windows = windows_of(article, chance)
            read: list[list[SentenceTokens]] = []
            if question.kind == "answer":
                told = [sample_of(article, one, ids, question.holds) for one in windows]
                saying = [place for place, sample in enumerate(told) if sample.answers]
                if not saying:
                    twins = []
                    continue  # the headline alone says it, or the sentence was too long
                twins = [windows[chance.choice(saying)]]
                silent = [one for place, one in enumerate(windows) if place not in saying]
                read = twins + _some(silent, chance)
            elif question.kind == "near":
                read = twins + _some(windows, chance)
                if not twins:
                    read = chance.sample(windows, min(_WINDOWS_A_MISS, len(windows)))
                twins = []
            for window in read:
                yield sample_of(article, window, ids, question.holds)
            if question.kind == "far" or chance.random() < _OTHER_ARTICLES:
                other = chance.choice([one for one in articles if one is not article])
                yield sample_of(other, chance.choice(windows_of(other, chance)), ids, None)


def _some(
    windows: Sequence[list[SentenceTokens]], chance: random.Random
) -> list[list[SentenceTokens]]:
    """One of the windows, for some questions."""
    return [chance.choice(windows)] if windows and chance.random() < _ELSEWHERE else []


def _occurrences(body: str, holds: str) -> list[Span]:
    found: list[Span] = []
    start = body.find(holds)
    while start >= 0:
        found.append((start, start + len(holds)))
        start = body.find(holds, start + len(holds))
    return found


def _run_over(pair: PairTokens, span: Span) -> tuple[int, int] | None:
    """The tokens that the characters of ``span`` fall into, where all of them do."""
    start, end = span
    own = [
        place
        for place, (first, last) in enumerate(pair.characters)
        if pair.sentences[place] >= 0 and first < end and last > start
    ]
    whole = own and pair.characters[own[0]][0] <= start + 1 and pair.characters[own[-1]][1] >= end
    return (own[0], own[-1]) if whole else None
