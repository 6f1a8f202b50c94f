"""Decides what of a group of articles is new, and cuts it into passages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from index.articles import Article, Published, Skip
from index.corpus_store import CorpusStore
from index.corpus_writing import EncodedPassage, Reading, StoredArticle
from index.encoder.protocol import Encoder
from index.passages import PassageShape, cut_passages, encoder_input, readable_title
from index.readings import Readings
from index.rows import content_hash
from index.stored import Version
from index.stories import bands
from index.vector_keys import vector_key


@dataclass(slots=True)
class Group:
    """What a group of articles comes to. ``texts`` are the encoder's inputs by their keys."""

    read: int
    skipped: list[Skip]
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    changed: dict[str, StoredArticle] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)
    readings: list[tuple[Reading, frozenset[str]]] = field(default_factory=list)


class Preparer:
    """Prepares one group after another, each while the one before may not be written yet."""

    def __init__(
        self, store: CorpusStore, encoder: Encoder, words: int, readings: Readings
    ) -> None:
        self._store = store
        self._encoder = encoder
        self._shape = PassageShape(words, encoder.window)
        self._recipe = f"{encoder.fingerprint}:{self._shape}"
        self._readings = readings
        self._unwritten: dict[str, Version] = {}

    def prepare(self, items: Sequence[Article | Skip]) -> Group:
        """Compare each article with its stored version, and cut what must be written."""
        articles = [item for item in items if isinstance(item, Article)]
        skipped = [item for item in items if isinstance(item, Skip)]
        for skip in skipped:
            self._readings.note_trouble(skip)
        group = Group(len(items), skipped)
        ids = {article.id for article in articles}
        versions = self._store.versions(ids) | self._unwritten
        known = self._store.known_readings(ids)
        self._unwritten = {}
        changed: dict[str, tuple[Article, str]] = {}
        for article in articles:
            fresh = Version(content_hash(article), self._recipe, article.modified)
            reading = Reading(article.read_from, article.id, fresh.content_hash)
            self._readings.note(article, fresh.content_hash)
            if reading not in known:
                seen = self._readings.versions(article.read_from, article.id)
                group.readings.append((reading, seen))
            stored = versions.get(article.id)
            if stored and not _replaces(fresh, stored, is_known=reading in known):
                group.unchanged += 1
                continue
            group.new += stored is None
            group.updated += stored is not None
            versions[article.id] = self._unwritten[article.id] = fresh
            changed[article.id] = (article, fresh.content_hash)
        for article, hashed in changed.values():
            self._cut(article, hashed, group)
        return group

    def _cut(self, article: Article, hashed: str, group: Group) -> None:
        count = self._encoder.count_passage_tokens
        title = readable_title(article.title, self._shape.tokens, count)
        passages = []
        for passage in cut_passages(article, self._shape, count):
            # Every passage with its headline, and every sentence by itself, for choosing quotes.
            own, *sentences = (
                encoder_input(title, passage.text),
                *(article.body[start:end] for start, end in passage.sentences),
            )
            keys = list(self._keep([own, *sentences], group))
            passages.append(EncodedPassage(passage, keys[0], tuple(keys[1:])))
        group.changed[article.id] = StoredArticle(
            article, hashed, self._recipe, passages, bands(article.body)
        )

    def _keep(self, texts: Iterable[str], group: Group) -> Iterator[bytes]:
        for text in texts:
            key = vector_key(self._encoder.fingerprint, text)
            group.texts[key] = text
            yield key


def _replaces(fresh: Version, stored: Version, *, is_known: bool) -> bool:
    """Whether a version read takes the place of the stored one.

    Of two versions the one its source changed later stands, else the one read last. One that was
    read before, and stood back then, stands back again.
    """
    if fresh.content_hash == stored.content_hash:
        return fresh.recipe != stored.recipe
    return not is_known and not _is_earlier(fresh.modified, stored.modified)


def _is_earlier(one: Published, other: Published) -> bool:
    if one is None or other is None:
        return False
    if isinstance(one, datetime) and isinstance(other, datetime):
        return _instant(one) < _instant(other)
    return _day(one) < _day(other)


def _instant(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(moment: Published) -> int:
    assert moment is not None
    return moment.toordinal()
