"""Articles that give different values are told from those that do not."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import split_body
from retrieval.composing.differing import differing
from retrieval.evidence import Evidence
from tests.retrieval.composing.sentences import best_first, sentence

_EXAMPLES = Path(__file__).parent / "differing.jsonl"
_ASKED = "How many people were killed in the Serrin blast?"
_TEXT = "The Serrin blast killed {} people"


def _evidence(articles: list[dict[str, str]]) -> list[Evidence]:
    found = [
        sentence(
            one["body"][start:end],
            str(number),
            score=0.9 - 0.005 * number - 0.02 * place,
            published=date.fromisoformat(one["published"]),
            outlet=one["outlet"],
            title=one["title"],
            body=one["body"],
        )
        for number, one in enumerate(articles)
        for place, (start, end) in enumerate(split_body(one["body"]))
    ]
    return best_first(found)


def _cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _EXAMPLES.read_text(encoding="utf-8").splitlines()]


def test_of_those_flagged_nine_in_ten_differ_and_most_that_differ_are_flagged() -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for case in _cases():
        flagged = bool(differing(case["question"], _evidence(case["articles"])))
        counts[flagged, case["differ"]] += 1
    right, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    assert right >= 0.9 * (right + wrong)
    assert right >= 0.9 * (right + missed)


def _two(one: str, other: str, **second: Any) -> list[Evidence]:
    return [
        sentence(one, "a", score=0.9, title="Serrin blast"),
        sentence(other, "b", **{"score": 0.89, "title": "Serrin blast", **second}),
    ]


def _flagged(evidence: list[Evidence], question: str = _ASKED) -> int:
    return len(differing(question, evidence))


def test_two_articles_with_other_counts_are_both_quoted() -> None:
    evidence = _two(_TEXT.format(14), _TEXT.format(17))
    assert [quote.evidence for quote in differing(_ASKED, evidence)] == evidence


def test_a_third_value_is_quoted_and_a_value_said_again_is_not() -> None:
    evidence = [
        *_two(_TEXT.format(14), _TEXT.format(17)),
        sentence(_TEXT.format("seventeen"), "c", score=0.88, title="Serrin blast"),
        sentence(_TEXT.format(21), "d", score=0.87, title="Serrin blast"),
        sentence(_TEXT.format(25), "e", score=0.86, title="Serrin blast"),
    ]
    quoted = [quote.evidence.hit.article.id for quote in differing(_ASKED, evidence)]
    assert quoted == ["a", "b", "d"]


def test_one_article_does_not_differ_from_itself() -> None:
    body = f"{_TEXT.format(14)}. {_TEXT.format(17)}."
    one = sentence(f"{_TEXT.format(14)}.", "a", body=body, title="Serrin blast")
    two = sentence(f"{_TEXT.format(17)}.", "a", body=body, score=0.89, title="Serrin blast")
    assert not _flagged([one, two])


def test_far_below_the_best_nothing_differs() -> None:
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(17), score=0.8))


def test_a_sentence_that_a_model_holds_for_no_answer_does_not_count() -> None:
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(17), gain=-0.1))
    assert _flagged(_two(_TEXT.format(14), _TEXT.format(17), gain=0.1))


def test_the_words_that_answer_tell_which_of_two_numbers_is_meant() -> None:
    text = "In Serrin 17 people or 30 people were killed by the blast"
    assert not _flagged(_two(_TEXT.format(14), text))
    assert _flagged(_two(_TEXT.format(14), text, answering="17 people"))


def test_an_outlet_that_writes_again_the_next_day_corrects_itself() -> None:
    later = {"published": date(2031, 5, 7), "outlet": "a"}
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(12), **later))
    assert _flagged(_two(_TEXT.format(14), _TEXT.format(12), published=date(2031, 5, 7)))


def test_a_toll_that_grows_for_days_is_updated() -> None:
    assert _flagged(_two(_TEXT.format(14), _TEXT.format(17), published=date(2031, 5, 7)))
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(17), published=date(2031, 5, 8)))
    assert _flagged(_two(_TEXT.format(14), _TEXT.format(11), published=date(2031, 5, 8)))


def test_a_count_that_is_not_over_is_updated_the_next_day() -> None:
    later = {"published": date(2031, 5, 7)}
    assert not _flagged(_two(_TEXT.format(14) + " so far", _TEXT.format(17), **later))
    assert _flagged(_two(_TEXT.format(14) + " so far", _TEXT.format(17)))


def test_a_newer_article_that_tells_of_the_old_number_elsewhere_is_an_update() -> None:
    body = f"{_TEXT.format(17)}. The number was raised from 14 at noon."
    newer = {"body": body, "published": date(2031, 5, 7)}
    assert not _flagged(_two(_TEXT.format(14), f"{_TEXT.format(17)}.", **newer))


def test_articles_months_apart_are_of_other_events() -> None:
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(9), published=date(2031, 9, 1)))


def test_sentences_that_share_too_few_words_are_of_other_things() -> None:
    other = "Some 17 people, it is thought, had been killed by winter colds in all of Estmark"
    evidence = [
        sentence(_TEXT.format(14), "a", title="Serrin blast"),
        sentence(other, "b", score=0.89, title="Colds", body=other + ". Serrin was spared."),
    ]
    assert not _flagged(evidence)


def test_an_article_without_the_name_asked_for_is_of_another_affair() -> None:
    evidence = [
        sentence(_TEXT.format(14), "a", title="Serrin blast"),
        sentence("The blast killed 17 people", "b", score=0.89, title="Mine blast"),
    ]
    assert not _flagged(evidence)


def test_each_with_a_place_of_its_own_they_are_of_other_things() -> None:
    question = "How many people were killed by the blast?"
    one = sentence("In Tarn the blast killed 14 people", "a", title="A blast")
    two = sentence("In Ondra the blast killed 17 people", "b", score=0.89, title="A blast")
    assert not _flagged([one, two], question)
    no_place = sentence("That day the blast killed 17 people", "b", score=0.89, title="A blast")
    assert _flagged([one, no_place], question)


def test_planned_and_done_are_two_things() -> None:
    assert not _flagged(_two(_TEXT.format(14), _TEXT.format(17) + " by plan"))


def test_numbers_of_other_years_are_two_things() -> None:
    one, two = _TEXT.format(14) + " in 2030", _TEXT.format(17) + " in 2029"
    assert not _flagged(_two(one, two))
    assert _flagged(_two(one, _TEXT.format(17)))


def test_sentences_of_two_languages_are_not_compared() -> None:
    evidence = [
        sentence("L'explosion de Serrin a tué 14 personnes.", "a", title="Explosion à Serrin"),
        sentence(_TEXT.format(17) + ", police said.", "b", score=0.89, title="Serrin blast"),
    ]
    assert not _flagged(evidence)


def test_a_question_in_another_language_finds_them_as_well() -> None:
    question = "Сколько человек погибли при взрыве в Серрине?"
    assert _flagged(_two(_TEXT.format(14), _TEXT.format(17)), question)


_PIECES = st.sampled_from(
    "14 17 1,500 3.2 12-17 0 -7 31 June 99999999999999999999 million hundred two a dozen 5% € "
    "$3bn Monday 30 February 2031 killed people injured at least about from rose 14人 三千万 ١٤ "
    "قتل и де "
    "погибли двадцать , ; ( \u200f \x00 ' - Serrin blast 1.2.3.4 ½ ² Ⅳ 𝟙".split(" ")
)
_QUESTIONS = st.sampled_from(
    [
        _ASKED,
        "When did the Serrin blast kill people?",
        "How old is Serrin?",
        "How much did Serrin cost?",
        "Сколько человек погибли?",
        "多少人死亡?",
        "كم شخصا قتل؟",
        "",
    ]
) | st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    _QUESTIONS,
    st.lists(
        st.tuples(
            (
                st.lists(_PIECES, min_size=1, max_size=12).map(" ".join) | st.text(max_size=40)
            ).filter(str.strip),
            st.floats(0, 1),
            st.none() | st.dates(),
        ),
        max_size=5,
    ),
)
def test_any_question_and_sentences_give_none_or_different_articles(
    question: str, found: list[tuple[str, float, date | None]]
) -> None:
    evidence = best_first([sentence(t, score=s, published=p) for t, s, p in found])
    quotes = differing(question, evidence)
    assert len(quotes) in (0, 2, 3)
    assert len({quote.evidence.hit.article.id for quote in quotes}) == len(quotes)
