"""What the bot says of itself, and of articles; refusals are in :mod:`bot.words.refusal_texts`."""

from collections.abc import Sequence
from unicodedata import bidirectional

from bot.words.day_texts import day
from bot.words.saying import say
from index.articles import Article, Published
from index.stored import CorpusSummary
from retrieval.outcomes import Answer, Headline

COMMANDS = ("ask", "new", "sources", "privacy", "help", "start")
GROUP_COMMANDS = ("ask", "new", "sources", "privacy", "help")
ADMIN_COMMANDS = ("answering",)
"""What a group's admins are offered besides."""
_MOST_OUTLETS = 5
_LEFT_TO_RIGHT = "\u200e"


def commands(names: Sequence[str] = COMMANDS) -> list[tuple[str, str]]:
    """The commands with what each does, as Telegram lists them."""
    return [(name, say(f"command-{name}")) for name in names]


def help_text(*, writes: bool = False) -> str:
    """How to ask. ``writes``: a language model elsewhere phrases the answers."""
    return say("help", how=_how(writes))


def privacy(kept_days: int | None, *, writes: bool = False) -> str:
    """What is kept of a reader, for how long; None: nothing, as in a terminal.

    ``writes``: a language model elsewhere phrases the answers.
    """
    return say("privacy", how=_how(writes), days=kept_days or 0)


def start(summary: CorpusSummary, *, examples: bool = False) -> str:
    """The greeting, with the size and reach of the corpus; ``examples``: buttons stand below it."""
    parts = [say("greeting"), reach(summary), *([say("examples-below")] if examples else [])]
    return "\n\n".join(parts)


def reach(summary: CorpusSummary) -> str:
    """How many articles there are and from when to when."""
    if summary.articles == 0:
        return say("empty-corpus")
    if summary.oldest is None or summary.newest is None:
        return say("reach-undated", count=summary.articles)
    newest = day(summary.newest)
    if summary.oldest == summary.newest:
        return say("reach-day", count=summary.articles, newest=newest)
    return say("reach", count=summary.articles, oldest=day(summary.oldest), newest=newest)


def corpus_end(outcome: Answer, old_after_days: int) -> str | None:
    """A note on how far the corpus reaches, when its newest article is old."""
    newest = outcome.searched.newest
    if newest is None or (outcome.query.asked_on - newest).days <= old_after_days:
        return None
    return say("corpus-ends", day=day(newest))


def articles(count: int) -> str:
    """A number of articles in words."""
    return say("articles", count=count)


def outlet_name(outlet: str | None) -> str:
    """An outlet, also one that is not known."""
    return outlet or say("outlet-unknown")


def source_line(outlet: str | None, byline: str | None, published: Published) -> str:
    """Outlet, byline and date of an article, in one line.

    Behind names that are written from right to left a mark keeps the date in its order.
    """
    names = " · ".join(part for part in (outlet_name(outlet), byline) if part)
    from_the_right = any(bidirectional(letter) in ("R", "AL") for letter in names)
    return f"{names} · {_LEFT_TO_RIGHT * from_the_right}{day(published)}"


def also_in(article: Article, copies: Sequence[Headline]) -> str | None:
    """The other outlets that printed an article; None where there is none."""
    outlets = list(dict.fromkeys(copy.outlet for copy in copies if copy.outlet))
    others = [outlet for outlet in outlets if outlet != article.outlet]
    if not others:
        return None
    named, more = ", ".join(others[:_MOST_OUTLETS]), len(others) - _MOST_OUTLETS
    if more > 0:
        return say("also-in-more", outlets=named, more=more)
    return say("also-in", outlets=named)


def _how(writes: bool) -> str:
    return "writes" if writes else "quotes"
