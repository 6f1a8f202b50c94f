"""The machine in words."""

import re

from retrieval.evaluation.machine import machine


def test_cores_processor_system_and_python_are_named() -> None:
    assert re.fullmatch(r"[1-9]\d* cores, .+, \w+ \w+, Python 3\.\d+\.\d+\S*", machine())
