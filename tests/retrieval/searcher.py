"""The search of a service, without deciding whether to answer."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from index.encoder.protocol import Encoder
from index.search_index import SearchIndex
from retrieval.lens import lens_for
from retrieval.outcomes import Hit
from retrieval.query import Query, Turn
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.understanding import QuestionReader


class Searcher:
    """Reads questions and finds passages as the service does, without deciding on an answer."""

    def __init__(self, index: SearchIndex, encoder: Encoder) -> None:
        self._encoder = encoder
        self._reader = QuestionReader(index)
        self._search = PassageSearch(index, weights_for(encoder.name), lens_for(encoder.name))

    def search(self, text: str, asked: date, turns: Sequence[Turn] = ()) -> tuple[Query, list[Hit]]:
        """How ``text`` is understood after ``turns``, and what is found for it, best first."""
        query = self._reader.read(text, datetime.combine(asked, time(12), UTC), turns)
        vector = self._encoder.encode_queries([query.searched])[0]
        return query, self._search.find(query, vector).hits
