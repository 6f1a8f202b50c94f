"""The tantivy index of passage texts (BM25); the one module that knows tantivy."""

import logging
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import tantivy

from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp, digests_of
from index.limits import NO_LIMITS, Limits

logger = logging.getLogger(__name__)

_FORM = "words-2"
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
        if not (stamp and fits and self._load(stamp)):
            if self._folder.exists() or stamp:
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
        try:
            self._apply(store, target, writer)
            files = digests_of(self._folder, stamp.files if stamp else {})
            DerivedStamp(self._corpus, _FORM, target, files=files).write(self._stamp_file)
        except (ValueError, OSError) as error:
            logger.warning(
                "%s: cannot be written to (%s); searched as it was at revision %d until there is "
                "room",
                self._folder,
                error,
                self.revision,
            )
            return False
        self.revision = target
        return True

    def _apply(self, store: CorpusStore, target: int, writer: tantivy.IndexWriter) -> None:
        for passage_id in store.removed_since(self.revision):
            writer.delete_documents_by_term("passage", passage_id)
        for entry in store.added_since(self.revision, target):
            traits = entry.traits
            writer.delete_documents_by_term("passage", traits.passage_id)
            document = tantivy.Document(
                passage=traits.passage_id,
                title=entry.title,
                text=entry.text,
                article=traits.article_id,
            )
            if traits.outlet is not None:
                document.add_text("outlet", traits.outlet)
            if traits.published_day is not None:
                document.add_integer("day", traits.published_day)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def faults(self, store: CorpusStore) -> Iterator[str]:
        """What is wrong with the kept files, a line each; nothing when there are none to use."""
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp is None or not stamp.fits(self._corpus, _FORM, store.revision):
            return
        if not self._load(stamp):
            yield f"{self._folder}: is damaged; it is made anew at the next start"
            return
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.all_query(), max(1, searcher.num_docs)).hits
        ids = [searcher.doc(address)["passage"][0] for _, address in hits]
        fault = store.faults_of(ids, stamp.revision)
        if fault or len(ids) != len(set(ids)):
            fault = fault or "has passages twice"
            yield f"{self._folder}: {fault}; remove it, it is made anew"

    def search(self, text: str, count: int, limits: Limits = NO_LIMITS) -> list[tuple[int, float]]:
        """The ``count`` best passages for the words of ``text`` as (passage id, BM25)."""
        # Only words reach the query parser, in lower case: no operator, field or quote can.
        words = [word for word in re.findall(r"\w+", text.lower()) if len(word) <= _LONGEST_WORD]
        if not words:
            return []
        query = self._index.parse_query(" ".join(words), ["title", "text"])
        limiting = list(self._limiting(limits))
        if limiting:
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *limiting])
        searcher = self._index.searcher()
        found = searcher.search(query, count).hits
        return [(searcher.doc(address)["passage"][0], score) for score, address in found]

    def _limiting(self, limits: Limits) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
        if limits.not_after is not None:
            later = self._days(limits.not_after, date.max, include_lower=False)
            yield tantivy.Occur.MustNot, later
        if limits.first is not None or limits.last is not None:
            period = self._days(limits.first or date.min, limits.last or date.max)
            yield tantivy.Occur.Must, _unscored(period)
        for name, wanted in (("outlet", limits.outlets), ("article", limits.articles)):
            if wanted is not None:
                one_of = tantivy.Query.term_set_query(self._index.schema, name, sorted(wanted))
                yield tantivy.Occur.Must, _unscored(one_of)

    def _days(self, first: date, last: date, *, include_lower: bool = True) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._index.schema,
            "day",
            tantivy.FieldType.Integer,
            first.toordinal(),
            last.toordinal(),
            include_lower=include_lower,
        )

    def _load(self, stamp: DerivedStamp) -> bool:
        try:
            if not stamp.files_are_as_stamped(self._folder):
                return False
            self._index = tantivy.Index.open(str(self._folder))
            self._register()
            # A search by word opens every file that a question will need.
            self._index.searcher().search(self._index.parse_query("a", ["title", "text"]), 1)
        except (ValueError, OSError):
            return False
        self.revision = stamp.revision
        return True

    def _start_anew(self) -> None:
        self._stamp_file.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("passage", stored=True, indexed=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        builder.add_text_field("outlet", tokenizer_name="raw")
        builder.add_text_field("article", tokenizer_name="raw")
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


def _unscored(query: tantivy.Query) -> tantivy.Query:
    """The same passages, with nothing added to their scores."""
    return tantivy.Query.const_score_query(query, 0.0)
