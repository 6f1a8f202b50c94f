from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, RelatedLink, Skip
from index.readers.saved_page import read_saved_page

SEED = Path(__file__).parents[3] / "seeds" / "000_c77f8d5e900c18ad.txt"
URL = "https://ondra-post.example/ferry"
PROSE = "The ferry left the quay at noon."


def read(*paragraphs: str) -> Article:
    article = read_saved_page("\n\n".join(paragraphs), "page.txt", {})
    assert isinstance(article, Article), article
    return article


@pytest.fixture
def seed() -> Article:
    return read(SEED.read_text(encoding="utf-8"))


def test_the_head_of_the_seed_is_read(seed: Article) -> None:
    assert seed.title == "China Vows Support for Russia, Drawing U.S. Ire"
    assert (seed.byline, seed.published) == ("AFP", date(2022, 6, 15))
    assert (seed.captions, seed.dateline) == (("Chinese President Xi Jinping. kremlin.ru",), None)
    assert seed.body.startswith("President Xi Jinping on Wednesday")


def test_the_address_of_the_seed_gives_its_outlet(seed: Article) -> None:
    assert str(seed.url).endswith("/china-vows-support-for-russia-drawing-us-ire-a78010")
    assert (seed.outlet, seed.body[-21:]) == ("The Moscow Times", "Chinese customs data.")


def test_the_related_article_of_the_seed_is_a_link_and_not_prose(seed: Article) -> None:
    [link] = seed.related
    assert link.title == "China Seeks Ways to Help Russia While Avoiding Sanctions"
    assert (link.outlet, link.title in seed.body) == ("Washington Post", False)


def test_the_broken_sentence_of_the_seed_is_rejoined(seed: Article) -> None:
    assert "his invasion of Ukraine on Feb. 24.\n\nAccording" in seed.body


def test_the_heading_of_the_seed_stands_alone(seed: Article) -> None:
    [(start, end)] = seed.headings
    assert seed.body[start - 2 : end + 2] == "\n\n'No limits' relationship\n\n"


def test_a_markdown_escape_is_undone(seed: Article) -> None:
    assert "hitting $147 billion" in seed.body


def test_a_page_without_date_has_none() -> None:
    assert read("Ferry leaves", "By Mira Lind", PROSE).published is None


@pytest.mark.parametrize("line", ["Von Mira Lind", "Por Mira Lind", "Автор: Mira Lind"])
def test_a_byline_is_told_in_other_languages(line: str) -> None:
    assert read("Ferry leaves", line, PROSE).byline == "Mira Lind"


def test_a_long_line_that_begins_with_by_is_prose() -> None:
    line = "By the time the ferry had left the quay at Port Ondra nobody was there to wave"
    assert read("Ferry leaves", line + ".", PROSE).byline is None


def test_a_date_with_two_readings_is_unknown() -> None:
    assert read("Ferry leaves", "By Mira Lind", "03/04/2022", PROSE).published is None


@pytest.mark.parametrize(
    "line", ["15 июня 2022", "15. Juni 2022", "15 juin 2022", "2022年6月15日", "15/06/2022"]
)
def test_a_date_in_any_language_without_byline_is_read(line: str) -> None:
    article = read("Ferry leaves", line, PROSE)
    assert (article.published, article.byline) == (date(2022, 6, 15), None)
    assert article.body == PROSE


def test_a_date_inside_the_prose_is_not_the_publication_day() -> None:
    article = read("Ferry", "June 15, 2022", "May 1, 2021", PROSE, "May 1, 2020", PROSE)
    assert article.published == date(2022, 6, 15)
    assert "May 1, 2020" in article.body


def test_an_agency_line_without_by_is_the_byline_when_the_date_follows() -> None:
    article = read("Ferry leaves", "Ondra Press", "June 15, 2022", PROSE)
    assert (article.byline, article.body) == ("Ondra Press", PROSE)
    assert read("Ferry leaves", "Ondra Press", PROSE).byline is None


@pytest.mark.parametrize(
    "lines",
    [
        (f"Original url: {URL}",),
        ("Original url:", URL),
        ("Source:", f"<{URL}>"),
        (f"LINK : {URL}",),
        (URL,),
    ],
)
def test_the_address_stands_beside_its_label_or_below_it(lines: tuple[str, ...]) -> None:
    article = read("Ferry leaves", PROSE, *lines)
    assert (article.url, article.body) == (URL, PROSE)


