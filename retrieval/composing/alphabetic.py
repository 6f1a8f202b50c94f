"""Reads a sentence in a language with capital letters: Latin or Cyrillic script."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.sentences import Span
from retrieval.composing.attributions import NOBODY, attribution
from retrieval.composing.bare_nouns import OF, noun_kind
from retrieval.composing.mentions import mentions
from retrieval.composing.name_runs import name_runs
from retrieval.composing.no_attribution import INDEFINITE
from retrieval.composing.possessives import POSSESSIVES
from retrieval.composing.pronouns import closing_pronoun, opening
from retrieval.composing.reading import Reading, Reference
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word, masked, words_in_order

_FIRST_PERSON = frozenset(
    """i my me we our us ich mein meine meinen wir unser unsere je j mon ma mes nous notre nos yo mi
    mis nosotros nuestro nuestra eu meu minha nós nosso nossa я мой моя мои мы наш наша мій моя мої
    ми""".split()
)
_GERMAN = frozenset({"je", "mi"})
_BEFORE_VERBS = frozenset("se no não nao ne n y en lo le les lui leur lhe s l la".split())
_POINTING = 3
"""Words at the beginning of which one may point at what was said before."""
_LONG = 4
"""Letters of a verb form that its ending may tell."""


def read_alphabetic(body: str, sentence: Span, spoken: Sequence[Span], wording: Wording) -> Reading:
    """What ``sentence`` tells of speakers and references."""
    start, end = sentence
    text = masked(body, start, end, spoken)
    tokens = words_in_order(text, start)
    runs = name_runs(tokens, wording)
    named = [any(first <= k < last for first, last in runs) for k in range(len(tokens))]
    said = attribution(tokens, wording, named)
    found = mentions(body, tokens, runs, wording, said.place if said else None)
    opens = None
    if tokens and not any(first <= start for first, _ in spoken):
        opens = opening(tokens, named, found, wording)
        opens = opens or _unknown_noun(tokens, named, wording)
    lows = [token.low for token in tokens]
    people = any(
        low in wording.people and not any(named[k + 1 : k + 3]) for k, low in enumerate(lows)
    )
    of_first_person = _FIRST_PERSON - (_GERMAN if wording.nouns_have_capitals else frozenset())
    first_person = bool(of_first_person.intersection(lows))
    carries_on = not first_person and (
        bool(wording.reported.intersection(lows)) or _has_reported_verb(lows, wording)
    )
    telling = wording.telling.intersection(lows)
    articled = len(tokens) > 1 and lows[0] in wording.articles
    return Reading(
        start,
        end,
        tuple(spoken),
        bool(tokens),
        found,
        opens,
        said is not None and said.reference is None,
        said.reference if said else None,
        people,
        text.rstrip("\x00 \n").endswith((":", "：")),
        carries_on and said is None,
        any(
            low in wording.stances and not (k and lows[k - 1] in wording.passive | wording.articles)
            for k, low in enumerate(lows)
        ),
        bool(telling) or said is not None or _is_asked(lows, wording),
        _described(tokens, named, wording)
        | (
            {Kind.SOURCE}
            if said is not None and said.reference is None and not first_person
            else frozenset()
        ),
        _points(lows, wording) or (articled and lows[1] in wording.telling),
        first_person,
        articled and not named[1],
        closing_pronoun(tokens, wording),
        said is not None and tokens[said.place].low in wording.asking,
        said is not None and said.place > 0 and tokens[said.place - 1].low in wording.reported,
    )


def _has_reported_verb(lows: Sequence[str], wording: Wording) -> bool:
    """Whether a verb has an ending of reported speech: "coûterait", but not "le portrait"."""
    before_nouns = (
        wording.articles | wording.prepositions | POSSESSIVES | INDEFINITE | wording.between
    )
    return any(
        len(low) > _LONG
        and low.endswith(wording.reported_endings)
        and not (k and lows[k - 1] in before_nouns - _BEFORE_VERBS)
        for k, low in enumerate(lows)
    )


def _unknown_noun(
    tokens: Sequence[Word], named: Sequence[bool], wording: Wording
) -> Reference | None:
    """The subject of a sentence like "The town disagrees", where no table has its noun."""
    if len(tokens) < _POINTING or tokens[0].low not in wording.articles or named[1]:
        return None
    verbs = wording.stances | wording.saying
    if tokens[2].breaks or tokens[2].low not in verbs:
        return None
    return Reference(tokens[1].end, Kind.SOURCE, word=tokens[1].low)


def _is_asked(lows: Sequence[str], wording: Wording) -> bool:
    """Whether somebody is asked: "she was asked about it"."""
    return any(
        one in wording.passive and following in wording.asking for one, following in pairwise(lows)
    )


def _points(lows: Sequence[str], wording: Wording) -> bool:
    """Whether one of the first words points back, other than in "this week"."""
    return any(
        low in wording.pointing
        or (
            low in wording.demonstratives
            and (low not in wording.articles or lows[k + 1] in wording.saying | wording.between)
            and lows[k + 1] not in wording.empty.get(low, ())
            and lows[k + 1] not in wording.time
            and not (k and low in wording.that and lows[k - 1] in wording.saying)
        )
        for k, low in enumerate(lows[:_POINTING])
        if k + 1 < len(lows)
    )


def _described(tokens: Sequence[Word], named: Sequence[bool], wording: Wording) -> frozenset[Kind]:
    """The kinds of those who are spoken of by more than an article and one word."""
    found: set[Kind] = set()
    for k, token in enumerate(tokens):
        kind = noun_kind(token, wording) or _kind_of_many(token, wording)
        compound = kind is None and _is_compound(token, wording)
        if kind is None and not compound and token.low not in wording.bodies:
            continue
        before = tokens[k - 1] if k and not token.breaks else None
        if not compound and before is not None and before.low in wording.articles:
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            if after is None or after.breaks or after.low not in OF:
                continue
        elif before is None and not named[k] and wording.articles and kind is None:
            continue
        if before is not None and (before.low in wording.pronouns or before.low in NOBODY):
            continue
        found.add(kind or Kind.GROUP)
    return frozenset(found)


def _is_compound(word: Word, wording: Wording) -> bool:
    """Whether a German word says which body it is: "Landesrechnungshof", but not "Gericht"."""
    return wording.nouns_have_capitals and any(
        len(word.low) > len(body) and word.low.endswith(body)
        for body in wording.bodies
        if len(body) > _LONG - 1
    )


def _kind_of_many(token: Word, wording: Wording) -> Kind | None:
    kind = noun_kind(replace(token, low=token.low.removesuffix("s")), wording)
    return Kind.THEY if kind in (Kind.HE, Kind.SHE, Kind.PERSON) else kind
