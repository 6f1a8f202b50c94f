"""What counts as found and as answered."""

from retrieval.evaluation.matching import contains
from retrieval.evaluation.questions import Question
from retrieval.outcomes import Answer, Hit, Outcome

MOST_QUOTES = 3
"""An answer that quotes more sentences than this counts as none: it leaves the finding to us."""


def is_gold(question: Question, hit: Hit) -> bool:
    """Whether a hit belongs to an article that holds the answer."""
    return hit.article.id in question.gold


def is_relevant(question: Question, hit: Hit) -> bool:
    """Whether a hit is of such an article and contains the answer, where the answer is known."""
    if not is_gold(question, hit):
        return False
    return question.answer is None or contains(hit.passage.text, question.answer)


def is_answered(outcome: Outcome) -> bool:
    """Whether an answer was given, right or wrong."""
    return isinstance(outcome, Answer)


def is_right(question: Question, outcome: Outcome) -> bool:
    """Whether an answer was given that quotes at most three sentences, one containing it."""
    if question.answer is None or not isinstance(outcome, Answer):
        return False
    quotes = [citation.quote for citation in outcome.citations]
    answer = question.answer
    return len(quotes) <= MOST_QUOTES and any(contains(quote, answer) for quote in quotes)
