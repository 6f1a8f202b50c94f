"""A reply laid out for the terminal, in colour where there is a terminal."""

from rich.console import Console, Group, RenderableType
from rich.text import Text

from bot import texts
from bot.conversation import Reply, Said
from retrieval.outcomes import Answer, Citation, Refusal

_WIDEST = 100


def print_reply(console: Console, reply: Reply, old_after_days: int) -> None:
    """Print a reply; article and reader text is printed as it is, never read as markup."""
    width = min(console.width, _WIDEST) if console.is_terminal else None
    console.print(_render(reply, old_after_days), width=width, soft_wrap=width is None)


def _render(reply: Reply, old_after_days: int) -> RenderableType:
    match reply:
        case Said(text):
            return Text(text)
        case Answer():
            return _answer(reply, old_after_days)
        case Refusal():
            return _refusal(reply)


def _answer(answer: Answer, old_after_days: int) -> RenderableType:
    head = Text()
    for citation in answer.citations:
        head.append((" " if head else "") + " ".join(citation.quote.split()), style="bold")
        head.append(f" [{citation.number}]", style="cyan")
    parts: list[RenderableType] = [head, Text()]
    first: dict[int, Citation] = {}
    for citation in answer.citations:
        first.setdefault(citation.number, citation)
    for number, citation in first.items():
        article = citation.article
        source = Text(f"[{number}] ", style="cyan").append(article.title, style="default")
        line = texts.source_line(article.outlet, article.byline, article.published)
        details = Text(f"    {line}", style="dim")
        if article.url:
            details.append("\n    ").append(article.url, style=f"link {article.url}")
        parts += [source, details]
    if note := texts.corpus_end(answer, old_after_days):
        parts += [Text(), Text(note, style="italic")]
    return Group(*parts)


def _refusal(refusal: Refusal) -> RenderableType:
    parts: list[RenderableType] = [Text(texts.refusal(refusal))]
    if refusal.nearest:
        parts.append(Text(texts.NEAREST_TITLE, style="dim"))
    for headline in refusal.nearest:
        line = texts.source_line(headline.outlet, None, headline.published)
        item = Text("• ").append(headline.title).append(f" ({line})", style="dim")
        if headline.url:
            item.append(f"\n  {headline.url}", style="dim")
        parts.append(item)
    return Group(*parts)
