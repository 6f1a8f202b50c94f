"""What an operator is told in reply to /admin."""

from collections.abc import Mapping

from bot.operators.usage import Used
from bot.state.feedback import Verdict
from bot.words.saying import say
from index.stored import CorpusSummary


def overview(
    summary: CorpusSummary,
    revision: int,
    used: Used,
    chats: int,
    journal: int,
    feedback: Mapping[Verdict, int],
) -> str:
    """How things stand."""
    lines = [
        say(
            "admin-corpus",
            articles=summary.articles,
            passages=summary.passages,
            revision=revision,
        ),
        _up(used.up_s),
        say("admin-questions", answered=used.answered, refused=used.refused),
    ]
    if used.median_s is not None and used.p95_s is not None:
        lines.append(say("admin-seconds", median=used.median_s, p95=used.p95_s))
    if any(feedback.values()):
        lines.append(_feedback(feedback))
    lines.append(say("admin-chats", chats=chats))
    lines.append(say("admin-waiting", waiting=journal))
    return "\n".join(lines) + f"\n\n{say('admin-usage')}"


def reloaded(summary: CorpusSummary, revision: int) -> str:
    """The index was opened anew."""
    return say("admin-reloaded", count=summary.articles, revision=revision)


def not_reloaded(error: Exception) -> str:
    """The index could not be opened anew."""
    return say("admin-not-reloaded", error=str(error))


def banned(one: int) -> str:
    """Somebody is banned now."""
    return say("admin-banned", reader=str(one))


def unbanned(one: int, *, by_settings: bool) -> str:
    """Somebody is banned no more, unless the settings say so."""
    name = "admin-banned-by-settings" if by_settings else "admin-unbanned"
    return say(name, reader=str(one))


def operators_stay(one: int) -> str:
    """Operators cannot be banned."""
    return say("admin-operators-stay", reader=str(one))


def confirm(chats: int, code: str, text: str) -> str:
    """What is to be sent to how many, and how to say yes."""
    return say("broadcast-confirm", chats=chats, text=text, code=code)


def sending(sent: int, chats: int) -> str:
    """How far a broadcast has come."""
    return say("broadcast-sending", sent=sent, chats=chats)


def sent(sent: int, gone: int, failed: int) -> str:
    """How a broadcast ended."""
    return say("broadcast-sent", sent=sent, gone=gone, failed=failed)


def _feedback(counts: Mapping[Verdict, int]) -> str:
    bad = sum(counts.values()) - counts[Verdict.GOOD]
    return say(
        "admin-feedback",
        good=counts[Verdict.GOOD],
        bad=bad,
        wrong=counts[Verdict.WRONG],
        outdated=counts[Verdict.OUTDATED],
        no_answer=counts[Verdict.NO_ANSWER],
        other=counts[Verdict.OTHER],
    )


def _up(seconds: float) -> str:
    minutes = int(seconds) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    return say("admin-up", days=days, hours=hours, minutes=minutes % 60)
