from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, Published, RelatedLink
from index.rows import ARTICLE_COLUMNS, article_from_row, content_hash, row_from_article

FULL = Article(
    id="0123456789abcdef",
    url="https://ondra-post.example/ferry",
    title="Ferry “leaves”",
    body="PORT ONDRA — It left.\n\nHarbour plans\n\nNobody waved.",
    outlet="The Ondra Post",
    byline="Mira Lind",
    dateline="PORT ONDRA",
    published=date(2022, 6, 15),
    captions=("The quay. Jana Roe / Ondra Press",),
    related=(
        RelatedLink("Bridge shut", "Westhaven News"),
        RelatedLink("b", url="https://b.example"),
    ),
    headings=((23, 36),),
    language="en",
    read_from="a.txt",
)


def there_and_back(article: Article) -> Article:
    row = row_from_article(article)
    return article_from_row(tuple(row[column] for column in ARTICLE_COLUMNS.split(", ")))


def test_an_article_comes_back_from_its_row_as_it_was() -> None:
    assert there_and_back(FULL) == FULL


def test_what_an_article_lacks_comes_back_lacking() -> None:
    bare = Article(id="a", url=None, title="t", body="b")
    assert there_and_back(bare) == bare


@given(
    st.one_of(
        st.none(),
        st.dates(),
        st.datetimes(timezones=st.just(UTC)),
        st.datetimes(timezones=st.just(timezone(timedelta(hours=5, minutes=45)))),
    )
)
def test_a_day_stays_a_day_and_an_instant_an_instant(published: Published) -> None:
    back = there_and_back(replace(FULL, published=published)).published
    assert (type(back), back) == (type(published), published)


def test_the_day_column_is_the_day_as_the_source_wrote_it() -> None:
    zone = timezone(timedelta(hours=14))
    late = replace(FULL, published=datetime(2022, 6, 15, 1, tzinfo=zone))
    assert row_from_article(late)["published_day"] == date(2022, 6, 15).toordinal()
    assert row_from_article(replace(FULL, published=None))["published_day"] is None


def test_text_of_any_script_is_kept_readable_in_the_columns() -> None:
    row = row_from_article(replace(FULL, captions=("Порт 港",)))
    assert row["captions"] == '["Порт 港"]'


@pytest.mark.parametrize(
    "changed",
    [
        replace(FULL, title="Other"),
        replace(FULL, body="Other."),
        replace(FULL, published=None),
        replace(FULL, related=()),
        replace(FULL, headings=()),
        replace(FULL, captions=()),
        replace(FULL, modified=date(2022, 6, 16)),
    ],
)
def test_a_changed_article_has_another_hash(changed: Article) -> None:
    assert content_hash(changed) != content_hash(FULL)


def test_a_moved_file_has_the_same_hash() -> None:
    assert content_hash(replace(FULL, read_from="b.txt")) == content_hash(FULL)
