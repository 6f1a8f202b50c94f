from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.identity import article_id, canonical_url

PLAIN = "https://ondra-post.example/ferry"
DAY = date(2022, 6, 15)


@pytest.mark.parametrize(
    "url",
    [
        PLAIN,
        f"  {PLAIN}\n",
        "http://ondra-post.example/ferry",
        "HTTPS://Ondra-Post.EXAMPLE/ferry",
        "https://ondra-post.example:443/ferry",
        "http://ondra-post.example:80/ferry",
        f"{PLAIN}/",
        f"{PLAIN}#top",
        f"{PLAIN}?utm_source=mail&FBCLID=1&gclid=2&smid=3",
    ],
)
def test_spellings_of_one_address_are_one(url: str) -> None:
    assert canonical_url(url) == PLAIN


def test_letters_and_their_percent_codes_are_one_address() -> None:
    assert canonical_url("https://a.example/паром é") == canonical_url(
        "https://a.example/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC%20%C3%A9"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://ondra-post.example/Ferry",
        "https://ondra-post.example:8080/ferry",
        "https://other.example/ferry",
        f"{PLAIN}?page=2",
        f"{PLAIN}?page=",
    ],
)
def test_addresses_of_different_pages_stay_apart(url: str) -> None:
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    "text", ["", "ferry", "https://[", "https://a.example:x/", "ftp://a.example/", "http://host/"]
)
def test_what_is_no_web_address_has_no_spelling(text: str) -> None:
    assert canonical_url(text) is None


def test_the_address_alone_makes_the_identity() -> None:
    one = article_id(PLAIN, "The Ondra Post", "Ferry leaves", DAY)
    assert one == article_id(f"{PLAIN}/?utm_medium=x", None, "Corrected: ferry leaves", None)
    assert one != article_id(f"{PLAIN}2", "The Ondra Post", "Ferry leaves", DAY)


@pytest.mark.parametrize("url", [None, "not an address"])
def test_without_address_outlet_headline_and_day_each_count(url: str | None) -> None:
    ids = {
        article_id(url, "The Ondra Post", "Ferry leaves", DAY),
        article_id(url, "The Ondra Post", "Ferry leaves", None),
        article_id(url, "The Ondra Post", "Ferry stays", DAY),
        article_id(url, None, "Ferry leaves", DAY),
    }
    assert len(ids) == 4


def test_case_width_and_spaces_of_a_headline_do_not_count() -> None:
    plain = article_id(None, None, "Ferry leaves", None)
    assert plain == article_id(None, None, " FERRY \u00a0Ｌeaves", None)


@given(st.text(st.characters()), st.text(st.characters()))
def test_an_identity_is_sixteen_digits_whatever_the_text(url: str, title: str) -> None:
    made = article_id(url, None, title, None)
    assert len(made) == 16
    assert set(made) <= set("0123456789abcdef")


@given(st.text().map(lambda tail: f"https://a.example/{tail}"))
def test_a_canonical_address_is_its_own_canonical_address(url: str) -> None:
    canonical = canonical_url(url)
    assert canonical is None or canonical_url(canonical) == canonical
