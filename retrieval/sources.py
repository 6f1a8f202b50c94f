"""Finds the outlets and authors that a question names as its sources.

"According to Reuters" or "in The Guardian" limits the search only where that is an outlet of the
corpus, and "by Jane Roe" only where she wrote for it: what else follows such words ("according to
the minister", "in Berlin") is part of the question.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

_LEAD_TO_OUTLET = (
    "according to|as reported by|reported by|reported in|published by|published in|via|"
    "laut|nach angaben von|selon|d'après|d’après|según|segundo|de acuerdo con|de acordo com|"
    "согласно|по данным|по сообщению|по информации|за даними|за інформацією|за повідомленням|"
    "据|根据|وفقا ل|وفقاً ل|بحسب|حسب"
)
# "In Time" and "from CNN" may be about the paper as well as from it: these lead to an outlet only
# at the start, behind a word for what is printed, or before a name with an article ("in The Post").
_MAY_LEAD_TO_OUTLET = "in|from|on|in der|im|aus der|dans|en|em|no|na|в|у|من|في"
_PRINTED = re.compile(
    r"(?:^|\b(?:articles?|reports?|reported|stor(?:y|ies)|news|coverage|read|said|says|wrote|written|"
    r"printed|published|artikel|berichte?|nachrichten|reportages?|noticias?|artículos?|artigos?|"
    r"notícias?|стать[яиею]|новости|писали|статт[яіею]|новини|مقالات|أخبار)\s+)"
    r"(?:and\s+|et\s+|und\s+|y\s+|e\s+)?$",
    re.IGNORECASE,
)
_LEAD_TO_AUTHOR = "by|von|par|por|от|від|由|بقلم"
# Chinese is written without spaces: there every character may end a name.
_WORD = r"(?:[\u3040-\u9fff]|[^\W_\u3040-\u9fff](?:[^\W\u3040-\u9fff]|[.&'’-])*)"
_AFTER_OUTLET = re.compile(
    rf"(?<!\w)(?:{_LEAD_TO_OUTLET})\s*(?=((?:{_WORD}\s?){{1,10}}))", re.IGNORECASE
)
_MAYBE_OUTLET = re.compile(
    rf"(?<!\w)(?:{_MAY_LEAD_TO_OUTLET})\s+(?=((?:{_WORD}\s?){{1,10}}))", re.IGNORECASE
)
_AFTER_AUTHOR = re.compile(
    rf"(?<!\w)(?:{_LEAD_TO_AUTHOR})\s*(?=((?:{_WORD}\s?){{1,5}}))", re.IGNORECASE
)
_GOES_ON = re.compile(r"\+|\s+[A-Z][a-z]")
"""What makes a name the beginning of a longer one: "CNN+", "CNN Business"."""
_SMALL = frozenset("the of and for & de der die das du la le les el los y et und".split())
_ARTICLES = frozenset("the der die das le la les el los las o a os as il".split())
_BETWEEN_AUTHORS = re.compile(r"\s*(?:,|;|&|/|\band\b|\bund\b|\bet\b|\by\b)\s*")


@dataclass(frozen=True, slots=True)
class KnownSources:
    """The outlets and authors of a corpus by their folded names."""

    outlets: Mapping[str, str]
    authors: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, outlets: Iterable[str], bylines: Iterable[str]) -> "KnownSources":
        """From outlets and bylines as they stand in the articles; a byline may name several."""
        authors: dict[str, set[str]] = {}
        for byline in bylines:
            for name in _BETWEEN_AUTHORS.split(byline):
                authors.setdefault(_folded(name), set()).add(byline)
        return cls(
            {_folded(outlet): outlet for outlet in outlets},
            {name: frozenset(lines) for name, lines in authors.items() if " " in name},
        )

    def outlets_called(self, name: str) -> frozenset[str]:
        """The outlets that an operator's value means: the name itself, else those holding it."""
        folded = _folded(name)
        if folded in self.outlets:
            return frozenset((self.outlets[folded],))
        return frozenset(outlet for known, outlet in self.outlets.items() if _holds(known, folded))

    def bylines_of(self, name: str) -> frozenset[str]:
        """The bylines that hold an author of this name, or of this part of a name."""
        folded = _folded(name)
        found = (lines for known, lines in self.authors.items() if _holds(known, folded))
        return frozenset().union(*found)


@dataclass(frozen=True, slots=True)
class NamedSources:
    """What a question names: ``outlets`` and ``bylines`` as they stand in the articles.

    ``text`` is the question without these words, ``authors`` are named as the question does.
    """

    text: str
    outlets: frozenset[str] = frozenset()
    bylines: frozenset[str] = frozenset()
    authors: tuple[str, ...] = ()


def read_sources(question: str, known: KnownSources) -> NamedSources:
    """Find the sources named in ``question``. Names count only in their own capitals."""
    outlets: set[str] = set()
    bylines: set[str] = set()
    authors: list[str] = []
    cuts: list[tuple[int, int]] = []
    for match, name, end in _named(_AFTER_OUTLET, question, known.outlets):
        outlets.add(known.outlets[name])
        cuts.append((match.start(), end))
    for match, name, end in _named(_MAYBE_OUTLET, question, known.outlets):
        outlet, printed = known.outlets[name], _PRINTED.search(question[: match.start()])
        if printed or _has_article(outlet, question[match.end() :]):
            outlets.add(outlet)
            cuts.append((match.start(), end))
    for match, name, end in _named(_AFTER_AUTHOR, question, known.authors):
        bylines |= known.bylines_of(name)
        authors.append(question[match.end() : end])
        cuts.append((match.start(), end))
    text = question
    for start, end in sorted(cuts, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    text = re.sub(r"\s+([,?.!])", r"\1", " ".join(text.split())).lstrip(",;: ")
    return NamedSources(text, frozenset(outlets), frozenset(bylines), tuple(authors))


def _named(
    lead: re.Pattern[str], question: str, known: Collection[str]
) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each lead-in with the longest known name after it and where that ends."""
    for match in lead.finditer(question):
        words = list(re.finditer(_WORD, match[1]))
        for count in range(len(words), 0, -1):
            said = match[1][: words[count - 1].end()].rstrip(".&'’-")
            name, end = _folded(said), match.start(1) + len(said)
            if name in known and _is_a_name(said) and not _GOES_ON.match(question, end):
                yield match, name, end
                break


def _is_a_name(said: str) -> bool:
    """Whether it is written as a name: "USA Today" is an outlet, "the USA today" is not."""
    words = [word for word in said.split() if word.lower() not in _SMALL]
    return bool(words) and not any(word[0].islower() for word in words)


def _has_article(outlet: str, named: str) -> bool:
    """Whether an outlet is named with an article that belongs to its name ("The Post")."""
    first = named.split()[0]
    own = first[0].isupper() or outlet.lower().startswith(f"{first.lower()} ")
    return first.lower() in _ARTICLES and own


def _holds(known: str, folded: str) -> bool:
    return bool(folded) and f" {folded} " in f" {known} "


def _folded(name: str) -> str:
    words = re.findall(r"[\w.&'-]+", name.casefold().replace("’", "'"))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
