"""The command in processes of its own: what it prints where, and how it ends."""

import json
import re
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from index.encoder.protocol import Encoder
from tests.bot.samples import NOT_LIMITED, UNDERSTOOD
from tests.end_to_end.command_line import CommandLine
from tests.end_to_end.conftest import SEEDS

pytestmark = pytest.mark.model

QUESTION = "What did Xi assure Putin of?"
UNANSWERED = "Who won the World Cup?"
LOG_LINE = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ [\w.]+: ")

SEARCHED = {**NOT_LIMITED, "newest": "2022-06-15", "oldest": "2022-06-15", "articles": 1}


class TestAsk:
    def test_an_answer_keeps_the_contract(self, dateline: CommandLine, seed_data: Path) -> None:
        ran = dateline("ask", QUESTION, "--json", "--data-dir", seed_data)

        (answer,) = ran.objects
        assert ran.code == 0
        assert answer.pop("outcome") == "answer"
        assert answer.pop("reason") is None
        assert answer.pop("form") == "sentences"
        assert answer.pop("closest") in (False, True)
        assert 0.0 < answer.pop("confidence") <= 1.0
        assert re.fullmatch(r"[^[]+ \[1\]( [^[]+ \[\d\])*", answer.pop("text"))
        assert answer.pop("took_ms") > 0.0
        assert answer.pop("nearest") == []
        for citation in answer.pop("citations"):
            assert {name: type(value) for name, value in citation.items()} == {
                "number": int,
                "quote": str,
                "readable": str,
                "passage": str,
                "title": str,
                "outlet": str,
                "byline": str,
                "published": str,
                "url": str,
                "article_id": str,
                "start": int,
                "end": int,
                "answering": list,
                "also_in": list,
            }
            assert citation["published"] == "2022-06-15"
        assert answer == {
            "written": False,
            "searched": SEARCHED,
            "query": {"asked": QUESTION, "searched": QUESTION, **UNDERSTOOD},
        }

    def test_a_refusal_keeps_the_contract_and_is_no_fault(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        ran = dateline("ask", UNANSWERED, "--json", "--data-dir", seed_data)

        (refusal,) = ran.objects
        assert ran.code == 0
        assert 0.0 <= refusal.pop("confidence") < 1.0
        assert refusal.pop("took_ms") > 0.0
        assert refusal == {
            "outcome": "refusal",
            "reason": "weak_evidence",
            "form": None,
            "closest": False,
            "text": "",
            "citations": [],
            "nearest": [
                {
                    "title": "China Vows Support for Russia, Drawing U.S. Ire",
                    "outlet": "The Moscow Times",
                    "published": "2022-06-15",
                    "url": "https://www.themoscowtimes.com/2022/06/15/"
                    "china-vows-support-for-russia-drawing-us-ire-a78010",
                }
            ],
            "written": False,
            "searched": SEARCHED,
            "query": {"asked": UNANSWERED, "searched": UNANSWERED, **UNDERSTOOD},
        }

    def test_offsets_slice_the_stored_body_to_the_quote(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        ran = dateline("ask", QUESTION, "--json", "--data-dir", seed_data)

        store = CorpusStore(seed_data)
        for one in ran.objects[0]["citations"]:
            (article,) = store.articles([one["article_id"]])
            assert article.body[one["start"] : one["end"]] == one["quote"]
            assert one["passage"] in article.body
        store.close()

    def test_people_read_the_quote_and_its_source(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        ran = dateline("ask", QUESTION, "--data-dir", seed_data)

        assert ran.code == 0
        assert '"sovereignty and security"' in ran.out
        assert "The Moscow Times · AFP · 15 June 2022" in ran.out
        assert "The newest article I have is from 15 June 2022." in ran.out
        assert "\x1b" not in ran.out

    def test_asked_as_of_a_day_before_the_article_there_is_nothing(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        asked = ("--asked", "2022-06-01")
        ran = dateline("ask", QUESTION, "--json", *asked, "--data-dir", seed_data)

        assert (ran.code, ran.objects[0]["reason"]) == (0, "nothing_in_period")

    def test_asking_loads_neither_torch_nor_sentence_transformers(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        """``-X importtime`` names every module that a process imports, on standard error."""
        setting = {"data_dir": seed_data}
        ran = dateline("ask", QUESTION, "--json", python=("-X", "importtime"), **setting)

        imported = {line.rpartition("|")[2].strip() for line in ran.err.splitlines()}
        assert ran.objects[0]["outcome"] == "answer"
        assert "openvino" in imported
        assert not imported & {"torch", "sentence_transformers", "transformers", "telegram"}


class TestIndexAndStatus:
    @pytest.fixture
    def data(self, tmp_path: Path, data_models: Path, e5: Encoder) -> Path:
        """An empty data folder with the converted models."""
        folder = tmp_path / "fresh"
        folder.mkdir()
        (folder / "models").symlink_to(data_models.resolve())
        return folder

    def test_json_is_one_object_and_logs_stand_beside(
        self, dateline: CommandLine, data: Path
    ) -> None:
        first = dateline("index", SEEDS, "--json", "--data-dir", data, log_level="DEBUG")
        again = dateline("index", SEEDS, "--json", "--data-dir", data)
        status = dateline("status", "--json", "--data-dir", data)

        assert [ran.code for ran in (first, again, status)] == [0, 0, 0]
        (report,), (repeated,), (holds,) = first.objects, again.objects, status.objects
        assert (report["read"], report["new"], report["skipped"]) == (1, 1, [])
        assert report["encoded"] > report["passages"] > 1
        assert (repeated["unchanged"], repeated["encoded"]) == (1, 0)
        assert (holds["articles"], holds["passages"]) == (1, report["passages"])
        assert (holds["oldest"], holds["newest"]) == ("2022-06-15", "2022-06-15")
        assert (holds["undated"], holds["encoder"]) == (0, "e5")
        assert holds["path"] == str(data / "corpus.db")
        assert LOG_LINE.match(first.err)

    def test_people_are_told_in_sentences(self, dateline: CommandLine, seed_data: Path) -> None:
        ran = dateline("status", "--data-dir", seed_data)

        assert ran.code == 0
        assert ran.out.startswith("I have read 1 article, from 15 June 2022.\n")
        assert "The Moscow Times: 1 article" in ran.out

    def test_a_file_that_is_no_article_is_reported_and_does_not_stop_the_run(
        self, dateline: CommandLine, data: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "empty.txt").write_text("", encoding="utf-8")

        ran = dateline("index", SEEDS, tmp_path / "empty.txt", "--json", "--data-dir", data)

        assert ran.code == 0
        (skip,) = ran.objects[0]["skipped"]
        assert "empty.txt" in skip["where"]


class TestChat:
    LINES = f"{QUESTION}\n\n/privacy\n{UNANSWERED}"

    def test_each_line_is_answered(self, dateline: CommandLine, seed_data: Path) -> None:
        ran = dateline("chat", "--data-dir", seed_data, stdin=self.LINES)

        told = [ran.out.find(words) for words in ("sovereignty", "nobody else", "do not say")]
        assert ran.code == 0
        assert -1 not in told
        assert told == sorted(told)
        assert "You:" not in ran.out

    def test_json_is_one_object_a_line(self, dateline: CommandLine, seed_data: Path) -> None:
        ran = dateline("chat", "--json", "--data-dir", seed_data, stdin=self.LINES)

        answer, said, refusal = ran.objects
        assert ran.code == 0
        assert (answer["outcome"], refusal["outcome"]) == ("answer", "refusal")
        assert list(said) == ["said"]

    def test_run_without_a_token_is_the_same_chat(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        ran = dateline("run", "--data-dir", seed_data, stdin=self.LINES)

        assert ran.code == 0
        assert "sovereignty and security" in ran.out
        assert "@BotFather" in ran.err

    def test_json_survives_a_line_in_another_encoding(
        self, dateline: CommandLine, seed_data: Path
    ) -> None:
        ran = dateline("chat", "--json", "--data-dir", seed_data, stdin="\udcff\udcfe\n/privacy\n")

        assert ran.code == 0
        assert [json.dumps(one)[:9] for one in ran.objects][-1] == '{"said": '
