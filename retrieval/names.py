"""The names of several words in a question, which stand together in whatever speaks of them.

A search by word takes "Tove Lind" for any Tove and any Lind, and a search by meaning for people
like her. Where words of a question that begin with a capital stand side by side in a passage as
well, it most likely speaks of the same person, firm or place.
"""

import math
import re
from functools import lru_cache

import stopwordsiso

_WORD = re.compile(r"[^\W_][\w'’-]*\.?")
_BETWEEN = re.compile(r"[ \u00a0]")
_INSIDE = frozenset(
    "of the de del della da di do dos van von der den al el bin ibn la le du y".split()
)
_LANGUAGES = ("en", "de", "fr", "es", "pt", "ru", "uk")
_MOST = 5


def names_in(question: str) -> tuple[str, ...]:
    """Runs of two or more words with a capital, small words like "of" within them; five at most.

    The first word of a sentence has a capital anyway: it counts unless it is a function word.
    """
    runs: list[list[str]] = [[]]
    end = 0
    for match in _WORD.finditer(question):
        word = match[0].rstrip(".")
        adjacent = bool(_BETWEEN.fullmatch(question, end, match.start()))
        opens = not adjacent and question[: match.start()].rstrip()[-1:] in ("", ".", "?", "!", "¿")
        if not adjacent:
            runs.append([])
        if word[0].isupper() and not (opens and word.lower() in _function_words()):
            runs[-1].append(re.sub(r"['’]s$", "", word))
        elif word.lower() in _INSIDE and runs[-1]:
            runs[-1].append(word)
        else:
            runs.append([])
        end = match.end() - len(match[0]) + len(word)
    names = (" ".join(_trimmed(run)) for run in runs if len(_trimmed(run)) > 1)
    return tuple(dict.fromkeys(names))[:_MOST]


def rarity(having: int, passages: int) -> float:
    """From 1, for a name in one passage of many, to 0 for one that stands everywhere.

    The square of 1 - log(having) / log(passages): a name in a hundred of ten thousand tells a
    quarter of what one tells that stands in one.
    """
    if passages < 2:
        return 1.0
    return max(0.0, 1.0 - math.log(max(having, 1)) / math.log(passages)) ** 2


def _trimmed(run: list[str]) -> list[str]:
    """Without small words at the end."""
    while run and run[-1].lower() in _INSIDE:
        run = run[:-1]
    return run


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(stopwordsiso.stopwords(_LANGUAGES))
