"""The tantivy index of passage texts (BM25); the one module that knows tantivy."""

import logging
import re
import shutil
from datetime import date
from pathlib import Path

import tantivy

from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp

logger = logging.getLogger(__name__)

_FORM = "words-1"
_ANALYZER = "news"
_WRITER_BYTES = 50_000_000
_LONGEST_WORD = 60


class KeywordIndex:
    """Headline and text of every passage, by word; follows a :class:`CorpusStore`."""

    def __init__(self, folder: Path, corpus: str) -> None:
        self._folder = folder / "keyword"
        self._stamp_file = folder / "keyword.json"
        self._corpus = corpus
        self.revision = 0
        self._index: tantivy.Index

    def open(self, store: CorpusStore) -> None:
        """Take the kept files if their stamp holds, and catch up with ``store``."""
        stamp = DerivedStamp.read(self._stamp_file)
        fits = stamp is not None and stamp.fits(self._corpus, _FORM, store.revision)
        if not (stamp and fits and self._load(stamp.revision)):
            if self._folder.exists():
                logger.warning(
                    "%s: missing its stamp, damaged, or of another index; rebuilding", self._folder
                )
            self._start_anew()
        self.follow(store)

    def follow(self, store: CorpusStore) -> bool:
        """Apply what ``store`` has committed since; True when there was something.

        Every passage is deleted before it is added, so that applying a difference twice (after a
        stop between commit and stamp) leaves one copy.
        """
        target = store.revision
        if target == self.revision:
            return False
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp and stamp.fits(self._corpus, _FORM, target) and stamp.revision == target:
            self._index.reload()  # another process has applied the difference
            self.revision = target
            return True
        try:
            writer = self._index.writer(_WRITER_BYTES, 1)
        except ValueError:
            return False  # another process is applying it now; the next question looks again
        for passage_id in store.removed_since(self.revision):
            writer.delete_documents_by_term("passage", passage_id)
        for entry in store.added_since(self.revision, target):
            writer.delete_documents_by_term("passage", entry.passage_id)
            document = tantivy.Document(
                passage=entry.passage_id, title=entry.title, text=entry.text
            )
            if entry.published_day is not None:
                document.add_integer("day", entry.published_day)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self.revision = target
        DerivedStamp(self._corpus, _FORM, target).write(self._stamp_file)
        return True

    def search(self, text: str, count: int, not_after: date | None) -> list[tuple[int, float]]:
        """The ``count`` best passages for the words of ``text`` as (passage id, BM25)."""
        # Only words reach the query parser, in lower case: no operator, field or quote can.
        words = [word for word in re.findall(r"\w+", text.lower()) if len(word) <= _LONGEST_WORD]
        if not words:
            return []
        query = self._index.parse_query(" ".join(words), ["title", "text"])
        if not_after is not None:
            later = tantivy.Query.range_query(
                self._index.schema,
                "day",
                tantivy.FieldType.Integer,
                not_after.toordinal(),
                date.max.toordinal(),
                include_lower=False,
            )
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, later)]
            )
        searcher = self._index.searcher()
        found = searcher.search(query, count).hits
        return [(searcher.doc(address)["passage"][0], score) for score, address in found]

    def _load(self, revision: int) -> bool:
        try:
            self._index = tantivy.Index.open(str(self._folder))
            self._register()
            # A search by word opens every file that a question will need.
            self._index.searcher().search(self._index.parse_query("a", ["title", "text"]), 1)
        except (ValueError, OSError):
            return False
        self.revision = revision
        return True

    def _start_anew(self) -> None:
        self._stamp_file.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("passage", stored=True, indexed=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        builder.add_text_field("title", tokenizer_name=_ANALYZER)
        builder.add_text_field("text", tokenizer_name=_ANALYZER)
        self._index = tantivy.Index(builder.build(), path=str(self._folder))
        self._register()
        self.revision = 0

    def _register(self) -> None:
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for step in (
            tantivy.Filter.remove_long(_LONGEST_WORD),
            tantivy.Filter.lowercase(),
            tantivy.Filter.ascii_fold(),
            tantivy.Filter.stemmer("english"),
        ):
            builder = builder.filter(step)
        self._index.register_tokenizer(_ANALYZER, builder.build())
