"""Which buttons stand below which view of an answer."""

from dataclasses import replace
from datetime import date

import pytest

from bot.layout.keyboards import keyboard_of, reasons_of, usable_link
from bot.layout.press_data import Act, Press, View, press_of
from bot.layout.share_button import share_of
from bot.state.feedback import Verdict
from bot.state.kept_answers import KeptAnswer
from bot.state.kept_outcomes import keepable
from retrieval.outcomes import Hit, Outcome, turn_of
from tests.bot.samples import ASKED, SANK, SECOND, answer, article, citation, passage, refusal

URL = "https://news.tidewater.example/ferry"
FIRST = View()
DATED = replace(refusal().searched, first=date(2031, 5, 1))


def kept(outcome: Outcome, *, any_date: bool = False) -> KeptAnswer:
    return KeptAnswer(
        *("abcdefghij", 1, 2, (3,), "What sank?", ASKED, (), turn_of(outcome)),
        keepable(outcome),
        any_date,
    )


def with_further(count: int) -> Outcome:
    one = article(id="other")
    hit = Hit(1, passage(one, SECOND, SECOND), one, 0.5, None, None)
    return replace(answer(citation(article(), SANK)), further=(hit,) * count)


def rows(outcome: Outcome, view: View = FIRST, url: str | None = URL) -> list[list[str]]:
    return [[one.text for one in row] for row in keyboard_of(kept(outcome), view, url)]


@pytest.mark.parametrize(
    ("view", "seen"),
    [
        (View(), [["Full passage", "Open article"], ["2 more passages →"], ["👍", "👎", "Share"]]),
        (
            View(1, True),
            [["Hide passage", "Open article"], ["2 more passages →"], ["👍", "👎", "Share"]],
        ),
        (View(2), [["Open article"], ["←", "→"], ["👍", "👎", "Share"]]),
        (View(3), [["Open article"], ["←"], ["👍", "👎", "Share"]]),
    ],
)
def test_each_view_has_its_buttons(view: View, seen: list[list[str]]) -> None:
    assert rows(with_further(2), view) == seen


def test_an_answer_alone_has_nothing_to_turn_to() -> None:
    assert rows(with_further(0))[0] == ["Full passage", "Open article"]


def test_of_several_articles_the_one_that_is_opened_is_named_by_its_number() -> None:
    kelp = article(id="kelp", body="Kelp smells.", url="https://kelp.example/1")
    two = answer(citation(article(), SANK), citation(kelp, kelp.body, number=2))

    assert rows(two)[0] == ["Full passage", "Open article [1]"]
    assert rows(two, url=kelp.url)[0] == ["Full passage", "Open article [2]"]
    assert rows(two, url="https://moved.example")[0] == ["Full passage", "Open article"]
    further = replace(two, further=with_further(1).further)
    assert rows(further, View(2))[0] == ["Open article"]


def test_one_more_passage_is_one() -> None:
    assert rows(with_further(1))[1] == ["1 more passage →"]


def test_without_a_usable_link_no_article_can_be_opened() -> None:
    for url in (None, "http://localhost/a"):
        assert rows(with_further(0), url=url)[0] == ["Full passage"]


def test_any_date_is_offered_once_where_a_period_limited_the_search() -> None:
    limited = replace(with_further(0), searched=DATED)
    assert ["Any date"] in rows(limited)
    assert rows(replace(refusal(), searched=DATED)) == [["Any date"]]

    again = keyboard_of(kept(limited, any_date=True), View(), URL)
    assert "Any date" not in [one.text for row in again for one in row]
    assert rows(refusal()) == []


def test_buttons_ask_for_what_they_say() -> None:
    presses = {
        one.text: press_of(one.data)
        for row in keyboard_of(kept(replace(with_further(2), searched=DATED)), View(2), URL)
        for one in row
        if one.data and share_of(one.data) is None
    }

    key = "abcdefghij"
    assert presses == {
        "←": Press(Act.SHOW, key, View(1)),
        "→": Press(Act.SHOW, key, View(3)),
        "Any date": Press(Act.ANY_DATE, key),
        "👍": Press(Act.JUDGE, key, View(2), Verdict.GOOD),
        "👎": Press(Act.ASK_WHY, key, View(2)),
    }


def test_the_reasons_lead_back_to_the_view_they_were_asked_on() -> None:
    asked = reasons_of(kept(with_further(1)), View(1, True))

    presses = [press_of(one.data) for row in asked for one in row]
    assert {press.view for press in presses if press} == {View(1, True)}
    verdicts = [press.verdict for press in presses if press]
    assert verdicts == [
        *(Verdict.WRONG, Verdict.OUTDATED, Verdict.NO_ANSWER, Verdict.OTHER),
        None,
    ]


@pytest.mark.parametrize(
    ("url", "usable"),
    [
        ("https://a.example/b?c=d#e", True),
        ("http://a.example:8080/ü", True),
        (None, False),
        ("", False),
        ("ftp://a.example", False),
        ("javascript:alert(1)", False),
        ("a.example/b", False),
        ("https://localhost/b", False),
        ("https://a.example/b c", False),
        ("https://a.example:port/", False),
        ("https://[::1]/", False),
        ("https://[/", False),
        ("https:///b", False),
        (f"https://a.example/{'a' * 2048}", False),
    ],
)
def test_a_link_is_usable_where_telegram_takes_it(url: str | None, usable: bool) -> None:
    assert usable_link(url) == (url if usable else None)
