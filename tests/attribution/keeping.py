"""Counts how many quoted statements keep their speaker, where another sentence names it.

``python -m tests.attribution.keeping [FILE]`` prints the counts and what lost its speaker.
The statement alone is taken for the answer, as if search had found just that sentence. ``plain`` in
a row is a sentence of the same article that is nobody's statement, so that it needs none beside it.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.articles import Article, Passage
from index.sentences import split_body
from retrieval.composing.citing import cite
from retrieval.composing.context import with_context
from retrieval.composing.quote import Quote
from retrieval.evidence import Evidence
from retrieval.outcomes import Citation, Hit
from tests.corpora.rows import article_of

MOST = 3
"""Sentences that may be shown."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is shown for one statement, and for a sentence beside it that is nobody's."""

    claim: str
    speaker: str
    shown: tuple[Citation, ...]
    plain: tuple[Citation, ...] = ()
    also: str = ""
    """The speaker's name, where ``speaker`` is what the article calls him beside the claim."""
    about: str = ""
    """Whom a pronoun in the claim stands for, where that is not the speaker."""

    @property
    def text(self) -> str:
        """What a reader sees for the statement."""
        return " ".join(one.readable for one in self.shown)

    @property
    def right(self) -> bool:
        """Both stand in what is shown."""
        claim = " ".join(self.claim.split())
        named = without_article(self.speaker) in self.text
        return named and claim in without_brackets(self.text)

    @property
    def misnamed(self) -> bool:
        """Whether a name in brackets is not the speaker's."""
        names = [bracket.name for one in self.shown for bracket in one.brackets]
        right = f"{self.speaker} {self.also} {self.about}"
        return any(one not in right and self.speaker not in one for one in names)

    @property
    def needless(self) -> int:
        """Sentences shown that are neither the claim nor hold the speaker's name."""
        return sum(
            without_article(self.speaker) not in one.readable
            and one.quote.strip() != self.claim.strip()
            for one in self.shown
        )

    @property
    def grown(self) -> bool:
        """Whether the sentence that is nobody's got another, or a name, all the same."""
        return len(self.plain) > 1 or any(one.brackets for one in self.plain)


def statements(file: str) -> Iterator[Kept]:
    """Every statement of a file beside this one, with its context."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        article = article_of(row)
        plain = _shown(article, row["plain"]) if "plain" in row else ()
        shown = _shown(article, row["claim"])
        yield Kept(
            row["claim"], row["speaker"], shown, plain, row.get("also", ""), row.get("about", "")
        )


def without_article(name: str) -> str:
    """A name as it stands in a bracket, without the English article before it."""
    return name.removeprefix("The ").removeprefix("the ")


def without_brackets(text: str) -> str:
    """A text without the names that were put in."""
    while "[" in text:
        head, _, tail = text.partition("[")
        text = head.rstrip() + tail.partition("]")[2]
    return text


def _shown(article: Article, claim: str) -> tuple[Citation, ...]:
    body = article.body
    passage = Passage(article.id, 0, len(body), body, tuple(split_body(body)))
    start = body.index(claim)
    evidence = Evidence(
        Hit(1, passage, article, 1.0, None, None), start, start + len(claim), 0.5, 0.5, 0.5
    )
    return cite(with_context([Quote(evidence)], MOST), lambda _: ())


def main() -> None:
    """Print the counts, then what went wrong."""
    found = list(statements(sys.argv[1] if len(sys.argv) > 1 else "statements.jsonl"))
    plain = [one for one in found if one.plain]
    sentences = sum(len(one.shown) for one in found)
    print(f"{sum(one.right for one in found)} of {len(found)} keep their speaker")
    print(f"{sentences} sentences shown, {sum(one.needless for one in found)} of them needless")
    print(f"{sum(one.misnamed for one in found)} have another's name in brackets")
    print(f"{sum(one.grown for one in plain)} of {len(plain)} that are nobody's grow")
    for one in found:
        if not one.right:
            print(f"  {one.speaker!r} is missing: {one.text}")
        if one.misnamed:
            print(f"  not {one.speaker!r}: {one.text}")
    for one in plain:
        if one.grown:
            print(f"  needs nothing: {' '.join(each.readable for each in one.plain)}")


if __name__ == "__main__":
    main()
