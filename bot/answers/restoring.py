"""A kept answer, put together again from the articles as they stand now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.state.kept_outcomes import KeptQuote, KeptQuotes, KeptSource, body_hash
from index.articles import Article, Passage
from index.stored import Copy
from retrieval.composing.citing import answer_text
from retrieval.outcomes import Answer, Citation, Form, Headline

Copies = Callable[[str], Iterable[Copy]]
"""The other articles of an article's story."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An article that was quoted and cannot be any more; ``now`` is what became of it, if any."""

    source: KeptSource
    now: Article | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What of an answer still stands, None where nothing does, and what does not."""

    answer: Answer | None
    gone: tuple[Gone, ...]


def restored(kept: KeptQuotes, articles: Mapping[str, Article], copies: Copies) -> Restored:
    """The answer with those of its quotes whose articles have not changed since.

    Where a quote is missing, what a language model wrote from all of them is not repeated.
    """
    sources = {one.source.article: one.source for one in kept.quotes}
    gone = {
        name: Gone(source, articles.get(name))
        for name, source in sources.items()
        if unchanged(source, articles) is None
    }
    also_in = {name: headlines(copies(name)) for name in sources if name not in gone}
    citations = tuple(
        _citation(one, articles[one.source.article], also_in[one.source.article])
        for one in kept.quotes
        if one.source.article not in gone
    )
    if not citations:
        return Restored(None, tuple(gone.values()))
    form = kept.form
    if gone and form is Form.DIFFERING and len(citations) == 1:
        form = Form.SENTENCES
    answer = Answer(
        kept.query,
        kept.confidence,
        answer_text(citations, form) if gone else kept.text,
        citations,
        kept.searched,
        kept.took_ms,
        form,
        kept.closest,
        kept.written and not gone,
    )
    return Restored(answer, tuple(gone.values()))


def unchanged(source: KeptSource, articles: Mapping[str, Article]) -> Article | None:
    """The article where its body is still what it was; else None."""
    article = articles.get(source.article)
    return article if article and body_hash(article.body) == source.body_hash else None


def headlines(copies: Iterable[Copy]) -> tuple[Headline, ...]:
    """The copies as they are named."""
    return tuple(Headline(one.title, one.outlet, one.published, one.url) for one in copies)


def _citation(kept: KeptQuote, article: Article, also_in: tuple[Headline, ...]) -> Citation:
    start, end = kept.passage
    return Citation(
        kept.number,
        kept.quote,
        kept.start,
        kept.end,
        Passage(article.id, start, end, article.body[start:end]),
        article,
        also_in,
        kept.answering,
        kept.brackets,
    )
