"""A folder of invented news, each article in a version that its every sentence names."""

import json
import re
from pathlib import Path

from index.corpus_store import CorpusStore

ARTICLES = 60
_SENTENCES = 8


def write_news(folder: Path, version: int, articles: int = ARTICLES) -> None:
    """Write every article in this version."""
    folder.mkdir(exist_ok=True)
    for number in range(articles):
        text = " ".join(
            f"On day {number} the harbour master wrote line {line} of edition {version}."
            for line in range(_SENTENCES)
        )
        record = {"url": f"https://brenholm.example/{number}", "title": f"Log {number}"}
        (folder / f"{number:03}.json").write_text(json.dumps(record | {"text": text}))


def versions(store: CorpusStore) -> dict[str, int]:
    """The version each stored article is in; fails where one is in two at once."""
    found = {}
    for article in store.articles():
        (version,) = set(re.findall(r"edition (\d+)\.", article.body))
        assert article.url is not None
        found[article.url] = int(version)
    return found
