"""Removes one article by what an operator calls it."""

from index.articles import Article
from index.corpus_store import CorpusStore
from index.errors import InputError
from index.identity import article_id


def remove_article(store: CorpusStore, named: str) -> Article:
    """Remove the article of this address or id, and return it as it was.

    Raises:
        InputError: there is none.
    """
    wanted = [named.strip(), article_id(named, None, "", None)]
    found = next(store.articles(wanted), None)
    if found is None:
        raise InputError(
            f"{named}: no article has this address or id; `dateline ask --json` shows both"
        )
    with store.transaction() as writing:
        writing.remove_article(found.id)
        writing.sweep()
    return found
