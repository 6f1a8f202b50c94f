"""An outcome as the JSON object that `ask --json` promises. Fields may be added, never changed."""

from typing import Any

from bot.conversation import Reply, Said
from index.articles import Published
from retrieval.outcomes import Answer, Citation, Headline, Outcome
from retrieval.query import Period


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """A reply of `chat --json`: an outcome, or the bot's own words under "said"."""
    return {"said": reply.text} if isinstance(reply, Said) else outcome_as_json(reply)


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """The object of `ask --json`."""
    answered = isinstance(outcome, Answer)
    searched, query = outcome.searched, outcome.query
    return {
        "outcome": "answer" if answered else "refusal",
        "reason": None if isinstance(outcome, Answer) else outcome.reason.value,
        "confidence": round(outcome.confidence, 4),
        "form": outcome.form.value if isinstance(outcome, Answer) else None,
        "closest": isinstance(outcome, Answer) and outcome.closest,
        "text": outcome.text if isinstance(outcome, Answer) else "",
        "written": isinstance(outcome, Answer) and outcome.written,
        "citations": [_citation(one) for one in outcome.citations]
        if isinstance(outcome, Answer)
        else [],
        "nearest": [] if isinstance(outcome, Answer) else [_headline(h) for h in outcome.nearest],
        "searched": {
            "from": _iso(searched.first),
            "to": _iso(searched.last),
            "articles": searched.articles,
            "newest": _iso(searched.newest),
            "oldest": _iso(searched.oldest),
            "outside_period": searched.outside_period,
            "phrases_dropped": searched.phrases_dropped,
        },
        "query": {
            "asked": query.as_asked,
            "searched": query.searched,
            "period": _period(query.times.period),
            "latest": query.times.latest,
            "goes_on": query.goes_on,
            "sources": list(query.sources),
            "phrases": list(query.limits.phrases),
            "without": list(query.limits.without),
            "unread": list(query.unread),
        },
        "took_ms": round(outcome.took_ms, 1),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    article = citation.article
    return {
        "number": citation.number,
        "quote": citation.quote,
        "readable": citation.readable,
        "passage": citation.passage.text,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": _iso(article.published),
        "url": article.url,
        "article_id": article.id,
        "start": citation.start,
        "end": citation.end,
        "answering": [[start, end] for start, end in citation.answering],
        "also_in": [_headline(copy) for copy in citation.also_in],
    }


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        "title": headline.title,
        "outlet": headline.outlet,
        "published": _iso(headline.published),
        "url": headline.url,
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "from": _iso(period.first),
        "to": _iso(period.last),
        "kind": period.kind.value,
        "words": period.words,
    }


def _iso(value: Published) -> str | None:
    return value.isoformat() if value else None
