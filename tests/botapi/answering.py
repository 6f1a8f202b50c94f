"""Methods that answer a button press or an inline query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram import methods
from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQueryResultsButton,
    InputTextMessageContent,
    TelegramObject,
)

from tests.botapi.entities import Entity
from tests.botapi.outgoing import START_PAYLOAD, Outgoing
from tests.botapi.queries import OpenQueries
from tests.botapi.refusals import bad_request

MAX_TOAST = 200
MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
MAX_CACHE_S = 24 * 60 * 60


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
    """One offered result, with the message it would send."""

    id: str
    title: str
    description: str | None
    text: str
    entities: tuple[Entity, ...]
    reply_markup: InlineKeyboardMarkup | None


@dataclass(frozen=True, slots=True)
class InlineButton:
    """What stands above the results: it leads to the bot, with a payload behind `/start`."""

    text: str
    start_parameter: str | None


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
    button: InlineButton | None


@dataclass(slots=True)
class Answering:
    """The methods, the queries they may answer and the answers so far."""

    outgoing: Outgoing
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
        if len((call.next_offset or "").encode()) > MAX_OFFSET_BYTES:
            raise bad_request("NEXT_OFFSET_INVALID")
        button = None if call.button is None else _button(call.button)
        cache_time_s = 300 if call.cache_time is None else call.cache_time
        if not 0 <= cache_time_s <= MAX_CACHE_S:  # Telegram takes the nearest that is allowed
            odd = f"cache_time {cache_time_s} is out of 0 to {MAX_CACHE_S}"
            self.outgoing.record.violation("answerInlineQuery", odd)
        results = self._results(call.results)
        query = self.inlines.take(call.inline_query_id)
        self.inline_answers.append(
            InlineAnswer(
                query_id=query.id,
                user_id=query.user_id,
                query=query.data,
                results=results,
                next_offset=call.next_offset or "",
                cache_time_s=cache_time_s,
                is_personal=bool(call.is_personal),
                button=button,
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
        method = "answerInlineQuery"
        markup = self.outgoing.keyboard(method, getattr(result, "reply_markup", None))
        content = getattr(result, "input_message_content", None)
        text, entities = "", tuple[Entity, ...]()
        if isinstance(content, InputTextMessageContent):
            marked = self.outgoing.text(
                method, content.message_text, content.parse_mode, content.entities
            )
            text, entities = marked.text, marked.entities
        title = str(getattr(result, "title", None) or "")
        if getattr(result, "type", None) == "article" and not title.strip():
            raise bad_request("ARTICLE_TITLE_EMPTY")
        description = getattr(result, "description", None)
        return InlineResult(result_id, title, description, text, entities, markup)


def _button(button: InlineQueryResultsButton) -> InlineButton:
    if not button.text.strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    payload = button.start_parameter
    if payload is not None and not START_PAYLOAD.fullmatch(payload):
        raise bad_request("START_PARAM_INVALID" if payload else "START_PARAM_EMPTY")
    return InlineButton(button.text, payload)
