"""What somebody is told who is not answered."""

from bot.operators.guards import Verdict
from bot.words.saying import say


def not_answered(verdict: Verdict, reader: int) -> str | None:
    """Why a message is not answered; None where nothing is said."""
    match verdict:
        case Verdict.TOO_MANY_A_MINUTE:
            return say("too-many-a-minute")
        case Verdict.TOO_MANY_A_DAY:
            return say("too-many-a-day")
        case Verdict.NOT_INVITED:
            return say("not-invited", reader=str(reader))
        case _:
            return None
