"""Articles go into the corpus: only what is new or changed is cut, encoded and written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from index.articles import Article, Skip
from index.corpus_store import CorpusStore
from index.corpus_writing import EncodedPassage
from index.encoder.protocol import Encoder
from index.passages import PassageShape, cut_passages, encoder_input, readable_title
from index.rows import content_hash
from index.vector_keys import vector_key

_ARTICLES_A_TRANSACTION = 64


@dataclass(slots=True)
class IndexReport:
    """What one run of indexing did.

    ``encoded`` counts texts that went through the encoder: passages and their sentences, but none
    that had been encoded before."""

    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    passages: int = 0
    encoded: int = 0
    skipped: list[Skip] = field(default_factory=list)


Progress = Callable[[IndexReport], None]


class Indexer:
    """Writes articles into ``store`` as passages of ``words`` words, encoded by ``encoder``."""

    def __init__(self, store: CorpusStore, encoder: Encoder, encoder_name: str, words: int) -> None:
        self._store = store
        self._encoder = encoder
        self._encoder_name = encoder_name
        self._shape = PassageShape(words, encoder.window)
        self._recipe = f"{encoder.fingerprint}:{self._shape}"

    def index(
        self, articles: Iterable[Article | Skip], progress: Progress = lambda _: None
    ) -> IndexReport:
        """Index ``articles``; each group of them becomes visible in one transaction."""
        report = IndexReport()
        source = iter(articles)
        while group := list(islice(source, _ARTICLES_A_TRANSACTION)):
            report.read += len(group)
            report.skipped += [item for item in group if isinstance(item, Skip)]
            self._index_group([item for item in group if isinstance(item, Article)], report)
            progress(report)
        return report

    def reencode(self, progress: Progress = lambda _: None) -> IndexReport:
        """Cut and encode every stored article anew, for an encoder that has changed.

        The old passages go first: until all is encoded an article may not be found yet, but none is
        ever found by a vector of the old encoder. Stopped half-way, the next run goes on.
        """
        if self._store.meta("encoder") != self._encoder.fingerprint:
            with self._store.transaction() as writing:
                writing.remove_all_passages()
                writing.note(self._encoder_note())
        return self.index(self._store.articles(), progress)

    def _index_group(self, articles: list[Article], report: IndexReport) -> None:
        changed: dict[str, tuple[Article, str]] = {}
        for article in articles:
            fresh = content_hash(article, self._recipe)
            stored = changed[article.id][1] if article.id in changed else None
            if stored is None:
                stored = self._store.content_hash(article.id)
            if stored == fresh:
                report.unchanged += 1
                continue
            report.new += stored is None
            report.updated += stored is not None
            changed[article.id] = (article, fresh)
        if not changed:
            return
        encoded = {article.id: self._cut(article) for article, _ in changed.values()}
        texts = {
            vector_key(self._encoder.fingerprint, text): text
            for article, _ in changed.values()
            for text in self._encoder_inputs(article, encoded[article.id])
        }
        known = self._store.vectors(list(texts))
        missing = [key for key in texts if key not in known]
        vectors = self._encoder.encode_passages([texts[key] for key in missing])
        with self._store.transaction() as writing:
            writing.note(self._encoder_note())
            writing.put_vectors(missing, vectors)
            for article, fresh in changed.values():
                writing.put_article(article, fresh, encoded[article.id])
        report.passages += sum(map(len, encoded.values()))
        report.encoded += len(missing)

    def _cut(self, article: Article) -> list[EncodedPassage]:
        passages = cut_passages(article, self._shape, self._encoder.count_passage_tokens)
        title = self._title(article)
        return [
            EncodedPassage(
                passage,
                vector_key(self._encoder.fingerprint, encoder_input(title, passage.text)),
            )
            for passage in passages
        ]

    def _encoder_inputs(self, article: Article, encoded: Sequence[EncodedPassage]) -> Iterator[str]:
        """Every passage with its headline, and every sentence by itself, for choosing quotes."""
        title = self._title(article)
        for item in encoded:
            yield encoder_input(title, item.passage.text)
            for start, end in item.passage.sentences:
                yield article.body[start:end]

    def _title(self, article: Article) -> str:
        count = self._encoder.count_passage_tokens
        return readable_title(article.title, self._shape.tokens, count)

    def _encoder_note(self) -> dict[str, str]:
        return {"encoder": self._encoder.fingerprint, "encoder_name": self._encoder_name}
