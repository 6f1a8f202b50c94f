"""Who says what a sentence reports: the subject of its first verb of saying, in an alphabet."""

from collections.abc import Sequence

from retrieval.composing.according import Attribution, according
from retrieval.composing.bare_nouns import bare_noun, noun_kind, reference_of_noun
from retrieval.composing.name_runs import function_words
from retrieval.composing.no_attribution import AND, INDEFINITE, is_none
from retrieval.composing.possessives import POSSESSIVES
from retrieval.composing.reading import Reference
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word

_PERSONS = frozenset({Kind.HE, Kind.SHE})
_SUBJECTS = frozenset({Kind.HE, Kind.SHE, Kind.THEY, Kind.IT})
_FRENCH = {"il": Kind.HE, "elle": Kind.SHE, "ils": Kind.THEY, "elles": Kind.THEY}
_ONES = frozenset({Kind.HE, Kind.SHE, Kind.PERSON})
NOBODY = frozenset(
    """no any every each few nobody none neither kein keine niemand aucun aucune personne ningún
    ninguna nadie nenhum nenhuma ninguém никто ніхто""".split()
)
_SHORT = 4
"""Words of a subject or of what stands between speech and its speaker's name."""
_WITH_OBJECT = frozenset("urged urges told tells asked asks warned warns answered".split())


def attribution(
    tokens: Sequence[Word], wording: Wording, named: Sequence[bool]
) -> Attribution | None:
    """The first attribution of a sentence; ``named`` tells for each word if it is of a name."""
    found = [one for j in range(len(tokens)) if (one := _of_verb(tokens, j, wording, named))]
    source = according(tokens, wording, named)
    return (
        source if source and not (found and found[0].reference is None) else next(iter(found), None)
    )


def _of_verb(
    tokens: Sequence[Word], j: int, wording: Wording, named: Sequence[bool]
) -> Attribution | None:
    """The attribution made by the word at ``j``, if it is a verb of saying."""
    verb = tokens[j].low
    head, _, tail = verb.rpartition("-")
    if tail in _FRENCH and "être" not in wording.saying:
        follows = tokens[j + 1].low if j + 1 < len(tokens) else ""
        if head.removesuffix("-t") in wording.saying or follows in wording.saying:
            return Attribution(j, Reference(tokens[j].end, _FRENCH[tail]))
    if verb not in wording.saying and not _stands_after_speech(tokens, j, wording, named):
        return _inserted(tokens, j, wording)
    if is_none(tokens, j, wording, named):
        return None
    before = _subject_before(tokens, j, wording)
    if before is not None:
        word = tokens[before]
        if word.low in NOBODY or (before and tokens[before - 1].low in NOBODY):
            return None
        if word.low in wording.pronouns and wording.pronouns[word.low] in _SUBJECTS:
            return Attribution(j, Reference(word.end, wording.pronouns[word.low]))
        if bare_noun(tokens, before, wording, named):
            return Attribution(j, reference_of_noun(word, wording))
        pronoun = _opens_clause(tokens, j, wording)
        if pronoun is not None and not named[before]:
            return Attribution(j, pronoun)
        kind = noun_kind(word, wording)
        qualified = before > 1 and tokens[before - 2].low in wording.articles
        if kind in _ONES and qualified and not (named[before] or named[before - 1]):
            return Attribution(j, Reference(word.end, kind))  # "the old man says"
        if not wording.articles and _is_plain_subject(tokens, before, j, wording, named):
            return Attribution(j, Reference(word.end, _by_form(verb, wording)))
        alone = before and not named[before] and tokens[before - 1].low in wording.articles
        if alone and not word.breaks and (before < 2 or tokens[before - 1].breaks):
            return Attribution(j, Reference(word.end, Kind.SOURCE, word=word.low))
        return Attribution(j, None)
    return _subject_after(tokens, j, wording, named)


def _stands_after_speech(
    tokens: Sequence[Word], j: int, wording: Wording, named: Sequence[bool]
) -> bool:
    """Whether a word between speech and a name can only be a verb of saying: "…", grinned Holm."""
    word = tokens[j]
    if j or not word.quoted or word.capital or word.low in function_words() | wording.prepositions:
        return False
    for k in range(1, min(_SHORT + 1, len(tokens))):
        if named[k]:
            return True  # also beside a noun, "laughs the owner, Ada Holm"
        if tokens[k].breaks or word.low in wording.articles | wording.that:
            return False
    return False


