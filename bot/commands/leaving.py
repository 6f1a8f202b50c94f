"""Leaving the program at once, with its exit code, when its work is done."""

import contextlib
import logging
import os
import sys
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End the process with ``code``: everything written is out, and nothing else is undone.

    The native libraries of encoder and indexes keep threads of their own, and their undoing at the
    interpreter's end has been seen to end a finished run with a segmentation fault. What must be
    kept is on disk by then, so the end is left to the operating system.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # Its reader may be gone (`head`), or it is closed: then nobody is left to tell.
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
