"""What operators are told."""

import pytest

from bot.operators.usage import Used
from bot.state.feedback import Verdict
from bot.words import admin_texts
from tests.bot.samples import summary

NOBODY = dict.fromkeys(Verdict, 0)


@pytest.mark.parametrize(
    ("up_s", "told"),
    [(59, "0 h 0 min"), (3600 * 5 + 60 * 7, "5 h 7 min"), (86400 * 3 + 3600, "3 d 1 h 0 min")],
)
def test_the_overview_leaves_out_what_is_not_known(up_s: float, told: str) -> None:
    used = Used(1234, 5, up_s, None, None)

    assert admin_texts.overview(summary(), 7, used, 2, 0, NOBODY).splitlines()[:5] == [
        "Articles: 3 (passages: 9), revision 7",
        f"Up for {told}",
        "Questions: 1,234 answered, 5 refused",
        "Chats: 2",
        "Waiting in the journal: 0",
    ]


def test_the_overview_tells_what_is_known() -> None:
    thought = NOBODY | {Verdict.GOOD: 5, Verdict.WRONG: 2, Verdict.BAD: 1}

    said = admin_texts.overview(summary(), 7, Used(1, 0, 0.0, 0.254, 1.0), 2, 3, thought)

    assert "Seconds to a reply: half 0.25, 95 % 1.00" in said
    assert "Waiting in the journal: 3" in said
    assert "Readers: 👍 5, 👎 3 (wrong 2, outdated 0, not an answer 0, other 0)" in said


def test_a_broadcast_is_shown_before_it_is_confirmed() -> None:
    assert admin_texts.confirm(1, "ABC23", "Hello") == (
        "This goes to 1 chat:\n\nHello\n\nTo send it: /admin confirm ABC23"
    )
    assert "1,200 chats" in admin_texts.confirm(1200, "ABC23", "Hello")


def test_the_end_of_a_broadcast_tells_of_failures_where_there_were_any() -> None:
    assert admin_texts.sent(5, 0, 0) == "Sent to 5."
    assert admin_texts.sent(5, 1, 2) == (
        "Sent to 5; 1 gone or blocked, I know them no more; 2 failed, see the log."
    )
