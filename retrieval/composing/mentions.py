"""Who and what a sentence names, in an alphabet: by capitals, titles and verbs of saying."""

import re
from collections.abc import Sequence

from retrieval.composing.given_names import sex_of
from retrieval.composing.name_signs import (
    is_apposed,
    is_late_subject,
    relates_to_person,
    relates_to_thing,
)
from retrieval.composing.possessives import POSSESSIVES
from retrieval.composing.reading import Mention
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word

_OF = frozenset("of von de da do d".split())
_OF_THE = frozenset("der des del du della".split())
_AND = frozenset("und y e".split())
_DASH = re.compile(r"\s?[-–—] ")
_AGENTS = ("er", "in", "or", "ent", "ant", "ist", "oge", "wirt", "mann", "frau", "arzt", "walt")
_TRADE = 3
_BY = frozenset("by par por durch".split())
_YEARS = "Jahre|ans|años|anos|год|лет|рок"
_AGE = re.compile(rf",? ?(?:\(?\d{{2}}\b(?! (?!{_YEARS})\w)|aged \d)")
_APPOSED = re.compile(
    r", (?:(?:an?|the|eine?|der|die|une?|le|la|el|una?|o|a|uma?) |l['’])[^\W\d_]+"
)


def mentions(
    body: str,
    tokens: Sequence[Word],
    runs: Sequence[tuple[int, int]],
    wording: Wording,
    verb: int | None,
) -> tuple[Mention, ...]:
    """What the ``runs`` of words with a capital name; ``verb`` is the place of a verb of saying."""
    found = (_mention(body, tokens, run, wording, verb) for run in runs)
    return tuple(one for one in found if not _is_dateline(body, one))


def is_followed_by_trade(body: str, end: int) -> bool:
    """Whether the name that ends there is followed by what it is: ", the mayor"."""
    return bool(_APPOSED.match(body, end))


def _is_dateline(body: str, mention: Mention) -> bool:
    return mention.name.isupper() and bool(_DASH.match(body, mention.end))


