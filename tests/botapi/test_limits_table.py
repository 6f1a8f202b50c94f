"""Telegram's limits, one row each: what stands at a limit passes, what is one past it does not.

Where Telegram refuses nothing but cuts, drops or replaces, the server notes a violation instead.
"""

from __future__ import annotations

import pytest

from tests.botapi.conftest import Stage
from tests.botapi.givens import there
from tests.botapi.limit_rows import LIMITS, Limit


@pytest.mark.parametrize("limit", LIMITS, ids=[f"{row.method}: {row.what}" for row in LIMITS])
async def test_at_the_limit_passes_and_past_it_does_not(stage: Stage, limit: Limit) -> None:
    await stage.client.result(limit.method, **await there(stage, limit.at))
    assert (stage.server.violations, stage.server.refusals) == ((), ())

    past = await there(stage, limit.past)
    if limit.is_refused:
        refused = await stage.client.refusal(limit.method, **past)
        assert refused == (400, f"Bad Request: {limit.words}")
        assert stage.server.refusals == ((limit.method, *refused),)
        assert stage.server.violations == ()
    else:
        await stage.client.result(limit.method, **past)
        assert stage.server.violations == (f"{limit.method}: {limit.words}",)


async def test_what_a_reader_can_send_has_limits_as_well(stage: Stage) -> None:
    """Words asked inline, a payload behind a link, the length of a message: clients hold them."""
    stage.server.inline("я" * 256, stage.reader)
    stage.server.follow_link("A-z_9".ljust(64, "x"), stage.reader)
    stage.server.say("🗞" * 4096, stage.reader)
    with pytest.raises(ValueError, match="at most 256"):
        stage.server.inline("я" * 257, stage.reader)
    for payload in ("x" * 65, "a.b", ""):
        with pytest.raises(ValueError, match="1 to 64"):
            stage.server.follow_link(payload, stage.reader)
    with pytest.raises(ValueError, match="several messages"):
        stage.server.say("🗞" * 4097, stage.reader)
