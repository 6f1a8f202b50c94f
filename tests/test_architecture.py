"""The arrangement of the packages that docs and code both rely on, read off the sources."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder.protocol import Encoder

ROOT = Path(__file__).parent.parent
BELOW = {"bot": {"bot", "retrieval", "index"}, "retrieval": {"retrieval", "index"}}
BELOW["index"] = {"index"}
SOURCES = sorted(file for package in BELOW for file in (ROOT / package).rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """The top-level name of everything that a source file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports here name their package in full"
            yield (node.module or "").split(".")[0]


def importers(module: str) -> list[str]:
    """The files that import ``module``, from the root of the project."""
    files = [file for file in SOURCES if module in imported(file)]
    return [file.relative_to(ROOT).as_posix() for file in files]


@pytest.mark.parametrize("package", ["index", "retrieval", "bot"])
def test_a_package_imports_only_itself_and_those_below_it(package: str) -> None:
    files = [file for file in SOURCES if file.is_relative_to(ROOT / package)]
    assert files
    above = {*BELOW, "tests"} - BELOW[package]
    wrong = {str(file): above & set(imported(file)) for file in files}
    assert not {file: names for file, names in wrong.items() if names}


@pytest.mark.parametrize(
    ("module", "home"),
    [
        ("faiss", "index/vector_search.py"),
        ("tantivy", "index/word_search.py"),
        ("sentence_transformers", "index/encoder/sentence_model.py"),
    ],
)
def test_an_engine_is_known_to_one_module_only(module: str, home: str) -> None:
    assert importers(module) == [home]


def test_telegram_is_known_under_bot_only() -> None:
    known = importers("telegram")
    assert known
    assert all(file.startswith("bot/") for file in known)


def after_running(code: str, *arguments: str) -> set[str]:
    """The top-level modules a fresh interpreter has loaded once it has run ``code``."""
    report = "import sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.model
def test_serving_loads_neither_torch_nor_sentence_transformers(
    e5: Encoder, data_models: Path
) -> None:
    assert e5.dimension  # converted by now, and only opened below
    code = (
        "import sys, pathlib, bot.composition\n"
        "from index.encoder.opening import open_encoder\n"
        "open_encoder('e5', pathlib.Path(sys.argv[1])).encode_queries(['who sails?'])"
    )
    loaded = after_running(code, str(data_models))
    assert "openvino" in loaded
    assert not loaded & {"torch", "sentence_transformers", "transformers"}


def test_the_command_answers_for_help_without_loading_an_engine() -> None:
    loaded = after_running("import bot.command")
    assert not loaded & {"torch", "sentence_transformers", "openvino", "faiss", "tantivy"}