def _opens_clause(tokens: Sequence[Word], j: int, wording: Wording) -> Reference | None:
    """The pronoun that a clause after speech opens with: "…, she likes to say"."""
    k = j
    while k and not tokens[k].breaks:
        k -= 1
    kind = wording.pronouns.get(tokens[k].low) if k and j - k <= _SHORT else None
    return Reference(tokens[k].end, kind) if kind in _PERSONS and kind else None


def _is_plain_subject(
    tokens: Sequence[Word], before: int, j: int, wording: Wording, named: Sequence[bool]
) -> bool:
    """Whether words without a name open the sentence and are the subject of the verb at ``j``."""
    small = wording.prepositions | wording.demonstratives | wording.pointing
    opens = before < _SHORT and not any(one.breaks or one.low in small for one in tokens[1:j])
    return opens and tokens[0].low not in small and not any(named[: j + _SHORT])


def _inserted(tokens: Sequence[Word], j: int, wording: Wording) -> Attribution | None:
    """Whom a clause of two or three words in reported speech tells: "Heat, she went on, had"."""
    kind = wording.pronouns.get(tokens[j - 1].low) if j > 1 and tokens[j - 1].breaks else None
    if kind not in _SUBJECTS or tokens[0].low not in wording.articles | INDEFINITE:
        return None
    after = next((one for one in tokens[j + 1 : j + 3] if one.breaks), None)
    if after is None or after.low in AND:
        return None
    return Attribution(j, Reference(tokens[j - 1].end, kind)) if kind else None


def _by_form(verb: str, wording: Wording) -> Kind:
    """He or she, as the form of a verb tells."""
    if verb in wording.feminine:
        return Kind.SHE
    return Kind.HE if verb in wording.masculine else Kind.SOURCE


def _subject_before(tokens: Sequence[Word], j: int, wording: Wording) -> int | None:
    """Where the subject ends that stands before the verb, in its clause."""
    k = j
    while k and not tokens[k].breaks:
        k -= 1
        if tokens[k].low not in wording.between:
            opens = tokens[k].low in wording.openers or tokens[k].low in wording.that
            return None if opens or tokens[k].low in wording.saying else k
    return None


def _subject_after(
    tokens: Sequence[Word], j: int, wording: Wording, named: Sequence[bool]
) -> Attribution:
    m = j + 1
    while m < len(tokens) and not tokens[m].breaks and tokens[m].low in wording.between:
        if tokens[m].low in wording.articles and m + 1 < len(tokens) and named[m + 1]:
            break
        m += 1
    if m < len(tokens) and not tokens[m].breaks and tokens[m].low not in wording.that:
        word = tokens[m]
        kind = wording.pronouns.get(word.low)
        if kind in _SUBJECTS:
            if wording.passive and j:
                return _from_afar(tokens, j, wording, named)  # "Holm, 41, said she would"
            return Attribution(j, Reference(word.end, kind))
        if tokens[j].low in _WITH_OBJECT and j:
            return _from_afar(tokens, j, wording, named)
        noun = m + (word.low in wording.prepositions)  # "heißt es in dem Schreiben"
        noun += noun < len(tokens) and tokens[noun].low in wording.articles
        if bare_noun(tokens, noun, wording, named):
            return Attribution(j, reference_of_noun(tokens[noun], wording))
        if word.low in wording.articles or named[m] or word.low in wording.titles:
            return Attribution(j, None)
        if not wording.null_subject:
            return Attribution(j, None)
    return _from_afar(tokens, j, wording, named)


def _from_afar(
    tokens: Sequence[Word], j: int, wording: Wording, named: Sequence[bool]
) -> Attribution:
    """The subject where a comma stands between: "Holm, the mayor, said", "She, however, said"."""
    first = next((k for k in range(j) if tokens[k].low not in wording.openers), None)
    if first is not None:
        low = tokens[first].low
        if low in POSSESSIVES and not first and tokens[0].capital and named[j - 1]:
            return Attribution(j, None)  # "His lawyer, Ada Holm, said"
        if wording.pronouns.get(low) in _SUBJECTS:
            return Attribution(j, Reference(tokens[first].end, wording.pronouns[low]))
        if bare_noun(tokens, first + 1, wording, named) and low in wording.articles:
            return Attribution(j, reference_of_noun(tokens[first + 1], wording))
        if any(named[k] and (not k or tokens[k - 1].low not in wording.places) for k in range(j)):
            return Attribution(j, None)
        if low not in wording.prepositions and not wording.null_subject:
            return Attribution(j, None)
    return Attribution(j, Reference(tokens[j].end, Kind.PERSON, silent=True))
