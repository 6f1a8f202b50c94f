"""From a method's name and raw parameters to its result, past faults and the judge."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.botapi.answering import Answering
from tests.botapi.editing import Editing
from tests.botapi.faults import Break, Faults
from tests.botapi.intake import Intake
from tests.botapi.lookup import Lookup
from tests.botapi.oracle import SUPPORTED, Disagreement, judge_result, judged_request
from tests.botapi.profile import Profile
from tests.botapi.record import Record, Refusal
from tests.botapi.refusals import ApiError, bad_request, not_found
from tests.botapi.sending import Sending
from tests.botapi.wire import decoded

# Each handler takes the one typed request that the table below pairs it with.
Handler: TypeAlias = Callable[[Any], Coroutine[Any, Any, object]]


class Dropped(Exception):
    """The connection is to be closed without an answer."""


def handlers(
    sending: Sending,
    editing: Editing,
    answering: Answering,
    profile: Profile,
    intake: Intake,
    lookup: Lookup,
) -> dict[str, Handler]:
    """What carries out each method, by lower-case name."""
    return {
        "answercallbackquery": answering.answer_callback_query,
        "answerinlinequery": answering.answer_inline_query,
        "close": lookup.leave,
        "deletemessage": editing.delete_message,
        "deletemycommands": profile.delete_my_commands,
        "deletewebhook": intake.delete_webhook,
        "editmessagereplymarkup": editing.edit_message_reply_markup,
        "editmessagetext": editing.edit_message_text,
        "getchat": lookup.get_chat,
        "getchatadministrators": lookup.get_chat_administrators,
        "getchatmember": lookup.get_chat_member,
        "getme": lookup.get_me,
        "getmycommands": profile.get_my_commands,
        "getmydescription": profile.get_my_description,
        "getmyname": profile.get_my_name,
        "getmyshortdescription": profile.get_my_short_description,
        "getupdates": intake.get_updates,
        "getwebhookinfo": intake.get_webhook_info,
        "logout": lookup.leave,
        "sendchataction": sending.send_chat_action,
        "sendmessage": sending.send_message,
        "sendmessagedraft": sending.send_message_draft,
        "setmycommands": profile.set_my_commands,
        "setmydescription": profile.set_my_description,
        "setmyname": profile.set_my_name,
        "setmyshortdescription": profile.set_my_short_description,
        "setwebhook": intake.set_webhook,
    }


@dataclass(slots=True)
class Dispatcher:
    """`changed` is called when a request has come, and when it is carried out or refused."""

    handlers: Mapping[str, Handler]
    faults: Faults
    record: Record
    changed: Callable[[], None]

    async def answer(self, name: str, raw: Mapping[str, object]) -> object:
        """The result of the method.

        Raises ApiError for a refusal and Dropped for a broken connection; does not return at
        all where a test asked for a lost answer.
        """
        model = SUPPORTED.get(name.lower())
        method = name if model is None else model.__name__[0].lower() + model.__name__[1:]
        fault = self.faults.next(method)
        try:
            if model is None:
                raise not_found()
            params = decoded(model, raw)
            self.record.request(method, params)
            self.changed()
            with self._judged(method):
                call = judged_request(model, _with_text(method, params))
            if isinstance(fault, ApiError):
                raise fault
            if fault is Break.DROP:
                raise Dropped
            result = await self.handlers[name.lower()](call)
            with self._judged(method):
                judge_result(model, result)
        except ApiError as refusal:
            self.record.refusals.append(Refusal(method, refusal.code, refusal.description))
            raise
        finally:
            self.changed()
        if fault is Break.DELIVER_THEN_DROP:
            raise Dropped
        if fault is Break.DELIVER_THEN_TIMEOUT:
            await asyncio.get_running_loop().create_future()
        return result

    @contextmanager
    def _judged(self, method: str) -> Iterator[None]:
        """What the judge does not accept is a violation, and refused."""
        try:
            yield
        except Disagreement as disagreement:
            self.record.violation(method, disagreement)
            raise bad_request(str(disagreement)) from disagreement


def _with_text(method: str, params: dict[str, object]) -> dict[str, object]:
    """The parameters as Telegram takes them, which reads a missing text as an empty one."""
    return {"text": "", **params} if method in ("sendMessage", "editMessageText") else params
