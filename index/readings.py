"""What a run has read, file by file, and what is in those files no longer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.articles import Article, Skip
from index.corpus_store import CorpusStore


class Readings:
    """The versions of articles that one run has read, and the files that gave trouble.

    A file that gave trouble may hold more than was read, so nothing of it ever counts as gone.
    """

    def __init__(self) -> None:
        self._versions: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._troubled: set[str] = set()

    def note(self, article: Article, content_hash: str) -> None:
        """An article was read in this version."""
        self._versions[article.read_from][article.id].add(content_hash)

    def note_trouble(self, skip: Skip) -> None:
        """Something in a file was no article."""
        self._troubled.add(skip.file)

    def versions(self, file: str, article_id: str) -> frozenset[str]:
        """The versions of an article read from ``file`` so far in this run."""
        return frozenset(self._versions[file][article_id])

    def settle(self, store: CorpusStore) -> None:
        """Forget stored versions that stood in the files read and stand there no longer.

        Where the one shown is among them, the others of its article are forgotten too: so the next
        run takes up the one that is left.
        """
        stale = [
            reading
            for file in self._whole_files()
            for reading in store.readings(file)
            if (seen := self._versions[file].get(reading.article_id))
            and reading.content_hash not in seen
        ]
        if stale:
            with store.transaction() as writing:
                writing.remove_readings(stale)
                writing.forget_unread({reading.article_id for reading in stale})

    def prune(self, store: CorpusStore, roots: Sequence[Path]) -> int:
        """Remove the articles that are gone from every file they were read from; their number.

        A file is looked at when it is one of ``roots`` or below one.
        """
        files = {file for root in roots for file in store.files_below(str(root.resolve()))}
        gone = [
            reading
            for file in sorted(files - self._troubled)
            for reading in store.readings(file)
            if reading.article_id not in self._versions.get(file, {})
        ]
        if not gone:
            return 0
        with store.transaction() as writing:
            writing.remove_readings(gone)
            unread = writing.unread({reading.article_id for reading in gone})
            for article_id in unread:
                writing.remove_article(article_id)
            writing.sweep()
        return len(unread)

    def _whole_files(self) -> Iterator[str]:
        return (file for file in self._versions if file not in self._troubled)
