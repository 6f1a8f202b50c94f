"""The buttons below an answer."""

from urllib.parse import urlsplit

from bot.layout.outgoing import Button, Keyboard
from bot.layout.press_data import Act, Press, View
from bot.layout.rich_text import LONGEST_LINK
from bot.layout.share_button import Share, share_button
from bot.state.feedback import Verdict
from bot.state.kept_answers import KeptAnswer
from bot.state.kept_outcomes import KeptQuotes
from bot.words.saying import say

_REASONS = (
    {"reason-wrong": Verdict.WRONG, "reason-outdated": Verdict.OUTDATED},
    {"reason-no-answer": Verdict.NO_ANSWER, "reason-other": Verdict.OTHER},
)


def keyboard_of(kept: KeptAnswer, view: View, url: str | None, *, stands: bool = True) -> Keyboard:
    """The buttons below one view of an answer; ``url`` is that of the article it shows.

    ``stands``: something is still quoted there.
    """
    rows = []
    if isinstance(kept.outcome, KeptQuotes):
        rows.append(_looking(kept, kept.outcome, view, url, stands))
    last = []
    if may_be_of_any_date(kept):
        rows.append((_button("button-any-date", Press(Act.ANY_DATE, kept.key)),))
    rows.append(_turning(kept, view, pages_of(kept)))
    if isinstance(kept.outcome, KeptQuotes):
        last.append(_button("button-good", Press(Act.JUDGE, kept.key, view, Verdict.GOOD)))
        last.append(_button("button-bad", Press(Act.ASK_WHY, kept.key, view)))
        last.append(share_button(Share(kept.key, view)))
    return tuple(row for row in (*rows, tuple(last)) if row)


def reasons_of(kept: KeptAnswer, view: View) -> Keyboard:
    """The buttons that ask what is not good about an answer."""
    rows = [
        tuple(
            _button(name, Press(Act.JUDGE, kept.key, view, verdict))
            for name, verdict in row.items()
        )
        for row in _REASONS
    ]
    return (*rows, (_button("button-back", Press(Act.SHOW, kept.key, view)),))


def reading_on(kept: KeptAnswer, url: str | None) -> Keyboard:
    """The one button below an answer that somebody shared: to its article, where it has a link."""
    address = usable_link(url)
    if address is None:
        return ()
    outcome = kept.outcome
    named = _opens(outcome, View(), address) if isinstance(outcome, KeptQuotes) else None
    return ((Button(named or say("button-open"), url=address),),)


def pages_of(kept: KeptAnswer) -> int:
    """How many pages an answer has, itself included."""
    return 1 + len(kept.outcome.further) if isinstance(kept.outcome, KeptQuotes) else 1


def may_be_of_any_date(kept: KeptAnswer) -> bool:
    """Whether a period limited the search."""
    searched = kept.outcome.searched
    return not kept.any_date and bool(searched.first or searched.last)


def usable_link(url: str | None) -> str | None:
    """The address where Telegram takes it behind a button; else None."""
    if not url or len(url.encode()) > LONGEST_LINK or any(map(str.isspace, url)):
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    named = "." in host.strip(".") and ":" not in host
    return url if parts.scheme in ("http", "https") and named else None


def _turning(kept: KeptAnswer, view: View, pages: int) -> tuple[Button, ...]:
    """Next to last, so that it keeps its place on the screen while pages of any height go by."""
    on = Press(Act.SHOW, kept.key, View(view.page + 1))
    if view.page == 1:
        more = say("button-more", count=pages - 1)
        return (Button(more, on.data()),) if pages > 1 else ()
    row = [_button("button-previous", Press(Act.SHOW, kept.key, View(view.page - 1)))]
    if view.page < pages:
        row.append(_button("button-next", on))
    return tuple(row)


def _looking(
    kept: KeptAnswer, outcome: KeptQuotes, view: View, url: str | None, stands: bool
) -> tuple[Button, ...]:
    row = []
    if view.page == 1 and stands:
        name = "button-hide" if view.full else "button-full"
        row.append(_button(name, Press(Act.SHOW, kept.key, View(1, not view.full))))
    if link := usable_link(url):
        row.append(Button(_opens(outcome, view, link), url=link))
    return tuple(row)


def _opens(outcome: KeptQuotes, view: View, url: str) -> str:
    """Which article is opened, where the answer names several."""
    numbers = {one.source.headline.url: one.number for one in outcome.quotes}
    if view.page > 1 or len(numbers) == 1 or url not in numbers:
        return say("button-open")
    return say("button-open-number", number=numbers[url])


def _button(name: str, press: Press) -> Button:
    return Button(say(name), press.data())
