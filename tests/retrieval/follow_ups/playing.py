"""Plays conversations over invented articles: each question is rewritten after those before it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from retrieval.outcomes import Hit
from retrieval.query import Turn
from tests.retrieval.searcher import Searcher

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "articles.jsonl"


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says, the article with the answer, and a text that its passage holds."""

    text: str
    url: str
    holds: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions asked one after the other.

    ``group`` is "in view", or "unseen" where it was written after the rules were final.
    """

    language: str
    group: str
    asked: date
    turns: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What was searched for the last question of a conversation, and whether it was found first."""

    conversation: Conversation
    searched: str
    found: str
    right: bool


def conversations() -> list[Conversation]:
    """Those of the file beside this one."""
    read = json.loads((FOLDER / "conversations.json").read_text(encoding="utf-8"))
    return [
        Conversation(
            one["language"],
            one["group"],
            date.fromisoformat(one["asked"]),
            tuple(Said(**turn) for turn in one["turns"]),
        )
        for one in read
    ]


def play(searcher: Searcher, conversation: Conversation) -> Played:
    """Ask every question in turn; the last one counts."""
    turns: list[Turn] = []
    for said in conversation.turns:
        query, hits = searcher.search(said.text, conversation.asked, turns)
        assert query.is_question, said.text
        cited = {hit.article.id: hit.article.title for hit in hits[:2]}
        period = query.times.period
        turns.append(Turn(query.searched, period, tuple(cited.values()), tuple(cited)))
    return Played(
        conversation,
        query.searched,
        f"{hits[0].article.url}: {hits[0].passage.text[:80]}",
        _is_right(hits, said),
    )


def _is_right(hits: Sequence[Hit], said: Said) -> bool:
    return hits[0].article.url == said.url and said.holds in hits[0].passage.text
