"""A reply laid out for Telegram: paragraphs of formatted runs."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from bot import texts
from bot.answer_texts import lines, opening
from bot.conversation import Reply, Said
from bot.excerpts import Excerpt
from bot.one_line import stretches
from bot.refusal_texts import nearest_title, refusal_lines
from bot.rich_text import Block, Run
from bot.saying import say
from bot.understood_texts import understood
from index.articles import Article
from index.sentences import Span
from retrieval.outcomes import Answer, Citation, Headline, Refusal

_NUMBER = re.compile(r"(\[\d+\])")


def reply_blocks(reply: Reply, old_after_days: int) -> list[Block]:
    """The blocks of any reply."""
    match reply:
        case Said():
            return said_blocks(reply)
        case Answer():
            return answer_blocks(reply, old_after_days)
        case Refusal():
            return list(_refusal(reply))


def said_blocks(said: Said) -> list[Block]:
    """The blocks of the bot's own words, a paragraph each."""
    return [Block((Run(paragraph),)) for paragraph in said.text.split("\n\n")]


def answer_blocks(
    answer: Answer, old_after_days: int, excerpts: Mapping[str, Excerpt] | None = None
) -> list[Block]:
    """The blocks of an answer; ``excerpts``, by the id of the article, are shown around its quotes.

    Without them it is kept short, and what a language model wrote stands above the quotes alone.
    """
    return list(_answer(answer, old_after_days, excerpts))


def _answer(
    answer: Answer, old_after_days: int, excerpts: Mapping[str, Excerpt] | None
) -> Iterator[Block]:
    if answer.written:
        yield Block(tuple(_written_runs(answer)))
        yield Block((Run(say("written"), italic=True),))
    else:
        yield Block(tuple(run for run in answer_runs(answer) if run.text))
    for citations in by_article(answer.citations):
        yield Block(tuple(_source_runs(citations[0])))
        if excerpts is not None:
            yield from _passages(citations, excerpts[citations[0].article.id])
        elif answer.written:
            yield Block((Run("\n".join(one.quote for one in citations)),), quoted=True)
    if note := understood(answer):
        yield Block((Run(note, italic=True),))
    if note := texts.corpus_end(answer, old_after_days):
        yield Block((Run(note, italic=True),))


def answer_runs(answer: Answer) -> Iterator[Run]:
    """What is read first: the quotes with their numbers, the words that answer bold."""
    above = opening(answer)
    if above:
        yield Run("\n".join(above))
    for place, line in enumerate(lines(answer)):
        yield Run("\n" if above or place else "")
        yield Run(line.label, italic=True)
        yield Run(line.joint)
        for citation in line.citations:
            yield Run(" " if citation is not line.citations[0] else "")
            for stretch in stretches(citation):
                yield Run(stretch.text, bold=stretch.answers)
            yield Run(" ")
            yield Run(f"[{citation.number}]", link=citation.article.url)


def _written_runs(answer: Answer) -> Iterator[Run]:
    """What a language model wrote, each number linked."""
    links = {f"[{one.number}]": one.article.url for one in answer.citations}
    for piece in filter(None, _NUMBER.split(answer.text)):
        yield Run(piece, link=links.get(piece))


def _source_runs(citation: Citation) -> Iterator[Run]:
    yield Run(f"[{citation.number}] ")
    yield from article_runs(citation.article, citation.also_in)


def article_runs(article: Article, also_in: Sequence[Headline]) -> Iterator[Run]:
    """An article named: its headline, where and when it was printed, and who printed it as well."""
    yield Run(article.title, bold=True, link=article.url)
    yield Run(f"\n{texts.source_line(article.outlet, article.byline, article.published)}")
    if copies := texts.also_in(article, also_in):
        yield Run(f"\n{copies}")


def _grouped(
    citations: Iterable[Citation], key: Callable[[Citation], Hashable]
) -> list[list[Citation]]:
    """Those of one key together, in the order of their first mention."""
    groups: dict[Hashable, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(key(citation), []).append(citation)
    return list(groups.values())


def _passages(citations: Sequence[Citation], excerpt: Excerpt) -> Iterator[Block]:
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


def excerpt_block(article: Article, excerpt: Excerpt, bold: Sequence[Span] = ()) -> Block:
    """An excerpt as a quotation that opens at a tap; where it is cut, it says where the rest is."""
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
    return Block(tuple(runs), quoted=True)


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


def _refusal(refusal: Refusal) -> Iterator[Block]:
    yield Block((Run("\n".join(refusal_lines(refusal))),))
    if refusal.nearest:
        runs = [Run(nearest_title(refusal))]
        for headline in refusal.nearest:
            runs += _headline_runs(headline)
        yield Block(tuple(runs))


def _headline_runs(headline: Headline) -> list[Run]:
    line = texts.source_line(headline.outlet, None, headline.published)
    return [Run("\n• "), Run(headline.title, link=headline.url), Run(f" ({line})")]
