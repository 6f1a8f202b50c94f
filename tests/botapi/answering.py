"""Methods that answer a button press or an inline query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram import methods
from aiogram.types import InputTextMessageContent, TelegramObject

from tests.botapi.entities import Entity
from tests.botapi.keyboard import check_keyboard
from tests.botapi.queries import OpenQueries
from tests.botapi.record import Record
from tests.botapi.refusals import bad_request
from tests.botapi.text import compose

MAX_TOAST = 200
MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What followed a button press; `data` is what the button carried."""

    query_id: str
    user_id: int
    data: str
    text: str | None
    show_alert: bool


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One offered result, with the text it would send."""

    id: str
    title: str
    description: str | None
    text: str
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The results offered for `query`."""

    query_id: str
    user_id: int
    query: str
    results: tuple[InlineResult, ...]
    next_offset: str
    cache_time_s: int
    is_personal: bool


@dataclass(slots=True)
class Answering:
    """The methods, the queries they may answer and the answers so far."""

    record: Record
    presses: OpenQueries = field(default_factory=OpenQueries)
    inlines: OpenQueries = field(default_factory=OpenQueries)
    callback_answers: list[CallbackAnswer] = field(default_factory=list)
    inline_answers: list[InlineAnswer] = field(default_factory=list)

    async def answer_callback_query(self, call: methods.AnswerCallbackQuery) -> bool:
        """`answerCallbackQuery`"""
        if len(call.text or "") > MAX_TOAST:
            raise bad_request("MESSAGE_TOO_LONG")
        if call.url is not None:
            raise bad_request("URL_INVALID")  # only for games and links to the bot itself
        query = self.presses.take(call.callback_query_id)
        self.callback_answers.append(
            CallbackAnswer(query.id, query.user_id, query.data, call.text, bool(call.show_alert))
        )
        return True

    async def answer_inline_query(self, call: methods.AnswerInlineQuery) -> bool:
        """`answerInlineQuery`"""
        if len(call.results) > MAX_RESULTS:
            raise bad_request("RESULTS_TOO_MUCH")
        if len((call.next_offset or "").encode()) > MAX_RESULT_ID_BYTES:
            raise bad_request("NEXT_OFFSET_INVALID")
        if call.button is not None and call.button.start_parameter is not None:
            _check_start_parameter(call.button.start_parameter)
        results = self._results(call.results)
        query = self.inlines.take(call.inline_query_id)
        self.inline_answers.append(
            InlineAnswer(
                query_id=query.id,
                user_id=query.user_id,
                query=query.data,
                results=results,
                next_offset=call.next_offset or "",
                cache_time_s=300 if call.cache_time is None else call.cache_time,
                is_personal=bool(call.is_personal),
            )
        )
        return True

    def _results(self, offered: Sequence[TelegramObject]) -> tuple[InlineResult, ...]:
        seen: set[str] = set()
        results = []
        for result in offered:
            result_id = str(getattr(result, "id", ""))
            if not 0 < len(result_id.encode()) <= MAX_RESULT_ID_BYTES:
                raise bad_request("RESULT_ID_INVALID")
            if result_id in seen:
                raise bad_request("RESULT_ID_DUPLICATE")
            seen.add(result_id)
            results.append(self._result(result_id, result))
        return tuple(results)

    def _result(self, result_id: str, result: TelegramObject) -> InlineResult:
        check_keyboard(getattr(result, "reply_markup", None))
        content = getattr(result, "input_message_content", None)
        text, entities = "", tuple[Entity, ...]()
        if isinstance(content, InputTextMessageContent):
            mode = content.parse_mode if isinstance(content.parse_mode, str) else None
            marked = compose(content.message_text, mode, content.entities)
            self.record.violations.extend(f"answerInlineQuery: {loss}" for loss in marked.losses)
            text, entities = marked.text, marked.entities
        title = str(getattr(result, "title", None) or "")
        if getattr(result, "type", None) == "article" and not title.strip():
            raise bad_request("ARTICLE_TITLE_EMPTY")
        return InlineResult(result_id, title, getattr(result, "description", None), text, entities)


def _check_start_parameter(parameter: str) -> None:
    if not _START_PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID")
