"""For how long Telegram may keep a list."""

from bot.inline.inline_freshness import CACHE_S, CHANGED_FOR_S, Freshness


def test_a_list_is_not_kept_while_the_corpus_changes() -> None:
    now = [0.0]
    freshness = Freshness(lambda: now[0])

    assert freshness.cache_s(7) == CACHE_S
    assert freshness.cache_s(8) == 0
    now[0] = CHANGED_FOR_S - 1
    assert freshness.cache_s(8) == 0
    now[0] = CHANGED_FOR_S
    assert freshness.cache_s(8) == CACHE_S
    assert freshness.cache_s(7) == 0  # a backup was put back
