"""An answer is put together again from what still stands."""

from dataclasses import replace

from bot.answers.restoring import Gone, restored
from bot.state.kept_outcomes import KeptQuotes, keepable
from index.articles import Article
from index.stored import Copy
from retrieval.outcomes import Answer, Form
from tests.bot.samples import (
    BODY,
    NOBODY,
    SANK,
    SIXTY,
    VALVE,
    answer,
    article,
    citation,
    headline,
)

OTHER = article(id="car", title="Sixty cars", outlet="Kelp Daily")


def two(form: Form = Form.SENTENCES) -> Answer:
    return answer(
        citation(article(), SANK, within=(SANK, VALVE), answering=["on Monday"]),
        citation(OTHER, SIXTY, number=2),
        form=form,
    )


def kept(of: Answer) -> KeptQuotes:
    outcome = keepable(of)
    assert isinstance(outcome, KeptQuotes)
    return outcome


def none(article_id: str) -> tuple[Copy, ...]:
    return ()


def stored(*articles: Article) -> dict[str, Article]:
    return {one.id: one for one in articles}


def test_where_nothing_has_changed_it_is_the_same() -> None:
    again = restored(kept(two()), stored(article(), OTHER), none)

    assert again.answer == two()
    assert again.gone == ()


def test_what_an_article_is_reprinted_in_is_looked_up_anew() -> None:
    copies = {"ferry": (Copy("copy", "Ferry", "Kelp Daily", None, None),)}

    again = restored(kept(two()), stored(article(), OTHER), lambda one: copies.get(one, ()))

    assert again.answer is not None
    first, second = again.answer.citations
    assert first.also_in == (headline("Ferry", outlet="Kelp Daily", published=None, url=None),)
    assert second.also_in == ()


def test_quotes_of_a_changed_article_are_left_out_and_the_rest_keep_their_numbers() -> None:
    changed = article(body=BODY.replace("Monday", "Tuesday"))

    again = restored(kept(two(Form.DIFFERING)), stored(changed, OTHER), none)

    assert again.answer is not None
    assert [one.quote for one in again.answer.citations] == [SIXTY]
    assert again.answer.text == f"{SIXTY} [2]"
    assert again.answer.form is Form.SENTENCES
    assert again.gone == (Gone(kept(two()).quotes[0].source, changed),)


def test_a_headline_that_was_changed_changes_nothing() -> None:
    again = restored(kept(two()), stored(article(title="New"), OTHER), none)

    assert again.answer is not None
    assert again.answer.citations[0].article.title == "New"


def test_what_a_model_wrote_from_an_article_that_is_gone_is_not_repeated() -> None:
    written = replace(two(), text="All of it [1] [2].", written=True)
    whole = restored(kept(written), stored(article(), OTHER), none).answer
    assert whole is not None
    assert (whole.text, whole.written) == ("All of it [1] [2].", True)

    rest = restored(kept(written), stored(article()), none).answer
    assert rest is not None
    assert (rest.text, rest.written) == (f"{SANK} [1]", False)


def test_where_all_is_gone_there_is_no_answer() -> None:
    only = answer(citation(article(), NOBODY), citation(article(), SANK))

    again = restored(kept(only), {}, none)

    assert again.answer is None
    assert [one.now for one in again.gone] == [None]
