"""Whether a sentence that a language model wrote is borne out by what it cites."""

import re
from collections.abc import Mapping, Sequence

from index.encoder.protocol import Encoder
from index.languages import main_language, may_be_in
from retrieval.numbers.spelt import is_number_word
from retrieval.times.folding import fold
from retrieval.writing.cited import CitedArticle
from retrieval.writing.dated import days_named
from retrieval.writing.figures import figures_in
from retrieval.writing.named import strange_names
from retrieval.writing.ordered import out_of_order
from retrieval.writing.stems import all_stems
from retrieval.writing.turning import turned, without_turning
from retrieval.writing.written import WrittenSentence

LEAST_COSINE: Mapping[str, float] = {"e5": 0.82, "minilm": 0.45}
"""How near in meaning a sentence must be to its quotes, by encoder; see docs/quality.md.

Of an encoder that was not measured, the cosine says nothing, and the words alone decide.
"""

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


def faults_of(
    sentence: WrittenSentence, cited: Sequence[CitedArticle], encoder: Encoder
) -> tuple[str, ...]:
    """Why ``sentence`` may not be sent, in a few words each; empty where it stands."""
    by_number = {one.number: one for one in cited}
    if not sentence.cites:
        return ("cites nothing",)
    if strange := [number for number in sentence.cites if number not in by_number]:
        return (f"cites {strange}, which is nothing",)
    articles = [by_number[number] for number in sentence.cites]
    if faults := faults_of_words(sentence.text, articles):
        return faults
    cosine = nearness(sentence.text, articles, encoder)
    if cosine < LEAST_COSINE.get(encoder.name, -1.0):
        return (f"means something else ({cosine:.3f})",)
    return ()


def faults_of_words(text: str, articles: Sequence[CitedArticle]) -> tuple[str, ...]:
    """What ``text`` says that ``articles`` do not: numbers, days, names, negations, other words.

    Names and words may stand in the headline or be of the outlet; all else is held to the quotes.
    One new word is enough to lie ("approved" for "vetoed"), so there may be none.
    """
    quotes = [quote for one in articles for quote in one.quotes]
    quoted = " ".join(quotes)
    language = main_language(quoted)
    if not may_be_in(text, language):
        return ("is in another language",)
    faults: list[str] = []
    known = figures_in(quoted, language)
    faults += [
        f"number {sorted(figure.readings)[0]:g}{'%' if figure.percent else ''}"
        for figure in figures_in(text, language)
        if not any(figure.agrees(other) for other in known)
    ]
    faults += sorted(days_named(text, language) - days_named(quoted, language))
    support = [*quotes, *(name for one in articles for name in (one.headline, one.outlet))]
    faults += [f"name {name}" for name in strange_names(text, support, language)]
    faults += [f"word {word}" for word in sorted(_new_words(text, support, language))]
    if swapped := out_of_order(text, quotes, language):
        faults.append(f"order of {swapped}")
    faults += turned(text, quotes, language)
    faults += [f"address {one}" for one in _ADDRESS.findall(text) if one not in quoted]
    return tuple(faults)


def nearness(text: str, articles: Sequence[CitedArticle], encoder: Encoder) -> float:
    """The cosine of ``text`` with the nearest of the quotes, or with all together."""
    quotes = [quote for one in articles for quote in one.quotes]
    vectors = encoder.encode_passages([text, *quotes, " ".join(quotes)])
    return float((vectors[1:] @ vectors[0]).max())


def _new_words(text: str, support: Sequence[str], language: str) -> frozenset[str]:
    """The words of ``text`` that say something and stand, in no form, in ``support``."""
    known = frozenset(stem for one in support for stem in all_stems(one, language))
    plain = re.sub(
        r"[^\W\d_]+", lambda w: "" if is_number_word(fold(w[0]), language) else w[0], text
    )
    return without_turning(plain, language) - known
