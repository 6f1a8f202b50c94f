"""Every sentence the bot says of itself, in one place."""

from collections.abc import Sequence

from bot.day_texts import day
from bot.understood_texts import understood
from index.articles import Article, Published
from index.stored import CorpusSummary
from retrieval.guarding import LONGEST_QUESTION
from retrieval.outcomes import Answer, Headline, Reason, Refusal, Searched

NAME = "Dateline"
SHORT_DESCRIPTION = "Answers from the news, every sentence quoted and cited."
DESCRIPTION = (
    "Ask about the news in your own words. I answer with sentences that really stand in the "
    "articles, each with headline, outlet, date and link. Where the articles do not say, I say so."
)
COMMANDS = (
    ("ask", "Ask a question about the news"),
    ("sources", "What I have read"),
    ("privacy", "What I keep about you"),
    ("help", "How to ask"),
    ("start", "Begin"),
)
HELP = (
    "Ask in your own words, in your own language: “Who signed the treaty?”, “How much did it "
    "cost?”\n\n"
    "I quote whole sentences from the articles and never make one up; tap a number to read the "
    "article. When the articles do not say, I tell you so.\n\n"
    "You can ask on: “And in May?”, “Why?”. Say when and where to look: “last week”, “in June "
    "2022”, “according to Reuters”. Or precisely: outlet:Reuters author:Roe after:2022-05-01 "
    "before:2022-06-01 “these very words” -without\n\n"
    "/ask and a question – the same as just asking\n"
    "/sources – what I have read\n"
    "/privacy – what I keep about you"
)
PRIVACY = (  # where nothing is kept; see privacy()
    "Your question is searched for on the machine this bot runs on and goes to nobody else. "
    "So that you can ask on, I remember the last three questions of a chat for an hour, and write "
    "them down nowhere. Telegram carries our messages under its own rules."
)
ASK_WHAT = "Put your question after the command: /ask Who signed the treaty?"
UNKNOWN_COMMAND = "I don't know that command. Just ask your question, or see /help."
TEXT_ONLY = "I can only read text. Please write your question out."
APOLOGY = "Sorry, something went wrong on my side. Please ask again in a moment."
SOURCES_TITLE = "Sources"
NEAREST_TITLE = "Nearest I found:"
UNNAMED_OUTLET = "outlet unknown"
_MOST_OUTLETS = 5
EMPTY_CORPUS = "I have no articles to answer from yet."

_REFUSALS = {
    Reason.WEAK_EVIDENCE: "The articles I have do not say.",
    Reason.NOTHING_IN_PERIOD: "I have no article of that time that speaks of it.",
    Reason.NOTHING_WITHIN_LIMITS: "Nothing I have read fits these limits.",
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


_SEARCHED_IN_VAIN = (
    Reason.WEAK_EVIDENCE,
    Reason.NOTHING_IN_PERIOD,
    Reason.NOTHING_WITHIN_LIMITS,
)


def privacy(kept_days: int | None) -> str:
    """What is kept of a reader; None: nothing, as in a terminal."""
    if kept_days is None:
        return PRIVACY
    return (
        "Your question is searched for on the machine this bot runs on and goes to nobody else. "
        "So that none is lost, every message to me is kept on that machine with its sender, and "
        f"deleted after {_counted(kept_days, 'day')}. So that you can ask on, the last three "
        "questions of a chat are remembered for an hour. Telegram carries our messages under its "
        "own rules."
    )


def start(summary: CorpusSummary) -> str:
    """The greeting, with the size and reach of the corpus."""
    greeting = (
        "Ask me about the news: I answer with quotes from the articles, each with its source."
    )
    return f"{greeting}\n{reach(summary)}"


def reach(summary: CorpusSummary) -> str:
    """How many articles there are and from when to when."""
    if summary.articles == 0:
        return EMPTY_CORPUS
    if summary.oldest is None or summary.newest is None:
        return f"I have read {articles(summary.articles)}, all undated."
    if summary.oldest == summary.newest:
        return f"I have read {articles(summary.articles)}, of {day(summary.newest)}."
    return (
        f"I have read {articles(summary.articles)}, from {day(summary.oldest)} "
        f"to {day(summary.newest)}."
    )


def refusal(outcome: Refusal) -> str:
    """Why there is no answer, and what was searched."""
    if outcome.reason is Reason.UNREAD_OPERATOR:
        return unread_operator(outcome.query.unread)
    if outcome.reason is Reason.UNKNOWN_LANGUAGE:
        return unknown_language(outcome.query.unknown_language or "")
    text = _REFUSALS[outcome.reason]
    if outcome.reason not in _SEARCHED_IN_VAIN:
        return text
    return " ".join(filter(None, [text, understood(outcome), searched(outcome.searched)]))


def unread_operator(unread: Sequence[str]) -> str:
    """What is wrong with operators that could not be followed."""
    return (
        f"I cannot follow {' and '.join(f'“{one}”' for one in unread)}. A date is written "
        "2022-06-15 or 2022-06; /sources lists the outlets I have read."
    )


def searched(what: Searched) -> str:
    """What a search covered."""
    newest = f", the newest of {day(what.newest)}" if what.newest else ""
    return f"Searched: {articles(what.articles)}{newest}."


def corpus_end(outcome: Answer, old_after_days: int) -> str | None:
    """A note on how far the corpus reaches, when its newest article is old."""
    newest = outcome.searched.newest
    if newest is None or (outcome.query.asked_on - newest).days <= old_after_days:
        return None
    return f"The corpus ends {day(newest)}."


def unknown_language(code: str) -> str:
    """That only English is understood, in the language of ``code`` where known, then in English."""
    own = _ENGLISH_ONLY_IN.get(code)
    return f"{own}\n{_ENGLISH_ONLY}" if own else _ENGLISH_ONLY


def articles(count: int) -> str:
    """A number of articles in words."""
    return _counted(count, "article")


def passages(count: int) -> str:
    """A number of passages in words."""
    return _counted(count, "passage")


def source_line(outlet: str | None, byline: str | None, published: Published) -> str:
    """Outlet, byline and date of an article, in one line."""
    parts = [outlet or UNNAMED_OUTLET, byline, day(published)]
    return " · ".join(part for part in parts if part)


def also_in(article: Article, copies: Sequence[Headline]) -> str | None:
    """The other outlets that printed an article; None where there is none."""
    outlets = list(dict.fromkeys(copy.outlet for copy in copies if copy.outlet))
    others = [outlet for outlet in outlets if outlet != article.outlet]
    if not others:
        return None
    more = f" and {len(others) - _MOST_OUTLETS} more" if len(others) > _MOST_OUTLETS else ""
    return f"also in: {', '.join(others[:_MOST_OUTLETS])}{more}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
