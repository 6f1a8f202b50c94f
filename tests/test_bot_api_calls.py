"""What a test run says about the Bot API at its end."""

import pytest

from tests.bot_api_calls import BY_OWN_TESTS, CALLS, Calls


def test_every_method_is_listed_with_how_often_it_was_used() -> None:
    calls = Calls()
    for method in ("sendMessage", "getMe", "sendMessage"):
        calls.asked(method)
    calls.tester = BY_OWN_TESTS
    calls.asked("sendMessage")
    calls.asked("close")
    for kind in ("message", "inline_query", "message"):
        calls.told(kind)

    head, *methods, last = calls.report()

    assert head.split() == "by the bot by the server's own tests".split()
    assert [line.split() for line in methods] == [
        ["close", "-", "1"],
        ["getMe", "1", "-"],
        ["sendMessage", "2", "1"],
    ]
    assert "5 requests" in last
    assert last.endswith("3 updates (inline_query 1, message 2)")


def test_nothing_is_said_where_nothing_was_asked() -> None:
    assert Calls().report() == []


def test_an_ill_formed_request_fails_the_tests_of_the_bot_only() -> None:
    calls = Calls()
    calls.check()
    calls.violations.append("sendMessage: colour: unknown parameter")
    with pytest.raises(AssertionError, match="colour: unknown parameter"):
        calls.check()
    calls.tester = BY_OWN_TESTS
    calls.check()


def test_pytest_knows_the_plugin(request: pytest.FixtureRequest) -> None:
    assert "what_the_bot_sends_is_well_formed" in request.fixturenames
    assert request.config.pluginmanager.has_plugin("tests.bot_api_calls")
    assert CALLS.tester == "by the bot"
