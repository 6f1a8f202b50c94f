"""The words of a text with their places, as small tables can know them."""

import re
from dataclasses import dataclass

from retrieval.follow_ups.chinese_arabic import ARABIC, CHINESE_CUTS

_WORD = re.compile(
    r"""(?P<elided>\b(?:l|d|qu|j|n|s|c|m|t|jusqu|lorsqu|puisqu))['’](?=[^\W_])
    | [^\W_]+
      (?: ['’](?!s\b)[^\W_]+
        | -(?!(?:t-)?(?:ils?|elles?|on|ce|nous|vous|tu)\b)[^\W_]+ )*""",
    re.VERBOSE | re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_CHINESE = re.compile("|".join(sorted(CHINESE_CUTS, key=len, reverse=True)))
_SENTENCE_END = re.compile(r"[.?!:;…。？！؟][\"'”’»)\]]*\s*$|[¿¡]\s*$|\n\s*$")
_PREFIXED = ARABIC.empty | ARABIC.general


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: ``text[start:end]``. ``key`` is it as the tables have it.

    ``opens`` a sentence; ``breaks``: a comma or the like stands before it.
    """

    text: str
    start: int
    end: int
    key: str
    opens: bool
    breaks: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """The words of ``text`` in order; Chinese is cut at its small words."""
    spans = [
        piece
        for found in _WORD.finditer(text)
        for piece in _pieces(text, found.start("elided"), *_span(found))
    ]
    tokens: list[Token] = []
    before = 0
    for start, end in spans:
        gap = text[before:start]
        opens = not tokens or bool(_SENTENCE_END.search(gap))
        breaks = bool(tokens) and any(mark in ",;:–—，、؛،.?!" for mark in gap)
        key = text[start:end].casefold().replace("’", "'")
        tokens.append(Token(text[start:end], start, end, key, opens, breaks))
        before = end
    return tokens


def _span(found: re.Match[str]) -> tuple[int, int]:
    return found.span("elided") if found.start("elided") >= 0 else found.span()


def _pieces(text: str, elided: int, start: int, end: int) -> list[tuple[int, int]]:
    word = text[start:end]
    if elided >= 0:
        return [(start, end)]
    if _HAN.search(word):
        return _cut_chinese(word, start)
    # Arabic writes "and" as the first letter of the next word.
    if start == 0 and word[0] == "و" and (word[1:] in _PREFIXED or word.startswith("وال")):
        return [(start, start + 1), (start + 1, end)] if len(word) > 1 else [(start, end)]
    return [(start, end)]


def _cut_chinese(word: str, start: int) -> list[tuple[int, int]]:
    pieces = []
    before = 0
    for small in _CHINESE.finditer(word):
        if small.start() > before:
            pieces.append((start + before, start + small.start()))
        pieces.append((start + small.start(), start + small.end()))
        before = small.end()
    if before < len(word):
        pieces.append((start + before, start + len(word)))
    return pieces
