"""The label on an index derived from SQLite: which revision of which corpus it holds."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.atomic_file import write_whole


@dataclass(frozen=True, slots=True)
class DerivedStamp:
    """``corpus`` names the SQLite file, ``recipe`` the encoder and the form of the files.

    ``digest`` is the SHA-256 of the one data file; ``files`` are those of several, by name, that
    are written once and never changed, though others may take their place.
    """

    corpus: str
    recipe: str
    revision: int
    digest: str = ""
    files: dict[str, str] = field(default_factory=dict)

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

    def files_are_as_stamped(self, folder: Path) -> bool:
        """Whether every file in ``folder`` that the stamp names is what it was then."""
        found = ((folder / name, digest) for name, digest in self.files.items())
        return all(digest_of(path) == digest for path, digest in found if path.exists())

    def fits(self, corpus: str, recipe: str, newest_revision: int) -> bool:
        """Whether the files are of this corpus and recipe, and not ahead of it."""
        same = (self.corpus, self.recipe) == (corpus, recipe)
        return same and self.revision <= newest_revision


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def digests_of(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """The SHA-256 of every file in ``folder`` that is written once; of ``known`` ones as it was.

    Such files go by a unique name; those that change in place are meta data and begin with a full
    stop or end in .json.
    """
    names = (path.name for path in folder.iterdir() if path.is_file())
    once = (name for name in names if not name.startswith(".") and not name.endswith(".json"))
    return {name: known.get(name) or digest_of(folder / name) for name in once}
