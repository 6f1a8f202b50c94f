"""What is searched for a question after those before it, in the languages of the interface."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.follow_ups.rewriting import Kind, rewrite
from retrieval.query import Period, PeriodKind, Turn

TREATY = Turn(
    "Who signed the grain treaty in Port Ondra?",
    headlines=("Velmark and Karsovia sign grain treaty",),
)
MARCH = Period(date(2031, 3, 1), date(2031, 3, 31), PeriodKind.EVENT, "March")
EXPORTS = Turn("How much wheat did Velmark export in March?", period=MARCH)
IN_RUSSIAN = Turn("Кто подписал зерновой договор в Порт-Ондре?")
IN_GERMAN = Turn("Wer hat den Getreidevertrag in Port Ondra unterzeichnet?")
IN_FRENCH = Turn("Qui a signé l'accord sur les céréales à Port Ondra ?")
IN_SPANISH = Turn("¿Quién firmó el tratado de cereales en Port Ondra?")
IN_CHINESE = Turn("谁签署了粮食条约？")
IN_ARABIC = Turn("من وقع معاهدة الحبوب في بورت أوندرا؟")


@pytest.mark.parametrize(
    ("text", "turn", "searched"),
    [
        (
            "What did Washington say about it?",
            TREATY,
            "What did Washington say about it? grain treaty Port Ondra",
        ),
        ("Thanks, and who signed it?", TREATY, "who signed it? grain treaty Port Ondra"),
        ("why?", TREATY, "why? signed grain treaty Port Ondra"),
        ("And since when?", TREATY, "since when? signed grain treaty Port Ondra"),
        ("how many?", TREATY, "how many? signed grain treaty Port Ondra"),
        ("How many people died?", TREATY, "How many people died? grain treaty Port Ondra"),
        ("tell me more", TREATY, "tell me more grain treaty Port Ondra"),
        ("Is it legal?", TREATY, "Is it legal? grain treaty Port Ondra"),
        ("What did that cost?", TREATY, "What did that cost? grain treaty Port Ondra"),
        ("How long will it take?", TREATY, "How long will it take? grain treaty Port Ondra"),
        ("Who lives there?", TREATY, "Who lives there? grain treaty Port Ondra"),
        (
            "How did they vote?",
            TREATY,
            "How did they vote? grain treaty Port Ondra Velmark Karsovia",
        ),
        (
            "What did the minister say?",
            TREATY,
            "What did the minister say? grain treaty Port Ondra",
        ),
        ("When does the treaty end?", TREATY, "When does the treaty end? grain Port Ondra"),
        ("How old is he?", TREATY, "How old is he? grain treaty Port Ondra Velmark Karsovia"),
        (
            "What about her brother?",
            Turn("Where was Ilda Morvane born?"),
            "her brother? Ilda Morvane born",
        ),
        ("and Brasovia?", EXPORTS, "How much wheat did Brasovia export in March?"),
        ("what about Brasovia?", EXPORTS, "How much wheat did Brasovia export in March?"),
        ("and in Brasovia?", TREATY, "Who signed the grain treaty in Brasovia?"),
        (
            "and in the runoff?",
            Turn("How high was turnout in the first round in Velmark?"),
            "How high was turnout in the runoff in Velmark?",
        ),
        (
            "Und in Brasovia?",
            IN_GERMAN,
            "Wer hat den Getreidevertrag in Brasovia unterzeichnet?",
        ),
        (
            "And the opposition?",
            Turn("What did the government of Velmark say?"),
            "the opposition? What did the government of Velmark say?",
        ),
        ("no, I mean Brasovia", EXPORTS, "How much wheat did Brasovia export in March?"),
        ("Did the union strike?", TREATY, "Did the union strike? grain treaty Port Ondra"),
        ("And?", TREATY, "And? signed grain treaty Port Ondra"),
        ("а почему?", IN_RUSSIAN, "почему? подписал зерновой договор Порт-Ондре"),
        (
            "Что они об этом говорят?",
            IN_RUSSIAN,
            "Что они об этом говорят? зерновой договор Порт-Ондре",
        ),
        ("А Брасовия?", Turn("Что сказал Велмарк о договоре?"), "Что сказал Брасовия о договоре?"),
        ("і коли?", IN_RUSSIAN, "коли? подписал зерновой договор Порт-Ондре"),
        ("Що він сказав?", IN_RUSSIAN, "Що він сказав? зерновой договор Порт-Ондре"),
        ("Und warum?", IN_GERMAN, "warum? Getreidevertrag Port Ondra unterzeichnet"),
        (
            "Was hat Brasovia dazu gesagt?",
            IN_GERMAN,
            "Was hat Brasovia dazu gesagt? Getreidevertrag Port Ondra unterzeichnet",
        ),
        ("Et pourquoi ?", IN_FRENCH, "pourquoi ? signé accord céréales Port Ondra"),
        ("Qu'a-t-elle dit ?", IN_FRENCH, "Qu'a-t-elle dit ? signé accord céréales Port Ondra"),
        ("Qui l'a critiqué ?", IN_FRENCH, "Qui l'a critiqué ? signé accord céréales Port Ondra"),
        ("¿Y por qué?", IN_SPANISH, "por qué? firmó tratado cereales Port Ondra"),
        ("¿Quién lo criticó?", IN_SPANISH, "Quién lo criticó? tratado cereales Port Ondra"),
        ("E quem o criticou?", IN_SPANISH, "quem o criticou? tratado cereales Port Ondra"),
        ("为什么？", IN_CHINESE, "为什么？ 签署 粮食条约"),
        ("他说了什么？", IN_CHINESE, "他说了什么？ 签署 粮食条约"),
        ("ولماذا؟", IN_ARABIC, "لماذا؟ وقع معاهدة الحبوب بورت أوندرا"),
        ("ماذا قال عنها؟", IN_ARABIC, "ماذا قال عنها؟ وقع معاهدة الحبوب بورت أوندرا"),
    ],
)
def test_a_follow_up_carries_the_topic_over(text: str, turn: Turn, searched: str) -> None:
    rewriting = rewrite(text, [turn])
    assert rewriting.kind is Kind.FOLLOW_UP
    assert rewriting.searched == searched


@pytest.mark.parametrize(
    ("text", "turn", "searched"),
    [
        ("and in May?", EXPORTS, "How much wheat did Velmark export in May?"),
        (
            "and in June?",
            Turn("What did Mayor Hale say in May?", period=replace(MARCH, words="May")),
            "What did Mayor Hale say in June?",
        ),
        ("and May 2031?", EXPORTS, "How much wheat did Velmark export May 2031?"),
        ("last year?", EXPORTS, "How much wheat did Velmark export last year?"),
        ("And this week?", TREATY, "Who signed the grain treaty in Port Ondra this week"),
        ("yesterday?", TREATY, "Who signed the grain treaty in Port Ondra yesterday"),
        ("Why did it fall in May?", EXPORTS, "Why did it fall in May? wheat Velmark export"),
        (
            "а в мае?",
            Turn(
                "Сколько зерна вывез Велмарк в марте?",
                period=replace(MARCH, words="в марте"),
            ),
            "Сколько зерна вывез Велмарк в мае?",
        ),
        (
            "Und im Mai?",
            Turn(
                "Wie viel Weizen wurde im März ausgeführt?",
                period=replace(MARCH, words="März"),
            ),
            "Wie viel Weizen wurde im Mai ausgeführt?",
        ),
        (
            "那五月呢？",
            Turn(
                "三月的通货膨胀率是多少？",
                period=replace(MARCH, words="三月"),
            ),
            "五月的通货膨胀率是多少？",
        ),
    ],
)
def test_a_new_time_takes_the_place_of_the_earlier_one(
    text: str, turn: Turn, searched: str
) -> None:
    rewriting = rewrite(text, [turn], names_time=True)
    assert rewriting.kind is Kind.FOLLOW_UP
    assert rewriting.searched == searched
    assert rewriting.period is None


@pytest.mark.parametrize(
    "text",
    [
        "Who won the cup final?",
        "And who won the cup final?",
        "Is it raining in Ondra?",
        "Is it true that Velmark left the union?",
        "How long does it take to cross the Serrin Sea?",
        "Is there a new law on fishing?",
        "Who said that Velmark lost?",
        "Did farmers get their money?",
        "Why did Velmark say it would leave?",
        "What did Tomas Rekhal tell his party?",
        "Yes Bank profits?",
        "inflation",
        "latest on Brasovia",
        "Кто выиграл кубок?",
        "Сколько стоит проезд в Брасовии?",
        "Wer hat das Pokalfinale gewonnen?",
        "Gibt es in Brasovia ein neues Gesetz?",
        "Est-ce que la banque centrale baisse son taux ?",
        "Pourquoi Brasovia a-t-elle quitté l'union ?",
        "Pourquoi l'inflation monte-t-elle à Brasovia ?",
        "¿Quién ganó la final de la copa?",
        "Quem venceu a final da taça?",
        "谁赢得了杯赛决赛？",
        "من فاز بكأس العالم؟",
    ],
)
def test_a_question_with_a_topic_of_its_own_stands_by_itself(text: str) -> None:
    rewriting = rewrite(text, [TREATY])
    assert rewriting == type(rewriting)(text, None, Kind.NEW)


@pytest.mark.parametrize("text", ["What happened this week?", "What happened in May?"])
def test_asking_for_any_news_of_a_time_stands_by_itself(text: str) -> None:
    assert rewrite(text, [TREATY], names_time=True).kind is Kind.NEW


@pytest.mark.parametrize(
    "text",
    """yes|No|ok|OK!|k|thanks|thank you so much!|thaaanks|hi|Good morning|👍|lol|hahaha|never mind
    |got it|да|спасибо|большое спасибо!|привет|дякую|добрий день|danke|vielen Dank|bonjour
    |merci beaucoup|gracias|buenos días|obrigado|muito obrigada|谢谢|你好|非常感谢|شكرا
    |شكرا جزيلا|السلام عليكم||?!""".split("|"),
)
def test_thanks_and_greetings_ask_nothing(text: str) -> None:
    assert rewrite(text, [TREATY]).kind is Kind.SMALL_TALK


@pytest.mark.parametrize("text", ["no deal?", "Good Hope mine", "hello kitty sales", "why thanks"])
def test_a_word_of_thanks_does_not_make_small_talk(text: str) -> None:
    assert rewrite(text, [TREATY]).kind is not Kind.SMALL_TALK


def test_without_an_earlier_question_every_question_stands_by_itself() -> None:
    assert rewrite("and who signed it?", []).kind is Kind.NEW


def test_a_long_text_stands_by_itself() -> None:
    assert rewrite("it was said " * 20, [TREATY]).kind is Kind.NEW


def test_the_period_of_the_turn_before_is_carried_over_where_no_other_is_named() -> None:
    assert rewrite("and Brasovia?", [EXPORTS]).period == MARCH
    assert rewrite("and Brasovia last year?", [EXPORTS], names_time=True).period is None
    assert rewrite("Who won the cup final?", [EXPORTS]).period is None


def test_the_topic_is_carried_through_a_chain() -> None:
    turns = [TREATY]
    for text in ("What did Washington say about it?", "and Brasovia?", "why?"):
        turns.append(Turn(rewrite(text, turns).searched))
    assert turns[-2].searched == "What did Brasovia say about it? grain treaty Port Ondra"
    assert turns[-1].searched == "why? Brasovia say grain treaty Port Ondra"


def test_a_turn_that_carries_nothing_gives_way_to_the_one_before() -> None:
    turns = [TREATY, Turn("Who was it?")]
    assert rewrite("why?", turns).searched == "why? signed grain treaty Port Ondra"


def test_a_question_without_a_topic_is_known_by_the_headline_found_for_it() -> None:
    turn = Turn("What happened yesterday?", headlines=("Bridge at Serrin collapses in storm",))
    assert rewrite("Was anyone hurt?", [turn]).searched == (
        "Was anyone hurt? yesterday Bridge Serrin collapses storm"
    )


def test_of_a_long_question_names_are_carried_first() -> None:
    many = " ".join(f"word{number}" for number in range(20))
    searched = rewrite("why?", [Turn(f"Did {many} reach Port Ondra?")]).searched
    assert searched.endswith("Port Ondra")
    assert len(searched.split()) == 9


TURNS = st.lists(
    st.builds(
        Turn,
        st.text(max_size=80),
        st.sampled_from([None, MARCH]),
        st.lists(st.text(max_size=40), max_size=2).map(tuple),
    ),
    max_size=4,
)
SMALL_WORDS = st.sampled_from(
    "and what about it in May? why Port Ondra the а он 那 呢 他 و هو et l'a y -t-il 's ¿ ,".split()
)


@given(st.one_of(st.text(), st.lists(SMALL_WORDS).map(" ".join)), TURNS, st.booleans())
def test_any_text_is_rewritten_to_something_to_search(
    text: str, turns: list[Turn], names_time: bool
) -> None:
    rewriting = rewrite(text, turns, names_time=names_time)
    assert bool(rewriting.searched) == bool(text)
    if names_time or rewriting.kind is not Kind.FOLLOW_UP:
        assert rewriting.period is None
