"""What the bot says of itself to whoever looks after it."""

import httpx
import pytest

from bot.health import Vitals, serve_health
from bot.state.journal import Journal
from index.errors import DamagedIndexError
from tests.end_to_end.telegram_stage import free_port


def damaged() -> int:
    raise DamagedIndexError("corpus.db: cannot be read")


async def told(vitals: Vitals, path: str) -> tuple[int, dict[str, object]]:
    listen = f"127.0.0.1:{free_port()}"
    async with serve_health(listen, vitals), httpx.AsyncClient(trust_env=False) as http:
        answer = await http.get(f"http://{listen}{path}")
    return answer.status_code, answer.json()


async def test_a_bot_that_polls_is_ready(journal: Journal) -> None:
    await journal.receive(1, 7, "{}")
    status, said = await told(Vitals(journal, lambda: 12, lambda: 3.21), "/readyz")

    assert status == 200
    assert said == {
        "ready": True,
        "model": True,
        "index": True,
        "revision": 12,
        "receiving": True,
        "last_poll_s": 3.2,
        "journal": {"open": 1, "failed": 0, "possible_doubles": 0},
    }


@pytest.mark.parametrize("silence_s", [None, 60.1])
async def test_one_that_does_not_poll_is_not(journal: Journal, silence_s: float | None) -> None:
    status, said = await told(Vitals(journal, lambda: 12, lambda: silence_s), "/readyz")

    assert (status, said["ready"], said["receiving"]) == (503, False, False)


async def test_one_that_has_told_telegram_its_webhook_is(journal: Journal) -> None:
    vitals = Vitals(journal, lambda: 12)
    assert (await told(vitals, "/readyz"))[0] == 503
    vitals.by_webhook = True

    assert (await told(vitals, "/readyz"))[0] == 200


async def test_one_whose_index_does_not_read_is_not(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    status, said = await told(Vitals(journal, damaged, lambda: 1.0), "/readyz")

    assert (status, said["index"], said["revision"]) == (503, False, None)
    assert "corpus.db: cannot be read" in caplog.text


async def test_it_is_alive_all_the_same(journal: Journal) -> None:
    assert await told(Vitals(journal, damaged), "/healthz") == (200, {"alive": True})


async def test_a_port_that_is_taken_costs_no_reader_an_answer(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    listen, vitals = f"127.0.0.1:{free_port()}", Vitals(journal, lambda: 12)
    async with serve_health(listen, vitals), serve_health(listen, vitals):
        pass

    assert f"DATELINE_HEALTH_LISTEN={listen}: cannot listen there" in caplog.text


async def test_it_can_be_switched_off(journal: Journal) -> None:
    async with serve_health("off", Vitals(journal, lambda: 12)):
        pass
