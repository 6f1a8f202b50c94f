"""Every quote of a whole evaluation run stands in the stored articles, character for character.

Real news is not part of the project. EVALUATION names a folder with corpus.jsonl.gz,
answerable.jsonl and unanswerable.jsonl; EVALUATED a data folder that `dateline evaluate` has
indexed that corpus into.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.commands.evaluation_room import open_evaluation_room, questions_on
from bot.composition import open_encoder_of
from bot.settings import Settings
from index.database import FILE_NAME
from retrieval.evaluation.kept_index import FOLDER
from retrieval.outcomes import Answer

pytestmark = pytest.mark.model


def folder_of(name: str) -> Path:
    if not os.environ.get(name):
        pytest.skip(f"{name} is not set: no real news to ask about")
    return Path(os.environ[name])


def test_every_quote_stands_in_a_stored_article() -> None:
    news, data = folder_of("EVALUATION"), folder_of("EVALUATED")
    corpus = news / "corpus.jsonl.gz"
    questions = questions_on(corpus, [news / "answerable.jsonl", news / "unanswerable.jsonl"])
    settings = Settings(_env_file=None, data_dir=data)
    room = open_evaluation_room(settings, open_encoder_of(settings), corpus, questions)
    asked_on = room.asked_on(withheld=False, later_days=0)
    outcomes = [room.ranker.ask(one.text, asked_on.day_of(one)) for one in questions]
    quotes = [one for made in outcomes if isinstance(made, Answer) for one in made.citations]

    assert len(quotes) >= 100
    bodies = stored_bodies(data)
    for quote in quotes:
        assert quote.quote
        assert bodies[quote.article.id][quote.start : quote.end] == quote.quote


def stored_bodies(data: Path) -> dict[str, str]:
    """Read from the file itself, past everything that made the answers."""
    bodies: dict[str, str] = {}
    for file in (data / FOLDER).glob(f"*/{FILE_NAME}"):
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
            bodies |= dict(db.execute("SELECT id, body FROM articles"))
    return bodies
