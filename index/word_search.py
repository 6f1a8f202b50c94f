"""Passages searched by word (BM25); the one module that knows tantivy.

All passages share one field of words that are analysed here, each marked with the language it was
stemmed in: ``de:haus``. So a search is a flat union of terms, which tantivy prunes (block-max
WAND), passages are weighed by the mean length of all, and how rare a word is can be told for each
language.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from index.limits import Limits
from index.stored import PassageEntry
from index.telling_words import Found, telling
from index.word_forms import GROUPS, OTHER, OWN, SNOWBALL, spelled

_WRITER_BYTES = 100_000_000
_LONGEST_WORD = 60
_BORDER = "|"  # no word: no phrase reaches from a headline into the text
_DAYS_BY_WORD = 100  # above, reading the column of days is quicker than their lists


class WordSearch:
    """Not safe for use by two threads at once."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._analysers = {group: _analyser(group) for group in GROUPS}
        self._look_again()

    @classmethod
    def create(cls, folder: Path) -> "WordSearch":
        """Empty, in an empty folder."""
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("passage", indexed=True, fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        for name in ("outlet", "article", "language"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("words", tokenizer_name="whitespace")
        return cls(tantivy.Index(builder.build(), path=str(folder)))

    @classmethod
    def read(cls, folder: Path) -> "WordSearch":
        """What is kept in ``folder``.

        Raises:
            ValueError: it is none of ours, or not whole.
        """
        return cls(tantivy.Index.open(str(folder)))

    def apply(self, gone: Iterable[int], added: Iterable[tuple[PassageEntry, str]]) -> bool:
        """Take passages out and in, each with the group of its language; replaces those of its id.

        False where another process is writing.

        Raises:
            ValueError: the files cannot be written.
        """
        try:
            writer = self._index.writer(_WRITER_BYTES, 1)
        except ValueError:
            return False
        self.reload()  # another may have written, and ended before it could say so
        for passage_id in gone:
            writer.delete_documents_by_term("passage", passage_id)
        for entry, group in added:
            if self._searcher.doc_freq("passage", entry.traits.passage_id):
                writer.delete_documents_by_term("passage", entry.traits.passage_id)
            writer.add_document(self._document(entry, group))
        writer.commit()
        writer.wait_merging_threads()
        self.reload()
        return True

    def reload(self) -> None:
        """Search what was last written, by whichever process."""
        self._index.reload()
        self._look_again()

    def ids(self) -> list[int]:
        """The ids of all passages, in no order."""
        return self._ids_of(Query.all_query())

    def holding(self, text: str) -> NDArray[np.int64] | None:
        """Ids of the passages that hold ``text``, or their headline does; None: it is no word."""
        occurring = self._occurring(text)
        return None if occurring is None else np.array(self._ids_of(occurring), dtype=np.int64)

    def search(self, text: str, count: int, limits: Limits) -> list[tuple[int, float]]:
        """The ``count`` best passages for the words of ``text`` as (passage id, BM25)."""
        words = self._telling(text) or self._telling(" ".join(limits.phrases))
        if not words or count < 1:
            return []
        query = Query.boolean_query([(Occur.Should, word) for word in words])
        if limiting := list(self._limiting(limits)):
            query = Query.boolean_query([(Occur.Must, query), *limiting])
        hits = self._searcher.search(query, count, count=False).hits
        ids = self._searcher.fast_field_values("passage", [address for _, address in hits])
        return [(int(i or 0), score) for i, (score, _) in zip(ids, hits, strict=True)]

    def _telling(self, text: str) -> list[Query]:
        """Weighted terms for the telling words of ``text``, as stemmed in each language."""
        found = [
            Found(word, having, passages)
            for group, passages in self._held.items()
            for word in {f"{group}:{word}" for word in self._words(text, group)}
            if (having := self._searcher.doc_freq("words", word))
        ]
        return [
            Query.boost_query(self._term(word, "freq"), weight)
            for word, weight in telling(found, self._searcher.num_docs)
        ]

    def _term(self, word: str, read: str) -> Query:
        return Query.term_query(self._index.schema, "words", word, read)

    def _limiting(self, limits: Limits) -> Iterator[tuple[Occur, Query]]:
        if limits.not_after is not None and self._newest > limits.not_after.toordinal():
            yield Occur.MustNot, self._days(limits.not_after.toordinal() + 1, self._newest)
        if limits.first is not None or limits.last is not None:
            first, last = limits.first or date.min, limits.last or date.max
            yield Occur.Must, _unscored(self._days(first.toordinal(), last.toordinal()))
        for name, wanted in (("outlet", limits.outlets), ("article", limits.articles)):
            if wanted is not None:
                one_of = Query.term_set_query(self._index.schema, name, sorted(wanted))
                yield Occur.Must, _unscored(one_of)
        for phrase in limits.phrases:
            if (there := self._occurring(phrase)) is not None:
                yield Occur.Must, _unscored(there)
        for unwanted in limits.without:
            if (there := self._occurring(unwanted)) is not None:
                yield Occur.MustNot, there

    def _days(self, first: int, last: int) -> Query:
        by_word = 0 <= last - first <= _DAYS_BY_WORD
        kind = tantivy.FieldType.Integer
        return Query.range_query(
            self._index.schema, "day", kind, first, last, use_inverted_index=by_word
        )

    def _occurring(self, text: str) -> Query | None:
        """Passages in which the words of ``text`` follow one another; None where it has none."""
        ways = []
        for group in self._held:
            words = [f"{group}:{word}" for word in self._words(text, group)]
            if len(words) == 1:
                ways.append(self._term(words[0], "basic"))
            elif words:
                ways.append(Query.phrase_query(self._index.schema, "words", list(words)))
        return Query.boolean_query([(Occur.Should, way) for way in ways]) if ways else None

    def _ids_of(self, query: Query) -> list[int]:
        count = self._searcher.search(query, 1).count  # type: ignore[attr-defined]  # is there
        found = self._searcher.search(query, max(1, count), count=False, order_by_field="passage")
        return [int(passage_id) for passage_id, _ in found.hits]

    def _document(self, entry: PassageEntry, group: str) -> tantivy.Document:
        traits = entry.traits
        words = [*self._words(entry.title, group), _BORDER, *self._words(entry.text, group)]
        document = tantivy.Document(
            passage=traits.passage_id, article=traits.article_id, language=group
        )
        document.add_text("words", f" {group}:".join(("", *words)))
        if traits.outlet is not None:
            document.add_text("outlet", traits.outlet)
        if traits.published_day is not None:
            document.add_integer("day", traits.published_day)
        return document

    def _words(self, text: str, group: str) -> list[str]:
        words = self._analysers[group].analyze(spelled(text, group))
        return [stem(word) for word in words] if (stem := OWN.get(group)) else words

    def _look_again(self) -> None:
        self._searcher = self._index.searcher()
        sizes = {group: self._searcher.doc_freq("language", group) for group in GROUPS}
        self._held = {group: size for group, size in sizes.items() if size}
        latest = self._searcher.search(Query.all_query(), 1, count=False, order_by_field="day")
        self._newest = int(latest.hits[0][0] or 0) if latest.hits else 0


def _analyser(group: str) -> tantivy.TextAnalyzer:
    # Of the tokenizers only the slower keeps a word of, say, Hindi whole at its vowel signs.
    whole = tantivy.Tokenizer.regex(r"[\p{L}\p{M}\p{N}]+")
    builder = tantivy.TextAnalyzerBuilder(whole if group == OTHER else tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(_LONGEST_WORD))
    if group in SNOWBALL:
        builder = builder.filter(tantivy.Filter.stemmer(SNOWBALL[group]))
    return builder.filter(tantivy.Filter.ascii_fold()).build()


def _unscored(query: Query) -> Query:
    """The same passages, with nothing added to their scores."""
    return Query.const_score_query(query, 0.0)
