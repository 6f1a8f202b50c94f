"""Telegram's limits: for each a request that stands at it and one that is past it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.botapi.givens import Given
from tests.botapi.test_answering import article


@dataclass(frozen=True, slots=True)
class Limit:
    """A request `at` the limit and one `past` it; `words` are the refusal or the violation."""

    what: str
    method: str
    at: Mapping[str, object]
    past: Mapping[str, object]
    words: str
    is_refused: bool = True


def html(text: str) -> dict[str, object]:
    return {"chat_id": 1001, "text": text, "parse_mode": "HTML"}


def button(**action: str) -> dict[str, object]:
    markup = {"inline_keyboard": [[{"text": "x", **action}]]}
    return {"chat_id": 1001, "text": "x", "reply_markup": markup}


def buttons(count: int) -> dict[str, object]:
    row = [{"text": "x", "callback_data": str(number)} for number in range(count)]
    return {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": [row]}}


def edited(text: str) -> dict[str, object]:
    return {"chat_id": 1001, "message_id": Given.MESSAGE, "text": text}


def toast(length: int) -> dict[str, object]:
    return {"callback_query_id": Given.PRESS, "text": "я" * length}


def results(*ids: str, **more: object) -> dict[str, object]:
    offered = [article(result_id) for result_id in ids]
    return {"inline_query_id": Given.INLINE, "results": offered, **more}


def above_results(payload: str) -> dict[str, object]:
    return results(button={"text": "Open", "start_parameter": payload})


def commands(*named: tuple[str, str]) -> dict[str, object]:
    return {"commands": [{"command": name, "description": text} for name, text in named]}


def links(count: int, extra: str = "") -> dict[str, object]:
    """Each takes 500 bytes: three words, the length of the address, the address."""
    address = "https://example.org/".ljust(484, "p")
    return html(f'<a href="{address}">x</a> ' * count + extra)


def deep_link(payload: str) -> dict[str, object]:
    return button(url=f"https://t.me/dateline_test_bot?start={payload}")


def hook(secret: str) -> dict[str, object]:
    return {"url": "http://127.0.0.1:9/hook", "secret_token": secret}


def draft(**more: object) -> dict[str, object]:
    return {"chat_id": 1001, "draft_id": 1, "text": "so far", **more}


MANY = [(f"c{number}", "x") for number in range(101)]
IDS = [str(number) for number in range(51)]
DAY_S = 86_400
SEND, INLINE = "sendMessage", "answerInlineQuery"
EVERY_TAG = (
    '<a href="a.org">a</a><b>b</b><strong>b</strong><i>i</i><em>i</em><u>u</u><ins>u</ins><s>s</s>'
    "<strike>s</strike><del>s</del><code>c</code><pre>p</pre><blockquote>q</blockquote>"
    '<blockquote expandable>q</blockquote><tg-spoiler>t</tg-spoiler><tg-emoji emoji-id="5">e'
    '</tg-emoji><tg-time unix="1647531900">n</tg-time>'
)

LIMITS = (
    Limit("text, in code points once parsed", SEND, html(f"<b>{'🗞' * 4096}</b>"),
          html(f"<b>{'🗞' * 4096}</b>x"), "message is too long"),
    Limit("text that is changed", "editMessageText", edited("x" * 4096), edited("x" * 4097),
          "MESSAGE_TOO_LONG"),
    Limit("text of a draft", "sendMessageDraft", draft(text="x" * 4096), draft(text="x" * 4097),
          "message is too long"),
    Limit("text of an inline result", INLINE,
          results(results=[article("1", input_message_content={"message_text": "x" * 4096})]),
          results(results=[article("1", input_message_content={"message_text": "x" * 4097})]),
          "message is too long"),
    Limit("raw text, in bytes", SEND, html(f"<b{' ' * 32_760}>x</b>"),
          html(f"<b{' ' * 32_761}>x</b>"), "text is too long"),
    Limit("offsets of entities, in UTF-16 units", SEND,
          {**html("🗞"), "parse_mode": None,
           "entities": [{"type": "bold", "offset": 0, "length": 2}]},
          {**html("🗞"), "parse_mode": None,
           "entities": [{"type": "bold", "offset": 0, "length": 3}]},
          "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3"),
    Limit("entities", SEND, html("<b>x</b> " * 100), html("<b>x</b> " * 101),
          "1 of 101 entities are dropped", is_refused=False),
    Limit("data of entities, in bytes", SEND, links(19), links(19, "<b>x</b>"),
          "ENTITIES_TOO_LONG"),
    Limit("callback data, in bytes", SEND, button(callback_data="x" * 64),
          button(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
    Limit("callback data, in Cyrillic letters", SEND, button(callback_data="д" * 32),
          button(callback_data="д" * 33), "BUTTON_DATA_INVALID"),
    Limit("callback data that is there", SEND, button(callback_data="x"),
          button(callback_data=""), "BUTTON_DATA_INVALID"),
    Limit("buttons", SEND, buttons(100), buttons(101), "REPLY_MARKUP_TOO_LONG"),
    Limit("toast", "answerCallbackQuery", toast(200), toast(201), "MESSAGE_TOO_LONG"),
    Limit("inline results", INLINE, results(*IDS[:50]), results(*IDS), "RESULTS_TOO_MUCH"),
    Limit("id of a result, in bytes", INLINE, results("д" * 32), results("д" * 32 + "x"),
          "RESULT_ID_INVALID"),
    Limit("ids of results, each its own", INLINE, results("1", "2"), results("1", "1"),
          "RESULT_ID_DUPLICATE"),
    Limit("next offset, in bytes", INLINE, results("1", next_offset="д" * 32),
          results("1", next_offset="д" * 32 + "x"), "NEXT_OFFSET_INVALID"),
    Limit("cache time of results", INLINE, results("1", cache_time=DAY_S),
          results("1", cache_time=DAY_S + 1), "cache_time 86401 is out of 0 to 86400",
          is_refused=False),
    Limit("start payload above results", INLINE, above_results("a" * 64), above_results("a" * 65),
          "START_PARAM_INVALID"),
    Limit("letters of a start payload above results", INLINE, above_results("A-z_9"),
          above_results("a.b"), "START_PARAM_INVALID"),
    Limit("start payload in a link", SEND, deep_link("a" * 64), deep_link("a" * 65),
          f"start payload {'a' * 65!r} is dropped", is_refused=False),
    Limit("letters of a start payload in a link", SEND, deep_link("A-z_9"), deep_link("a.b"),
          "start payload 'a.b' is dropped", is_refused=False),
    Limit("commands", "setMyCommands", commands(*MANY[:100]), commands(*MANY),
          "BOT_COMMANDS_TOO_MUCH"),
    Limit("name of a command", "setMyCommands", commands(("c" * 32, "x")),
          commands(("c" * 33, "x")), "command length must not exceed 32"),
    Limit("letters of a command", "setMyCommands", commands(("a_1", "x")),
          commands(("a-1", "x")), "BOT_COMMAND_INVALID"),
    Limit("description of a command", "setMyCommands", commands(("c", "я" * 256)),
          commands(("c", "я" * 257)), "command description length must not exceed 256"),
    Limit("description", "setMyDescription", {"description": "я" * 512},
          {"description": "я" * 513}, "description is too long"),
    Limit("short description", "setMyShortDescription", {"short_description": "я" * 120},
          {"short_description": "я" * 121}, "short description is too long"),
    Limit("name", "setMyName", {"name": "я" * 64}, {"name": "я" * 65}, "name is too long"),
    Limit("secret of a webhook", "setWebhook", hook("s" * 256), hook("s" * 257),
          "secret token is too long"),
    Limit("letters of a secret", "setWebhook", hook("A-z_9"), hook("a.b"),
          "secret token contains unallowed characters"),
    Limit("tags", SEND, html(EVERY_TAG), html(f"{EVERY_TAG}<br>"), "can't parse entities: "
          f'Unsupported start tag "br" at byte offset {len(EVERY_TAG)}'),
    Limit("character references", SEND, html("&lt;&gt;&amp;&quot;&#39;&#x27;"), html("&apos;"),
          "character reference &apos; is shown as written", is_refused=False),
    Limit("drafts in private chats", "sendMessageDraft", draft(), draft(chat_id=Given.GROUP),
          "TEXTDRAFT_PEER_INVALID"),
)  # fmt: skip
