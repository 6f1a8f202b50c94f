"""A ``tokenizers`` tokenizer from the Unigram vocabulary of a weights file.

SentencePiece normalises with a table of its own. ``tokenizers`` offers NFKC, which is that table
but for a few dozen characters (controls are dropped, zero-width characters become spaces, the
full-width tilde stays): those are read off the file's own table and put around NFKC.
"""

import re
import unicodedata

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers
from tokenizers import pre_tokenizers as pre
from tokenizers.processors import TemplateProcessing

from index.encoder.weights import UnigramVocabulary

_METASPACE = "▁"
# Stands for one shielded character while NFKC runs; from a private-use area, so no text has it.
_SHIELD_START = 0xF0000


def build_tokenizer(vocabulary: UnigramVocabulary) -> Tokenizer:
    """Build the tokenizer; ``encode`` puts the begin and end tokens around the pieces."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unknown))
    tokenizer.normalizer = _normalizer(vocabulary)
    tokenizer.pre_tokenizer = pre.Metaspace(replacement=_METASPACE, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement=_METASPACE)
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    tokenizer.add_special_tokens(
        [
            AddedToken(vocabulary.pieces[i], normalized=False, special=True)
            for i in (vocabulary.begin, vocabulary.padding, vocabulary.end, vocabulary.unknown)
        ]
    )
    tokenizer.post_processor = TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
    return tokenizer


def _normalizer(vocabulary: UnigramVocabulary) -> normalizers.Normalizer:
    table = vocabulary.replacements
    unlike_nfkc: dict[str, list[str]] = {}
    for code_point, output in table.items():
        if unicodedata.normalize("NFKC", chr(code_point)) != output:
            unlike_nfkc.setdefault(output, []).append(chr(code_point))
    # Characters the model has a piece for, though NFKC would turn them into something else.
    kept = sorted(
        {
            piece
            for piece in vocabulary.pieces
            if len(piece) == 1
            and ord(piece) not in table
            and unicodedata.normalize("NFKC", piece) != piece
        }
    )
    shields = {character: chr(_SHIELD_START + i) for i, character in enumerate(kept)}
    steps: list[normalizers.Normalizer] = [
        normalizers.Replace(Regex("[" + "".join(map(re.escape, characters)) + "]"), output)
        for output, characters in sorted(unlike_nfkc.items())
    ]
    steps += [normalizers.Replace(character, shield) for character, shield in shields.items()]
    steps.append(normalizers.NFKC())
    steps += [normalizers.Replace(shield, character) for character, shield in shields.items()]
    steps.append(normalizers.Replace(Regex(" {2,}"), " "))
    return normalizers.Sequence(steps)
