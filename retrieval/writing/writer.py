"""An answer phrased by a language model, as far as its quotes bear it out."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from index.encoder.protocol import Encoder
from retrieval.follow_ups.languages_told import vocabulary_of
from retrieval.follow_ups.references import refers_back
from retrieval.follow_ups.tokens import tokens_of
from retrieval.outcomes import Answer, Form
from retrieval.writing.asking import prompt_for
from retrieval.writing.checking import faults_of
from retrieval.writing.cited import CitedArticle, cited_articles
from retrieval.writing.phrasing import PhrasingError, PhrasingModel
from retrieval.writing.written import WrittenSentence, read_written

logger = logging.getLogger(__name__)


class Writer:
    """Phrases answers. May be shared by threads."""

    def __init__(self, model: PhrasingModel, encoder: Encoder) -> None:
        self._model = model
        self._encoder = encoder

    def write(self, answer: Answer) -> Answer:
        """``answer`` with its text phrased anew, or as it was where nothing written can stand.

        Lists, timelines and articles that differ stay quotes, for their order is what they say; so
        does an answer that may not be what was asked for. The citations never change.
        """
        if answer.form is not Form.SENTENCES or answer.closest:
            return answer
        cited = cited_articles(answer.citations)
        try:
            text = self._model.phrase(prompt_for(answer.query.searched, cited))
        except PhrasingError as error:
            logger.warning("the answer is sent in quotes: %s", error)
            return answer
        sentences = read_written(text)
        standing = self._standing(sentences, cited)
        logger.info("of %d written sentences %d stand", len(sentences), len(standing))
        return replace(answer, text=_text_of(standing), written=True) if standing else answer

    def _standing(
        self, sentences: Sequence[WrittenSentence], cited: Sequence[CitedArticle]
    ) -> list[WrittenSentence]:
        """The sentences that stand, and whose "he" or "this" is not left without its sentence."""
        standing: list[WrittenSentence] = []
        dropped = False
        for sentence in sentences:
            faults = faults_of(sentence, cited, self._encoder)
            if not faults and dropped and _leans(sentence.text):
                faults = ("leans on a sentence that was taken out",)
            dropped = bool(faults)
            if faults:
                logger.debug("a written sentence was taken out: %s", "; ".join(faults))
            elif all(sentence.text != one.text for one in standing):
                standing.append(sentence)
        return standing


def _leans(text: str) -> bool:
    tokens = tokens_of(text)
    return refers_back(tokens, vocabulary_of(text, tokens))


def _text_of(sentences: Sequence[WrittenSentence]) -> str:
    """The sentences in order, each followed by its numbers."""
    return " ".join(f"{one.text} {''.join(f'[{n}]' for n in one.cites)}" for one in sentences)
