"""The language model behind a URL: what it says in its time, and nothing else, whatever happens."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.settings_groups import WriterSettings
from bot.settings_names import SettingsError
from bot.writer_model import LONGEST_TEXT, OpenAiModel, open_writer_model
from retrieval.writing.phrasing import PhrasingError
from tests import writer_server
from tests.writer_server import Behaviour, WriterServer, fails, says, says_by

PROMPT = "Be brief. What sank?"
SAID = "The ferry sank on Monday [1]. Ничего не утеряно [2]."
KEY = "sk-harbour-1234"

Open = Callable[..., OpenAiModel]


@pytest.fixture
def server() -> Iterator[WriterServer]:
    with writer_server.running() as server:
        yield server


@pytest.fixture
def opened(server: WriterServer) -> Iterator[Open]:
    """Opens models that ask ``server``, and closes them."""
    models: list[OpenAiModel] = []

    def open_one(
        url: str = server.url, timeout_s: float = 5, key: str | None = None
    ) -> OpenAiModel:
        settings = WriterSettings(url=url, model="harbour-1", timeout_s=timeout_s, key=key)
        model = open_writer_model(settings)
        assert model is not None
        models.append(model)
        return model

    yield open_one
    for model in models:
        model.close()


def test_a_streamed_text_comes_whole(server: WriterServer, opened: Open) -> None:
    server.behaviour = says(SAID)

    assert opened().phrase(PROMPT) == SAID


def test_the_prompt_goes_to_the_model_that_was_named(server: WriterServer, opened: Open) -> None:
    server.behaviour = says(SAID)
    opened(key=KEY).phrase(PROMPT)

    (asked,) = server.asked
    assert (asked.path, asked.key) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert (asked.body["model"], asked.body["stream"]) == ("harbour-1", True)
    assert asked.body["messages"] == [{"role": "user", "content": PROMPT}]


def test_the_key_of_another_program_is_not_sent(
    server: WriterServer, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-program")
    server.behaviour = says(SAID)
    opened().phrase(PROMPT)

    assert "another" not in server.asked[0].key


@pytest.mark.parametrize(
    "behaviour",
    [
        fails(500),
        fails(429),
        fails(404),
        fails(200, "this is no stream"),
        says(""),
        says(" \n "),
        writer_server.drops,
        writer_server.hangs_up,
        writer_server.garbles,
    ],
    ids=["500", "429", "404", "no stream", "empty", "blank", "drops", "hangs up", "garbles"],
)
def test_every_fault_of_the_server_is_one_kind_of_fault_here(
    server: WriterServer, opened: Open, behaviour: Behaviour
) -> None:
    server.behaviour = behaviour

    with pytest.raises(PhrasingError, match="writer"):
        opened().phrase(PROMPT)
    assert len(server.asked) == 1  # a second try would cost the reader as much time again


def test_a_server_that_is_down_is_told_as_such(opened: Open) -> None:
    with pytest.raises(PhrasingError, match="APIConnectionError"):
        opened(url="http://127.0.0.1:9/v1").phrase(PROMPT)


@pytest.mark.parametrize("behaviour", [writer_server.stalls, writer_server.keeps_waiting])
def test_the_deadline_holds_though_the_server_gives_signs_of_life(
    server: WriterServer, opened: Open, behaviour: Behaviour
) -> None:
    server.behaviour = behaviour
    model = opened(timeout_s=0.3)
    began = time.perf_counter()

    with pytest.raises(PhrasingError, match=r"over 0\.3 seconds"):
        model.phrase(PROMPT)
    assert time.perf_counter() - began < 2


def test_after_a_late_text_the_next_one_is_had_as_ever(server: WriterServer, opened: Open) -> None:
    model = opened(timeout_s=0.5)
    server.behaviour = writer_server.stalls
    with pytest.raises(PhrasingError):
        model.phrase(PROMPT)

    server.behaviour = says(SAID)
    assert model.phrase(PROMPT) == SAID


def test_a_model_that_finds_no_end_is_cut(server: WriterServer, opened: Open) -> None:
    server.behaviour = writer_server.babbles

    assert len(opened().phrase(PROMPT)) == LONGEST_TEXT


def test_threads_share_it(server: WriterServer, opened: Open) -> None:
    server.behaviour = says_by(lambda asked: asked.body["messages"][0]["content"])
    model = opened()
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda n: model.phrase(f"No. {n}"), range(8)))

    assert texts == [f"No. {n}" for n in range(8)]


def test_a_fault_is_told_without_what_the_server_said_which_may_be_the_question(
    server: WriterServer, opened: Open, caplog: pytest.LogCaptureFixture
) -> None:
    server.behaviour = fails(400, '{"error": {"message": "What sank?"}}')
    with caplog.at_level(logging.INFO), pytest.raises(PhrasingError) as caught:
        opened(key=KEY).phrase(PROMPT)

    assert "BadRequestError 400" in str(caught.value)
    assert "sank" not in f"{caught.value}{caplog.text}"
    assert KEY not in f"{caught.value}{caplog.text}"


def test_without_an_address_there_is_none() -> None:
    assert open_writer_model(WriterSettings()) is None


def test_a_missing_package_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)

    with pytest.raises(SettingsError, match=r"pip install 'dateline\[writer\]'"):
        open_writer_model(WriterSettings(url="http://127.0.0.1:9/v1", model="m"))
