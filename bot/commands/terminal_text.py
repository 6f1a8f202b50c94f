"""A reply laid out for the terminal, in colour where there is a terminal."""

import re
from itertools import zip_longest

from rich.console import Console, Group, RenderableType
from rich.style import Style
from rich.text import Text

from bot.conversation import Reply, Said
from bot.layout.one_line import Stretch, one_line, stretches
from bot.words import texts
from bot.words.answer_texts import Line, goes_on, lines, opening
from bot.words.refusal_texts import nearest_title, refusal_lines
from bot.words.saying import say
from bot.words.understood_texts import understood
from retrieval.outcomes import Answer, Citation, Refusal

_WIDEST = 100
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def print_reply(console: Console, reply: Reply, old_after_days: int) -> None:
    """Print a reply; text of articles is never read as markup, nor can it steer the terminal."""
    width = min(console.width, _WIDEST) if console.is_terminal else None
    console.print(_render(reply, old_after_days), width=width, soft_wrap=width is None)


def _render(reply: Reply, old_after_days: int) -> RenderableType:
    match reply:
        case Said(text):
            return Text("\n".join(map(_plain, text.split("\n"))))
        case Answer():
            return _answer(reply, old_after_days)
        case Refusal():
            return _refusal(reply)


def _answer(answer: Answer, old_after_days: int) -> RenderableType:
    parts: list[RenderableType] = [Text(line) for line in opening(answer)]
    if answer.written:
        parts += [Text(_plain(answer.text), style="bold"), Text()]
        parts.append(Text(say("written"), style="italic"))
    else:
        # Where it is not known which words answer, the sentences are set off from their sources.
        whole = not any(one.answering for one in answer.citations)
        parts += [_line(line, whole) for line in lines(answer)]
    parts.append(Text())
    first: dict[int, Citation] = {}
    for citation in answer.citations:
        first.setdefault(citation.number, citation)
    for number, citation in first.items():
        article = citation.article
        source = Text(f"[{number}] ", style="cyan").append(_plain(article.title), style="default")
        line = texts.source_line(article.outlet, article.byline, article.published)
        details = Text(f"    {_plain(line)}", style="dim")
        if copies := texts.also_in(article, citation.also_in):
            details.append(f"\n    {_plain(copies)}")
        if article.url:
            url = _plain(article.url)
            details.append("\n    ").append(url, style=Style(link=url))
        parts += [source, details]
        if answer.written:
            said = (one.quote for one in answer.citations if one.number == number)
            parts += [Text(f"    “{_plain(quote)}”") for quote in said]
    if note := understood(answer):
        parts += [Text(), Text(_plain(note), style="italic")]
    if note := texts.corpus_end(answer, old_after_days):
        parts += [Text(), Text(note, style="italic")]
    return Group(*parts)


def _line(line: Line, whole: bool) -> Text:
    """One line of the answer, the words that answer in bold, or its ``whole`` sentences."""
    text = Text().append(_plain(line.label), style="dim").append(line.joint)
    for citation, following in zip_longest(line.citations, line.citations[1:]):
        shown = (Stretch(_CONTROLS.sub(" ", one.text), one.answers) for one in stretches(citation))
        for one in one_line(shown):
            text.append(one.text, style="bold" if one.answers or whole else "")
        if not goes_on(citation, following):
            text.append(f" [{citation.number}]", style="cyan")
        text.append(" " if following else "")
    return text


def _refusal(refusal: Refusal) -> RenderableType:
    parts: list[RenderableType] = [Text(_plain(line)) for line in refusal_lines(refusal)]
    if refusal.nearest:
        parts.append(Text(nearest_title(refusal), style="dim"))
    for headline in refusal.nearest:
        line = texts.source_line(headline.outlet, None, headline.published)
        item = Text("• ").append(_plain(headline.title)).append(f" ({_plain(line)})", style="dim")
        if headline.url:
            item.append(f"\n  {_plain(headline.url)}", style="dim")
        parts.append(item)
    return Group(*parts)


def _plain(text: str) -> str:
    """Text of an article on one line, without the characters that a terminal obeys."""
    return " ".join(_CONTROLS.sub(" ", text).split())
