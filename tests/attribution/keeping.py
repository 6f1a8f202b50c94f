"""Counts how many quoted statements keep their speaker, where another sentence names it.

``python -m tests.attribution.keeping`` prints the count and the statements that lost theirs. The
statement alone is taken for the answer, as if search had found just that sentence.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.articles import Passage
from index.sentences import split_body
from retrieval.composing.citing import cite
from retrieval.composing.context import with_context
from retrieval.composing.quote import Quote
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit
from tests.corpora.rows import article_of

MOST = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """What is shown for one statement, and whether it names the speaker beside the claim."""

    claim: str
    speaker: str
    shown: str

    @property
    def right(self) -> bool:
        """Both stand in what is shown."""
        return self.speaker in self.shown and " ".join(self.claim.split()) in self.without_brackets

    @property
    def without_brackets(self) -> str:
        """The text shown without the names that were put in."""
        text = self.shown
        while "[" in text:
            head, _, tail = text.partition("[")
            text = head.rstrip() + tail.partition("]")[2]
        return text


def statements() -> Iterator[Kept]:
    """Every statement, with its context."""
    lines = (
        Path(__file__)
        .with_name(sys.argv[1] if len(sys.argv) > 1 else "statements.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    for row in map(json.loads, lines):
        article = article_of(row)
        spans = tuple(split_body(article.body))
        passage = Passage(article.id, 0, len(article.body), article.body, spans)
        hit = Hit(1, passage, article, 1.0, None, None)
        start = article.body.index(row["claim"])
        end = start + len(row["claim"])
        quotes = with_context([Quote(Evidence(hit, start, end, 0.5, 0.5, 0.5))], MOST)
        shown = " ".join(one.readable for one in cite(quotes, lambda _: ()))
        yield Kept(row["claim"], row["speaker"], shown)


def main() -> None:
    """Print the count, then what went wrong."""
    everything = list(statements())
    print(f"{sum(one.right for one in everything)} of {len(everything)} keep their speaker")
    for one in everything:
        if not one.right:
            print(f"  {one.speaker!r} is missing: {one.shown}")


if __name__ == "__main__":
    main()
