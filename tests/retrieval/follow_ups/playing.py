"""Plays conversations over invented articles: each question is rewritten after those before it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.articles import Article, Passage
from index.encoder.protocol import Encoder
from index.limits import Limits
from index.search_index import SearchIndex
from retrieval.follow_ups.rewriting import Kind, rewrite
from retrieval.fusing import fuse
from retrieval.query import Period, PeriodKind, Turn

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "articles.jsonl"
_FOUND = 50


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says, the article with the answer, and a text that its passage holds.

    ``time`` are the words of ``text`` that name a time, or None.
    """

    text: str
    url: str
    holds: str
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions asked one after the other.

    ``alone`` is the last one as somebody would ask it who had not asked the others. ``group`` is
    "in view", or "unseen" where it was written after the rules were final.
    """

    language: str
    group: str
    asked: date
    turns: tuple[Said, ...]
    alone: str


@dataclass(frozen=True, slots=True)
class Played:
    """What was searched for the last question of a conversation and whether it was found first.

    ``findable``: it is found first when it is asked alone, so that rewriting is what counts.
    """

    conversation: Conversation
    searched: str
    found: str
    right: bool
    findable: bool


class PassageSearch:
    """The search of one index by one encoder, without deciding whether to answer."""

    def __init__(self, index: SearchIndex, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def best(self, text: str, asked: date) -> list[tuple[Passage, Article]]:
        """The passages for ``text``, best first."""
        limits = Limits(not_after=asked)
        vector = self._encoder.encode_queries([text])[0]
        dense = self._index.dense(vector, _FOUND, limits)
        keyword = self._index.keyword(text, _FOUND, limits)
        ids = [passage_id for passage_id, _ in fuse([dense, keyword])]
        passages = self._index.passages(ids)
        articles = self._index.articles([one.article_id for one in passages.values()])
        return [(passages[one], articles[passages[one].article_id]) for one in ids]


def conversations() -> list[Conversation]:
    """Those of the file beside this one."""
    read = json.loads((FOLDER / "conversations.json").read_text(encoding="utf-8"))
    return [
        Conversation(
            one["language"],
            one["group"],
            date.fromisoformat(one["asked"]),
            tuple(Said(**turn) for turn in one["turns"]),
            one["alone"],
        )
        for one in read
    ]


def play(service: PassageSearch, conversation: Conversation) -> Played:
    """Ask every question in turn; the last one counts."""
    turns: list[Turn] = []
    for said in conversation.turns:
        rewriting = rewrite(said.text, turns, names_time=said.time is not None)
        assert rewriting.kind is not Kind.SMALL_TALK, said.text
        found = service.best(rewriting.searched, conversation.asked)
        period = rewriting.period
        if said.time:
            period = Period(None, conversation.asked, PeriodKind.EVENT, said.time)
        headlines = tuple(article.title for _, article in found[:2])
        turns.append(Turn(rewriting.searched, period, headlines))
    passage, article = found[0]
    return Played(
        conversation,
        rewriting.searched,
        f"{article.url}: {passage.text[:80]}",
        _is_right(found, said),
        _is_right(service.best(conversation.alone, conversation.asked), said),
    )


def _is_right(found: list[tuple[Passage, Article]], said: Said) -> bool:
    passage, article = found[0]
    return article.url == said.url and said.holds in passage.text
