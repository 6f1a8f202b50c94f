"""Reads what a language model wrote: its sentences, each with the numbers that it cites."""

import re
from dataclasses import dataclass

from index.sentences import split_sentences

_NUMBERS = r"[\[［【]\s*\d{1,4}(?:\s*[,;、，]\s*\d{1,4})*\s*[\]］】]"
_CITATION = re.compile(rf"\s*{_NUMBERS}")
# "It sank. [1] Nobody died.": the number belongs to the sentence before it.
_AFTER_THE_END = re.compile(rf"([.!?。！？؟…]+[\"'”’»)]*)((?:\s*{_NUMBERS})+)")
# What stands after the number of one sentence and is no mark of it begins the next.
_WITHOUT_AN_END = re.compile(rf"((?:{_NUMBERS}\s*)+)(?=[^\W\d_])")
_ORNAMENT = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|#{1,6})\s+|\*\*|__|`", re.MULTILINE)
_CONTROLS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
_ONLY_MARKS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence without its numbers, and the numbers that it cites, each once and in order."""

    text: str
    cites: tuple[int, ...]


def read_written(text: str) -> tuple[WrittenSentence, ...]:
    """The sentences of ``text`` in order; ornaments of Markdown and unseen characters are gone."""
    plain = _ORNAMENT.sub("", _CONTROLS.sub(" ", text.replace("\r", "\n")))
    sentences: list[WrittenSentence] = []
    for line in plain.splitlines():
        moved = _AFTER_THE_END.sub(r"\2\1", line)
        for start, end in split_sentences(moved):
            sentences += _parted(moved[start:end])
    return tuple(sentences)


def _parted(text: str) -> list[WrittenSentence]:
    """One sentence, or more where the model set numbers in place of full stops."""
    found = []
    ends = [match.end() for match in _WITHOUT_AN_END.finditer(text) if _opens(text, match.end())]
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        piece = text[start:end]
        cites = (int(n) for group in _CITATION.findall(piece) for n in re.findall(r"\d+", group))
        words = " ".join(_CITATION.sub("", piece).split())
        if not _ONLY_MARKS.fullmatch(words):
            found.append(WrittenSentence(words, tuple(dict.fromkeys(cites))))
    return found


def _opens(text: str, place: int) -> bool:
    """Whether a sentence may begin here: not in the middle of one, after a number within it."""
    return text[place].isupper()
