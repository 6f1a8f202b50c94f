"""The parts of a server that tests look at and act on."""

from __future__ import annotations

from dataclasses import dataclass

from tests.botapi.answering import Answering
from tests.botapi.directory import Directory
from tests.botapi.editing import Editing
from tests.botapi.faults import Faults
from tests.botapi.limits import FloodControl
from tests.botapi.messages import Conversations
from tests.botapi.record import Record
from tests.botapi.sending import Sending
from tests.botapi.updates import UpdateQueue
from tests.botapi.webhook import WebhookSender


@dataclass(frozen=True, slots=True)
class World:
    """Everything but the HTTP edge; its parts change, which they are does not."""

    record: Record
    directory: Directory
    conversations: Conversations
    sending: Sending
    editing: Editing
    answering: Answering
    queue: UpdateQueue
    sender: WebhookSender
    faults: Faults
    flood: FloodControl
