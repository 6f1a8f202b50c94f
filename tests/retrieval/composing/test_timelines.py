"""The lines of a timeline."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from retrieval.composing.quote import Quote
from retrieval.composing.timelines import choose_timeline
from tests.retrieval.composing.sentences import best_first, sentence


def _texts(quotes: list[Quote]) -> list[str]:
    return [quote.evidence.text for quote in quotes]


def test_lines_are_in_order_of_publication() -> None:
    late = sentence("The bridge reopened.", score=0.9, published=date(2031, 5, 9))
    early = sentence("A crack was found.", score=0.88, published=date(2031, 3, 1))
    assert _texts(choose_timeline([late, early])) == [early.text, late.text]


def test_of_one_day_the_earlier_hour_goes_first() -> None:
    late = sentence("It reopened.", score=0.9, published=datetime(2031, 5, 9, 18, tzinfo=UTC))
    early = sentence(
        "A crack was found.", score=0.88, published=datetime(2031, 5, 9, 8, tzinfo=UTC)
    )
    assert _texts(choose_timeline([late, early])) == [early.text, late.text]


def test_an_article_has_one_line_its_best() -> None:
    body = "The bridge reopened. Cars crossed it again."
    best = sentence("The bridge reopened.", "a", score=0.9, body=body)
    second = sentence("Cars crossed it again.", "a", score=0.89, body=body)
    assert _texts(choose_timeline([best, second])) == [best.text]


def test_undated_articles_are_left_out() -> None:
    undated = sentence("The bridge reopened.", published=None)
    assert choose_timeline([undated]) == []


def test_other_affairs_are_left_out() -> None:
    near = sentence("The bridge reopened.", score=0.9)
    far = sentence("The mine caved in.", score=0.8)
    assert _texts(choose_timeline([near, far])) == [near.text]
    other_words = sentence("The ferry sailed.", score=0.89, words_said=0.1)
    assert _texts(choose_timeline([near, other_words])) == [near.text]
    another_language = sentence("Мост открыли.", score=0.89, words_said=0.0)
    assert len(choose_timeline([near, another_language])) == 2


def test_what_another_line_says_is_not_said_again() -> None:
    one = sentence("Engineers closed the bridge at Harlow today.", "a", score=0.9)
    same = sentence("Engineers closed the bridge at Harlow.", "b", score=0.89)
    assert _texts(choose_timeline([one, same])) == [one.text]


def test_of_too_many_the_best_stay() -> None:
    found = [
        sentence(f"Step {n} was taken.", score=0.9 - n / 1000, published=date(2031, 5, 28 - n))
        for n in range(12)
    ]
    chosen = choose_timeline(found)
    assert _texts(chosen) == [f"Step {n} was taken." for n in range(7, -1, -1)]


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=40).filter(str.strip),
            st.floats(0, 1),
            st.none() | st.dates() | st.datetimes(),
        ),
        max_size=12,
    )
)
def test_any_sentences_give_lines_in_order(
    found: list[tuple[str, float, date | datetime | None]],
) -> None:
    evidence = best_first([sentence(t, score=s, published=p) for t, s, p in found])
    chosen = choose_timeline(evidence)
    days = [quote.evidence.hit.article.published_day for quote in chosen]
    assert None not in days
    assert days == sorted(days, key=lambda day: day or date.min)
    assert len({quote.evidence.hit.article.id for quote in chosen}) == len(chosen) <= 8
