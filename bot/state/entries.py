"""What the journal tells of an update."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

from bot.layout.outgoing import Outgoing

_MESSAGES: TypeAdapter[tuple[Outgoing | str, ...]] = TypeAdapter(tuple[Outgoing | str, ...])


class Stage(StrEnum):
    """How far an update has come."""

    RECEIVED = "received"
    ANSWERING = "answering"
    SENDING = "sending"
    """Its reply is written down; the next message of it may be on its way."""
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """An update that an earlier process left open.

    ``payload`` is the update as JSON, ``tries`` counts how often it began to be answered, ``reply``
    are the messages to send where it was answered, and ``sent`` how many of them were confirmed.
    ``doubles`` counts the times that the message after those was sent without knowing.
    """

    update_id: int
    payload: str
    stage: Stage
    tries: int
    reply: tuple[Outgoing, ...] | None
    sent: int
    doubles: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What the journal holds."""

    open: int
    failed: int
    possible_doubles: int


def entry_of(
    update_id: int,
    payload: str,
    stage: str,
    tries: int,
    reply: str | None,
    sent: int,
    doubles: int,
) -> Entry:
    """The entry of a row of the journal; ``reply`` is a JSON array of messages."""
    messages = None if reply is None else _messages(reply)
    return Entry(update_id, payload, Stage(stage), tries, messages, sent, doubles)


def written(messages: Sequence[Outgoing]) -> str:
    """Messages as the journal holds them: a JSON array."""
    return _MESSAGES.dump_json(tuple(messages)).decode()


def _messages(reply: str) -> tuple[Outgoing, ...]:
    """Of an older version, each is its text alone."""
    read = _MESSAGES.validate_json(reply)
    return tuple(Outgoing(one) if isinstance(one, str) else one for one in read)
