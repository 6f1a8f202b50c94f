"""Who is answered, and what those are told who are not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.operators.asked_log import AskedInMemory
from bot.operators.guards import Guards, Verdict
from bot.settings_groups import AccessSettings
from bot.words.access_texts import not_answered
from tests.bot.id_sets import IdSet

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
READER, OTHER, OPERATOR, GROUP = 11, 12, 13, -14
SECOND = timedelta(seconds=1)


def guards(banned: IdSet | None = None, zone: str = "UTC", **access: object) -> Guards:
    return Guards(AccessSettings(**access), banned or IdSet(), AskedInMemory(), ZoneInfo(zone))


def verdicts(guarding: Guards, *after_s: float, reader: int = READER) -> list[Verdict]:
    return [guarding.judge(reader, reader, NOON + second * SECOND) for second in after_s]


def test_over_so_many_a_minute_it_is_said_once_and_then_nothing() -> None:
    guarding = guards(questions_a_minute=2)

    assert verdicts(guarding, 0, 1, 2, 3, 59) == [
        Verdict.ADMITTED,
        Verdict.ADMITTED,
        Verdict.TOO_MANY_A_MINUTE,
        Verdict.SILENCE,
        Verdict.SILENCE,
    ]
    assert verdicts(guarding, 60.5, 61.5, 61.9, 62) == [
        Verdict.ADMITTED,
        Verdict.ADMITTED,
        Verdict.SILENCE,
        Verdict.TOO_MANY_A_MINUTE,
    ]


def test_one_reader_does_not_use_up_what_is_anothers() -> None:
    guarding = guards(questions_a_minute=1)

    assert verdicts(guarding, 0, 1)[1] is Verdict.TOO_MANY_A_MINUTE
    assert verdicts(guarding, 2, reader=OTHER) == [Verdict.ADMITTED]


def test_a_day_ends_at_midnight_where_readers_are() -> None:
    guarding = guards(zone="Asia/Tokyo", questions_a_day=2, questions_a_minute=0)
    midnight_s = 3 * 3600.0  # 15:00 UTC

    assert verdicts(guarding, 0, 1, 2, midnight_s - 1, midnight_s) == [
        Verdict.ADMITTED,
        Verdict.ADMITTED,
        Verdict.TOO_MANY_A_DAY,
        Verdict.TOO_MANY_A_DAY,
        Verdict.ADMITTED,
    ]


def test_nought_is_no_limit() -> None:
    guarding = guards(questions_a_minute=0, questions_a_day=0)

    assert set(verdicts(guarding, *range(500))) == {Verdict.ADMITTED}
    assert guarding._asked.count(READER, NOON) == 0  # nor is anything counted


@pytest.mark.parametrize("how", ["by settings", "by command"])
@pytest.mark.parametrize("who", [READER, GROUP])
def test_the_banned_are_met_with_silence(how: str, who: int) -> None:
    guarding = guards(banned=[who]) if how == "by settings" else guards(IdSet({who}))

    assert guarding.judge(READER, GROUP, NOON) is Verdict.SILENCE
    assert guarding.judge(OTHER, OTHER, NOON) is Verdict.ADMITTED


def test_a_list_of_the_invited_leaves_out_all_others() -> None:
    guarding = guards(allowed=[READER, GROUP])

    assert guarding.judge(READER, READER, NOON) is Verdict.ADMITTED
    assert guarding.judge(OTHER, GROUP, NOON) is Verdict.ADMITTED
    assert verdicts(guarding, 0, 1, 60, reader=OTHER) == [
        Verdict.NOT_INVITED,
        Verdict.SILENCE,
        Verdict.NOT_INVITED,
    ]


def test_operators_are_always_answered() -> None:
    guarding = guards(
        IdSet({OPERATOR}), operators=[OPERATOR], allowed=[READER], questions_a_minute=1
    )

    assert set(verdicts(guarding, 0, 1, 2, reader=OPERATOR)) == {Verdict.ADMITTED}
    assert guarding.is_operator(OPERATOR)
    assert not guarding.is_operator(READER)


def test_readers_told_long_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.operators.guards._READERS_TOLD", 1)
    guarding = guards(allowed=[GROUP])

    assert [verdicts(guarding, 0, reader=one)[0] for one in (READER, OTHER, READER)] == [
        Verdict.NOT_INVITED
    ] * 3


def test_what_is_said_names_the_number_that_an_operator_needs() -> None:
    assert "11" in (not_answered(Verdict.NOT_INVITED, 11) or "")
    assert "minute" in (not_answered(Verdict.TOO_MANY_A_MINUTE, 11) or "")
    assert "tomorrow" in (not_answered(Verdict.TOO_MANY_A_DAY, 11) or "")
    assert not_answered(Verdict.SILENCE, 11) is None


class TestInline:
    """Queries that are sent while somebody types."""

    def test_twenty_count_as_one_question_and_none_uses_up_a_question(self) -> None:
        guarding = guards(questions_a_minute=1)
        typed = [guarding.judge_inline(READER, NOON + n * SECOND) for n in range(21)]

        assert typed == [Verdict.ADMITTED] * 20 + [Verdict.TOO_MANY_A_MINUTE]
        assert verdicts(guarding, 30) == [Verdict.ADMITTED]
        assert guarding.judge_inline(OTHER, NOON) is Verdict.ADMITTED
        assert guarding.judge_inline(READER, NOON + timedelta(minutes=2)) is Verdict.ADMITTED

    def test_the_day_has_a_limit_too(self) -> None:
        guarding = guards(questions_a_minute=0, questions_a_day=1)
        typed = [guarding.judge_inline(READER, NOON) for _ in range(21)]

        assert typed[-2:] == [Verdict.ADMITTED, Verdict.TOO_MANY_A_DAY]

    def test_the_banned_and_those_not_invited_find_nothing(self) -> None:
        assert guards(IdSet({READER})).judge_inline(READER, NOON) is Verdict.SILENCE
        assert guards(allowed=[OTHER]).judge_inline(READER, NOON) is Verdict.NOT_INVITED
        assert guards(allowed=[OTHER]).judge_inline(OTHER, NOON) is Verdict.ADMITTED

    def test_operators_are_not_counted(self) -> None:
        guarding = guards(operators=[OPERATOR], questions_a_minute=1)

        typed = {guarding.judge_inline(OPERATOR, NOON) for _ in range(50)}
        assert typed == {Verdict.ADMITTED}

    def test_lists_are_for_all_where_nobody_is_left_out(self) -> None:
        assert not guards().is_personal
        assert guards(IdSet({READER})).is_personal
        by_settings = AccessSettings(banned=[READER])
        assert Guards(by_settings, IdSet(), AskedInMemory(), ZoneInfo("UTC")).is_personal
        assert guards(allowed=[READER]).is_personal


def test_a_ban_follows_a_group_to_its_new_id() -> None:
    banned = IdSet({GROUP})
    guards(banned).move(GROUP, -1014)
    guards(banned).move(-15, -1015)

    assert banned.all() == {GROUP, -1014}


class TestTheLog:
    """When each reader asked."""

    def test_it_counts_from_a_moment_on(self) -> None:
        log = AskedInMemory()
        for second in (0, 5, 9):
            log.add(READER, NOON + second * SECOND)

        assert log.count(READER, NOON + 5 * SECOND) == 2
        assert log.count(OTHER, NOON) == 0

    def test_what_is_over_a_day_old_is_forgotten_with_those_who_asked_it(self) -> None:
        log = AskedInMemory()
        log.add(OTHER, NOON)
        log.add(READER, NOON)
        log.add(READER, NOON + timedelta(days=1, seconds=1))

        assert log.count(READER, NOON - SECOND) == 1
        assert list(log._asked) == [READER]


def test_who_may_look_at_answers_is_not_counted_as_asking() -> None:
    guarding = guards(IdSet({READER}), allowed=[READER, OTHER], operators=[OPERATOR])

    assert not guarding.lets_in(READER, GROUP)
    assert not guarding.lets_in(OTHER, READER)
    assert guarding.lets_in(OTHER, GROUP)
    assert guarding.lets_in(OPERATOR, GROUP)
    assert not guarding.lets_in(9, 9)

    one = guards(questions_a_minute=1)
    assert all(one.lets_in(READER, READER) for _ in range(3))
    assert verdicts(one, 0) == [Verdict.ADMITTED]
