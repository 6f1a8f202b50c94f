"""Every fault Dateline raises on purpose, drawn as one tree.

    DatelineError
    ├── EncoderError          a model cannot be read, converted or run
    │   └── WeightsError      a packaged weights file is missing, cut or not the one expected
    ├── IndexStoreError       the index folder cannot be used
    │   ├── WrongEncoderError it was built by another encoder
    │   └── DamagedIndexError the truth itself (SQLite) does not read
    └── InputError            what the caller named does not exist or cannot be read at all

A message says what failed, on which input, and what to do next. A bad *article* is no fault: it is
a :class:`index.articles.Skip`.
"""

from pathlib import Path


class DatelineError(Exception):
    """Root of all faults; its text is fit to be shown to an operator."""


class EncoderError(DatelineError):
    """A model cannot be read, converted or run."""


class WeightsError(EncoderError):
    """A packaged weights file is missing, cut short, or not the one expected."""


class IndexStoreError(DatelineError):
    """The index folder cannot be used as it is."""


def unusable_folder(folder: Path, error: OSError) -> IndexStoreError:
    """The fault of a data folder that cannot be made, read or written."""
    return IndexStoreError(
        f"{folder}: cannot be used as the data folder ({error.strerror}); "
        "choose another with --data-dir"
    )


class WrongEncoderError(IndexStoreError):
    """The index was built by another encoder than the one asked for."""


class DamagedIndexError(IndexStoreError):
    """The SQLite file that holds the truth cannot be read."""


class InputError(DatelineError):
    """A path or value given by the caller cannot be used."""
