"""Where the day's conversations are held: private chats, and groups with an admin in each."""

from dataclasses import dataclass, field

from tests.botapi import BotApiServer, Chat, Person
from tests.end_to_end.day.hostile import NAMES

CHANNEL = -900


@dataclass(slots=True)
class Group:
    """A group as it is at the moment: it may move to another id. ``topic`` is the one in use."""

    chat: Chat
    admin: Person
    topic: int | None = None


@dataclass(slots=True)
class Places:
    """People and groups, made up as they are needed."""

    server: BotApiServer
    groups: dict[str, Group] = field(default_factory=dict)
    channel: Chat = field(init=False)
    echo: Person = field(init=False)

    def __post_init__(self) -> None:
        self.channel = self.server.channel(CHANNEL, "Gazette & <Sons>")
        self.echo = self.server.another_bot(77, "Echo", "echo_bot")

    def reader(self, number: int) -> Person:
        """Whoever holds this conversation."""
        return self.server.user(2000 + number, NAMES[number % len(NAMES)])

    def friend(self, number: int) -> Person:
        """To whom they hand on what they read."""
        return self.server.user(5000 + number, NAMES[(number + 1) % len(NAMES)])

    def open(self, names: dict[str, list[Person]]) -> None:
        """Make the groups, with these readers in each."""
        for place, (name, readers) in enumerate(sorted(names.items())):
            admin = self.server.user(7000 + place, NAMES[place % len(NAMES)])
            people = (*readers, admin, self.echo)
            chat = self.server.group(-(100 + place), f"{name} <b>& friends", *people)
            self.groups[name] = Group(chat, admin)
            self.server.promote(chat, admin)

    def move(self, group: Group) -> None:
        """It becomes a supergroup under another id; both chats will tell of it."""
        old = group.chat
        group.chat = self.server.move(old, old.id - 1000)
        self.server.promote(group.chat, group.admin)

    def tell_of_move(self, old: Chat, new: Chat) -> None:
        """The two service messages that tell the bot."""
        queue = self.server._world.queue
        for here, said in ((old, "migrate_to_chat_id"), (new, "migrate_from_chat_id")):
            number = self.server._world.conversations.next_id(here.id)
            there = new.id if here is old else old.id
            queue.push(
                "message",
                {"message_id": number, "date": 0, "chat": here.to_api(), said: there},
            )
