"""Questions that an article most likely answers, read off its sentences.

Whoever is named and said something may be asked about: what they said, of what they spoke about
where that can be told; who they are, where the article tells it behind the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, auto

from index.articles import Article
from index.languages import main_language
from index.sentences import Span, split_body
from retrieval.composing.known_names import sex_in
from retrieval.composing.mentions import is_followed_by_trade
from retrieval.composing.neighbourhood import around
from retrieval.composing.no_attribution import INDEFINITE
from retrieval.composing.reading import Mention, Reading
from retrieval.composing.readings import Readings
from retrieval.composing.wording.told import wording_of
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.examples.topics import Said, topic_of
from retrieval.examples.wording import definite_articles, worded

LONGEST = 60
"""Characters of a question that can be read on a button."""
_LONGEST_NAME = 32
_SENTENCES = 60
"""So many of an article are read."""
_TELLS_LANGUAGE = 2000
_BEHIND = 6
"""Words behind a name among which stands what the person is."""
_BESIDE = 4
"""Words before a name among which a verb of saying stands whose subject it is."""
_WORD = re.compile(r"[^\W\d_]+")


class Asks(IntEnum):
    """What is asked, the best example first."""

    SAYS_ABOUT = auto()
    WHO = auto()
    SAYS = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question about ``who``; ``body[start:end]`` of the article should answer it."""

    question: str
    asks: Asks
    who: str
    start: int
    end: int


def candidates(article: Article) -> list[Candidate]:
    """The questions, the best examples first; several may be about one person."""
    telling = article.body[:_TELLS_LANGUAGE]
    language, wording = main_language(telling), wording_of(telling)
    found: list[Candidate] = []
    for sentence in split_body(article.body, article.headings)[:_SENTENCES]:
        reader = _Sentence(Readings(around(article, sentence), telling), language, wording)
        for asks, question, who in reader.questions():
            if len(question) <= LONGEST:
                found.append(Candidate(question, asks, who, *sentence))
    return sorted(found, key=lambda one: one.asks)


class _Sentence:
    def __init__(self, readings: Readings, language: str, wording: Wording) -> None:
        self._readings = readings
        self._told = language, wording
        self._body = readings.body
        self._reading: Reading = readings[readings.around.own]

    def questions(self) -> Iterator[tuple[Asks, str, str]]:
        """What each asks, its words, and whom it is about."""
        speaker = self._speaker()
        if speaker is not None and (name := self._name(speaker)):
            she = "-she" if sex_in(self._readings, speaker) is Kind.SHE else ""
            part = Said(self._readings.around.article, self._said(speaker), *self._told)
            topic = topic_of(part, name)
            if topic and (asked := self._worded("says-about", she, name=name, topic=topic)):
                yield Asks.SAYS_ABOUT, asked, name
            if asked := self._worded("says", she, name=name):
                yield Asks.SAYS, asked, name
        for one in self._reading.mentions:
            introduced = one.person and one.sure and self._is_introduced(one)
            whom = self._name(one) if introduced else None
            if whom and (asked := self._worded("who", "", name=whom)):
                yield Asks.WHO, asked, whom

    def _worded(self, asks: str, she: str, **values: str) -> str | None:
        language, _ = self._told
        of_her = worded(language, asks + she, **values) if she else None
        return of_her or worded(language, asks, **values)

    def _speaker(self) -> Mention | None:
        """Who says what the sentence reports, where nobody else can be meant."""
        if not self._reading.speaker:
            return None
        acting = [one for one in self._reading.mentions if one.acts and one.sure]
        return acting[0] if len(acting) == 1 else None

    def _name(self, mention: Mention) -> str | None:
        """The name as a question has it: a person's in full, a body's with its article."""
        name = mention.name
        opens = not _WORD.search(self._body[self._reading.start : mention.start])
        before = self._body[self._reading.start : mention.start].lower().split()[-1:]
        if INDEFINITE.intersection(before):
            return self._described(before[0], mention)
        if mention.person is False:
            article = next((one for one in before if one in self._articles), "")
            if not (article or opens):
                return None
            name = f"{article} {name}".strip()
        elif opens and name.count(" ") > 1 and self._body.count(name) == 1:
            return None  # its first word may be what the person is
        elif " " not in name and name[:1].upper() != name[:1].lower():
            longer = {
                one.name
                for k in range(len(self._readings))
                for one in self._readings[k].mentions
                if name in one.name.split() and one.name != name and one.person
            }
            if len(longer) != 1:
                return None
            name = longer.pop()
        return name if 1 < len(name) <= _LONGEST_NAME else None

    def _described(self, article: str, mention: Mention) -> str | None:
        """One who speaks for a body, in a single phrase: "a State Department spokesperson"."""
        _, wording = self._told
        behind = _WORD.match(self._body, mention.end + 1)
        if behind is None or behind[0] not in wording.people:
            return None
        return f"{article} {self._body[mention.start : behind.end()]}"

    @property
    def _articles(self) -> frozenset[str]:
        language, wording = self._told
        return wording.articles | definite_articles(language)

    def _said(self, speaker: Mention) -> Span:
        """The words quoted; else what stands on the other side of the verb than the speaker."""
        reading = self._reading
        if reading.spoken:
            start, end = reading.spoken[0]
            return max(start, reading.start), min(end, reading.end)
        _, wording = self._told
        before = _WORD.findall(self._body[reading.start : speaker.start].lower())
        if before[_BEHIND:] and wording.saying.intersection(before[-_BESIDE:]):
            return reading.start, speaker.start
        if len(self._body[speaker.end : reading.end].split()) < _BEHIND:
            return reading.start, speaker.start
        return speaker.end, reading.end

    def _is_introduced(self, mention: Mention) -> bool:
        """Whether it is told behind the name who that is."""
        if not is_followed_by_trade(self._body, mention.end):
            return False
        behind = _WORD.findall(self._body[mention.end : mention.end + 100].lower())[:_BEHIND]
        _, wording = self._told
        return any(word in wording.titles | wording.people for word in behind)
