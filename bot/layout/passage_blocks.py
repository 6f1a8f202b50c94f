"""Passages of articles laid out as quotations: which sentences stand in one, what is bold in it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from bot.layout.excerpts import Excerpt
from bot.layout.rich_text import Block, Run
from bot.words.saying import say
from index.articles import Article
from index.sentences import Span
from retrieval.outcomes import Citation


def _grouped(
    citations: Iterable[Citation], key: Callable[[Citation], Hashable]
) -> list[list[Citation]]:
    """Those of one key together, in the order of their first mention."""
    groups: dict[Hashable, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(key(citation), []).append(citation)
    return list(groups.values())


def passage_blocks(
    citations: Sequence[Citation], excerpt: Excerpt, *, folded: bool
) -> Iterator[Block]:
    """The passages of one article, each a quotation, with the cited sentences bold."""
    groups = by_passage(citations)
    for group in groups:
        start, end = around(group)
        parts = [
            (max(first, start), min(last, end))
            for first, last in excerpt.parts
            if first < end and last > start
        ]
        yield excerpt_block(
            group[0].article,
            Excerpt(tuple(parts), excerpt.cut and group is groups[-1]),
            [(one.start, one.end) for one in group],
            folded=folded,
        )


def around(citations: Sequence[Citation]) -> Span:
    """From where to where the passage of these citations is shown; a quote may stand beside it."""
    passage = citations[0].passage
    starts = (one.start for one in citations)
    ends = (one.end for one in citations)
    return min(passage.start, *starts), max(passage.end, *ends)


def by_passage(citations: Sequence[Citation]) -> list[list[Citation]]:
    """The citations of one article, those of one passage together."""
    return _grouped(citations, lambda one: one.passage.start)


def by_article(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Citations, those of one article together."""
    return _grouped(citations, lambda one: one.article.id)


def excerpt_block(
    article: Article, excerpt: Excerpt, bold: Sequence[Span] = (), *, folded: bool = True
) -> Block:
    """An excerpt as a quotation; where it is cut, it says where the rest is.

    One that is ``folded`` shows its first lines and opens at a tap.
    """
    runs: list[Run] = []
    before = 0
    for start, end in excerpt.parts:
        if runs:
            between = article.body[before:start]
            runs.append(Run(between if between.isspace() else " … "))
        runs += _marked(article.body, start, end, bold)
        before = end
    if excerpt.cut:
        runs.append(Run(rest_of(article, goes_on=bool(runs)), italic=True))
    return Block(tuple(runs), quoted=True, folded=folded)


def rest_of(article: Article, *, goes_on: bool) -> str:
    """Where to read what is not shown of an article."""
    rest = say("rest-linked") if article.url else say("rest-not-linked")
    return f" {rest}" if goes_on else rest


def _marked(body: str, start: int, end: int, bold: Sequence[Span]) -> Iterator[Run]:
    position = start
    for first, last in sorted(bold):
        first, last = max(first, position), min(last, end)
        if first >= last:
            continue
        if first > position:
            yield Run(body[position:first])
        yield Run(body[first:last], bold=True)
        position = last
    if position < end:
        yield Run(body[position:end])
