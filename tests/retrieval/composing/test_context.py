"""What is brought along, in which order, and how much of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.composing.context import with_context
from retrieval.composing.quote import Quote
from retrieval.evidence import Evidence
from retrieval.outcomes import Bracket
from tests.retrieval.composing.speakers_kept import cited, examples, hit_of, quote_of, readable

PORT = (
    "Ada Holm runs the port of Ondra. She took over in 2019. “The cranes are old,” she said. "
    "“We need new ones.” Ben Roe, the harbour master, disagreed. He said they would do."
)


def texts(quotes: list[Quote]) -> list[str]:
    return [quote.evidence.text for quote in quotes]


def test_a_pronoun_gets_the_name_that_alone_can_be_meant() -> None:
    (shown,) = with_context([quote_of(PORT, "She took over")], 3)
    assert shown.brackets == (Bracket(PORT.index("She") + 3, "Ada Holm"),)


def test_the_sentence_before_is_brought_where_two_may_be_meant() -> None:
    body = "Rowan Vale met Quinn Marsh in Tarn. He said the talks went well."
    brought, own = with_context([quote_of(body, "He said")], 3)
    assert brought.brought
    assert brought.evidence.text == "Rowan Vale met Quinn Marsh in Tarn."
    assert brought.evidence.score == 0.0
    assert (own.brought, own.brackets) == (False, ())


def test_a_sentence_brought_for_speech_names_its_speaker() -> None:
    shown = with_context([quote_of(PORT, "“We need new")], 3)
    assert readable(shown).startswith("“The cranes are old,” she [Ada Holm] said. “We need")


def test_where_there_is_no_room_the_name_stands_in_a_bracket() -> None:
    body = "“It was a long night,” said Tove Lind. “We lost two boats before dawn.”"
    shown = with_context([quote_of(body, "“We lost")], 1)
    assert readable(shown) == "“We lost two boats before dawn.” [Tove Lind]"


def test_the_weakest_quote_gives_way_to_the_context_of_the_best() -> None:
    body = "“It was a long night,” said Tove Lind. “We lost two boats before dawn.”"
    others = [
        quote_of("Rain fell in Tarn on Sunday.", "Rain", "b"),
        quote_of("Snow fell in Ondra.", "Snow", "c"),
    ]
    shown = with_context([quote_of(body, "“We lost"), *others], 3)
    assert texts(shown)[2:] == ["Rain fell in Tarn on Sunday."]


def test_a_weaker_quote_without_room_for_its_speaker_is_left_out() -> None:
    body = "Rowan Vale met Quinn Marsh in Tarn.\n\n“We lost two boats before dawn.”"
    best = quote_of("Rain fell in Tarn on Sunday.", "Rain", "b")
    assert texts(with_context([best, quote_of(body, "“We lost")], 2))[0].startswith("Rain")


RECALL = (
    "Brightwick Home has recalled its pressure cookers. In a statement, the company made three "
    "points. It knew of seven cases in which the lid had opened."
)


def test_the_sentence_that_names_goes_before_the_one_that_leads_over() -> None:
    quote = quote_of(RECALL, "It knew")
    assert "Brightwick Home" in readable(with_context([quote], 2))
    assert texts(with_context([quote], 3))[1].startswith("In a statement")


def test_the_context_of_the_best_leaves_no_room_for_a_weaker_one() -> None:
    other = quote_of("Rain fell in Tarn on Sunday.", "Rain", "b")
    assert len(with_context([quote_of(RECALL, "It knew"), other], 3)) == 3
    assert other not in with_context([quote_of(RECALL, "It knew"), other], 3)


def test_where_two_may_speak_both_are_shown() -> None:
    body = "Director Ada Holm had spoken of 400 posts. “I counted 1,150.” Ben Roe had left early."
    shown = readable(with_context([quote_of(body, "“I counted")], 3))
    assert "Ada Holm" in shown
    assert "Ben Roe" in shown


def test_news_without_an_attribution_before_it_needs_nothing() -> None:
    body = "Two barns burned in Tarn. The roofs fell in at dawn. Nobody was hurt.\n\nIt rained."
    for claim in ("Two barns", "The roofs", "Nobody"):
        assert len(with_context([quote_of(body, claim)], 3)) == 1


def test_another_who_acts_ends_an_account() -> None:
    body = "Ada Holm said the port was full. Captain Ben Roe turned back at the light."
    assert len(with_context([quote_of(body, "Captain")], 3)) == 1


def test_two_that_stand_together_are_shown_as_in_the_article() -> None:
    body = "“It was a long night,” said Tove Lind. “We lost two boats before dawn.”"
    chosen = [quote_of(body, "“We lost"), quote_of(body, "“It was")]
    shown = with_context(chosen, 3)
    assert shown == [chosen[1], chosen[0]]


def test_a_quote_that_needs_nothing_is_as_it_was() -> None:
    quote = quote_of("Two barns burned. It was the third fire in a month, police said.", "It was")
    assert with_context([quote], 3) == [quote]


def test_a_referent_within_the_sentence_is_enough() -> None:
    body = "Ada Holm left. When she was back, Mira Stoll said the port was shut. He, Mr Roe, knew."
    for claim in ("When she", "He, Mr Roe"):
        assert not [
            one.brackets for one in with_context([quote_of(body, claim)], 3) if one.brackets
        ]


def test_at_most_four_sentences_back_are_looked_at() -> None:
    body = "Ada Holm runs the port. " + "The port is old. " * 4 + "She said so on Monday."
    assert "Ada Holm" not in readable(with_context([quote_of(body, "She said")], 3))


def test_a_sentence_outside_the_passage_is_brought() -> None:
    body = "“It was a long night,” said Tove Lind.\n\n“We lost two boats before dawn.”"
    quote = quote_of(body, "“We lost")
    assert texts(with_context([quote], 2))[0].startswith("“It was")


def test_more_context_is_not_added_to_context() -> None:
    for example in examples():
        once = with_context([quote_of(example.body, example.claim)], 3)
        assert with_context(once, 3) == once, example.name


BITS = st.lists(
    st.sampled_from(
        [
            *"“”\"'«»„—\n[],.:?!",
            *("\n\n", " she said ", "She ", "Ada Holm", " said ", "He [x] ", "他说", "。", "قال "),
            *("The company ", " — сказал он. ", "el ", "Er sagte, ", "It ", ". ", "\u202e", "😀"),
        ]
    ),
    min_size=1,
    max_size=60,
)


@settings(deadline=None)
@given(BITS, st.integers(0, 4), st.data())
def test_any_text_gives_whole_verbatim_quotes_in_order(
    bits: list[str], most: int, data: st.DataObject
) -> None:
    body = "x" + "".join(bits)
    hit = hit_of(body)
    spans = data.draw(st.lists(st.sampled_from(hit.passage.sentences), max_size=3, unique=True))
    chosen = [Quote(Evidence(hit, *span, 0.5, 0.5, 0.5)) for span in spans]
    shown = with_context(chosen, most)
    assert len(shown) <= most
    assert len(cited(shown)) == len(shown)
    assert len({quote.evidence.start for quote in shown}) == len(shown)
    assert not chosen or not most or chosen[0].evidence.start in {q.evidence.start for q in shown}
    for quote in shown:
        ats = [bracket.at for bracket in quote.brackets]
        assert ats == sorted(set(ats))
        assert all(quote.evidence.start < at <= quote.evidence.end for at in ats)


def test_a_bracket_is_not_put_where_somebody_else_may_be_meant() -> None:
    bodies = {
        "Her husband": "Rowan Breck ruled out an attack. Her husband flew in on Friday.",
        "She said": "Ada Holm praised the crew. Ben Roe, her deputy, disagreed. She said no.",
        "He said": "Sam Pell was hurt. A man from Tarn was arrested. He said it was a mistake.",
        "The bishop": "Delegate Ivo Lang spoke. The bishop, Tadeo Hill, has offered to mediate.",
        "Mira Stoll": "Coach Torben Als said no. Mira Stoll, 30, said she would play.",
        "The club": "Pia Nowell fell. Nowell said it hurt. The club has bought a defibrillator.",
        "She was": "Comet Tolland, a smudge, was seen by Ada Tolland, 16. She was on a roof.",
    }
    for claim, body in bodies.items():
        shown = with_context([quote_of(body, claim)], 3)
        assert not [bracket for quote in shown for bracket in quote.brackets], claim
