"""An invented newsroom's articles, and what is answered from them in docs/conversation.md."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from index.articles import Article
from retrieval.article_search import FoundArticle, FoundArticles
from retrieval.outcomes import Answer, Citation, Form, Headline, Hit, Outcome, Reason, Refusal
from retrieval.query import Period, PeriodKind, Query, Times, Turn
from tests.bot.samples import answer, article, citation, passage, refusal

ASKED = datetime(2031, 5, 14, 12, tzinfo=UTC)
NEWEST, OLDEST = date(2031, 5, 13), date(2029, 1, 2)
ARTICLES = 1_284

FERRY = article(
    id="ferry",
    title="Quill Island ferry sinks at its berth",
    body=(
        "The ferry to Quill Island sank at its berth early on Monday. Nobody was aboard. Harbour "
        "master Odd Brenn blamed a valve that was left open after a night of repairs. Divers found "
        "no damage to the hull, he said.\n\n"
        "A second ferry, the Marigold, takes over on Friday. It holds sixty cars, half as many as "
        "the Halcyon. Until then the island's eight hundred people depend on a mail boat that "
        "sails twice a day."
    ),
    published=date(2031, 5, 9),
)
ALARM = article(
    id="alarm",
    title="Alarm on sunken ferry had been switched off",
    body=(
        "The Halcyon's bilge alarm had been switched off a week before the ferry sank, the port "
        "authority said on Tuesday. Two fitters have been suspended."
    ),
    outlet="Harbour Gazette",
    byline=None,
    published=date(2031, 5, 13),
    url="https://gazette.example/alarm",
)
MAIL = article(
    id="mail",
    title="Islanders line up for the mail boat",
    body=(
        "By seven o'clock a hundred people stood on the quay. The mail boat takes forty. “I have "
        "missed two days at school,” said Ina Vesk, who teaches on the mainland."
    ),
    outlet="Kelp Daily",
    byline="Tom Arne",
    published=date(2031, 5, 11),
    url="https://kelp.example/mail-boat",
)
INSURER = article(
    id="insurer",
    title="Council wants insurer to raise the Halcyon",
    body=(
        "The island council wants the insurer to bear the cost of raising the Halcyon. The insurer "
        "has not replied."
    ),
    byline=None,
    published=date(2031, 5, 12),
    url="https://news.tidewater.example/insurer",
)
PAINT = article(
    id="paint",
    title="Halcyon back from the yard with new paint",
    body="The Halcyon came back from the yard in April, newly painted and with two new pumps.",
    outlet="Harbour Gazette",
    byline=None,
    published=date(2031, 4, 20),
    url="https://gazette.example/paint",
)
LIBRARIES = article(
    id="libraries",
    title="Three towns get new libraries",
    body=(
        "Ondra opens a library in its old fish hall in June. Vell builds one beside the station. "
        "The county also pays for a library boat that will call at the outer islands."
    ),
    byline="Mia Lund",
    published=date(2031, 3, 2),
    url="https://news.tidewater.example/libraries",
)
READING = article(
    id="reading",
    title="Sandmouth reading room becomes a library",
    body="Sandmouth turns its reading room into a library with a hall for children.",
    outlet="Kelp Daily",
    byline=None,
    published=date(2031, 2, 18),
    url="https://kelp.example/reading-room",
)
WALKOUT = article(
    id="walkout",
    title="Mill workers walk out",
    body="Six hundred workers walked out of the Ondra mills on Thursday over night shifts.",
    published=date(2030, 10, 3),
    url="https://news.tidewater.example/walkout",
)
TALKS = article(
    id="talks",
    title="Mill talks break down",
    body="Talks between the mills and the union broke down after eleven hours.",
    outlet="Harbour Gazette",
    byline=None,
    published=date(2030, 10, 15),
    url="https://gazette.example/talks",
)
BACK = article(
    id="back",
    title="Looms run again in Ondra",
    body="The looms ran again on Monday after the union accepted a night bonus of twelve per cent.",
    byline=None,
    published=date(2030, 11, 4),
    url="https://news.tidewater.example/looms",
)
POLICE = article(
    id="police",
    title="Thousands march for the night trains",
    body="About 4,000 people marched through Ondra on Saturday, the police said.",
    published=date(2031, 4, 6),
    url="https://news.tidewater.example/march",
)
MARCHERS = article(
    id="marchers",
    title="“We were eleven thousand”",
    body="The organisers counted 11,000 people at Saturday's march for the night trains.",
    outlet="Harbour Gazette",
    byline=None,
    published=date(2031, 4, 7),
    url="https://gazette.example/march",
)
ARABIC = article(
    id="arabic",
    title="عبّارة ثانية إلى جزيرة كويل",
    body="تبدأ العبّارة الثانية رحلاتها يوم الجمعة. تتسع العبّارة لستين سيارة.",
    outlet="صحيفة المرفأ",
    byline=None,
    published=date(2031, 5, 10),
    url="https://marfa.example/ferry",
)
STORED = (
    *(FERRY, ALARM, MAIL, INSURER, PAINT, LIBRARIES, READING),
    *(WALKOUT, TALKS, BACK, POLICE, MARCHERS, ARABIC),
)
OUTLETS = (("The Tidewater Post", 702), ("Harbour Gazette", 391), ("Kelp Daily", 191))

WHY = "Why did the Quill Island ferry sink?"
WHEN = "When does the second ferry sail?"
ABOARD = "And who was aboard?"
MARCH = "What was said of the ferry in March 2031?"
PAYS = "Who pays for a new ferry?"
TOWNS = "Which towns get a new library?"
STRIKE = "How did the strike at the Ondra mills go on?"
MARCHED = "How many people marched in Ondra?"
COST = "What did the Halcyon cost?"
CARS = "كم سيارة تتسع لها العبّارة الثانية؟"
EXAMPLES = (
    "What did Odd Brenn say about the ferry?",
    "What did the port authority say about the alarm?",
    "What did Ina Vesk say about the mail boat?",
)

_VALVE = (
    "Harbour master Odd Brenn blamed a valve that was left open after a night of repairs.",
    "a valve that was left open",
)
_OFF = (ALARM.body.split(" Two ")[0], "bilge alarm had been switched off a week before")
_FRIDAY = ("A second ferry, the Marigold, takes over on Friday.", "on Friday")
_SIXTY = "It holds sixty cars, half as many as the Halcyon."
_NOBODY = ("Nobody was aboard.", "Nobody")
_IN_MARCH = Period(date(2031, 3, 1), date(2031, 3, 31), PeriodKind.REPORTED, "in March 2031")


def _quote(of: Article, quote: str, *words: str, number: int = 1) -> Citation:
    (around,) = [one for one in of.body.split("\n\n") if quote in one]
    return citation(of, quote, number=number, within=(around, around), answering=words)


def _answer(*citations: Citation, form: Form = Form.SENTENCES, closest: bool = False) -> Answer:
    said = answer(*citations, form=form, closest=closest, newest=NEWEST)
    return replace(said, searched=replace(said.searched, articles=ARTICLES))


def _further(*articles: Article) -> tuple[Hit, ...]:
    return tuple(
        Hit(number, passage(one, one.body, one.body), one, 0.5, 0.8, None)
        for number, one in enumerate(articles)
    )


def _refusal(*nearest: Headline, reason: Reason = Reason.WEAK_EVIDENCE) -> Refusal:
    said = refusal(*nearest, reason=reason, newest=NEWEST)
    return replace(said, searched=replace(said.searched, articles=ARTICLES, oldest=OLDEST))


def _headline(of: Article) -> Headline:
    return Headline(of.title, of.outlet, of.published, of.url)


_SAID: dict[str, Outcome] = {
    WHY: replace(
        _answer(_quote(FERRY, *_VALVE), _quote(ALARM, *_OFF, number=2)),
        further=_further(MAIL, INSURER, PAINT, ARABIC),
    ),
    WHEN: _answer(_quote(FERRY, *_FRIDAY), _quote(FERRY, _SIXTY)),
    ABOARD: _answer(_quote(FERRY, *_NOBODY)),
    MARCH: _refusal(_headline(PAINT), _headline(FERRY), reason=Reason.NOTHING_IN_PERIOD),
    PAYS: _answer(_quote(INSURER, INSURER.body.split(" The insurer")[0]), closest=True),
    TOWNS: _answer(
        _quote(LIBRARIES, "Ondra opens a library in its old fish hall in June.", "Ondra"),
        _quote(LIBRARIES, "Vell builds one beside the station.", "Vell"),
        _quote(READING, READING.body, "Sandmouth", number=2),
        form=Form.LIST,
    ),
    STRIKE: _answer(
        _quote(WALKOUT, WALKOUT.body),
        _quote(TALKS, TALKS.body, number=2),
        _quote(BACK, BACK.body, number=3),
        form=Form.TIMELINE,
    ),
    MARCHED: _answer(
        _quote(POLICE, POLICE.body, "About 4,000 people"),
        _quote(MARCHERS, MARCHERS.body, "11,000 people", number=2),
        form=Form.DIFFERING,
    ),
    COST: _refusal(_headline(PAINT), _headline(INSURER), _headline(FERRY)),
    CARS: _answer(_quote(ARABIC, "تتسع العبّارة لستين سيارة.", "لستين سيارة")),
}


class Newsroom:
    """Answers the questions above, each always alike, and inline queries; in ``wait_s``."""

    def __init__(self) -> None:
        self.wait_s = 0.0

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Outcome:
        """The answer of any date is the one to WHY."""
        time.sleep(self.wait_s)
        outcome = _SAID.get(question)
        if outcome is None:
            reason = Reason.TOO_LONG if len(question) > 1000 else Reason.NOT_A_QUESTION
            return replace(_refusal(reason=reason), query=_query(question))
        if any_date:
            outcome = replace(_SAID[WHY], further=())
        query = replace(_query(question), any_date=any_date)
        if question == ABOARD and turns:
            searched = "who was aboard? Quill Island ferry sink"
            query = replace(query, searched=searched, goes_on=True)
        if question == MARCH and not any_date:
            first, last = _IN_MARCH.first, _IN_MARCH.last
            searched_then = replace(outcome.searched, first=first, last=last, articles=0)
            query = replace(query, times=Times(_IN_MARCH))
            return replace(outcome, query=query, searched=searched_then)
        return replace(outcome, query=query)

    def find(
        self, question: str, asked: datetime, first: int, count: int
    ) -> FoundArticles | Refusal:
        """Four articles, whatever is asked."""
        quotes = (
            _quote(FERRY, *_VALVE),
            _quote(ALARM, *_OFF),
            _quote(INSURER, INSURER.body.split(" The insurer")[0]),
            _quote(PAINT, PAINT.body),
        )
        found = [
            FoundArticle(one.quote, replace(_answer(one), query=_query(question))) for one in quotes
        ]
        return FoundArticles(tuple(found[first : first + count]), False, 7)


def _query(question: str) -> Query:
    return Query(question, question, ASKED)
