"""The language model that phrases answers: any server that speaks as OpenAI's does."""

import asyncio
import logging
import threading
from typing import TYPE_CHECKING

from bot.settings_groups import WriterSettings
from bot.settings_names import SettingsError
from retrieval.writing.phrasing import PhrasingError

if TYPE_CHECKING:
    from openai import AsyncOpenAI

LONGEST_TEXT = 2_000
"""Characters read of what a model writes; one that says more has lost its way."""
_MOST_TOKENS = 400
_NO_KEY = "none"
"""Sent where no key is set: without one the client would take another program's from its own
environment variable, and send it here."""
_GRACE_S = 0.2

logger = logging.getLogger(__name__)


class OpenAiModel:
    """Asks one server, within one deadline a text. May be shared by threads.

    Connections are kept, and read on a loop in a thread of its own, so that the deadline holds
    whatever the server does: it may refuse, stall, or send a letter a minute.
    """

    def __init__(self, client: "AsyncOpenAI", model: str, timeout_s: float) -> None:
        self._client = client
        self._model = model
        self._timeout_s = timeout_s
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="writer", daemon=True)
        self._thread.start()

    def phrase(self, prompt: str) -> str:
        """What the model says to ``prompt``, cut at :data:`LONGEST_TEXT` characters.

        Raises:
            PhrasingError: it is not whole within the time, or the server fails in any way.
        """
        waiting = asyncio.run_coroutine_threadsafe(self._in_time(prompt), self._loop)
        try:
            return waiting.result(self._timeout_s + _GRACE_S)
        except TimeoutError as error:
            waiting.cancel()
            raise PhrasingError(f"the writer took over {self._timeout_s:g} seconds") from error
        except PhrasingError:
            raise
        except Exception as error:  # whatever the server sends must not cost the reader an answer
            logger.debug("the writer's fault in full", exc_info=True)
            raise PhrasingError(f"the writer failed ({_in_short(error)})") from error

    def close(self) -> None:
        """Close the connections; what is being phrased fails."""
        asyncio.run_coroutine_threadsafe(self._client.close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _in_time(self, prompt: str) -> str:
        async with asyncio.timeout(self._timeout_s):
            return await self._streamed(prompt)

    async def _streamed(self, prompt: str) -> str:
        stream = await self._client.chat.completions.create(
            model=self._model,
            messages=[{"role": "user", "content": prompt}],
            stream=True,
            temperature=0,
            max_tokens=_MOST_TOKENS,
        )
        text = ""
        async with stream:
            async for chunk in stream:
                for choice in chunk.choices[:1]:
                    text += choice.delta.content or ""
                if len(text) >= LONGEST_TEXT:
                    break
        if not text.strip():
            raise PhrasingError("the writer said nothing")
        return text[:LONGEST_TEXT]


def open_writer_model(settings: WriterSettings) -> OpenAiModel | None:
    """The model that the settings name, or None where they name none. Asks nothing of it yet.

    Raises:
        SettingsError: the package for it is not installed; the message says how to.
    """
    if settings.url is None or settings.model is None:
        return None
    try:
        from openai import AsyncOpenAI
    except ImportError as error:
        raise SettingsError(
            "DATELINE_WRITER__URL is set, which needs another package: "
            "pip install 'dateline[writer]', or unset it"
        ) from error
    key = settings.key.get_secret_value() if settings.key else _NO_KEY
    # One try only: a second one seldom fits into the time that a reader waits.
    client = AsyncOpenAI(
        base_url=settings.url, api_key=key, timeout=settings.timeout_s, max_retries=0
    )
    return OpenAiModel(client, settings.model, settings.timeout_s)


def _in_short(error: Exception) -> str:
    """The kind of a fault, with the HTTP status; what a server says may repeat the question."""
    status = getattr(error, "status_code", "")
    return f"{type(error).__name__} {status}".strip()
