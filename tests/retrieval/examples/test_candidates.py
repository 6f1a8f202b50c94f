"""The questions that invented articles suggest, in every language of the interface."""

import pytest

from index.articles import Article
from retrieval.examples.candidates import LONGEST, candidates

BODIES = {
    "en": (
        "The council of Kellmouth put off its decision on the bridge. “The bridge is for our "
        "children,” said Alma Reed, the mayor of Kellmouth.\n\nNorvane Lines said that the ferry "
        "would sail again on Friday. The ferry had been in dock since May. “The money will not "
        "last,” a Harbour Board spokesman said. Mr. Reed is not her brother.",
        [
            "What did Alma Reed say about the bridge?",
            "What did Norvane Lines say about the ferry?",
            "What did a Harbour Board spokesman say about the money?",
            "Who is Alma Reed?",
            "What did Alma Reed say?",
            "What did Norvane Lines say?",
            "What did a Harbour Board spokesman say?",
        ],
    ),
    "de": (
        "Der Stadtrat von Kellmünde hat den Bau vertagt. „Die Brücke ist für unsere Kinder“, sagte "
        "Bürgermeisterin Alma Reuter am Montag. Die Brücke ist alt.\n\nDer Ingenieur Jonas Feld, "
        "ein Sprecher der Werft, warnte vor steigenden Kosten und vor einem langen Winter.",
        [
            "Was sagte Alma Reuter über die Brücke?",
            "Wer ist Jonas Feld?",
            "Was sagte Alma Reuter?",
            "Was sagte Jonas Feld?",
        ],
    ),
    "fr": (
        "Le port de Valbrune fermera ses quais pendant trois semaines.\n\nMarc Tessier, un pêcheur "
        "de la ville, a dit que la fermeture ruinerait les familles.",
        ["Qui est Marc Tessier ?"],
    ),
    "es": (
        "El puente de Alcarria cerrará un mes por grietas. El ingeniero Tomás Beltrán afirmó que "
        "el puente no es seguro y que las obras empezarán el lunes.",
        ["¿Qué dijo Tomás Beltrán sobre el puente?", "¿Qué dijo Tomás Beltrán?"],
    ),
    "pt": (
        "A ponte de Vale Fundo fecha por um mês. «Os moradores vão receber ajuda», disse a "
        "prefeita Helena Duarte. Os moradores pediram barcos.",
        ["O que disse Helena Duarte sobre os moradores?", "O que disse Helena Duarte?"],
    ),
    "ru": (
        "В Зареченске закрыли мост из-за трещин. Ремонт обойдётся в три миллиона.\n\nИнженер Пётр "
        "Зимин заявил, что работы начнутся в понедельник.",
        ["Что говорит Пётр Зимин?"],
    ),
    "uk": (
        "У Зарічному закрили міст через тріщини. «Міст буде закритий місяць», — сказала міська "
        "голова Оксана Лугова. Ремонт коштуватиме три мільйони.",
        ["Що каже Оксана Лугова?"],
    ),
    "zh": (
        "青河大桥因裂缝关闭一个月。市长李明表示，大桥需要全面检修，费用为三百万元。",
        ["李明说了什么？"],
    ),
    "ar": (
        "أغلقت بلدية وادي النور الجسر لمدة شهر بسبب الشقوق. وقالت ليلى حداد إن الجسر ليس آمنا "
        "وإن البلدية لن تنتظر.",
        ["ماذا قالت ليلى حداد عن الجسر؟", "ماذا قالت ليلى حداد؟"],
    ),
}


def asked(body: str, title: str = "News") -> list[str]:
    return [one.question for one in candidates(Article("a", None, title, body))]


@pytest.mark.parametrize(("body", "questions"), BODIES.values(), ids=BODIES)
def test_who_is_quoted_or_introduced_may_be_asked_about(body: str, questions: list[str]) -> None:
    assert asked(body) == questions


def test_a_candidate_knows_its_sentence() -> None:
    body, _ = BODIES["en"]

    first = candidates(Article("a", None, "News", body))[0]

    assert body[first.start : first.end].startswith("“The bridge is for our children,”")
    assert first.who == "Alma Reed"


def test_a_surname_is_asked_about_in_full_or_not_at_all() -> None:
    """Whose name is never given in full, a reader would not know."""
    quoted = "“It is cold in the harbour,” said Brenn, who keeps the keys of every gate."

    assert asked(f"Odd Brenn is the harbour master of Quill. {quoted}") == [
        "What did Odd Brenn say about the harbour?",
        "What did Odd Brenn say?",
    ]
    assert asked(f"There is one harbour master in Quill. {quoted}") == []


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("“The key rate is high, and the key rate will stay,” said Ada Holm.", "the key rate"),
        ("“I have three boats in the bay,” said Ada Holm.", None),
        ("“We are close to Merova, and Merova knows it,” said Ada Holm.", "Merova"),
        (
            "“Nothing is settled yet,” said Ada Holm, the head of the board, the board of banks.",
            None,
        ),
        ("“We see that the whole town waits on Monday, always on Monday,” said Ada Holm.", None),
    ],
    ids=["two words", "named once", "a name", "not of the words said", "a day"],
)
def test_what_is_spoken_of(sentence: str, topic: str | None) -> None:
    questions = asked(f"The town of Sel is waiting for news from its bank. {sentence}")

    about = [one for one in questions if " about " in one]
    assert about == ([f"What did Ada Holm say about {topic}?"] if topic else [])


def test_a_word_that_stands_in_the_headline_is_its_matter() -> None:
    body = "“I was there when they cut the rope and the sail,” said Ada Holm of Sel."

    assert asked(body, "A sail is torn")[0] == "What did Ada Holm say about the sail?"


def test_what_may_be_a_trade_is_not_taken_for_a_given_name() -> None:
    assert asked("Dramaturge Ada Holm said that the play would go on for a year.") == []


def test_no_question_is_too_long_for_a_button() -> None:
    name = "Anna-Katharina Oberwallnerstetter"
    body = f"“The responsibilities are many, the responsibilities,” said {name} of the bank."

    assert all(len(one) <= LONGEST for one in asked(body))
