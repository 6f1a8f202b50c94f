"""Tells apart the paragraphs of an article (prose, headings, broken halves); lays them out."""

import re

_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟।][\"'”’»）)\]]*$")
_ENDS_QUOTED = re.compile(r"[,.!?…][\"'”’»]$")
_LONGEST_END = 20  # a stop and the quotation marks and brackets after it
_HEADING_WORDS = 12
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n]{1,60}?)\s*(\((?P<agency>[^)]{2,40})\)\s*[-–—]+|[–—]|--)\s+(?=\S)"
)
# A line that ends in one of these goes on: articles, prepositions and conjunctions of the
# languages most news in Latin and Cyrillic script is written in.
_GOES_ON = frozenset(
    "a an the of in on at to for from by with and or but nor as than that its his her their "
    "der die das den dem des ein eine und oder von zu mit auf für im am le la les un une des du de "
    "et ou à au aux en dans par pour sur el los las una y o del al con por para em no na um uma e "
    "do da dos das в на и или с к по из от для о об у за і та або з до від про".split()
)


def is_finished(paragraph: str) -> bool:
    """Whether the paragraph ends as a sentence, a quotation or a lead-in (colon) does."""
    end = paragraph[-_LONGEST_END:]
    return bool(_ENDS_SENTENCE.search(end) or _ENDS_QUOTED.search(end))


def is_heading(paragraph: str, following: str) -> bool:
    """Whether an unfinished paragraph is a sub-heading, given the paragraph ``following`` it.

    A heading is short, does not stop on a word that wants another, and what follows starts anew.
    """
    if is_finished(paragraph) or not following:
        return False
    words = paragraph.split()
    if len(words) > _HEADING_WORDS or paragraph.endswith((",", "-", "–", "—")):
        return False
    if words[-1].lower() in _GOES_ON:
        return False
    return not following[0].islower()


def rejoin(paragraphs: list[str]) -> list[str]:
    """Join paragraphs that a blank line broke in the middle of a sentence.

    The last paragraph stays as it is: there is nothing to join it to.
    """
    whole: list[str] = []
    pending = ""
    for position, paragraph in enumerate(paragraphs):
        current = f"{pending} {paragraph}" if pending else paragraph
        pending = ""
        following = paragraphs[position + 1] if position + 1 < len(paragraphs) else ""
        if following and not is_finished(current) and not is_heading(current, following):
            pending = current
        else:
            whole.append(current)
    return whole


def lay_out(paragraphs: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The body of an article of these paragraphs, and the (start, end) of its sub-headings."""
    joined = rejoin(paragraphs)
    headings, position = [], 0
    for paragraph, following in zip(joined, [*joined, ""][1:], strict=True):
        if is_heading(paragraph, following):
            headings.append((position, position + len(paragraph)))
        position += len(paragraph) + 2
    return "\n\n".join(joined), tuple(headings)


def dateline_of(body: str) -> str | None:
    """The place that a body opens with: "PORT ONDRA (Agency) — …"."""
    match = _DATELINE.match(body)
    return match["place"].strip() if match else None
