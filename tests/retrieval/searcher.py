"""The search of a service, without deciding whether to answer."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from index.encoder.protocol import Encoder
from index.search_index import SearchIndex
from retrieval.background import background_vectors
from retrieval.lens import lens_for
from retrieval.outcomes import Hit
from retrieval.query import Query, Turn
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.thresholds import kind_of, thresholds_for
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher


class Searcher:
    """Reads questions and finds passages as the service does; ``folder`` keeps what it makes."""

    def __init__(self, index: SearchIndex, encoder: Encoder, folder: Path) -> None:
        name = encoder.name
        self._reader, lens = QuestionReader(index), lens_for(name)
        thresholds = thresholds_for(kind_of(name, read_closely=False))
        background = background_vectors(encoder, folder)
        self._service = QuestionService(
            index,
            encoder,
            self._reader,
            PassageSearch(index, weights_for(name), lens),
            Weigher(index, background, lens, thresholds),
            thresholds,
        )

    def search(self, text: str, asked: date, turns: Sequence[Turn] = ()) -> tuple[Query, list[Hit]]:
        """How ``text`` is understood after ``turns``, and what is found for it, best first."""
        query = self._reader.read(text, datetime.combine(asked, time(12), UTC), turns)
        findings = self._service.look(query)
        return findings.query, findings.found.hits
