"""An evaluation from files to figures, with an encoder that needs no model."""

import json
import logging
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from bot.commands.evaluation_room import EvaluationRoom, open_evaluation_room, questions_on
from bot.settings import Settings
from bot.settings_groups import EncoderSettings
from index.errors import InputError
from retrieval.evaluation.evaluating import put_questions
from retrieval.evaluation.figures import evaluate
from tests.index.store.fake_encoder import FakeEncoder

ARTICLES = {
    "ferry": "The ferry Halvard carried forty lorries of herring to Brenholm at dawn.",
    "comet": "Astronomers in Quillmoor saw a comet. Its tail was green and faintly forked.",
    "bridge": "The bridge at Ostrava Vale reopened. Masons had replaced eleven granite piers.",
}
QUESTIONS = (
    ("1", "What did the ferry Halvard carry?", "forty lorries", "ferry"),
    ("2", "What colour was the tail of the comet?", "Green", "comet"),
    ("3", "Who painted the chapel in Serrin?", None, None),
)


def a_corpus(folder: Path) -> Path:
    path = folder / "corpus.jsonl"
    records = (
        {"url": url(name), "title": f"The {name}", "text": text, "published": "2021-05-02"}
        for name, text in ARTICLES.items()
    )
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def question_file(folder: Path, extra_gold: str = "ferry") -> Path:
    path = folder / "questions.jsonl"
    records = (
        {
            "id": name,
            "question": text,
            "asked": "2021-05-03",
            "answer": answer,
            "gold_urls": [url(gold), url(extra_gold)] if gold else [],
        }
        for name, text, answer, gold in QUESTIONS
    )
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def url(name: str) -> str:
    return f"http://Brenholm.example/{name}/?utm_source=x"


def settings(folder: Path, **given: object) -> Settings:
    minilm = EncoderSettings(name="minilm")  # whose thresholds go with no lens
    return Settings(_env_file=None, data_dir=folder / "data", encoder=minilm, **given)


def room(folder: Path, encoder: FakeEncoder, extra_gold: str = "ferry") -> EvaluationRoom:
    corpus = a_corpus(folder)
    questions = questions_on(corpus, [question_file(folder, extra_gold)])
    return open_evaluation_room(settings(folder), encoder, corpus, questions)


def test_questions_are_put_to_the_corpus_and_measured(tmp_path: Path) -> None:
    opened = room(tmp_path, FakeEncoder())
    asked_on = opened.asked_on(withheld=False, later_days=0)
    evaluation = evaluate(put_questions(opened.ranker, opened.questions, asked_on))

    assert opened.corpus.articles == 3
    assert [stage.name for stage in evaluation.stages][:2] == ["BM25", "dense"]
    found = evaluation.ranking["hits@10"]
    assert found is not None
    assert found.value == 1.0
    assert (len(evaluation.answerable), len(evaluation.unanswerable)) == (2, 1)


def test_a_second_evaluation_encodes_no_passage(tmp_path: Path) -> None:
    first, second = FakeEncoder(), FakeEncoder()
    opened = room(tmp_path, first)
    assert first.encoded

    again = room(tmp_path, second)

    assert second.encoded == []
    assert again.corpus == opened.corpus


def test_another_encoder_or_another_corpus_gets_an_index_of_its_own(tmp_path: Path) -> None:
    room(tmp_path, FakeEncoder())
    other = FakeEncoder("fake-2")
    room(tmp_path, other)
    assert other.encoded
    corpus = a_corpus(tmp_path)
    corpus.write_text(corpus.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    questions = questions_on(corpus, [question_file(tmp_path)])
    opened = open_evaluation_room(settings(tmp_path), FakeEncoder(), corpus, questions)
    assert opened.corpus.articles == 1


def test_where_no_day_is_known_it_is_today(tmp_path: Path) -> None:
    opened = room(tmp_path, FakeEncoder())
    with time_machine.travel(datetime(2031, 5, 9, 23, tzinfo=UTC), tick=False):
        asked_on = opened.asked_on(withheld=True, later_days=2)
    assert (asked_on.otherwise, asked_on.withheld) == (date(2031, 5, 9), True)
    assert asked_on.later_days == 2


def test_gold_articles_that_are_missing_are_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    room(tmp_path, FakeEncoder())
    assert not caplog.messages
    room(tmp_path, FakeEncoder(), extra_gold="gone")
    assert any(
        "1 of 3 gold articles are not in the corpus; 0 questions" in m for m in caplog.messages
    )


def test_a_beir_folder_is_measured_by_its_own_questions(tmp_path: Path) -> None:
    folder = tmp_path / "beir"
    (folder / "qrels").mkdir(parents=True)
    corpus = [{"_id": n, "title": n, "text": text} for n, text in ARTICLES.items()]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)), encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "comet tail"}', encoding="utf-8")
    qrels = folder / "qrels" / "test.tsv"
    qrels.write_text("query-id\tcorpus-id\tscore\nq\tcomet\t1\n", encoding="utf-8")

    questions = questions_on(folder, [])
    opened = open_evaluation_room(settings(tmp_path), FakeEncoder(), folder, questions)
    asked_on = opened.asked_on(withheld=False, later_days=0)
    evaluation = evaluate(put_questions(opened.ranker, opened.questions, asked_on))

    found = evaluation.ranking["hits@10"]
    assert found is not None
    assert found.value == 1.0
    assert evaluation.answers["answer_hit"] is evaluation.answers["auroc"] is None
    with pytest.raises(InputError, match="questions of its own"):
        questions_on(folder, [question_file(tmp_path)])


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing: no such file or folder"):
        questions_on(tmp_path / "missing", [])
