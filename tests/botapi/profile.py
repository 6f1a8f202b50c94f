"""What the bot says about itself: commands, name, descriptions, each by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aiogram import methods
from aiogram.types import BotCommand, TelegramObject

from tests.botapi.directory import Directory
from tests.botapi.refusals import Fields, bad_request

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_COMMAND_DESCRIPTION = 256
MAX_NAME = 64
MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120
_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"([a-z]{2})?")


@dataclass(slots=True)
class Profile:
    """Texts by language code, "" for everyone else; commands by scope as well."""

    name: str
    directory: Directory
    commands: dict[tuple[str, str], tuple[BotCommand, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)

    def menu(self, scopes: Iterable[TelegramObject], language: str) -> tuple[BotCommand, ...]:
        """The commands of the first scope that has some, in the language or for everyone else."""
        keys = ((_scope(scope), code) for scope in scopes for code in (language, ""))
        return next((self.commands[key] for key in keys if self.commands.get(key)), ())

    async def set_my_commands(self, call: methods.SetMyCommands) -> bool:
        """`setMyCommands`"""
        if len(call.commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in call.commands:
            if not command.command:
                raise bad_request("command must be non-empty")
            if len(command.command) > MAX_COMMAND:
                raise bad_request(f"command length must not exceed {MAX_COMMAND}")
            if not _COMMAND.fullmatch(command.command):
                raise bad_request("BOT_COMMAND_INVALID")
            if not command.description.strip():
                raise bad_request("command description must be non-empty")
            if len(command.description) > MAX_COMMAND_DESCRIPTION:
                reason = f"command description length must not exceed {MAX_COMMAND_DESCRIPTION}"
                raise bad_request(reason)
        chat_id = getattr(call.scope, "chat_id", None)
        if chat_id is not None:
            self.directory.chat(chat_id)
        key = _scope(call.scope), _language(call.language_code)
        self.commands[key] = tuple(call.commands)
        return True

    async def delete_my_commands(self, call: methods.DeleteMyCommands) -> bool:
        """`deleteMyCommands`; a success where there are none, too."""
        self.commands.pop((_scope(call.scope), _language(call.language_code)), None)
        return True

    async def get_my_commands(self, call: methods.GetMyCommands) -> list[Fields]:
        """`getMyCommands`: exactly those of the scope and language asked for."""
        key = _scope(call.scope), _language(call.language_code)
        return [c.model_dump(mode="json", exclude_unset=True) for c in self.commands.get(key, ())]

    async def set_my_name(self, call: methods.SetMyName) -> bool:
        """`setMyName`"""
        return _put(self.names, call.language_code, call.name, MAX_NAME, "name")

    async def get_my_name(self, call: methods.GetMyName) -> Fields:
        """`getMyName`"""
        return {"name": _get(self.names, call.language_code) or self.name}

    async def set_my_description(self, call: methods.SetMyDescription) -> bool:
        """`setMyDescription`"""
        return _put(
            self.descriptions, call.language_code, call.description, MAX_DESCRIPTION, "description"
        )

    async def get_my_description(self, call: methods.GetMyDescription) -> Fields:
        """`getMyDescription`"""
        return {"description": _get(self.descriptions, call.language_code)}

    async def set_my_short_description(self, call: methods.SetMyShortDescription) -> bool:
        """`setMyShortDescription`"""
        return _put(
            self.short_descriptions,
            call.language_code,
            call.short_description,
            MAX_SHORT_DESCRIPTION,
            "short description",
        )

    async def get_my_short_description(self, call: methods.GetMyShortDescription) -> Fields:
        """`getMyShortDescription`"""
        return {"short_description": _get(self.short_descriptions, call.language_code)}


def _language(code: str | None) -> str:
    if not _LANGUAGE.fullmatch(code or ""):
        raise bad_request("invalid language code specified")
    return code or ""


def _scope(scope: TelegramObject | None) -> str:
    return '{"type":"default"}' if scope is None else scope.model_dump_json(exclude_unset=False)


def _put(texts: dict[str, str], code: str | None, text: str | None, limit: int, what: str) -> bool:
    if len(text or "") > limit:
        raise bad_request(f"{what} is too long")
    texts[_language(code)] = text or ""
    return True


def _get(texts: dict[str, str], code: str | None) -> str:
    return texts.get(_language(code)) or texts.get("", "")
