"""Splits text into sentences, each by its offsets.

``sentencex`` does the splitting; what it is known to get wrong is mended here by rule: a time of
day before a day or month ("5 p.m. Monday"), a German day before its month ("12. Mai"), a title cut
from its name ("Dr."), and a boundary before a lower-case word ("1950 г. в Москве").
"""

import re
import unicodedata

from sentencex import get_sentence_boundaries

Span = tuple[int, int]

_TIME_OF_DAY = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_AFTER_TIME = re.compile(
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|"
    r"(local|Eastern|Central|Mountain|Pacific|Greenwich|Moscow|Beijing)\b|[A-Z]{2,4}T\b|GMT|UTC"
)
_ORDINAL = re.compile(
    r"\b(am|vom|zum|den|der|dem|des|ab|seit|bis|im|und|–) \d{1,2}\.$", re.IGNORECASE
)
_AFTER_ORDINAL = re.compile(
    r"(Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"Jahrhunderts?)\b"
)
_TITLE = re.compile(
    r"(^|[\s(\"'“‘])(Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|No|Jr|Sr|"
    r"Messrs|Msgr|Pres|Amb|Supt|vs|approx|Sra|Srta|Mme|Mlle|Hr|Fr|ул|им|проф|акад|ген|г-н|тов)\.$"
)
_SCRIPTS = {"CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "ARABIC": "ar", "CYRILLIC": "ru"}


def split_sentences(text: str) -> list[Span]:
    """Return the (start, end) of every sentence, in order, without the white space between."""
    spans: list[Span] = []
    for boundary in get_sentence_boundaries(_splitting_language(text), text):
        start, end = boundary["start_index"], boundary["end_index"]
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if spans and _belongs_together(text, spans[-1], (start, end)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def split_body(body: str, headings: tuple[Span, ...] = ()) -> list[Span]:
    """Return the sentences of a body, paragraph by paragraph, leaving its sub-headings out."""
    spans: list[Span] = []
    skipped = set(headings)
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", body):
        if match.span() not in skipped:
            offset = match.start()
            spans += [(offset + start, offset + end) for start, end in split_sentences(match[0])]
    return spans


def _belongs_together(text: str, before: Span, after: Span) -> bool:
    head, tail = text[before[0] : before[1]], text[after[0] : after[1]]
    if _TIME_OF_DAY.search(head) and _AFTER_TIME.match(tail):
        return True
    if _ORDINAL.search(head) and _AFTER_ORDINAL.match(tail):
        return True
    if _TITLE.search(head):
        return True
    if not any(character.isalnum() for character in tail):
        return True  # a closing quote or bracket left over
    return head.endswith(".") and not head.endswith("...") and tail[0].islower()


def _splitting_language(text: str) -> str:
    """The language whose rules to split by, told by the script of the first letters."""
    for character in text[:200]:
        if character.isalpha():
            script = unicodedata.name(character, "").split(" ")[0]
            if script in _SCRIPTS:
                return _SCRIPTS[script]
    return "en"
