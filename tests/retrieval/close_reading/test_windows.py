"""Windows are runs of sentences around the best ones, none of them twice."""

from hypothesis import given
from hypothesis import strategies as st

from index.articles import Passage
from retrieval.close_reading import windows as module
from retrieval.close_reading.windows import Window, grown, windows_around
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit
from tests.retrieval.conftest import article

SENTENCES = ("One is here.", "Two is here.", "Three is here.", "Four is here.")
BODY = " ".join(SENTENCES)
SPANS = tuple((BODY.index(one), BODY.index(one) + len(one)) for one in SENTENCES)


def hit(name: str) -> Hit:
    of = article(name, BODY)
    return Hit(1, Passage(of.id, 0, len(BODY), BODY, SPANS), of, 1.0, None, None)


def evidence(where: Hit, place: int) -> Evidence:
    start, end = SPANS[place]
    return Evidence(where, start, end, 0.5, 0.0, 0.5)


def sizes(tokens: int, *hits: Hit) -> dict[tuple[str, int], int]:
    return {(one.article.id, start): tokens for one in hits for start, _ in SPANS}


def places(window: Window) -> list[int]:
    return [SPANS.index(span) for span in window.sentences]


def test_the_sentence_before_is_taken_first() -> None:
    ferry = hit("ferry")
    room_for_two = module._AROUND // 2
    (window,) = windows_around([evidence(ferry, 2)], sizes(room_for_two, ferry), 0, 500)
    assert places(window) == [1, 2]


def test_a_short_passage_is_read_whole_and_once() -> None:
    ferry = hit("ferry")
    best_first = [evidence(ferry, 2), evidence(ferry, 0)]
    (window,) = windows_around(best_first, sizes(5, ferry), 0, 500)
    assert places(window) == [0, 1, 2, 3]


def test_no_more_is_read_than_asked_for_and_the_best_of_it() -> None:
    ferry, comet = hit("ferry"), hit("comet")
    best_first = [evidence(comet, 0), evidence(ferry, 3), evidence(ferry, 0)]
    found = windows_around(best_first, sizes(70, ferry, comet), 20, 2 * (70 + 20))
    assert [(one.hit.article.id, places(one)) for one in found] == [
        (comet.article.id, [0]),
        (ferry.article.id, [3]),
    ]


def test_one_window_is_read_however_long() -> None:
    ferry = hit("ferry")
    assert len(windows_around([evidence(ferry, 0)], sizes(70, ferry), 20, 5)) == 1


def test_a_sentence_longer_than_the_window_stands_alone() -> None:
    assert grown([3, 500, 3], 1, 80) == (1, 1)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12), st.data())
def test_a_window_holds_its_sentence_fits_and_could_not_be_longer(
    tokens: list[int], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(tokens) - 1))
    first, last = grown(tokens, at, 80)
    assert 0 <= first <= at <= last < len(tokens)
    taken = sum(tokens[first : last + 1])
    assert taken <= max(80, tokens[at])
    for place in (first - 1, last + 1):
        assert not (0 <= place < len(tokens)) or taken + tokens[place] > 80
