"""Direct speech in running text: from its opening mark to its closing one, across paragraphs.

A quotation that goes on in the next paragraph has its opening mark again there, and a closing mark
only at the end of the last; one that is never closed ends with its paragraph.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from index.sentences import Span

_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "”": "”"}
_OPENS_ANYWHERE = frozenset("„「『")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)([^\n“”\"]+?[.,!?…])['’](?!\w)")
_DASH = re.compile(r"(?:(?<=\s)|^)[—–](?=\s?[^\s\d])|(?<=[\w.!?…])—(?=[\w.,:])")
_INSERTED = re.compile(r"([,!?…]\s)(?=[—–]\s[^\W\dA-ZА-Я])([—–]\s[^«»\n]{3,160}?[.,:]\s)([—–]\s)")
_FIRST_WORDS = 5


def quotations(text: str, saying: Collection[str]) -> list[Span]:
    """The (start, end) of every quotation in ``text``, marks included, in order."""
    spans: list[Span] = []
    open_mark, opened, before_end = "", 0, 0
    for paragraph in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        at, end = paragraph.span()
        if open_mark:
            if text[at] == open_mark:
                at += 1
            elif not _closes_first(text, at, end, open_mark):
                spans.append((opened, before_end))
                open_mark = ""
        elif text[at] in "—–-":
            spans += _dialogue(text, at, end, saying)
            before_end = end
            continue
        while at < end:
            mark = text[at]
            if open_mark and mark in _CLOSING[open_mark]:
                spans += _without_teller(text, opened, at + 1, saying)
                open_mark = ""
            elif not open_mark and _opens(text, at, mark):
                open_mark, opened = mark, at
            at += 1
        before_end = end
    if open_mark:
        spans.append((opened, len(text)))
    for match in _SINGLE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            spans.append(match.span())
    return sorted(spans)


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in _CLOSING:
        return False
    if mark in _OPENS_ANYWHERE or mark in "“«":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not (before.isalnum() or before in tuple(".,!?…")) and bool(after.strip())


def _closes_first(text: str, at: int, end: int, open_mark: str) -> bool:
    """Whether the paragraph has a closing mark before any opening one."""
    if open_mark == '"':
        return False
    closing = [text.find(mark, at, end) for mark in _CLOSING[open_mark]]
    opening = text.find(open_mark, at, end)
    first = min((one for one in closing if one >= 0), default=-1)
    return first >= 0 and not 0 <= opening < first


def _dialogue(text: str, at: int, end: int, saying: Collection[str]) -> Iterator[Span]:
    """What is spoken in a paragraph that opens with a dash: all but the pieces that say by whom."""
    dashes = [match.start() for match in _DASH.finditer(text, at, end)]
    if not dashes or dashes[0] != at:
        dashes.insert(0, at)
    begin = at
    spoken = True
    for here, following in zip(dashes, [*dashes[1:], end], strict=True):
        first_words = re.findall(r"\w+", text[here:following])[:_FIRST_WORDS]
        says = here != at and (
            any(word.lower() in saying for word in first_words)
            or _names_speaker(text, here, first_words)
        )
        if says and spoken:
            yield (begin, here)
            spoken = False
        elif not says and not spoken:
            begin, spoken = here, True
    if spoken:
        yield (begin, end)


def _without_teller(text: str, start: int, end: int, saying: Collection[str]) -> Iterator[Span]:
    """A quotation without what stands in it between dashes: «…, — says Holm. — …»."""
    begin = start
    for match in _INSERTED.finditer(text, start, end):
        words = re.findall(r"\w+", match[2])
        told = any(word in saying for word in words[:_FIRST_WORDS])
        if match.start() >= begin and (told or _names_speaker(text, match.start(2), words)):
            yield (begin, match.start(2))
            begin = match.end() - len(match[3])
    yield (begin, end)


def _names_speaker(text: str, dash: int, first_words: Sequence[str]) -> bool:
    """Whether a small letter follows the comma and dash, and soon a name: ", — laughs Ben Roe"."""
    stopped = text[:dash].rstrip()[-1:] in tuple(",!?…")
    return (
        stopped
        and first_words[:1] != []
        and first_words[0].islower()
        and any(word[0].isupper() for word in first_words[1:])
    )
