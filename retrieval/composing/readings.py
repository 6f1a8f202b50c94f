"""The sentences around a quote, each read when it is asked for."""

import re

from index.sentences import Span
from retrieval.composing import chinese
from retrieval.composing.alphabetic import read_alphabetic
from retrieval.composing.arabic import read_arabic
from retrieval.composing.chinese import read_chinese
from retrieval.composing.neighbourhood import Neighbourhood
from retrieval.composing.quotations import quotations
from retrieval.composing.reading import Reading
from retrieval.composing.wording import arabic as arabic_wording
from retrieval.composing.wording.told import wording_of

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SHARE = 0.3
_TERM = 3
"""Words that may stand in quotation marks without being somebody's speech: a title, a nickname."""


class Readings:
    """Readings of a neighbourhood by the place of the sentence; ``language_by`` tells the language.

    Not to be shared by threads.
    """

    def __init__(self, around: Neighbourhood, language_by: str) -> None:
        self.around = around
        self.body = around.article.body
        own = self.body[slice(*around.sentences[around.own])]
        self._chinese = len(_CHINESE.findall(own)) > _SHARE * len(own)
        self._arabic = len(_ARABIC.findall(own)) > _SHARE * len(own)
        self._wording = wording_of(language_by)
        saying = self._wording.saying
        if self._chinese or self._arabic:
            saying = chinese.SAYING if self._chinese else arabic_wording.SAYING
        text = self.body[around.start : around.end]
        self.quotations = [
            (around.start + start, around.start + end)
            for start, end in quotations(text, saying)
            if not self._is_term(around.start + start, around.start + end)
        ]
        self._read: dict[int, Reading] = {}

    def __len__(self) -> int:
        return len(self.around.sentences)

    def __getitem__(self, place: int) -> Reading:
        if place not in self._read:
            sentence = self.around.sentences[place]
            spoken = self.spoken_in(sentence)
            if self._chinese:
                self._read[place] = read_chinese(self.body, sentence, spoken)
            elif self._arabic:
                self._read[place] = read_arabic(self.body, sentence, spoken)
            else:
                self._read[place] = read_alphabetic(self.body, sentence, spoken, self._wording)
        return self._read[place]

    def text(self, place: int) -> str:
        """The sentence in lower case."""
        return self.body[slice(*self.around.sentences[place])].lower()

    def spoken_in(self, sentence: Span) -> tuple[Span, ...]:
        """The quotations, whole, that overlap with ``sentence``."""
        start, end = sentence
        return tuple(one for one in self.quotations if one[0] < end and one[1] > start)

    def together(self, first: int, second: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self.around.paragraphs[first] == self.around.paragraphs[second]

    def _is_term(self, start: int, end: int) -> bool:
        inner = self.body[start + 1 : end - 1].strip()
        long = len(inner.split()) > _TERM or len(_CHINESE.findall(inner)) > 2 * _TERM
        before = self.body[max(0, start - 2) : start].strip()[-1:]
        after = self.body[end : end + 1]
        ends = (
            inner[-1:] in ".!?,…。！？，"
            or after in ",，"
            or before in tuple("\n.:!?…。：！？,،")
            or not before
        )
        return bool(inner) and not long and not ends