def test_a_labelled_address_wins_over_a_bare_one() -> None:
    other = "https://elsewhere.example/other"
    assert read("Ferry leaves", PROSE, f"Original url: {URL}", other).url == URL
    assert read("Ferry leaves", PROSE, other, f"Original url: {URL}").url == URL


def test_a_page_without_address_has_no_outlet_and_without_dash_no_dateline() -> None:
    article = read("Ferry leaves", PROSE)
    assert (article.url, article.outlet, article.dateline) == (None, None, None)


def test_several_captions_are_taken_out_of_the_prose() -> None:
    first, second = "The quay at dawn. Jana Roe / Ondra Press", "The ferry. ondra-post.org"
    third = "The captain on Monday. Handout"
    article = read("Ferry leaves", first, second, PROSE, third, "Nobody waved.")
    assert article.captions == (first, second, third)
    assert article.body == f"{PROSE}\n\nNobody waved."


def test_a_caption_without_full_stop_is_told_by_its_credit_in_the_head_only() -> None:
    caption = "The quay at dawn Jana Roe/AFP"
    assert read("Ferry leaves", caption, PROSE).captions == (caption,)
    assert read("Ferry leaves", PROSE, caption, "Nobody waved.").captions == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_read_the_same(end: str) -> None:
    text = "Ferry leaves\n\nBy Mira Lind\n\nThe ferry\nleft.\n\n\nNobody waved.\n"
    article = read_saved_page(text.replace("\n", end), "page.txt", {})
    assert isinstance(article, Article)
    assert article == read_saved_page(text, "page.txt", {})
    assert article.body == "The ferry left.\n\nNobody waved."


@pytest.mark.parametrize("mark", ["— ", "(Ondra Press) — ", "-- "])
def test_a_dateline_is_the_place_before_the_dash(mark: str) -> None:
    article = read("Ferry leaves", f"PORT ONDRA {mark}{PROSE}")
    assert article.dateline == "PORT ONDRA"
    assert article.body == f"PORT ONDRA {mark}{PROSE}"


@pytest.mark.parametrize(
    "lines",
    [
        ("Read also: Bridge shut – The Ondra Post",),
        ("Related article: Bridge shut | The Ondra Post",),
        ("See also:", "Bridge shut - The Ondra Post"),
    ],
)
def test_a_related_line_becomes_a_link_with_its_outlet(lines: tuple[str, ...]) -> None:
    article = read("Ferry leaves", PROSE, *lines, "Nobody waved.")
    assert article.related == (RelatedLink("Bridge shut", "The Ondra Post"),)
    assert article.body == f"{PROSE}\n\nNobody waved."


def test_a_related_address_is_not_the_page_own() -> None:
    article = read("Ferry leaves", PROSE, "Read more:", URL)
    assert article.related == (RelatedLink(URL, url=URL),)
    assert article.url is None


def test_a_related_title_without_outlet_is_kept_whole() -> None:
    assert read("Ferry", PROSE, "Read next: Bridge shut").related == (RelatedLink("Bridge shut"),)


@pytest.mark.parametrize("text", ["Ferry leaves", f"Ferry leaves\n\nBy Mira Lind\n\n{URL}"])
def test_a_headline_alone_is_skipped(text: str) -> None:
    skip = read_saved_page(text, "page.txt", {})
    assert isinstance(skip, Skip)
    assert (skip.where, "headline" in skip.reason) == ("page.txt", True)


def test_a_blank_page_is_skipped() -> None:
    assert read_saved_page(" \n\n\t\n", "page.txt", {}) == Skip("page.txt", "holds no text")


LINES = st.sampled_from(
    ["By X", "Original url:", URL, "Related:", "A heading", PROSE, "of the", "15 May 2022", "["]
)


@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text())).map("\n\n".join)))
def test_any_text_is_an_article_or_a_skip_and_headings_are_its_paragraphs(text: str) -> None:
    page = read_saved_page(text, "page.txt", {})
    if isinstance(page, Article):
        paragraphs = page.body.split("\n\n")
        assert all(page.body[start:end] in paragraphs for start, end in page.headings)
        assert page.body.strip() == page.body
