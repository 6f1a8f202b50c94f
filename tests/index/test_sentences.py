import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_body, split_sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He arrived at 5 p.m. Monday in Ondra.", "He left."],
        ["It sails at 9 a.m. Eastern time.", "He left."],
        ["The U.S. border is shut.", "He left."],
        ["It began on Feb. 24.", "Then it rained."],
        ["They met Dr. Lind there.", "She left."],
        ["“We will stay.”", "She left."],
        ['"We will stay."', "She left."],
        ["“It is over,” he said.", "She left."],
        ["Он родился в 1950 г. в Москве.", "Потом он уехал."],
        ["Die Brücke ist zu.", "Niemand kam."],
        ["Sie öffnet am 12. Mai wieder.", "Bis zum 3. August kam niemand.", "Im 19. Jahrhundert."],
        ["She was 12.", "May was hot."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


def test_chinese_sentences_are_parted_without_spaces() -> None:
    assert pieces("今天下雨了。他回家了！你呢？") == ["今天下雨了。", "他回家了！", "你呢？"]


def test_arabic_sentences_are_parted() -> None:
    assert pieces("ذهب الوزير إلى المدينة. هل نام؟ نعم.") == [
        "ذهب الوزير إلى المدينة.",
        "هل نام؟",
        "نعم.",
    ]


@pytest.mark.parametrize("title", ["Mr", "Prof", "Gen", "Sra", "Msgr", "Amb"])
def test_a_title_is_not_cut_from_its_name(title: str) -> None:
    assert len(split_sentences(f"They saw {title}. Lind at noon.")) == 1


def test_a_time_of_day_ends_a_sentence_before_another() -> None:
    assert pieces("It sailed at 5 p.m. Nobody waved.") == ["It sailed at 5 p.m.", "Nobody waved."]


def test_a_closing_bracket_left_over_belongs_to_its_sentence() -> None:
    assert pieces("(Nobody waved. )")[-1].endswith(")")
    assert len(pieces("Nobody waved. )")) == 1


def test_white_space_around_a_sentence_is_left_out() -> None:
    assert pieces("  Nobody waved.  \n He left. ") == ["Nobody waved.", "He left."]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_no_text_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


LIKELY = st.text(alphabet="aBж1今ذ .!?。؟\n\"”)'\u00a0\u2028🙂́")


@given(st.one_of(st.text(), LIKELY))
def test_spans_are_ordered_disjoint_and_cover_all_but_white_space(text: str) -> None:
    covered = 0
    for start, end in split_sentences(text):
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()


def body_pieces(body: str, *headings: str) -> list[str]:
    spans = tuple((body.index(h), body.index(h) + len(h)) for h in headings)
    return [body[start:end] for start, end in split_body(body, spans)]


def test_a_body_is_split_into_sentences_without_its_headings() -> None:
    body = "One left. Two stayed.\n\nA heading\n\nThree waved."
    assert body_pieces(body, "A heading") == ["One left.", "Two stayed.", "Three waved."]


def test_a_line_that_is_no_heading_is_kept() -> None:
    assert body_pieces("One left.\n\nA line\n\nTwo.") == ["One left.", "A line", "Two."]


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    assert body_pieces("They saw Dr.\n\nLind left.") == ["They saw Dr.", "Lind left."]


@given(st.lists(st.text(alphabet="aB .!", min_size=1), max_size=6))
def test_a_body_without_headings_loses_no_character(paragraphs: list[str]) -> None:
    body = "\n\n".join(paragraphs)
    assert "".join("".join(body_pieces(body)).split()) == "".join(body.split())
