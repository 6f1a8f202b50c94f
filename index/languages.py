"""Which language a text is in, told by lingua for the languages of the interface."""

from functools import lru_cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

_KNOWN = (
    Language.ENGLISH,
    Language.RUSSIAN,
    Language.UKRAINIAN,
    Language.GERMAN,
    Language.FRENCH,
    Language.SPANISH,
    Language.PORTUGUESE,
    Language.CHINESE,
    Language.ARABIC,
)
_ENOUGH = 0.3


def language_shares(text: str) -> dict[str, float]:
    """How likely ``text`` is in each language (ISO 639-1), likeliest first."""
    values = _detector().compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in values}


@lru_cache(maxsize=4096)
def main_language(text: str) -> str:
    """The likeliest language of a text of some length."""
    return next(iter(language_shares(text)))


def may_be_in(text: str, language: str) -> bool:
    """Whether ``text``, which may be as short as a question, can be in ``language``."""
    return language_shares(text).get(language, 0.0) >= _ENOUGH


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    # The low-accuracy mode holds 29 MB and is ready in 0.1 s, where the full one takes 290 MB and
    # 1.6 s; on whole questions the two agree.
    builder = LanguageDetectorBuilder.from_languages(*_KNOWN).with_low_accuracy_mode()
    return builder.with_preloaded_language_models().build()
