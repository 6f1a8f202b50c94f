"""What the Bot API servers of a test run were asked and told, for the end of the run.

A pytest plugin that loads nothing heavy, so that tests without a server do without one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

import pytest

BY_THE_BOT = "by the bot"
BY_OWN_TESTS = "by the server's own tests"
_OWN_TESTS = "botapi"


@dataclass(slots=True)
class Calls:
    """Counts over all servers; `violations` are those of the test that runs now."""

    tester: str = BY_THE_BOT
    requests: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Requests that the models were shown, by tester and method."""
    updates: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def asked(self, method: str) -> None:
        """One more request."""
        self.requests[self.tester, method] += 1

    def told(self, kind: str) -> None:
        """One more update."""
        self.updates[kind] += 1

    def check(self) -> None:
        """No test of the bot passes with a request that Telegram drops, mangles or does not know.

        Raises:
            AssertionError: there was one.
        """
        if self.tester == BY_THE_BOT and self.violations:
            raise AssertionError("\n".join(self.violations))

    def report(self) -> list[str]:
        """Each method that was used and how often; empty if none was."""
        methods = sorted({method for _, method in self.requests})
        if not methods:
            return []
        width = max(map(len, methods))
        lines = [f"{'':{width}}  {BY_THE_BOT}  {BY_OWN_TESTS}"]
        for method in methods:
            counts = (self.requests[tester, method] for tester in (BY_THE_BOT, BY_OWN_TESTS))
            bot, own = counts
            columns = f"{bot or '-':>{len(BY_THE_BOT)}}  {own or '-':>{len(BY_OWN_TESTS)}}"
            lines.append(f"{method:{width}}  {columns}")
        told = ", ".join(f"{kind} {count}" for kind, count in sorted(self.updates.items()))
        asked = self.requests.total()
        judged = f"aiogram {version('aiogram')} judged {asked} requests, their results and "
        lines.append(f"{judged}{self.updates.total()} updates ({told or 'none'})")
        return lines


CALLS = Calls()
"""The one thing that outlives a server: pytest reports when all of them are gone."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Whose requests the next ones are; what one test left behind is not the next one's."""
    CALLS.tester = BY_OWN_TESTS if _OWN_TESTS in item.path.parts else BY_THE_BOT
    CALLS.violations.clear()
    return (yield)


@pytest.fixture(autouse=True)
def what_the_bot_sends_is_well_formed() -> Iterator[None]:
    """Looks at the requests of each test, once all else in it is taken down."""
    yield
    CALLS.check()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the methods that were used."""
    lines = CALLS.report()
    if lines:
        terminalreporter.write_sep("=", "Bot API methods used")
        for line in lines:
            terminalreporter.write_line(line)
