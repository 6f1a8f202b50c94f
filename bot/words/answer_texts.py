"""What the bot itself writes around the sentences of an answer, by the answer's form."""

from dataclasses import dataclass
from itertools import groupby

from bot.words.day_texts import day
from bot.words.saying import say
from bot.words.texts import outlet_name
from retrieval.outcomes import Answer, Citation, Form


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: quotes, behind a ``label`` ("12 May 2031") and a ``joint`` (" — ")."""

    label: str
    joint: str
    citations: tuple[Citation, ...]


def opening(answer: Answer) -> tuple[str, ...]:
    """The lines that stand before the quotes, if any."""
    closest = (say("closest"),) if answer.closest else ()
    return (*closest, say("differing")) if answer.form is Form.DIFFERING else closest


def lines(answer: Answer) -> tuple[Line, ...]:
    """The quotes in the order to read them: an article a line, or one a line in any other form.

    A day is that of the article, whatever day it tells of.
    """
    if answer.form is Form.SENTENCES:
        of_articles = groupby(answer.citations, key=lambda one: one.number)
        return tuple(Line("", "", tuple(quotes)) for _, quotes in of_articles)
    return tuple(Line(*_lead(one, answer.form), (one,)) for one in answer.citations)


def goes_on(citation: Citation, following: Citation | None) -> bool:
    """Whether nothing stands between two quotes in their article: one number does for both."""
    if following is None or following.article.id != citation.article.id:
        return False
    between = citation.article.body[citation.end : following.start]
    return citation.end <= following.start and not between.strip()


def _lead(citation: Citation, form: Form) -> tuple[str, str]:
    article = citation.article
    match form:
        case Form.TIMELINE:
            return day(article.published), " — "
        case Form.DIFFERING:
            return f"{outlet_name(article.outlet)}, {day(article.published)}", ": "
        case _:
            return "", "• "
