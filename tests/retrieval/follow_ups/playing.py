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


def play(searcher: Searcher, conversation: Conversation) -> Played:
    """Ask every question in turn; the last one counts."""
    turns: list[Turn] = []
    for said in conversation.turns:
        query, hits = searcher.search(said.text, conversation.asked, turns)
        assert query.is_question, said.text
        headlines = tuple(dict.fromkeys(hit.article.title for hit in hits[:2]))
        turns.append(Turn(query.searched, query.times.period, headlines))
    _, alone = searcher.search(conversation.alone, conversation.asked)
    return Played(
        conversation,
        query.searched,
        f"{hits[0].article.url}: {hits[0].passage.text[:80]}",
        _is_right(hits, said),
        _is_right(alone, said),
    )


def _is_right(hits: Sequence[Hit], said: Said) -> bool:
    return hits[0].article.url == said.url and said.holds in hits[0].passage.text
