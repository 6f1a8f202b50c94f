"""Reads the examples of three files beside it and shows their claims with context."""

from dataclasses import dataclass
from pathlib import Path

from index.articles import Article, Passage
from index.sentences import split_body
from retrieval.composing.citing import cite
from retrieval.composing.context import with_context
from retrieval.composing.quote import Quote
from retrieval.evidence import Evidence
from retrieval.outcomes import Citation, Hit


@dataclass(frozen=True, slots=True)
class Example:
    """An article with a claim, and whose words must be readable with it."""

    name: str
    body: str
    claim: str
    kept: str
    wrong: str
    alone: bool

    def faults(self, most: int = 3) -> list[str]:
        """What is wrong with the claim as it is shown; empty where the speaker is kept."""
        quotes = with_context([quote_of(self.body, self.claim)], most)
        shown = readable(quotes)
        named = [bracket.name for quote in quotes for bracket in quote.brackets]
        told = {
            f"{self.kept!r} is missing": self.kept not in shown,
            "the claim is missing": not any(self.claim in q.evidence.text for q in quotes),
            f"{self.wrong!r} in a bracket": any(self.wrong and self.wrong in n for n in named),
            "something was added": self.alone and (len(quotes) > 1 or bool(named)),
        }
        return [f"{fault}: {shown}" for fault, true in told.items() if true]


def examples() -> list[Example]:
    """All examples, in the order of the files."""
    files = ("speakers_kept.txt", "accounts_kept.txt", "chains_kept.txt")
    here = Path(__file__)
    text = "\n".join(here.with_name(one).read_text(encoding="utf-8") for one in files)
    found: list[Example] = []
    name, lines, told = "", [], {}
    for line in [*text.splitlines(), "xx end"]:
        key, _, value = line.partition(": ")
        if key in ("kept", "wrong", "alone"):
            told[key] = value
        elif line[:2].islower() and line[:2].isascii() and line[2:3] == " ":
            if told:
                marked = "\n".join(lines).strip()
                claim = marked[marked.index("⟦") + 1 : marked.index("⟧")]
                body = marked.replace("⟦", "").replace("⟧", "")
                alone = "alone" in told
                found.append(Example(name, body, claim, told["kept"], told.get("wrong", ""), alone))
            name, lines, told = line, [], {}
        elif not line.startswith("#"):
            lines.append(line)
    return found


def hit_of(body: str, name: str = "a") -> Hit:
    """A hit of an article that is one passage."""
    article = Article(name, None, "Headline", body)
    passage = Passage(name, 0, len(body), body, tuple(split_body(body)))
    return Hit(1, passage, article, 1.0, 1.0, 1.0)


def quote_of(body: str, claim: str, name: str = "a") -> Quote:
    """The quote of the sentence that holds the start of ``claim``."""
    hit, at = hit_of(body, name), body.index(claim)
    start, end = next(one for one in hit.passage.sentences if one[0] <= at < one[1])
    return Quote(Evidence(hit, start, end, 0.5, 0.5, 0.5))


def cited(quotes: list[Quote]) -> tuple[Citation, ...]:
    """The citations made of ``quotes``."""
    return cite(quotes, lambda _: ())


def readable(quotes: list[Quote]) -> str:
    """What a reader sees of ``quotes``."""
    return " ".join(one.readable for one in cited(quotes))
