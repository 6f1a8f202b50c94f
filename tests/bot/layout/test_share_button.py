"""The Share button, and the ways to hand an answer on."""

from urllib.parse import parse_qs, urlsplit

import pytest

from bot.answers.shared_answers import token_in
from bot.layout.outgoing import Button
from bot.layout.press_data import View
from bot.layout.share_button import Share, link, share_button, share_of, shared_keyboard
from bot.words.saying import say
from tests.botapi.links import checked_link

SHARE = Share("abcDEF-_12", View(1, full=True))
TOKEN = "ABCDEFGHIJKLMNOPQRS-_0"
OTHER = Button("other", "s:abcDEF-_12:1")


@pytest.mark.parametrize("view", [View(), View(3), View(1, full=True)])
def test_what_a_button_carries_is_read_again(view: View) -> None:
    share = Share("abcDEF-_12", view)

    assert share_of(share.data()) == share
    assert len(share.data().encode()) <= 64


@pytest.mark.parametrize("data", [None, "", "s:abcDEF-_12:1", "h:short:1", "h:abcDEF-_12:1\n"])
def test_what_is_none_of_ours_is_not_read(data: str | None) -> None:
    assert share_of(data) is None


def test_other_buttons_stay_and_empty_rows_go() -> None:
    keyboard = ((OTHER, share_button(SHARE)), (share_button(SHARE),))

    rows = shared_keyboard(keyboard, SHARE, TOKEN, "What sank?", "our_bot", inline=True)

    assert rows[0] == (OTHER,)
    assert [button.text for button in rows[1]] == [
        say("button-share-link"),
        say("button-share-chat"),
    ]
    assert rows[1][1].inline == f"share {TOKEN}"


def test_where_the_bot_is_not_asked_inline_there_is_the_link_alone() -> None:
    ((button,),) = shared_keyboard((), SHARE, TOKEN, "What sank?", "our_bot", inline=False)

    assert button.inline is None
    assert parse_qs(urlsplit(button.url or "").query)["url"] == [link("our_bot", TOKEN)]


@pytest.mark.parametrize(
    "question", ["x" * 5000, "a&b=c d\n<e>?", "Что затонуло?", "哪艘船沉了？" * 90]
)
def test_the_words_of_the_question_fit_into_the_link(question: str) -> None:
    ((button,),) = shared_keyboard((), SHARE, TOKEN, question, "our_bot", inline=False)

    checked_link(button.url or "")
    assert len(button.url or "") <= 2048
    (words,) = parse_qs(urlsplit(button.url or "").query)["text"]
    assert question.startswith(words.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "token"),
    [
        (f"/start {TOKEN}", TOKEN),
        (f"/start@our_bot  {TOKEN} ", TOKEN),
        (f"/start {TOKEN}x", None),
        (f"/start {TOKEN[:-1]}", None),
        ("/start", None),
        (TOKEN, None),
        (f"/ask {TOKEN}", None),
    ],
)
def test_a_link_hands_its_token_on_behind_start(text: str, token: str | None) -> None:
    assert token_in(text) == token


def test_a_button_does_one_thing() -> None:
    for ways in ({}, {"data": "a", "url": "b"}, {"data": "a", "inline": "b"}):
        with pytest.raises(ValueError, match="must do one thing"):
            Button("x", **ways)
