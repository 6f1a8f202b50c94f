"""The index of an evaluated corpus is built once, and built on after a stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.articles import Article, Skip
from index.embedded_index import EmbeddedIndex
from index.errors import EncoderError, InputError
from retrieval.evaluation.kept_index import CorpusFigures, build, corpus_key, kept
from tests.index.store.fake_encoder import BRIDGE, COMET, FERRY, FakeEncoder, an_article

ARTICLES = [an_article("ferry", FERRY), an_article("comet", COMET), an_article("bridge", BRIDGE)]


def built(folder: Path, encoder: FakeEncoder, *items: Article | Skip) -> CorpusFigures:
    return build(folder, iter(items or ARTICLES), encoder, 40, lambda _: None)


def test_an_index_is_complete_and_searched_without_encoding_again(tmp_path: Path) -> None:
    encoder = FakeEncoder()
    assert kept(tmp_path) is None

    figures = built(tmp_path, encoder)

    assert kept(tmp_path) == figures
    assert (figures.articles, figures.passages) == (3, 3)
    words = [len(text.split()) for text in (FERRY, COMET, BRIDGE)]
    assert figures.words_a_passage == round(sum(words) / 3, 1)
    assert figures.passages_a_second is not None
    calls = encoder.calls
    index = EmbeddedIndex(tmp_path, encoder.fingerprint, encoder.dimension)
    assert index.keyword("herring", 5)
    index.close()
    assert encoder.calls == calls


def test_a_build_that_was_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    encoder = FakeEncoder()
    encoder.fails_after = 1
    many = [an_article(f"ferry-{n}", f"{FERRY} It was trip {n}.") for n in range(70)]
    with pytest.raises(EncoderError):
        built(tmp_path, encoder, *many)
    assert kept(tmp_path) is None
    before = len(encoder.encoded)
    assert before

    encoder.fails_after = None
    figures = built(tmp_path, encoder, *many)

    assert figures.articles == 70
    assert figures.passages_a_second is None
    assert len(encoder.encoded) == len(set(encoder.encoded))  # nothing twice


def test_what_was_skipped_is_kept_with_its_place(tmp_path: Path) -> None:
    figures = built(tmp_path, FakeEncoder(), ARTICLES[0], Skip("news:7", "has no text"))
    assert figures.skipped == ("news:7: has no text",)
    assert kept(tmp_path) == figures


def test_a_corpus_without_an_article_is_refused_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="news:7: has no text"):
        built(tmp_path, FakeEncoder(), Skip("news:7", "has no text"))
    assert kept(tmp_path) is None


@pytest.mark.parametrize("ruin", ["{", "{}", '{"articles": 1}', '"x"'])
def test_a_stamp_that_does_not_read_is_none(tmp_path: Path, ruin: str) -> None:
    built(tmp_path, FakeEncoder())
    (tmp_path / "complete.json").write_text(ruin, encoding="utf-8")
    assert kept(tmp_path) is None


def test_a_stamp_without_its_index_is_none(tmp_path: Path) -> None:
    built(tmp_path, FakeEncoder())
    (tmp_path / "corpus.db").unlink()
    assert kept(tmp_path) is None


def test_an_index_goes_by_everything_that_it_depends_on(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"

    def keys() -> Iterator[str]:
        for text in ("one", "two"):
            file.write_text(text, encoding="utf-8")
            for fingerprint in ("fake-1", "fake-2"):
                yield corpus_key([file], fingerprint, 130, {})
                yield corpus_key([file], fingerprint, 90, {})
                yield corpus_key([file], fingerprint, 130, {"brenholm.example": "The Post"})
        yield corpus_key([file, file], "fake-1", 130, {})

    assert len(set(keys())) == 13
    assert list(keys()) == list(keys())


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="missing: cannot be read"):
        corpus_key([tmp_path / "missing"], "fake-1", 130, {})
