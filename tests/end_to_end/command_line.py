"""The command as an operator runs it: a process of its own, with nothing inherited but the path."""

import asyncio
import json
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_LONGEST_S = 120.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a finished command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Runs ``python -m bot`` in ``folder``; keyword arguments are settings by their names."""

    folder: Path

    def __call__(
        self,
        *arguments: object,
        stdin: str = "",
        python: tuple[str, ...] = (),
        **settings: object,
    ) -> Ran:
        """Run to the end; ``python`` are options of the interpreter."""
        done = subprocess.run(
            [sys.executable, *python, "-m", "bot", *map(str, arguments)],
            input=stdin,
            cwd=self.folder,
            env=environment(**settings),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=_LONGEST_S,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    async def start(self, *arguments: object, **settings: object) -> Process:
        """Start and leave running."""
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *map(str, arguments)),
            cwd=self.folder,
            env=environment(**settings),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
        )


async def ended(process: Process) -> Ran:
    """What the process left behind, once it has ended; one that does not end is killed."""
    try:
        async with asyncio.timeout(_LONGEST_S):
            out, err = await process.communicate()
    except TimeoutError:
        process.kill()
        out, err = await process.communicate()
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


def environment(**settings: object) -> dict[str, str]:
    """Ours without any setting of Dateline, and these: ``telegram__token`` and so on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    named = {f"DATELINE_{name.upper()}": str(value) for name, value in settings.items()}
    return {**kept, **named, "PYTHONPATH": str(_ROOT), "COLUMNS": "100", "HF_HUB_OFFLINE": "1"}
