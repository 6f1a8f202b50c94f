"""Questions in every language of the interface find their passage by word, in another form."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from index.keyword import KeywordIndex
from index.limits import NO_LIMITS, Limits
from tests.index.store.fake_encoder import an_article, index_articles

PASSAGES = {
    "en": "The elections in Brenholm were won by the harbour master. Ferries sailed at dawn.",
    "ru": "Выборы в Бренхольме выиграл смотритель гавани. Паромы отошли на рассвете.",
    "uk": "Вибори у Бренгольмі виграв доглядач гавані. Пороми вийшли на світанку, їх було п’ять.",
    "de": "Die Häuser am Hafen von Brenholm wurden verkauft. Der Bürgermeister schwieg dazu.",
    "fr": "Les élections à Brenholm ont été annoncées par le maire. Les ferries sont partis.",
    "es": "Las elecciones en Brenholm fueron anunciadas por el alcalde. Los barcos zarparon.",
    "pt": "As eleições em Brenholm foram anunciadas pelo prefeito. Os barcos partiram cedo.",
    "zh": "布伦霍尔姆的选举结果公布了。渡轮Halvard号在黎明起航，载着四十辆卡车。",
    "ar": "أُعلنت نتائج الانتخابات في مدينة برنهولم. وأبحرت العبّارات عند الفجر بأمر الوزير.",
    "ja": "ブレンホルムの選挙の結果が発表された。フェリーは夜明けに出航した。",
    "th": "ผลการเลือกตั้งที่เบรนโฮล์มประกาศแล้ว เรือเฟอร์รี่ออกเดินทางตอนรุ่งสาง",
    "pl": "Wybory w Brenholm wygrał kapitan portu. Promy wypłynęły o świcie.",
}


@pytest.fixture
def store(store: CorpusStore) -> CorpusStore:
    """One article in each language, of which the sources say nothing."""
    articles = [an_article(name, body, title="—") for name, body in PASSAGES.items()]
    index_articles(store, *articles)
    return store


@pytest.fixture
def keyword(store: CorpusStore) -> KeywordIndex:
    opened = KeywordIndex(store.path.parent, store.identity)
    opened.open(store)
    return opened


def found(
    keyword: KeywordIndex, store: CorpusStore, text: str, limits: Limits = NO_LIMITS
) -> list[str]:
    hits = keyword.search(text, 20, limits)
    passages = store.passages([passage_id for passage_id, _ in hits])
    return [passages[passage_id].article_id for passage_id, _ in hits]


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "election"),
        ("en", "harbours"),
        ("ru", "на выборах"),
        ("ru", "смотрителя"),
        ("uk", "на виборах"),
        ("uk", "поромом"),
        ("uk", "п'ять"),
        ("de", "Haus"),
        ("de", "Bürgermeistern"),
        ("fr", "election annoncer"),
        ("fr", "maires"),
        ("es", "elección"),
        ("es", "alcaldes"),
        ("pt", "eleicao"),
        ("pt", "prefeitos"),
        ("zh", "选举什么时候公布？"),
        ("zh", "halvard"),
        ("ar", "انتخابات"),
        ("ar", "وزير"),
        ("ar", "المدينة"),
        ("ja", "選挙"),
        ("th", "เลือกตั้ง"),
        ("pl", "promy"),
    ],
)
def test_another_form_of_a_word_finds_its_passage(
    keyword: KeywordIndex, store: CorpusStore, language: str, question: str
) -> None:
    assert found(keyword, store, question)[0] == language


def test_a_name_is_found_in_all_languages_that_write_it_alike(
    keyword: KeywordIndex, store: CorpusStore
) -> None:
    assert sorted(found(keyword, store, "Brenholm")) == ["de", "en", "es", "fr", "pl", "pt"]


def test_the_language_that_the_source_gives_goes_before_the_likeliest(store: CorpusStore) -> None:
    polish = an_article("said", "Stacje kolejowe w Ostrava Vale.", title="—")
    index_articles(store, replace(polish, language="en"))
    keyword = KeywordIndex(store.path.parent, store.identity)
    keyword.open(store)
    assert found(keyword, store, "kolejow") == ["said"]  # as stemmed in English


def test_a_small_language_does_not_go_before_the_others_for_a_name(tmp_path: Path) -> None:
    store = CorpusStore(tmp_path)
    english = [an_article(f"en{i}", f"Brenholm rope number {i}.", title="—") for i in range(50)]
    german = an_article("de", "Brenholm Seil Nummer eins.", title="—")
    index_articles(
        store,
        *(replace(one, language="en") for one in english),
        replace(german, language="de"),
    )
    keyword = KeywordIndex(tmp_path, store.identity)
    keyword.open(store)
    scores = {score for _, score in keyword.search("Brenholm", 60)}
    assert len(found(keyword, store, "Brenholm number")) == 20
    assert max(scores) < 1  # a word that all have tells nothing, in either language
    store.close()


@pytest.mark.parametrize(
    ("limits", "kept"),
    [
        (Limits(phrases=("harbour master",)), ["en"]),
        (Limits(phrases=("master harbour",)), []),
        (Limits(phrases=("渡轮",)), ["zh"]),
        (Limits(phrases=("渡轮Halvard",)), ["zh"]),
        (Limits(phrases=("дошлядач",)), []),
        (Limits(phrases=("доглядач гавані",)), ["uk"]),
        (Limits(phrases=("Brenholm",), without=("maires", "Hafen")), ["en", "es", "pl", "pt"]),
        (Limits(phrases=("Brenholm", "prefeito")), ["pt"]),
        (Limits(phrases=("—", "Bürgermeister")), ["de"]),
    ],
)
def test_phrases_and_unwanted_words_hold_in_every_language(
    keyword: KeywordIndex, store: CorpusStore, limits: Limits, kept: list[str]
) -> None:
    assert sorted(found(keyword, store, "", limits)) == kept
    assert sorted(found(keyword, store, "brenholm 渡轮 гавані", limits)) == kept


def test_an_empty_text_without_phrases_finds_nothing(keyword: KeywordIndex) -> None:
    assert keyword.search("", 10) == []
    assert keyword.search("?!", 10, Limits(without=("ferry",))) == []


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "彗星" * 5_000, "ferry " * 1_700, '"', "🚢" * 99, "\ud800", "\0", "ـ", "’"],
)
def test_odd_texts_are_searched_and_limited_by(keyword: KeywordIndex, text: str) -> None:
    keyword.search(text, 10)
    keyword.search("ferry", 10, Limits(phrases=(text,), without=(text,)))
    keyword.holding(text)
