"""One article in every form is the same article, and what is none is a Skip with its place."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article, Skip
from index.readers.forms import read_file
from tests.index.readers.one_article import ARTICLE, BODY, FORMS, PAGE, RECORD, TITLE, URL, as_table


def read(path: Path, content: str | bytes) -> list[Article | Skip]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(path, {"ondra-post.example": "The Ondra Post"}))


def skips(path: Path, content: str | bytes) -> list[tuple[str, str]]:
    return [
        (one.where.removeprefix(str(path)), one.reason)
        for one in read(path, content)
        if isinstance(one, Skip)
    ]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_one_article_in_every_form_is_the_same_article(
    tmp_path: Path, form: str, encoding: str, packed: bool
) -> None:
    content = FORMS[form].encode(encoding)
    [article] = read(tmp_path / "news", gzip.compress(content) if packed else content)

    assert isinstance(article, Article)
    assert article.read_from.startswith(str(tmp_path / "news"))
    heading = BODY.index("What the crew say")
    assert replace(article, read_from="", language=None) == Article(
        id=article.id,
        url=URL,
        title=TITLE,
        body=BODY,
        outlet="The Ondra Post",
        byline="Mira Lind",
        dateline="PORT ONDRA",
        published=date(2019, 5, 9),
        headings=((heading, heading + len("What the crew say")),),
    )


def test_the_identity_does_not_hang_on_the_form(tmp_path: Path) -> None:
    read_ones = [read(tmp_path / "news", content) for content in FORMS.values()]
    assert len({one.id for ones in read_ones for one in ones if isinstance(one, Article)}) == 1


@pytest.mark.parametrize(
    ("column", "thing"),
    [("body", "text"), ("date", "published"), ("publish_date", "published"), ("BYLINE", "author")],
)
def test_columns_go_by_several_names(tmp_path: Path, column: str, thing: str) -> None:
    record = {column if name == thing else name: value for name, value in RECORD.items()}
    assert read(tmp_path / "a", json.dumps(record)) == read(tmp_path / "a", json.dumps(RECORD))


def test_several_authors_are_one_byline(tmp_path: Path) -> None:
    [article] = read(tmp_path / "a", json.dumps({**RECORD, "authors": ["Mira Lind", "Odd Brenn"]}))
    assert isinstance(article, Article)
    assert article.byline == "Mira Lind, Odd Brenn"


def test_single_line_breaks_part_paragraphs_where_there_is_no_blank_line(tmp_path: Path) -> None:
    text = "The ferry left.\nNobody stayed."
    [article] = read(tmp_path / "a", json.dumps({**RECORD, "text": text}))
    assert isinstance(article, Article)
    assert article.body == "The ferry left.\n\nNobody stayed."


def test_a_bad_line_is_a_skip_and_the_others_are_read(tmp_path: Path) -> None:
    good, second = json.dumps(RECORD), json.dumps({**RECORD, "url": URL + "2"})
    content = "\n".join([good, '{"title": "cut', "", "[1]", '{"title": "No text"}', second])
    found = skips(tmp_path / "a", content)
    assert [where for where, _reason in found] == [":2", ":4", ":5"]
    assert "no JSON" in found[0][1]
    assert "no text" in found[2][1]
    assert len(read(tmp_path / "a", content)) == 5


def test_a_bad_first_line_does_not_cost_the_others(tmp_path: Path) -> None:
    content = f'{{"title": "cut\n\n{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n'
    assert [where for where, _reason in skips(tmp_path / "a", content)] == [":1"]
    assert len(read(tmp_path / "a", content)) == 3


def test_a_row_with_too_many_fields_is_a_skip_with_its_line(tmp_path: Path) -> None:
    content = (
        as_table(",", RECORD) + "a,b,c,d,e,f,g,h\r\n" + as_table(",", RECORD).split("\n", 1)[1]
    )
    [(where, reason)] = skips(tmp_path / "a.csv", content)
    lines_of_record = 1 + BODY.count("\n")
    assert where == f":{1 + lines_of_record + 1}"
    assert "double quotes" in reason


def test_a_record_without_text_says_where_it_belongs(tmp_path: Path) -> None:
    [(_where, reason)] = skips(tmp_path / "a", json.dumps({**RECORD, "text": "  "}))
    assert reason == "has no text; it belongs in one of body, text"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A gallery\n\nThe ferry left.", "The ferry left."),
        ("The ferry left the quay " + "again and " * 20 + ".", "The ferry left the quay again and"),
        ("No stop here", "No stop here"),
    ],
)
def test_without_a_headline_the_article_goes_by_its_opening(
    tmp_path: Path, text: str, title: str
) -> None:
    [article] = read(tmp_path / "a", json.dumps({**RECORD, "title": None, "text": text}))
    assert isinstance(article, Article)
    assert article.title.startswith(title)
    assert len(article.title.split()) <= 12


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[]", "no article"),
        (b'[{"title": "cut"', "no JSON"),
        (b'{\n"title": ' + b"[" * 100_000, "no JSON"),
        (gzip.compress(json.dumps(RECORD).encode())[:-12], "gzip but damaged"),
        (b"\x1f\x8b squeezed", "gzip but damaged"),
    ],
)
def test_a_damaged_file_is_a_skip(tmp_path: Path, content: bytes, expected: str) -> None:
    found = skips(tmp_path / "a", content)
    assert expected in found[-1][1]


def test_half_characters_do_not_reach_the_article(tmp_path: Path) -> None:
    [article] = read(tmp_path / "a", json.dumps({**RECORD, "text": "The \ud83d ferry\0 left."}))
    assert isinstance(article, Article)
    assert article.body == "The \ufffd ferry left."


def test_html_without_an_article_is_a_skip(tmp_path: Path) -> None:
    [(_where, reason)] = skips(tmp_path / "a", "<html><head></head><body></body></html>")
    assert "no article" in reason


def test_html_that_gives_no_date_is_undated(tmp_path: Path) -> None:
    page = f"<!doctype html><html><head><title>{TITLE}</title></head>{ARTICLE}"
    [article] = read(tmp_path / "a", page)
    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize("title", ["[Photos] The ferry leaves", "{Live} The ferry leaves"])
def test_a_page_whose_headline_opens_with_a_bracket_is_a_page(tmp_path: Path, title: str) -> None:
    [article] = read(tmp_path / "a", PAGE.replace(TITLE, title))
    assert isinstance(article, Article)
    assert article.title == title


@settings(deadline=None)  # an encoding that has to be guessed takes its time
@given(
    st.sampled_from(list(FORMS.values())), st.integers(0, 400), st.binary(min_size=1, max_size=8)
)
def test_no_damage_ends_a_run(
    tmp_path_factory: pytest.TempPathFactory, content: str, place: int, damage: bytes
) -> None:
    data = content.encode()
    found = read(tmp_path_factory.getbasetemp() / "damaged", data[:place] + damage + data[place:])
    assert found
    assert all(isinstance(one, Article | Skip) for one in found)
