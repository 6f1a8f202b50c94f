"""What somebody is told who is not answered."""

from bot.guards import Verdict


def not_answered(verdict: Verdict, reader: int) -> str | None:
    """Why a message is not answered; None where nothing is said."""
    match verdict:
        case Verdict.TOO_MANY_A_MINUTE:
            return "You ask faster than I can read. Please wait a minute, then ask on."
        case Verdict.TOO_MANY_A_DAY:
            return "That was a lot for one day, thank you. Please ask me again tomorrow."
        case Verdict.NOT_INVITED:
            return (
                "I answer invited readers only. To be invited, give whoever runs me your number: "
                f"{reader}"
            )
        case _:
            return None
