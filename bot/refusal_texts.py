"""What the bot says where it does not answer: why, what it searched, and what it has instead."""

from collections.abc import Sequence

from bot.day_texts import day
from bot.texts import EMPTY_CORPUS, articles
from bot.understood_texts import (
    days,
    days_preferred,
    days_searched,
    phrases_said,
    quoted,
    without_said,
)
from retrieval.guarding import LONGEST_QUESTION
from retrieval.outcomes import Reason, Refusal, Searched

_NOT_SEARCHED = {
    Reason.EMPTY_CORPUS: EMPTY_CORPUS,
    Reason.NOT_A_QUESTION: "I see no question there. Ask me something about the news.",
    Reason.TOO_LONG: (
        f"That is too long for one question: please keep it under {LONGEST_QUESTION:,} characters."
    ),
}

_ENGLISH_ONLY = (
    "I read questions in English only here; please ask in English, or ask whoever runs this bot to "
    "switch the language model."
)
_ENGLISH_ONLY_IN = {
    "ru": "Здесь я понимаю вопросы только на английском. Пожалуйста, спросите по-английски или "
    "попросите того, кто ведёт этого бота, сменить языковую модель.",
    "uk": "Тут я розумію запитання лише англійською. Будь ласка, запитайте англійською або "
    "попросіть того, хто веде цього бота, змінити мовну модель.",
    "de": "Ich verstehe hier nur Fragen auf Englisch. Bitte fragen Sie auf Englisch, oder bitten "
    "Sie den Betreiber dieses Bots, das Sprachmodell zu wechseln.",
    "fr": "Ici, je ne comprends que les questions en anglais. Posez votre question en anglais, "
    "s’il vous plaît, ou demandez à la personne qui gère ce bot de changer de modèle de langue.",
    "es": "Aquí solo entiendo preguntas en inglés. Por favor, pregunte en inglés o pida a quien "
    "gestiona este bot que cambie el modelo de lenguaje.",
    "pt": "Aqui só compreendo perguntas em inglês. Por favor, pergunte em inglês ou peça a quem "
    "gere este bot que mude o modelo de linguagem.",
    "zh": "我在这里只能读懂英文问题。请用英文提问，或请管理这个机器人的人更换语言模型。",
    "ar": "لا أفهم هنا سوى الأسئلة المكتوبة بالإنجليزية. يُرجى طرح سؤالك بالإنجليزية، "
    "أو الطلب ممّن يدير هذا البوت تغيير النموذج اللغوي.",
}


def refusal_lines(outcome: Refusal) -> tuple[str, ...]:
    """Why there is no answer and, where articles were looked at, what was searched."""
    match outcome.reason:
        case Reason.WEAK_EVIDENCE:
            return f"The articles I have{_scope(outcome)} do not say.", _search_told(outcome)
        case Reason.NOTHING_IN_PERIOD | Reason.NOTHING_WITHIN_LIMITS:
            return f"I have no article{_scope_in_vain(outcome)}.", _reach_told(outcome)
        case Reason.UNREAD_OPERATOR:
            return (unread_operator(outcome.query.unread),)
        case Reason.UNKNOWN_LANGUAGE:
            return tuple(unknown_language(outcome.query.unknown_language or "").split("\n"))
        case reason:
            return (_NOT_SEARCHED[reason],)


def nearest_title(outcome: Refusal) -> str:
    """What stands above the nearest headlines."""
    what = "Nearest headline" if len(outcome.nearest) == 1 else "Nearest headlines"
    return f"{what}, of other days:" if outcome.reason is Reason.NOTHING_IN_PERIOD else f"{what}:"


def unread_operator(unread: Sequence[str]) -> str:
    """What is wrong with operators that could not be followed."""
    return (
        f"I cannot follow {' and '.join(quoted(unread))}. A date is written 2022-06-15 or 2022-06; "
        "/sources lists the outlets I have read."
    )


def unknown_language(code: str) -> str:
    """That only English is understood, in the language of ``code`` where known, then in English."""
    own = _ENGLISH_ONLY_IN.get(code)
    return f"{own}\n{_ENGLISH_ONLY}" if own else _ENGLISH_ONLY


def _scope(outcome: Refusal) -> str:
    """Whose articles, and of which days, the search was limited to."""
    sources, limited_to = outcome.query.sources, days_searched(outcome)
    from_them = f" from {' and '.join(sources)}" if sources else ""
    return from_them + (f" {limited_to}" if limited_to else "")


def _scope_in_vain(outcome: Refusal) -> str:
    """The same where it left nothing, with whatever else may be why."""
    scope, without = _scope(outcome), outcome.query.limits.without
    if outcome.reason is Reason.NOTHING_IN_PERIOD and not days_searched(outcome):
        return f"{scope} of {day(outcome.query.asked_on)} or before"
    if without and outcome.searched.articles:  # articles are counted before words leave them out
        return f"{scope} without {' or '.join(quoted(without))}"
    return scope


def _search_told(outcome: Refusal) -> str:
    """How much was searched, and what of the question's time and words came of it."""
    searched, query = outcome.searched, outcome.query
    words = f" for “{query.searched}”" if query.goes_on else ""
    parts = [f"I searched {articles(searched.articles)}{words}{_newest_told(searched)}."]
    if span := days_preferred(outcome):
        near = searched.outside_period
        parts.append(f"None that comes near is {span}." if near else f"Those {span} counted more.")
    notes = (phrases_said(outcome), without_said(outcome))
    return " ".join([*parts, *filter(None, notes)])


def _newest_told(searched: Searched) -> str:
    if searched.newest is None:
        return ", all undated"
    return f"; the newest I have is of {day(searched.newest)}"


def _reach_told(outcome: Refusal) -> str:
    """What was searched for in vain, and from when to when there are articles."""
    searched, query = outcome.searched, outcome.query
    reach = days(searched.oldest, searched.newest) if searched.newest else "undated"
    words = f"I searched for “{query.searched}”. " if query.goes_on else ""
    return f"{words}What I have is {reach}."
