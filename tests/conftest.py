"""What all tests share: the real encoder, converted once and kept between runs."""

import os
from pathlib import Path

import pytest

from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder

pytest_plugins = ["tests.bot_api_calls"]

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["PTB_TIMEDELTA"] = "1"  # python-telegram-bot's newer waiting times, without its warning


@pytest.fixture(scope="session")
def data_models() -> Path:
    """Where converted models are kept: conversion takes half a minute, once a checkout."""
    kept = os.environ.get("DATELINE_TEST_MODELS")
    return Path(kept) if kept else Path(__file__).parent.parent / ".test-models"


@pytest.fixture(scope="session")
def e5(data_models: Path) -> Encoder:
    """The default encoder."""
    return open_encoder("e5", data_models)
