"""What is read after /admin."""

import pytest

from bot.operators.admin_commands import (
    Ban,
    Broadcast,
    Confirm,
    Misread,
    Overview,
    Reload,
    admin_command,
)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/admin", Overview()),
        (" /ADMIN@dateline_test_bot ", Overview()),
        ("/admin reload", Reload()),
        ("/admin ban 123", Ban(123)),
        ("/admin ban  -1001234567890 ", Ban(-1001234567890)),
        ("/admin unban 123", Ban(123, lifted=True)),
        ("/admin broadcast Two lines\nof news", Broadcast("Two lines\nof news")),
        ("/admin\nbroadcast x", Broadcast("x")),
        ("/admin confirm abc23", Confirm("ABC23")),
        ("/admin ban Rea", Misread()),
        ("/admin ban", Misread()),
        ("/admin ban ١٢٣", Misread()),
        ("/admin ban 99999999999999999999", Misread()),
        ("/admin broadcast", Misread()),
        ("/admin reload now", Misread()),
        ("/admin dance", Misread()),
        ("/administer", None),
        ("admin", None),
        ("What is /admin?", None),
    ],
)
def test_a_command_is_read(text: str, command: object) -> None:
    assert admin_command(text) == command
