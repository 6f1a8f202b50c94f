"""What an operator asks for after /admin."""

import re
from dataclasses import dataclass
from typing import TypeAlias

_NAMED = re.compile(r"^/admin(@(?P<bot>\w+))?(\s+(?P<rest>.*))?$", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Overview:
    """How things stand."""


@dataclass(frozen=True, slots=True)
class Reload:
    """Open the index anew."""


@dataclass(frozen=True, slots=True)
class Ban:
    """Answer this id no more; or, ``lifted``, again."""

    id: int
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Send a text to all chats, once it is confirmed."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """Yes, send it."""

    code: str


@dataclass(frozen=True, slots=True)
class Misread:
    """Nothing of the above."""


AdminCommand: TypeAlias = Overview | Reload | Ban | Broadcast | Confirm | Misread


def admin_command(text: str) -> AdminCommand | None:
    """What a message asks for; None where it is no /admin at all."""
    named = _NAMED.match(text.strip())
    if named is None:
        return None
    verb, *rest = (named["rest"] or "").split(maxsplit=1) or [""]
    match verb.lower(), rest:
        case "", []:
            return Overview()
        case "reload", []:
            return Reload()
        case ("ban" | "unban") as what, [one] if re.fullmatch(r"-?[0-9]{1,18}", one.strip()):
            return Ban(int(one), lifted=what == "unban")
        case "broadcast", [words]:
            return Broadcast(words)
        case "confirm", [code]:
            return Confirm(code.strip().upper())
        case _:
            return Misread()
