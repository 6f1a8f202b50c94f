"""From a reader's words to a query: what is searched, within which period and sources."""

import html
import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from index.limits import NO_LIMITS, Limits
from index.search_index import SearchIndex
from retrieval.encoder_languages import unknown_language
from retrieval.follow_ups.rewriting import Kind, Rewriting, rewrite
from retrieval.operators import Operators, read_operators
from retrieval.query import Period, PeriodKind, Query, Times, Turn
from retrieval.sources import KnownSources, NamedSources, read_sources
from retrieval.times import read_times

_TAG = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|div|em|font|i|li|mark|p|q|s|span|strong|u)"
    r"(?:\s+[\w-]+=[^<>]*|\s*/?)>",
    re.IGNORECASE,
)
# Direction marks, signs of no width and soft hyphens, which come along when a text is copied.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

_SAYS_MORE = re.compile(r"[^\W_]+[^\w]+[^\W_]+|[^\W_]{5,}|[\u3040-\u9fff]{2,}")


class QuestionReader:
    """Reads questions with the outlets and authors of ``index`` in mind. May be shared by threads.

    ``week_starts`` is the first day of the week, 0 for Monday to 6 for Sunday; ``languages`` are
    those the encoder knows (ISO 639-1), None for all.
    """

    def __init__(
        self,
        index: SearchIndex,
        week_starts: int = 0,
        languages: frozenset[str] | None = None,
    ) -> None:
        self._index = index
        self._languages = languages
        self._week_starts = week_starts
        self._lock = threading.Lock()
        self._known: tuple[int, KnownSources] | None = None

    def read(
        self, text: str, asked: datetime, turns: Sequence[Turn] = (), *, any_date: bool = False
    ) -> Query:
        """The query for ``text``; ``turns`` are what the same chat said before, oldest first.

        With ``any_date`` it is searched without its period, its own or that of an earlier turn.
        """
        query = self._read(text, asked, turns)
        return _of_any_date(query) if any_date else query

    def _read(self, text: str, asked: datetime, turns: Sequence[Turn]) -> Query:
        operators = read_operators(plain(text))
        known = self._known_sources()
        named = read_sources(operators.text, known)
        times = read_times(named.text, asked, self._week_starts)
        limits, unknown = self._limits(operators, named, known)
        own = Query(
            as_asked=text,
            searched=named.text,
            asked=asked,
            times=_with_operators(times, operators),
            limits=limits,
            sources=(*sorted(limits.outlets or ()), *operators.authors, *named.authors),
            unread=(*operators.unread, *unknown),
            unknown_language=unknown_language(named.text, self._languages),
        )
        if (
            turns
            and not _SAYS_MORE.search(named.text)
            and (limits != NO_LIMITS or own.times.period)
        ):
            # "And in The Guardian?": the question before, asked anew within other limits.
            rewriting = Rewriting(turns[-1].searched, turns[-1].period, Kind.FOLLOW_UP)
        else:
            rewriting = rewrite(named.text, turns, names_time=times.period is not None)
        return _after(own, rewriting, turns)

    def _limits(
        self, operators: Operators, named: NamedSources, known: KnownSources
    ) -> tuple[Limits, list[str]]:
        """The limits by source and words, and the operators whose source is not in the corpus."""
        unknown: list[str] = []
        outlets, bylines = set(named.outlets), set(named.bylines)
        for name in operators.outlets:
            found = known.outlets_called(name)
            outlets |= found
            unknown += [] if found else [f"outlet:{name}"]
        for name in operators.authors:
            found = known.bylines_of(name)
            bylines |= found
            unknown += [] if found else [f"author:{name}"]
        limits = replace(
            NO_LIMITS,
            outlets=frozenset(outlets) or None,
            articles=self._index.articles_by(bylines) if bylines else None,
            phrases=operators.phrases,
            without=operators.without,
        )
        return limits, unknown

    def _known_sources(self) -> KnownSources:
        revision = self._index.revision
        with self._lock:
            if self._known is None or self._known[0] != revision:
                outlets = (outlet for outlet, _ in self._index.outlets() if outlet)
                self._known = revision, KnownSources.of(outlets, self._index.bylines())
            return self._known[1]


def _after(own: Query, rewriting: Rewriting, turns: Sequence[Turn]) -> Query:
    """The query as the turns before it have it meant."""
    if rewriting.kind is Kind.SMALL_TALK:
        return replace(own, is_question=False)
    if rewriting.kind is Kind.NEW:
        return own
    times, last = own.times, turns[-1]
    if rewriting.period is not None and times.period is None and not rewriting.may_stand_alone:
        times = replace(times, period=rewriting.period)
    if own.limits == NO_LIMITS and not rewriting.may_stand_alone:
        own = replace(own, limits=last.limits, sources=last.sources)
    # Another time is likely told of by another article.
    at_hand = frozenset(last.articles if own.times.period is None else ())
    return replace(
        own,
        searched=rewriting.searched,
        times=times,
        goes_on=True,
        alone=own if rewriting.may_stand_alone else None,
        at_hand=at_hand,
    )


def _of_any_date(query: Query) -> Query:
    alone = _of_any_date(query.alone) if query.alone else None
    times = replace(query.times, period=None)
    return replace(query, times=times, alone=alone, any_date=True)


def plain(text: str) -> str:
    """A question without what came along when it was copied: markup, signs that nobody sees."""
    text = whole(text)
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", text))
    return " ".join(_UNSEEN.sub("", text).split())


def whole(text: str) -> str:
    """A text without halves of characters, which nothing can encode."""
    return text.encode("utf-8", "replace").decode()


def _with_operators(times: Times, operators: Operators) -> Times:
    """after: and before: take the place of a period in words."""
    if operators.after is None and operators.before is None:
        return times
    first, last = operators.after, operators.before
    words = " ".join(
        [
            *([f"after:{operators.after}"] if operators.after else []),
            *([f"before:{operators.before}"] if operators.before else []),
        ]
    )
    return replace(times, period=Period(first, last, PeriodKind.REPORTED, words))
