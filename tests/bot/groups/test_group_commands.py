"""The commands that mean something of their own in a group."""

import pytest

from bot.groups.group_commands import Answering, GroupCommand, HowToAsk, group_command


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/start", HowToAsk(at_length=False)),
        ("/START@dateline_bot x", HowToAsk(at_length=False)),
        (" /help", HowToAsk(at_length=True)),
        ("/answering", Answering(None, named=False)),
        ("/answering@dateline_bot", Answering(None, named=True)),
        ("/answering on", Answering(True, named=False)),
        ("/Answering@dateline_bot\nOFF ", Answering(False, named=True)),
        ("/answering perhaps", Answering(None, named=False)),
        ("/ask who?", None),
        ("/answeringoff", None),
        ("help", None),
    ],
)
def test_what_is_asked_for(text: str, meant: GroupCommand | None) -> None:
    assert group_command(text) == meant
