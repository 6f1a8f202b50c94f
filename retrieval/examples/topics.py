"""What somebody speaks about, in words that can follow "about" as they stand.

That is a single noun behind its definite article ("the decision"), one with a word before it that
the text has together more than once ("the key rate"), or in some languages a name of one word. It
must come up again in the text or be the subject of what is said: what is named once is seldom its
matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.articles import Article
from index.sentences import Span
from retrieval.composing.wording.wording import Wording
from retrieval.examples.wording import definite_articles
from retrieval.words import content_words, is_function_word

_WORD = re.compile(r"\w+(?:-\w+)*[’']?")
_SHORTEST = 4
_ENOUGH = 2
_IN_TITLE = 2
"""How often more a word counts that stands in the headline."""
_SUBJECT = 2
"""The same of what opens that which is said."""
_NAMES_STAND_BARE = ("en", "es", "pt")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, ``body[start:end]`` of the article, in a language and its wording."""

    article: Article
    part: Span
    language: str
    wording: Wording

    @property
    def text(self) -> str:
        """The words."""
        return self.article.body[slice(*self.part)]


def topic_of(said: Said, beside: str) -> str | None:
    """What is spoken about most; nothing that shares a word with ``beside``, who speaks."""
    named = content_words(beside, said.language)
    weighed = [
        (_weight(said.article, topic) + _SUBJECT * opens, topic)
        for topic, opens in (*_nouns(said), *_names(said))
        if not content_words(topic, said.language) & named
    ]
    best = max(weighed, key=lambda one: one[0], default=None)
    return best[1] if best and best[0] >= _ENOUGH else None


def _nouns(said: Said) -> Iterator[tuple[str, bool]]:
    """Nouns with their article, each with whether it opens what is said."""
    articles = definite_articles(said.language)
    joined = tuple(one.removesuffix("-") for one in articles if one.endswith("-"))
    words = list(_WORD.finditer(said.text))
    for at, word in enumerate(words):
        low = word[0].lower()
        opens = _opens(said, words, at)
        if joined and low.startswith(joined) and len(low) > _SHORTEST:
            adjective = at and words[at - 1][0].lower().startswith(joined)
            after = words[at + 1][0].lower() if at + 1 < len(words) else ""
            if not adjective and not after.startswith(joined):
                yield word[0], opens
        elif low in articles or f"{low}-" in articles:
            for length in (1, 2):
                of_run = words[at + 1 : at + 1 + length]
                if (
                    len(of_run) == length
                    and _is_noun(said, of_run)
                    and _ends(said, words, at + length)
                ):
                    topic = said.text[word.start() : of_run[-1].end()]
                    yield topic[0].lower() + topic[1:], opens


def _names(said: Said) -> Iterator[tuple[str, bool]]:
    if said.language not in _NAMES_STAND_BARE:
        return
    words = list(_WORD.finditer(said.text))
    for at, word in enumerate(words):
        follows = at and words[at - 1][0].islower() and not _apart(said.text, words, at - 1)
        plain = word[0].isalpha() and word[0].istitle() and len(word[0]) >= _SHORTEST
        if follows and plain and _ends(said, words, at):
            if word[0].lower() in said.wording.time:
                continue
            article = words[at - 1][0] in definite_articles(said.language)
            start = words[at - 1].start() if article else word.start()
            yield said.text[start : word.end()], False


def _is_noun(said: Said, run: list[re.Match[str]]) -> bool:
    """Whether words may be a noun, or one with a word that belongs to it."""
    noun = run[-1][0]
    plain = noun[0].isupper() if said.language == "de" else noun[0].islower()
    whole = all(word[0].replace("-", "").isalpha() for word in run) and len(noun) >= _SHORTEST
    if not (plain and whole) or is_function_word(noun, said.language):
        return False
    if len(run) == 1:
        return True
    together = said.text[run[0].start() : run[-1].end()].lower()
    known = f"{said.article.title}\n{said.article.body}".lower().count(together)
    return run[0][0].islower() and known >= _ENOUGH


def _ends(said: Said, words: list[re.Match[str]], at: int) -> bool:
    """Whether a mark or a function word follows."""
    if at + 1 == len(words) or _apart(said.text, words, at):
        return True
    return is_function_word(words[at + 1][0], said.language)


def _opens(said: Said, words: list[re.Match[str]], at: int) -> bool:
    if at == 0 or _apart(said.text, words, at - 1):
        return True
    return words[at - 1][0].lower() in said.wording.that | said.wording.saying


def _apart(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a mark parts the word from the next."""
    return bool(text[words[at].end() : words[at + 1].start()].strip())


def _weight(article: Article, topic: str) -> int:
    noun = topic.split(maxsplit=1)[-1]
    pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    in_title = bool(pattern.search(article.title))
    return len(pattern.findall(article.body)) + _IN_TITLE * in_title
