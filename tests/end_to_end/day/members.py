"""What readers do in a chat or group as such: commands, switches, topics, leaving, moving."""

from bot.words.saying import say
from tests.botapi import Chat
from tests.end_to_end.day.places import Group
from tests.end_to_end.day.pressers import Presser
from tests.end_to_end.day.readers import PATIENCE_S
from tests.end_to_end.day.views import said, short, to_command

BOT = "dateline_test_bot"
_BLOCKED = "bot was blocked by the user"


class Member(Presser):
    """A reader who does all of it."""

    async def _command(self, command: str) -> None:
        self.say(command)
        await self.settled(self.ledger.owe(self.chat.id, to_command(command)))

    async def do_help(self) -> None:
        await self._command("/help")

    async def do_sources(self) -> None:
        await self._command("/sources")

    async def do_privacy(self) -> None:
        await self._command("/privacy")

    async def do_unknown(self) -> None:
        await self._command("/weather")

    async def do_empty(self) -> None:
        await self._command("/ask")

    async def do_new(self) -> None:
        self.ledger.spoken.pop(self.chat.id, None)
        await self._command("/new")

    async def do_block(self) -> None:
        """Ask, and block the bot before it answers; come back when Telegram has told it."""
        number, text = self.next_question("plain")
        async with self.ledger.one_block:
            before = self._blocked()
            self.say(text)
            self.ledger.remember(self.chat.id, number)
            self.server.block(self.person.id, self.person)
            for method in ("sendMessage", "sendChatAction", "sendMessageDraft"):
                self.ledger.may_be_refused[method, _BLOCKED] += 1
            await self.server.wait_until(lambda: self._blocked() > before, PATIENCE_S)
            self.server.unblock(self.person.id, self.person)

    def _blocked(self) -> int:
        refused = [one for one in self.server.refusals if one.method == "sendMessage"]
        return sum(_BLOCKED in one.description for one in refused)

    async def do_unnamed(self) -> None:
        self.say("/help@echo_bot")
        self.say("@echo_bot who?")

    async def do_post(self) -> None:
        self.server.post(f"@{BOT} /ask", self.places.channel, self.chat)

    async def do_bot(self) -> None:
        self.say(f"@{BOT} what now?", by=self.places.echo)

    async def do_unheard(self) -> None:
        self.say(f"/ask@{BOT} {self.next_question('plain')[1]}")

    async def do_photo_named(self) -> None:
        self.server.photo(self.person, f"@{BOT} who <is> this?", self.chat)
        await self.said(say("text-only"), self.server.history(self.chat.id)[-1].message_id)

    async def do_help_there(self) -> None:
        await self.said(say("group-help", bot=BOT), self.say("/help"))

    async def do_off(self) -> None:
        await self.said(say("answering-off"), self.say("/answering off", by=self._group.admin))

    async def do_on_again(self) -> None:
        await self.said(say("answering-on"), self.say("/answering on", by=self._group.admin))

    async def do_hidden(self) -> None:
        number, text = self.next_question("plain")
        self.server.say(f"/ask {text}", self._group.admin, self.chat, name_of=self.chat)
        message = self.server.history(self.chat.id)[-1].message_id
        outcome = self.newsroom.outcome(text, None)
        due = self.ledger.owe(self.chat.id, short(outcome, self.chat.id), message)
        self.ledger.remember(self.chat.id, number)
        await self.settled(due)

    async def do_topic(self) -> None:
        self._group.topic = self.server.topic(self.chat, "News <b>& more")

    async def do_closed(self) -> None:
        if self._group.topic is None:
            await self.do_topic()
        asked = self.put("plain")
        self.server.close_topic(self.chat, self._group.topic)
        self.ledger.may_be_refused["sendMessage", "TOPIC_CLOSED"] += 1
        self._group.topic = asked.due.topic = asked.due.question = None
        await self.answered(asked)

    async def do_thrown(self) -> None:
        self.server.block(self.chat.id, self._group.admin)
        self.server.unblock(self.chat.id, self._group.admin)
        due = self.ledger.owe(self.chat.id, said(say("group-how", bot=BOT)))
        await self.settled(due)

    async def do_move(self) -> None:
        """Ask, and let the group move before it is answered, unless it wants no answers."""
        old = self.chat
        silent = self.script.acts[0].verb == "off"
        asked = None if silent else self.put("plain")
        self.places.move(self._group)
        if asked is not None:
            self._goes_along(old)
            await self.answered(asked)
        self.places.tell_of_move(old, self.chat)

    def _goes_along(self, old: Chat) -> None:
        """What is owed to the old chat last is owed to the new one: as no reply there."""
        due = self.ledger.dues[old.id].pop()
        due.chat, due.question = self.chat.id, None
        self.ledger.dues.setdefault(self.chat.id, []).append(due)
        for method in ("sendMessage", "sendChatAction"):
            self.ledger.may_be_refused[method, "group chat was upgraded"] += 1
        self.ledger.spoken[self.chat.id] = self.ledger.spoken.pop(old.id)

    @property
    def _group(self) -> Group:
        assert self.group is not None
        return self.group
