"""The page: everything is in it, nothing in it is taken for markup, and it needs nothing else."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from index.errors import InputError
from retrieval.evaluation.figures import Evaluation, evaluate
from retrieval.evaluation.report import render_report, write_report
from tests.retrieval.evaluation.invented import (
    MADE,
    answer,
    article,
    hit,
    other,
    question,
    refusal,
    result,
)

EVIL = "<script>alert('x')</script> & \"more\""
COMET = article("comet", "A comet <b>passed</b> Quillmoor. It was late.", title=EVIL)


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    asked = question("a", answer="forty <lorries>")
    return evaluate(
        [
            result(question("found"), refusal(), [hit(1)], [hit(1)], ms=3),
            result(
                asked,
                answer("A comet <b>passed</b> Quillmoor.", of=COMET),
                [hit(9, COMET)],
                [hit(9, COMET), other(3)],
            ),
            result(question("no", None), answer("It was late."), [other(1)], [other(1)], ms=77),
            result(question("none", None), refusal(0.1), [], [], ms=5),
        ]
    )


@pytest.fixture(scope="module")
def page(evaluation: Evaluation) -> str:
    return render_report(evaluation, MADE)


class Links(HTMLParser):
    """Every element, and every address that one refers to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        names = ("href", "src", "xlink:href", "action", "data")
        self.addresses += [value or "" for name, value in attrs if name in names]


@pytest.mark.parametrize("section", ["stages", "pictures", "times", "slowest", "failures", "made"])
def test_every_section_is_there(page: str, section: str) -> None:
    assert f'id="{section}"' in page


def test_figures_and_how_they_were_made_are_told(page: str) -> None:
    for text in ("Hits@10", "AUROC of the confidence", "second", "2 cores, Example CPU", "fake-1"):
        assert text in page
    assert "dateline evaluate --corpus c" in page
    assert "41.5" in page


def test_both_pictures_are_drawn_in_the_page(page: str) -> None:
    assert page.count("<svg") == 2
    assert "<?xml" not in page


def test_texts_are_escaped(page: str) -> None:
    assert "script" not in Links(page).elements
    assert "&lt;script&gt;" in page
    assert "forty &lt;lorries&gt;" in page
    assert "A comet &lt;b&gt;passed&lt;/b&gt; Quillmoor." in page


def test_nothing_is_loaded_and_only_articles_are_linked(page: str) -> None:
    seen = Links(page)
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(seen.elements)
    outside = {address for address in seen.addresses if not address.startswith("#")}
    assert outside
    assert all(address.startswith("https://brenholm.example/") for address in outside)
    assert not re.search(r"@import|url\((?!#)", page)


def test_an_address_that_is_none_is_not_linked() -> None:
    evil = hit(1, article())
    object.__setattr__(evil.article, "url", "javascript:alert(1)")
    shown = render_report(evaluate([result(question("q", "nowhere"), refusal(), [evil])]), MADE)
    assert "Headline ferry" in shown
    assert "javascript:" not in shown


def test_what_went_wrong_is_told_with_what_was_found_instead(page: str) -> None:
    for group in (
        "Not found: 1",
        "Answered wrongly: 1",
        "Refused although there is an answer: 1",
        "Answered although there is no answer: 1",
    ):
        assert group in page
    assert "The Brenholm Post, 2021-05-02" in page
    assert "first relevant passage at 1" in page


def test_the_slowest_question_comes_first_with_its_steps(page: str) -> None:
    slow = page[page.index('id="slowest"') :]
    assert slow.index("What of no?") < slow.index("What of found?")
    assert "encoding" in slow[: slow.index("</thead>")]


@pytest.mark.parametrize("answer_is", ["forty lorries", None])
def test_questions_of_one_kind_alone_make_a_page_too(answer_is: str | None) -> None:
    only = [result(question("a", answer_is), refusal(), [hit(1)], [hit(1)])]
    shown = render_report(evaluate(only), MADE)
    assert "does not apply" in shown
    assert shown.count("<svg") == (1 if answer_is else 0)


def test_the_same_evaluation_makes_the_same_page(evaluation: Evaluation, page: str) -> None:
    assert render_report(evaluation, MADE) == page


def test_the_page_is_written_into_a_folder_that_is_made(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    path = write_report(tmp_path / "new" / "report", evaluation, MADE)
    assert path == tmp_path / "new" / "report" / "index.html"
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_folder_that_cannot_be_written_is_told(evaluation: Evaluation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="name another folder"):
        write_report(tmp_path / "file", evaluation, MADE)
