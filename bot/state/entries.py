"""What the journal tells of an update."""

import json
from dataclasses import dataclass
from enum import StrEnum


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
    reply: tuple[str, ...] | None
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
    messages = None if reply is None else tuple(json.loads(reply))
    return Entry(update_id, payload, Stage(stage), tries, messages, sent, doubles)
