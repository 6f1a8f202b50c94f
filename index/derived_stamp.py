"""The label on an index derived from SQLite: which revision of which corpus it holds."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.atomic_file import write_whole


@dataclass(frozen=True, slots=True)
class DerivedStamp:
    """``corpus`` names the SQLite file, ``recipe`` the encoder and the form of the files.

    ``digest`` is the SHA-256 of the one data file, or empty where files are many and change in
    place.
    """

    corpus: str
    recipe: str
    revision: int
    digest: str = ""

    def write(self, path: Path) -> None:
        """Put the stamp at ``path``; done last, it says that all before it is written."""
        text = json.dumps(asdict(self))

        def save(fresh: Path) -> None:
            fresh.write_text(text, encoding="utf-8")

        write_whole(path, save)

    @classmethod
    def read(cls, path: Path) -> "DerivedStamp | None":
        """The stamp at ``path``; None when there is none that reads."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def fits(self, corpus: str, recipe: str, newest_revision: int) -> bool:
        """Whether the files are of this corpus and recipe, and not ahead of it."""
        same = (self.corpus, self.recipe) == (corpus, recipe)
        return same and self.revision <= newest_revision


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
