"""What an operator is told in reply to /admin."""

from bot.usage import Used
from index.stored import CorpusSummary

USAGE = (
    "/admin – how things stand\n"
    "/admin reload – open the index anew\n"
    "/admin ban ID, /admin unban ID – a reader or a chat\n"
    "/admin broadcast TEXT – to every chat I know, after you have confirmed it"
)
NOBODY = "I know no chat to send that to."
NO_SUCH_CODE = "There is nothing to confirm under this code; it may be over ten minutes old."
BUSY = "A broadcast is under way; wait until it has ended."


def overview(summary: CorpusSummary, revision: int, used: Used, chats: int, journal: int) -> str:
    """How things stand."""
    lines = [
        f"Articles: {summary.articles:,} (passages: {summary.passages:,}), revision {revision:,}",
        f"Up for {_duration(used.up_s)}",
        f"Questions: {used.answered:,} answered, {used.refused:,} refused",
    ]
    if used.median_s is not None and used.p95_s is not None:
        lines.append(f"Seconds to a reply: half {used.median_s:.2f}, 95 % {used.p95_s:.2f}")
    lines.append(f"Chats: {chats:,}")
    lines.append(f"Waiting in the journal: {journal:,}")
    return "\n".join(lines) + f"\n\n{USAGE}"


def reloaded(summary: CorpusSummary, revision: int) -> str:
    """The index was opened anew."""
    return f"Opened anew: {summary.articles:,} articles, revision {revision:,}."


def not_reloaded(error: Exception) -> str:
    """The index could not be opened anew."""
    return f"The index could not be opened anew; what was open answers on. {error}"


def banned(one: int) -> str:
    """Somebody is banned now."""
    return f"{one} is banned."


def unbanned(one: int, *, by_settings: bool) -> str:
    """Somebody is banned no more, unless the settings say so."""
    if by_settings:
        return f"{one} is banned by the settings: take it out of DATELINE_ACCESS__BANNED."
    return f"{one} is not banned."


def operators_stay(one: int) -> str:
    """Operators cannot be banned."""
    return f"{one} is an operator; an operator cannot be banned."


def confirm(chats: int, code: str, text: str) -> str:
    """What is to be sent to how many, and how to say yes."""
    to = "1 chat" if chats == 1 else f"{chats:,} chats"
    return f"This goes to {to}:\n\n{text}\n\nTo send it: /admin confirm {code}"


def sending(sent: int, chats: int) -> str:
    """How far a broadcast has come."""
    return f"Sending: {sent:,} of {chats:,}"


def sent(sent: int, gone: int, failed: int) -> str:
    """How a broadcast ended."""
    parts = [f"Sent to {sent:,}"]
    if gone:
        parts.append(f"{gone:,} gone or blocked, I know them no more")
    if failed:
        parts.append(f"{failed:,} failed, see the log")
    return "; ".join(parts) + "."


def _duration(seconds: float) -> str:
    minutes = int(seconds) // 60
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    return f"{days} d {hours} h {minutes} min" if days else f"{hours} h {minutes} min"