def _mention(
    body: str, tokens: Sequence[Word], run: tuple[int, int], wording: Wording, verb: int | None
) -> Mention:
    first, last = run
    lows = [token.low for token in tokens[first:last]]
    before = tokens[first - 1] if first and not tokens[first].breaks else None
    bare = first
    while bare < last - 1 and _is_title(tokens[bare].low, wording):
        bare += 1
    inner = [k for k in range(bare, last - 1) if _is_title(tokens[k].low, wording)]
    if inner:
        bare = inner[-1] + 1  # "Health Minister Edda Royle"
        lows = lows[bare - first :]
    while bare < last - 2 and tokens[bare].text.isupper() and len(tokens[bare].text) > 1:
        bare += 1  # the abbreviation of an office before the name of who holds it
    titled = bare > first or (before is not None and _is_title(before.low, wording))
    closed = last == len(tokens) or tokens[last].breaks
    if first and tokens[first].breaks and closed and last - first <= 2:
        titled = titled or tokens[first - 1].low in wording.people  # "His wife, Livia,"
    body_word = any(low in wording.bodies for low in lows) or any(
        low.endswith(("partei", "ministerium", "gesellschaft", "verband", "gewerkschaft", "amt"))
        for low in lows
    )
    speaks = verb is not None and (
        verb == first - 1
        or verb == last
        or (verb < first and _only(tokens, verb + 1, first, wording))
        or (verb > last and _only(tokens, last, verb, wording))
    )
    at = tokens[last - 1].end
    aged = bool(_AGE.match(body, at)) and body[at : at + 1] in (",", " ")
    apposed = is_followed_by_trade(body, at) or relates_to_person(body, at)
    apposed = apposed or is_apposed(tokens, first, last, wording)
    place = before is not None and before.low in wording.places and not titled
    if before is not None and before.low in _OF and last - first == 1 and not (aged or speaks):
        place = place or not titled  # "the port of Ondra"
    with_article = before is not None and before.low in wording.articles
    count = last - bare
    of_place = bare > first and tokens[bare].low in _OF | _OF_THE  # "Ministerin von Tarsien"
    titled = titled and not of_place
    agent = wording.nouns_have_capitals and before is not None and before.low in wording.articles
    if agent and last - first > 2 and not titled and not body_word:
        words = tokens[first:last]
        titled = words[0].low.endswith(_AGENTS) and all(one.capital for one in words)
        bare += titled  # "Der Gutachter Emil Sandrock"
    called = before is not None and wording.nouns.get(before.low) is Kind.GROUP
    called = called or (last - first == 1 and relates_to_thing(body, at))
    person: bool | None
    if called or any(low in _AND for low in lows):
        person = False  # "the manufacturer Roval"
    elif titled and not body_word:
        person = True
    elif (
        body_word
        or (with_article and not titled)
        or any(t.isupper() and len(t) > 2 for t in (w.text for w in tokens[first:last]))
    ) or (place or of_place):
        person = False
    else:
        person = True if count >= 2 or aged else None
    sure = called or titled or aged or speaks or (count >= 2 and apposed)
    if count >= 2 and person and not sure:
        sure = sex_of(tokens[bare].text.split("-")[0]) is not None and count <= 3
    if before is not None and before.low in _OF and not (titled or aged or speaks or apposed):
        sure = False  # "the marsh of Isla Larga"
    begins = (
        first == 0
        or all(
            t.low in wording.openers
            or t.low in wording.titles
            or t.low in wording.articles
            or t.low in wording.people
            or t.low in wording.pronouns
            for t in tokens[:first]
        )
        or _only_a_trade(tokens, first, titled, wording)
    )
    sex = _sex(tokens, first, bare, last, wording) if person is not False else None
    start, end = tokens[bare].start, tokens[last - 1].end
    if person and "of" in (after := [one.low for one in tokens[bare + 1 : last]]):
        end = tokens[bare + after.index("of")].end  # "Hye Oro of Bracken Insight"
    name = re.sub(r"['’]s?$", "", body[start:end])
    by_at = first - 2 if with_article else first - 1
    by = by_at >= 0 and tokens[by_at].low in _BY
    if not wording.articles and body[start - 1 : start] == "«":
        person, sure, begins = False, True, first <= _TRADE  # a body by its name
    begins = begins or is_late_subject(tokens, first, last, wording)
    owns = body[tokens[last - 1].end : tokens[last - 1].end + 2] in ("'s", "’s")
    acts = (begins or speaks or by) and not (place or of_place or owns)
    return Mention(name, start, end, person, sure, acts, sex)


def _only_a_trade(tokens: Sequence[Word], first: int, titled: bool, wording: Wording) -> bool:
    """Whether only an article and a trade stand before: "La montañera Nerea", "Art historian"."""
    return (
        1 < first <= _TRADE
        and (titled or tokens[0].low in wording.articles | POSSESSIVES)
        and not any(
            one.breaks or one.low in wording.prepositions | wording.saying | _OF
            for one in tokens[1 : first + 1]
        )
    )


def _sex(tokens: Sequence[Word], first: int, bare: int, last: int, wording: Wording) -> Kind | None:
    """By a title, a noun before the name, the form of the verb, or else the given name."""
    around = [*range(max(0, first - 2), bare), *range(last, min(last + 2, len(tokens)))]
    for k in around:
        if k >= last and any(tokens[x].breaks for x in range(last, k + 1)):
            break
        low = tokens[k].low
        if k >= last and low in wording.articles:
            break
        if low in wording.feminine:
            return Kind.SHE
        if low in wording.masculine and not (k < first - 1 and tokens[k].low in wording.articles):
            return Kind.HE
    return sex_of(tokens[bare].text.split("-")[0]) if last - bare >= 2 else None


def _is_title(low: str, wording: Wording) -> bool:
    """Whether it is a title, or in German a compound that ends in one."""
    compound = wording.nouns_have_capitals and any(
        low.endswith(title) for title in wording.titles if len(title) > 3
    )
    person = wording.nouns.get(low) in (Kind.PERSON, Kind.HE, Kind.SHE)
    return low in wording.titles or compound or person


def _only(tokens: Sequence[Word], first: int, last: int, wording: Wording) -> bool:
    """Whether nothing but small words, titles and people stand from ``first`` to ``last``."""
    small = (wording.between, wording.titles, wording.people, wording.articles)
    return all(
        not token.breaks and any(token.low in table for table in small)
        for token in tokens[first:last]
    )
