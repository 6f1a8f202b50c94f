"""aiogram's models of the Bot API as an independent judge of requests, results and updates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import aiogram.methods as methods
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter, ValidationError

SUPPORTED: dict[str, type[TelegramMethod[Any]]] = {
    model.__name__.lower(): model
    for model in (
        methods.AnswerCallbackQuery,
        methods.AnswerInlineQuery,
        methods.Close,
        methods.DeleteMessage,
        methods.DeleteMyCommands,
        methods.DeleteWebhook,
        methods.EditMessageReplyMarkup,
        methods.EditMessageText,
        methods.GetChat,
        methods.GetChatAdministrators,
        methods.GetChatMember,
        methods.GetMe,
        methods.GetMyCommands,
        methods.GetMyDescription,
        methods.GetMyName,
        methods.GetMyShortDescription,
        methods.GetUpdates,
        methods.GetWebhookInfo,
        methods.LogOut,
        methods.SendChatAction,
        methods.SendMessage,
        methods.SendMessageDraft,
        methods.SetMyCommands,
        methods.SetMyDescription,
        methods.SetMyName,
        methods.SetMyShortDescription,
        methods.SetWebhook,
    )
}
"""The methods this server knows, by lower-case name."""


class Disagreement(ValueError):
    """The judge does not accept a value; the message says where and why, problem by problem."""


def judged_request(
    model: type[TelegramMethod[Any]], params: Mapping[str, object]
) -> TelegramMethod[Any]:
    """The request as a typed value; raises Disagreement, also for unknown parameters."""
    request: TelegramMethod[Any] = _judged(model, dict(params))
    return request


def judge_result(model: type[TelegramMethod[Any]], result: object) -> None:
    """Raise Disagreement unless `result` is what the method answers with."""
    _judged(model.__returning__, result)


def judge_update(fields: Mapping[str, object]) -> None:
    """Raise Disagreement unless `fields` is a well-formed `Update`."""
    _judged(Update, dict(fields))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _judged(kind: Any, fields: object) -> Any:
    try:
        value = _adapter(kind).validate_python(fields)
    except ValidationError as error:
        raise Disagreement(
            "; ".join(
                f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
                for problem in error.errors(include_url=False, include_input=False)
            )
        ) from error
    unknown = tuple(_unknown(value, ""))
    if unknown:
        raise Disagreement("; ".join(unknown))
    return value


def _unknown(value: object, path: str) -> Iterator[str]:
    """aiogram keeps fields it does not know and only marks deprecated ones: find both."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}{name}: unknown parameter"
        for name in sorted(value.model_fields_set & set(type(value).model_fields)):
            extra = type(value).model_fields[name].json_schema_extra
            if isinstance(extra, dict) and extra.get("deprecated"):
                yield f"{path}{name}: deprecated parameter"
            yield from _unknown(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown(item, f"{path}{index}.")
