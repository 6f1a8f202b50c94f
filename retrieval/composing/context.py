"""Gives the sentences of an answer what they need to be understood and rightly attributed alone.

A sentence that opens with "She" brings along the one that names her, or has her name in brackets
where nobody else can be meant; what somebody says is shown with who says it.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.sentences import Span
from retrieval.composing.needs import Needs, brackets_of, needs_of
from retrieval.composing.quote import Quote
from retrieval.evidence import Evidence
from retrieval.outcomes import Bracket


def with_context(quotes: Sequence[Quote], most: int) -> list[Quote]:
    """The sentences to show, at most ``most``: those of ``quotes``, best first, and their context.

    What a quote needs stands beside it, in the order of the article, marked as brought unless it
    was chosen itself. Weaker quotes give way to the context of better ones, and one whose own
    context finds no room is left out.
    """
    chosen: dict[tuple[str, int], Quote] = {}
    for quote in quotes:
        chosen.setdefault(_key(quote.evidence), quote)
    groups: list[list[Quote]] = []
    for quote in chosen.values():
        room = most - sum(map(len, groups))
        if room <= 0 and not _shown(groups, quote):
            continue
        needs = Needs() if quote.brought else needs_of(quote.evidence)
        new = [
            chosen.get(_key(one.evidence), one)
            for span, brackets in needs.sentences
            if not _shown(groups, one := _brought(quote, span, brackets))
        ]
        own = 0 if _shown(groups, quote) else 1
        brackets = _merged(quote.brackets, needs.brackets)
        if len(new) + own > room > own:
            new = new[: room - own]
        elif len(new) + own > room:
            new = []
            if needs.sentences and not needs.instead and groups and own:
                continue
            if not _all_shown(groups, quote, needs):
                brackets = _merged(brackets, needs.instead)
        _place(groups, replace(quote, brackets=brackets), new, needs)
    return [quote for group in groups for quote in group]


def _merged(first: tuple[Bracket, ...], second: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
    return brackets_of({one.at: one.name for one in (*second, *first)})


def _key(evidence: Evidence) -> tuple[str, int]:
    return evidence.hit.article.id, evidence.start


def _brought(quote: Quote, span: Span, brackets: tuple[Bracket, ...]) -> Quote:
    evidence = Evidence(quote.evidence.hit, *span, cosine=0.0, words_said=0.0, score=0.0)
    return Quote(evidence, brackets=brackets, brought=True)


def _shown(groups: Sequence[Sequence[Quote]], quote: Quote) -> bool:
    return any(_key(quote.evidence) == _key(one.evidence) for group in groups for one in group)


def _all_shown(groups: Sequence[Sequence[Quote]], quote: Quote, needs: Needs) -> bool:
    return all(_shown(groups, _brought(quote, span, ())) for span, _ in needs.sentences)


def _place(groups: list[list[Quote]], quote: Quote, new: list[Quote], needs: Needs) -> None:
    """Put a quote and its context into the group of what it needs, or into one of its own.

    Groups that have parts of what it needs become one.
    """
    article = quote.evidence.hit.article.id
    keys = {(article, span[0]) for span, _ in needs.sentences} | {_key(quote.evidence)}
    touching = [one for one in groups if any(_key(shown.evidence) in keys for shown in one)]
    together = [shown for group in touching for shown in group]
    kept = [one for one in together if _key(one.evidence) != _key(quote.evidence)]
    merged = sorted([*kept, quote, *new], key=lambda one: one.evidence.start)
    if touching:
        groups[groups.index(touching[0])] = merged
    else:
        groups.append(merged)
    for group in touching[1:]:
        groups.remove(group)
