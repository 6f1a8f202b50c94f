"""Checks that the three stores hold what they must, each in itself and all with one another."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator

from index.corpus_store import CorpusStore
from index.dense import DenseIndex
from index.errors import DatelineError
from index.keyword import KeywordIndex
from index.rows import spans_from_text
from index.vector_keys import split_keys


def verify(store: CorpusStore) -> Iterator[str]:
    """What is wrong with an index, a line each; nothing is changed by looking.

    A derived index that is missing or behind is no fault: it catches up by itself.
    """
    try:
        yield from _sqlite_is_whole(store)
        yield from _passages_fit(store)
        yield from _vectors_are_counted(store)
        yield from _stories_are_whole(store)
        yield from _derived_agree(store)
    except (DatelineError, sqlite3.Error) as error:
        yield str(error)


def _sqlite_is_whole(store: CorpusStore) -> Iterator[str]:
    for (line,) in store.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield f"{store.path}: {line}; restore a copy with `dateline restore FILE`"
    for table, *_, parent, _number in store.rows("PRAGMA foreign_key_check"):
        yield f"{store.path}: a row of {table} points to one of {parent} that is not there"


def _passages_fit(store: CorpusStore) -> Iterator[str]:
    rows = store.rows(
        'SELECT p.id, a.id, length(a.body), p.start, p."end", p.sentences, '
        "length(p.sentence_keys) FROM passages p JOIN articles a ON a.id = p.article_id"
    )
    for passage_id, article_id, length, start, end, sentences, key_bytes in rows:
        spans = spans_from_text(sentences)
        within = all(start <= first < last <= end for first, last in spans)
        if not (0 <= start < end <= length and within and key_bytes == 16 * len(spans)):
            yield f"passage {passage_id} of article {article_id} does not fit its article"
    for (article_id,) in store.rows(
        "SELECT id FROM articles WHERE recipe != '' AND id NOT IN (SELECT article_id FROM passages)"
    ):
        yield f"article {article_id} has no passage, so it is never found"


def _vectors_are_counted(store: CorpusStore) -> Iterator[str]:
    uses: Counter[bytes] = Counter()
    for own, of_sentences in store.rows("SELECT vector_key, sentence_keys FROM passages"):
        uses.update((own, *split_keys(of_sentences)))
    kept = dict(store.rows("SELECT key, uses FROM vectors"))
    missing = sum(key not in kept for key in uses)
    if missing:
        yield f"{missing} vectors are missing; run `dateline index --reencode`"
    wrong = sum(uses[key] != count for key, count in kept.items())
    if wrong:
        yield f"{wrong} vectors count their uses wrongly"
    sizes = [size for (size,) in store.rows("SELECT DISTINCT length(vector) FROM vectors")]
    if len(sizes) > 1:
        yield f"vectors have different sizes: {sorted(sizes)} bytes"


def _stories_are_whole(store: CorpusStore) -> Iterator[str]:
    for story, members in store.rows("SELECT story, json_group_array(id) FROM articles GROUP BY 1"):
        if story != min(json.loads(members)):
            yield f"story {story} does not go by the least id of its articles"


def _derived_agree(store: CorpusStore) -> Iterator[str]:
    fingerprint = store.meta("encoder")
    size = store.rows("SELECT length(vector) FROM vectors LIMIT 1")
    if fingerprint is None or not size:
        return
    folder, corpus = store.path.parent, store.identity
    yield from DenseIndex(folder, size[0][0] // 2, corpus, fingerprint).faults(store)
    yield from KeywordIndex(folder, corpus).faults(store)
