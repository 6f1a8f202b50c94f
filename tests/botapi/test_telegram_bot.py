"""A tiny echo bot on python-telegram-bot, by polling and by webhook: the client we really have."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from tests.botapi.conftest import Stage

MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_chat_action(ChatAction.TYPING)
    await update.effective_message.reply_html(
        f"<b>{update.effective_message.text}</b>",
        reply_markup=MARKUP,
        do_quote=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def more(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("here")
    await update.callback_query.edit_message_text("more")


async def offer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.inline_query is not None
    content = InputTextMessageContent("<i>x</i>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "T", content)], cache_time=0)


@pytest_asyncio.fixture
async def echo_bot(stage: Stage) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    builder = ApplicationBuilder().token(stage.server.token).base_url(f"{stage.root}/bot")
    app = builder.build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(more))
    app.add_handler(InlineQueryHandler(offer))
    async with app:
        yield app


async def converse(stage: Stage) -> None:
    server, reader = stage.server, stage.reader
    server.say("hello", reader)
    (message,) = await server.wait_for_messages(reader.id, 1)
    assert (message.text, message.html, message.reply_to) == ("hello", "<b>hello</b>", 1)
    assert server.actions(reader.id) == ("typing",)
    server.press(message, "more", reader)
    await server.wait_until(lambda: server.messages(reader.id)[0].text == "more")
    assert [answer.text for answer in server.callback_answers] == ["here"]
    server.inline("q", reader)
    await server.wait_until(lambda: server.inline_answers)
    assert server.inline_answers[0].results[0].text == "x"


async def test_by_polling(
    stage: Stage, echo_bot: Application[Any, Any, Any, Any, Any, Any]
) -> None:
    assert echo_bot.updater is not None
    await echo_bot.updater.start_polling(timeout=5)
    await echo_bot.start()
    await converse(stage)
    await echo_bot.updater.stop()
    await echo_bot.stop()
    assert stage.server.violations == ()
    assert stage.server.refusals == ()
    assert stage.server.pending_updates == ()


async def test_by_webhook(
    stage: Stage, echo_bot: Application[Any, Any, Any, Any, Any, Any]
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert echo_bot.updater is not None
    await echo_bot.start()
    await echo_bot.updater.start_webhook(
        listen="127.0.0.1",
        port=port,
        url_path="hook",
        webhook_url=f"http://127.0.0.1:{port}/hook",
        secret_token="s3cret",
    )
    await converse(stage)
    await echo_bot.updater.stop()
    await echo_bot.stop()
    assert stage.server.violations == ()
    assert stage.server.refusals == ()
    assert stage.server.lost_updates == ()


@pytest_asyncio.fixture
async def bot(stage: Stage) -> AsyncIterator[Bot]:
    async with Bot(stage.server.token, base_url=f"{stage.root}/bot") as bot:
        yield bot


async def test_refusals_arrive_as_its_own_errors(
    stage: Stage, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it, RetryAfter is a deprecation warning
    with pytest.raises(BadRequest, match=r'(?i)unsupported start tag "x" at byte offset 0'):
        await bot.send_message(stage.reader.id, "<x>", parse_mode="HTML")
    with pytest.raises(BadRequest, match=r"(?i)message text is empty"):
        await bot.send_message(stage.reader.id, "")
    stage.server.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
    with pytest.raises(RetryAfter):
        await bot.send_message(stage.reader.id, "x")
    stage.server.block(stage.reader.id)
    with pytest.raises(Forbidden):
        await bot.send_message(stage.reader.id, "x")
    stage.server.unblock(stage.reader.id)
    stage.server.timeout_next("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(stage.reader.id, "x", read_timeout=0.1)
    assert len(stage.server.messages(stage.reader.id)) == 1
    assert stage.server.violations == ()


async def test_the_rest_of_its_calls_please_the_judge(stage: Stage, bot: Bot) -> None:
    await bot.set_my_commands([("help", "What this does")], language_code="en")
    assert [c.command for c in await bot.get_my_commands(language_code="en")] == ["help"]
    await bot.set_my_description("d")
    await bot.set_my_short_description("s")
    await bot.set_my_name("n")
    assert (await bot.get_my_description()).description == "d"
    assert (await bot.get_my_short_description()).short_description == "s"
    assert (await bot.get_my_name()).name == "n"
    await bot.send_message_draft(stage.reader.id, 1, "so far")
    message = await bot.send_message(stage.reader.id, "x", reply_markup=MARKUP)
    await message.edit_reply_markup(None)
    await message.delete()
    assert (await bot.get_chat(stage.reader.id)).first_name == "Rea"
    assert (await bot.get_chat_member(stage.reader.id, stage.reader.id)).status == "member"
    assert (await bot.get_webhook_info()).url == ""
    assert stage.server.violations == ()
    assert stage.server.refusals == ()
