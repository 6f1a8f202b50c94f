"""What the bot says where it does not answer: why, what it searched, and what it has instead."""

from collections.abc import Sequence

from bot.words.day_texts import day
from bot.words.saying import say
from bot.words.understood_texts import (
    all_of,
    any_of,
    days,
    days_preferred,
    days_searched,
    phrases_said,
    quoted,
    without_said,
)
from retrieval.guarding import LONGEST_QUESTION
from retrieval.outcomes import Reason, Refusal, Searched

_NOT_SEARCHED = {
    Reason.EMPTY_CORPUS: "empty-corpus",
    Reason.NOT_A_QUESTION: "not-a-question",
    Reason.TOO_LONG: "too-long",
}
_ENGLISH_ONLY_IN = ("ru", "uk", "de", "fr", "es", "pt", "zh", "ar")


def refusal_lines(outcome: Refusal) -> tuple[str, ...]:
    """Why there is no answer and, where articles were looked at, what was searched."""
    match outcome.reason:
        case Reason.WEAK_EVIDENCE:
            return say("do-not-say", scope=_scope(outcome)), _search_told(outcome)
        case Reason.NOTHING_IN_PERIOD | Reason.NOTHING_WITHIN_LIMITS:
            return say("no-article", scope=_scope_in_vain(outcome)), _reach_told(outcome)
        case Reason.UNREAD_OPERATOR:
            return (unread_operator(outcome.query.unread),)
        case Reason.UNKNOWN_LANGUAGE:
            return tuple(unknown_language(outcome.query.unknown_language or "").split("\n"))
        case reason:
            return (say(_NOT_SEARCHED[reason], most=LONGEST_QUESTION),)


def nearest_title(outcome: Refusal) -> str:
    """What stands above the nearest headlines."""
    name = "nearest-other-days" if outcome.reason is Reason.NOTHING_IN_PERIOD else "nearest"
    return say(name, count=len(outcome.nearest))


def unread_operator(unread: Sequence[str]) -> str:
    """What is wrong with operators that could not be followed."""
    return say("unread-operator", operators=all_of(quoted(unread)))


def unknown_language(code: str) -> str:
    """That only English is understood, in the language of ``code`` where known, then in English."""
    own = [say(f"english-only-{code}")] if code in _ENGLISH_ONLY_IN else []
    return "\n".join([*own, say("english-only")])


def _scope(outcome: Refusal) -> str:
    """Whose articles, and of which days, the search was limited to."""
    sources, limited_to = outcome.query.sources, days_searched(outcome)
    from_them = say("scope-sources", sources=all_of(sources)) if sources else ""
    return from_them + (say("scope-days", days=limited_to) if limited_to else "")


def _scope_in_vain(outcome: Refusal) -> str:
    """The same where it left nothing, with whatever else may be why."""
    scope, without = _scope(outcome), outcome.query.limits.without
    if outcome.reason is Reason.NOTHING_IN_PERIOD and not days_searched(outcome):
        return scope + say("scope-on-or-before", day=day(outcome.query.asked_on))
    if without and outcome.searched.articles:  # articles are counted before words leave them out
        return scope + say("scope-without", words=any_of(quoted(without)))
    return scope


def _search_told(outcome: Refusal) -> str:
    """How much was searched, and what of the question's time and words came of it."""
    searched, query = outcome.searched, outcome.query
    words = say("searched-words", question=query.searched) if query.goes_on else ""
    newest = _newest_told(searched)
    parts = [say("searched", count=searched.articles, words=words, newest=newest)]
    if span := days_preferred(outcome):
        parts.append(
            say("none-near" if searched.outside_period else "those-counted-more", days=span)
        )
    notes = (phrases_said(outcome), without_said(outcome))
    return " ".join([*parts, *filter(None, notes)])


def _newest_told(searched: Searched) -> str:
    if searched.newest is None:
        return say("searched-undated")
    return say("searched-newest", day=day(searched.newest))


def _reach_told(outcome: Refusal) -> str:
    """What was searched for in vain, and from when to when there are articles."""
    searched, query = outcome.searched, outcome.query
    reach = days(searched.oldest, searched.newest) if searched.newest else say("undated")
    words = [say("searched-in-vain", question=query.searched)] if query.goes_on else []
    return " ".join([*words, say("what-i-have", days=reach)])
