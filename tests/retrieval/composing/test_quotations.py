"""Where direct speech begins and ends."""

import pytest

from retrieval.composing.quotations import quotations


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("“We left,” she said. “All of us.”", ["“We left,”", "“All of us.”"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("»Nein«, sagte er. »Nie.«", ["»Nein«", "»Nie.«"]),
        ("« Non », dit-il.", ["« Non »"]),
        ('He said: "No." Then he left.', ['"No."']),
        ("他说：「不。」", ["「不。」"]),
        ("'No,' said Mr Roe of the workers' union.", ["'No,'"]),
        ("The workers' union and the crew's boat.", []),
        ("“One.\n\n“Two,” she said.", ["“One.\n\n“Two,”"]),
        ("“One.\n\ntwo,” she said.", ["“One.\n\ntwo,”"]),
        ("“Never closed.\n\nNext paragraph.", ["“Never closed."]),
        ("— Мы готовы, — сказал он. — Ждём.", ["— Мы готовы, ", "— Ждём."]),
        ("—Fallaron —dijo él—. Nadie avisó.", ["—Fallaron ", "—. Nadie avisó."]),
        ("— Москва — столица.", ["— Москва — столица."]),
    ],
)
def test_speech_runs_from_its_opening_mark_to_its_closing_one(text: str, spoken: list[str]) -> None:
    found = quotations(text, {"said", "сказал", "dijo"})
    assert [text[start:end] for start, end in found] == spoken
