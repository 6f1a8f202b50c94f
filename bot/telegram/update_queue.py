"""The queue between Telegram and the handlers; what must not be lost is in the journal first."""

import asyncio
import json
import logging

from telegram import Bot, Update
from telegram.error import NetworkError

from bot.groups.addressing import passes_by
from bot.state.entries import Stage
from bot.state.journal import Journal
from bot.state.opening import StateError

logger = logging.getLogger(__name__)


class JournalQueue(asyncio.Queue[object]):
    """The library's queue of updates, each but inline queries on disk before it is in the queue.

    The library acknowledges an update to Telegram only once it could be put: by the next poll, or
    by the answer to the webhook's call. ``stopping`` is set when the program is told to end.
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal
        self.stopping = asyncio.Event()

    async def put(self, item: object) -> None:
        """Write an update down, then queue it; one that was here before is only acknowledged.

        Inline queries are queued only: an answer that comes after a restart comes too late. What
        people say to each other in a group is neither.

        Raises:
            NetworkError: it could not be written down. The library takes that for a failed poll,
                and Telegram sends the update again.
        """
        if not isinstance(item, Update):
            self.stopping.set()  # the library puts its sign to stop here, and nothing else
            await super().put(item)
            return
        if passes_by(item):
            return
        if item.inline_query is not None:  # worth nothing by the time a journal would help
            await super().put(item)
            return
        chat = item.effective_chat
        try:
            new = await self.journal.receive(
                item.update_id, chat.id if chat else None, item.to_json()
            )
        except StateError as error:
            raise NetworkError(f"update {item.update_id} is not taken: {error}") from error
        if new:
            await super().put(item)
        else:
            logger.info("update %d came again; it is in the journal already", item.update_id)

    async def take_up(self, bot: Bot) -> int:
        """Queue what an earlier process left open, in its order; how many there were.

        To be called before updates are asked for.

        Raises:
            StateError: the journal cannot be read.
        """
        entries = await self.journal.take_up()
        for entry in entries:
            if entry.stage is Stage.SENDING and entry.reply and entry.sent < len(entry.reply):
                logger.warning(
                    "update %d was being sent when the process ended: message %d of %d goes out "
                    "again and may be there twice",
                    *(entry.update_id, entry.sent + 1, len(entry.reply)),
                )
            try:
                update = Update.de_json(json.loads(entry.payload), bot)
            except Exception as error:  # the library raises what comes
                logger.error("update %d cannot be read any more: %s", entry.update_id, error)
                await self.journal.fail(entry.update_id, "cannot be read")
                continue
            await super().put(update)
        if entries:
            logger.info("%d updates were left open; they are answered now", len(entries))
        return len(entries)
