"""What the bot itself writes around the sentences of an answer, by the answer's form."""

from dataclasses import dataclass

from bot.day_texts import day
from bot.saying import say
from bot.texts import outlet_name
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
    """The quotes in the order to read them: all on one line, or one a line where they are a list.

    A day is that of the article, whatever day it tells of.
    """
    if answer.form is Form.SENTENCES:
        return (Line("", "", answer.citations),)
    return tuple(Line(*_lead(one, answer.form), (one,)) for one in answer.citations)


def _lead(citation: Citation, form: Form) -> tuple[str, str]:
    article = citation.article
    match form:
        case Form.TIMELINE:
            return day(article.published), " — "
        case Form.DIFFERING:
            return f"{outlet_name(article.outlet)}, {day(article.published)}", ": "
        case _:
            return "", "• "
