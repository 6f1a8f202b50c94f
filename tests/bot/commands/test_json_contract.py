"""The JSON that programs read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.commands.json_contract import outcome_as_json, reply_as_json
from bot.conversation import Said
from index.limits import Limits
from retrieval.outcomes import Form, Reason
from retrieval.query import Period, PeriodKind, Query, Times
from tests.bot.samples import (
    ASKED,
    BODY,
    NOBODY,
    NOT_LIMITED,
    SANK,
    UNDERSTOOD,
    VALVE,
    answer,
    article,
    citation,
)
from tests.bot.samples import headline as a_headline
from tests.bot.samples import refusal as a_refusal

SEARCHED = {**NOT_LIMITED, "articles": 3, "newest": "2031-05-09", "oldest": None}


def test_an_answer() -> None:
    made = outcome_as_json(answer(citation(article(), NOBODY, within=(SANK, VALVE))))

    assert made == {
        "outcome": "answer",
        "reason": None,
        "confidence": 0.8765,
        "form": "sentences",
        "closest": False,
        "text": "Nobody was aboard. [1]",
        "written": False,
        "citations": [
            {
                "number": 1,
                "quote": NOBODY,
                "readable": NOBODY,
                "passage": f"{SANK} {NOBODY} {VALVE}",
                "title": "Ferry sinks at berth",
                "outlet": "The Tidewater Post",
                "byline": "Ann Reed",
                "published": "2031-05-09",
                "url": "https://news.tidewater.example/ferry",
                "article_id": "ferry",
                "start": BODY.index(NOBODY),
                "end": BODY.index(NOBODY) + len(NOBODY),
                "answering": [],
                "also_in": [],
            }
        ],
        "nearest": [],
        "searched": SEARCHED,
        "query": {"asked": "  What sank? ", "searched": "What sank?", **UNDERSTOOD},
        "took_ms": 12.3,
    }
    assert json.loads(json.dumps(made)) == made


def test_a_refusal() -> None:
    made = outcome_as_json(a_refusal(a_headline()))

    assert made == {
        "outcome": "refusal",
        "reason": "weak_evidence",
        "confidence": 0.1234,
        "form": None,
        "closest": False,
        "text": "",
        "written": False,
        "citations": [],
        "nearest": [
            {
                "title": "Ferry sinks at berth",
                "outlet": "The Tidewater Post",
                "published": "2031-05-09",
                "url": "https://news.tidewater.example/ferry",
            }
        ],
        "searched": SEARCHED,
        "query": {"asked": "What swam?", "searched": "What swam?", **UNDERSTOOD},
        "took_ms": 4.0,
    }


def test_the_words_that_answer_slice_the_body_and_names_stand_in_the_readable_quote_only() -> None:
    told = citation(article(), VALVE, answering=("a valve",), brackets=(("Brenn", "of Quill"),))
    (made,) = outcome_as_json(answer(told))["citations"]

    ((start, end),) = made["answering"]
    assert BODY[start:end] == "a valve"
    assert made["quote"] == VALVE
    assert made["readable"] == VALVE.replace("Brenn", "Brenn [of Quill]")


@pytest.mark.parametrize("form", Form)
def test_the_form_and_how_close_it_is_are_told(form: Form) -> None:
    made = outcome_as_json(answer(citation(article(), SANK), form=form, closest=True))

    assert (made["form"], made["closest"]) == (form.name.lower(), True)


def test_every_field_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")
    copy = replace(citation(article(), SANK), also_in=(a_headline(),))
    made = [outcome_as_json(answer(copy)), outcome_as_json(a_refusal(a_headline()))]

    assert {f"`{name}`" for one in made for name in _names(one) if f"`{name}`" not in page} == set()


def _names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for one in inner:
            yield from _names(one)


def test_answers_and_refusals_have_the_same_keys() -> None:
    assert list(outcome_as_json(answer(citation(article(), SANK)))) == list(
        outcome_as_json(a_refusal())
    )


@pytest.mark.parametrize(
    ("reason", "word"),
    list(
        zip(
            Reason,
            (
                "weak_evidence",
                "nothing_in_period",
                "nothing_within_limits",
                "unknown_language",
                "unread_operator",
                "empty_corpus",
                "not_a_question",
                "too_long",
            ),
            strict=True,
        )
    ),
)
def test_the_words_for_reasons_are_promised(reason: Reason, word: str) -> None:
    assert outcome_as_json(a_refusal(reason=reason))["reason"] == word


def test_what_is_unknown_is_null_and_an_instant_keeps_its_offset() -> None:
    bare = article(url=None, outlet=None, byline=None, published=None)
    dated = article(published=datetime(2031, 5, 9, 8, 30, tzinfo=UTC))
    (unknown,) = outcome_as_json(answer(citation(bare, SANK), newest=None))["citations"]
    (known,) = outcome_as_json(answer(citation(dated, SANK)))["citations"]

    names = ("url", "outlet", "byline", "published")
    assert [unknown[name] for name in names] == [None] * 4
    assert known["published"] == "2031-05-09T08:30:00+00:00"
    assert outcome_as_json(a_refusal(newest=None))["searched"]["newest"] is None


def test_the_bots_own_words_stand_under_said() -> None:
    assert reply_as_json(Said("Hello")) == {"said": "Hello"}
    assert reply_as_json(a_refusal()) == outcome_as_json(a_refusal())


def test_what_was_understood_of_a_question_is_told() -> None:
    period = Period(date(2031, 5, 1), None, PeriodKind.EVENT, "since May")
    query = Query(
        "x",
        "what sank",
        ASKED,
        Times(period, latest=True),
        Limits(phrases=("a b",), without=("c",)),
        goes_on=True,
        sources=("Kelp Daily",),
        unread=("after:soon",),
    )
    made = outcome_as_json(replace(a_refusal(), query=query))["query"]
    assert made == {
        "asked": "x",
        "searched": "what sank",
        "period": {"from": "2031-05-01", "to": None, "kind": "event", "words": "since May"},
        "latest": True,
        "goes_on": True,
        "sources": ["Kelp Daily"],
        "phrases": ["a b"],
        "without": ["c"],
        "unread": ["after:soon"],
    }


def test_a_text_of_a_language_model_is_told_as_such() -> None:
    made = outcome_as_json(
        replace(answer(citation(article(), SANK)), text="It sank.", written=True)
    )

    assert (made["text"], made["written"]) == ("It sank.", True)
