"""An answer in the words of a language model, or in quotes."""

from dataclasses import replace

import pytest

from retrieval.outcomes import Answer, Form
from retrieval.writing.phrasing import PhrasingError
from retrieval.writing.writer import Writer
from tests.bot.samples import NOBODY, SANK, VALVE, answer, article, citation
from tests.retrieval.conftest import WordEncoder

QUOTES = answer(
    citation(article(), SANK),
    citation(
        article(id="b", body="Nobody was hurt, the owner Tove Lind said."),
        "Nobody was hurt, the owner Tove Lind said.",
        number=2,
    ),
)


class Saying:
    """A language model that says one thing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked: list[str] = []

    def phrase(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self.text


class Late:
    """A language model that is never in time."""

    def phrase(self, prompt: str) -> str:
        raise PhrasingError("the writer took over 8 seconds")


def written(text: str, of: Answer = QUOTES) -> Answer:
    return Writer(Saying(text), WordEncoder()).write(of)


def test_what_stands_becomes_the_text_each_sentence_with_its_numbers() -> None:
    made = written("The ferry to Quill Island sank. [1] Nobody was hurt, Tove Lind said [2].")

    assert made.text == "The ferry to Quill Island sank. [1] Nobody was hurt, Tove Lind said. [2]"
    assert made.written


def test_the_quotes_stay_as_they_were() -> None:
    made = written("The ferry to Quill Island sank [1].")

    assert made == replace(QUOTES, text=made.text, written=True)
    assert made.citations is QUOTES.citations


def test_a_sentence_that_fails_is_taken_out_and_the_others_stay() -> None:
    made = written("The ferry sank on Friday [1]. Nobody was hurt [2]. Tove Lind drowned [2].")

    assert made.text == "Nobody was hurt. [2]"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.",
        "The ferry sank [3].",
        "The ferry sank on Sunday [1].",
        "I cannot help with that [1].",
        "",
    ],
)
def test_where_nothing_stands_the_very_answer_is_sent(text: str) -> None:
    assert written(text) is QUOTES


def test_where_the_model_fails_the_very_answer_is_sent() -> None:
    assert Writer(Late(), WordEncoder()).write(QUOTES) is QUOTES


def test_a_pronoun_does_not_outlive_the_sentence_that_it_leans_on() -> None:
    of = answer(citation(article(), SANK), citation(article(), VALVE))

    assert written("Ann Reed was there [1]. He blamed a valve that was left open [1].", of) is of
    assert written("Odd Brenn was there [1]. Odd Brenn blamed a valve [1].", of).written


def test_a_sentence_said_twice_is_sent_once() -> None:
    assert written("The ferry sank [1]. The ferry sank [1].").text == "The ferry sank. [1]"


@pytest.mark.parametrize(
    "changed",
    [{"form": Form.LIST}, {"form": Form.DIFFERING}, {"form": Form.TIMELINE}, {"closest": True}],
)
def test_lists_times_differing_and_closest_answers_are_left_in_quotes(
    changed: dict[str, object],
) -> None:
    model = Saying("The ferry sank [1].")
    of = replace(QUOTES, **changed)  # type: ignore[arg-type]

    assert Writer(model, WordEncoder()).write(of) is of
    assert model.asked == []


def test_the_model_sees_the_quotes_and_nothing_else_of_the_articles() -> None:
    model = Saying("")
    Writer(model, WordEncoder()).write(answer(citation(article(), SANK, within=(SANK, VALVE))))

    told = model.asked[0]
    assert SANK in told
    assert NOBODY not in told
    assert VALVE not in told
