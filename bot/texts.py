"""What the bot says of itself, and of articles; refusals are in :mod:`bot.refusal_texts`."""

from collections.abc import Sequence

from bot.day_texts import day
from index.articles import Article, Published
from index.stored import CorpusSummary
from retrieval.outcomes import Answer, Headline

NAME = "Dateline"
SHORT_DESCRIPTION = "Answers from the news, every sentence quoted and cited."
DESCRIPTION = (
    "Ask about the news in your own words. I answer with sentences that really stand in the "
    "articles, each with headline, outlet, date and link. Where the articles do not say, I say so."
)
COMMANDS = (
    ("ask", "Ask a question about the news"),
    ("sources", "What I have read"),
    ("privacy", "What I keep about you"),
    ("help", "How to ask"),
    ("start", "Begin"),
)
_HELP = (
    "Ask in your own words, in your own language: “Who signed the treaty?”, “How much did it "
    "cost?”\n\n"
    "{how}; tap a number to read the "
    "article. When the articles do not say, I tell you so; when I am not sure that they do, I show "
    "the closest I found.\n\n"
    "You can ask on: “And in May?”, “Why?”. Say when and where to look: “last week”, “in June "
    "2022”, “according to Reuters”. Or precisely: outlet:Reuters author:Roe after:2022-05-01 "
    "before:2022-06-01 “these very words” -without\n\n"
    "/ask and a question – the same as just asking\n"
    "/sources – what I have read\n"
    "/privacy – what I keep about you"
)
HELP = _HELP.format(how="I quote whole sentences from the articles and never make one up")
HELP_WITH_WRITER = _HELP.format(
    how="A language model phrases the answer from sentences of the articles, which stand below it"
)
_PRIVACY = "{where}{kept} Telegram carries our messages under its own rules."
_SEARCHED_HERE = (
    "Your question is searched for on the machine this bot runs on and goes to nobody else. "
)
_SENT_TO_WRITER = (
    "Your question is searched for on the machine this bot runs on. Where I have an answer, your "
    "question and the quotes go to a language model that whoever runs this bot has chosen. "
)
_WRITTEN_NOWHERE = (
    "So that you can ask on, I remember the last three questions of a chat for an hour, and write "
    "them down nowhere."
)
_KEPT = (
    "So that none is lost, every message to me is kept on the bot's machine with its sender, "
    "and deleted after {days}. So that you can ask on, the last three questions of a chat are "
    "remembered for an hour. I keep the number of our chat, so that whoever runs me can reach all "
    "readers."
)
PRIVACY = _PRIVACY.format(where=_SEARCHED_HERE, kept=_WRITTEN_NOWHERE)
PRIVACY_WITH_WRITER = _PRIVACY.format(where=_SENT_TO_WRITER, kept=_WRITTEN_NOWHERE)
WRITTEN = (
    "A language model phrased this from the quotes below; each sentence was checked against them."
)
ASK_WHAT = "Put your question after the command: /ask Who signed the treaty?"
UNKNOWN_COMMAND = "I don't know that command. Just ask your question, or see /help."
TEXT_ONLY = "I can only read text. Please write your question out."
APOLOGY = "Sorry, something went wrong on my side. Please ask again in a moment."
UNNAMED_OUTLET = "outlet unknown"
_MOST_OUTLETS = 5
EMPTY_CORPUS = "I have no articles to answer from yet."


def privacy(kept_days: int | None, *, writes: bool = False) -> str:
    """What is kept of a reader, for how long; None: nothing, as in a terminal.

    ``writes``: a language model elsewhere phrases the answers.
    """
    if kept_days is None:
        return PRIVACY_WITH_WRITER if writes else PRIVACY
    return _PRIVACY.format(
        where=_SENT_TO_WRITER if writes else _SEARCHED_HERE,
        kept=_KEPT.format(days=_counted(kept_days, "day")),
    )


def start(summary: CorpusSummary) -> str:
    """The greeting, with the size and reach of the corpus."""
    greeting = (
        "Ask me about the news: I answer with quotes from the articles, each with its source."
    )
    return f"{greeting}\n{reach(summary)}"


def reach(summary: CorpusSummary) -> str:
    """How many articles there are and from when to when."""
    if summary.articles == 0:
        return EMPTY_CORPUS
    if summary.oldest is None or summary.newest is None:
        return f"I have read {articles(summary.articles)}, all undated."
    if summary.oldest == summary.newest:
        return f"I have read {articles(summary.articles)}, of {day(summary.newest)}."
    return (
        f"I have read {articles(summary.articles)}, from {day(summary.oldest)} "
        f"to {day(summary.newest)}."
    )


def corpus_end(outcome: Answer, old_after_days: int) -> str | None:
    """A note on how far the corpus reaches, when its newest article is old."""
    newest = outcome.searched.newest
    if newest is None or (outcome.query.asked_on - newest).days <= old_after_days:
        return None
    return f"The corpus ends {day(newest)}."


def articles(count: int) -> str:
    """A number of articles in words."""
    return _counted(count, "article")


def passages(count: int) -> str:
    """A number of passages in words."""
    return _counted(count, "passage")


def source_line(outlet: str | None, byline: str | None, published: Published) -> str:
    """Outlet, byline and date of an article, in one line."""
    parts = [outlet or UNNAMED_OUTLET, byline, day(published)]
    return " · ".join(part for part in parts if part)


def also_in(article: Article, copies: Sequence[Headline]) -> str | None:
    """The other outlets that printed an article; None where there is none."""
    outlets = list(dict.fromkeys(copy.outlet for copy in copies if copy.outlet))
    others = [outlet for outlet in outlets if outlet != article.outlet]
    if not others:
        return None
    more = f" and {len(others) - _MOST_OUTLETS} more" if len(others) > _MOST_OUTLETS else ""
    return f"also in: {', '.join(others[:_MOST_OUTLETS])}{more}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
