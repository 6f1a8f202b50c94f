"""The words of the bot: all there, none left over, and values put in as they are."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.words.saying import say

BOT = Path(__file__).parents[3] / "bot"
NAMES = re.findall(r"^([a-z][\w-]*) =", (BOT / "words" / "en.ftl").read_text("utf-8"), re.M)


def test_all_that_is_said_has_words_and_all_words_are_said() -> None:
    """Names that are put together stand with their beginning: say(f"command-{name}")."""
    words = (BOT / "words" / "en.ftl").read_text("utf-8")
    code = "\n".join(path.read_text("utf-8") for path in BOT.rglob("*.py"))
    begun = tuple(re.findall(r'say\(\s*f"([a-z-]+){', code))
    said = set(re.findall(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']""", code))
    within = set(re.findall(r"\{ ([a-z][\w-]*) \}", words))

    assert len(NAMES) == len(set(NAMES))
    assert set(re.findall(r'say\(\s*"([^"]+)"', code)) <= set(NAMES)
    assert {name for name in NAMES if not name.startswith(begun)} <= said | within


def test_values_are_put_in_as_they_are() -> None:
    hostile = "{ $count } { articles } <b>&amp; \u202e\n{"

    assert say("searched-for", question=hostile) == f"Searched for: “{hostile}”."


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 articles"), (1, "1 article"), (1234, "1,234 articles")]
)
def test_plurals_and_numbers_follow_the_language(count: int, said: str) -> None:
    assert say("articles", count=count) == said


def test_days_are_written_as_the_language_writes_them() -> None:
    assert say("day", date=date(2031, 3, 5)) == "5 March 2031"


def test_what_has_no_words_is_a_fault() -> None:
    with pytest.raises(LookupError, match=r"no words named nothing-of-the-kind"):
        say("nothing-of-the-kind")
    with pytest.raises(LookupError, match=r"articles cannot be said"):
        say("articles")
