from pathlib import Path

import pytest

from index.articles import Skip
from index.readers.text_files import MOST_BYTES, read_text

FRENCH = (
    "Le ministre a déclaré à la presse que l'été serait très long et qu'il fallait préparer les "
    "forêts. Né à Château-Ondra, il a été élu en août après une élection disputée.\n"
)
CZECH = (
    "Ministr řekl ve středu, že most zůstane dlouho uzavřen. Obyvatelé musí jezdit objížďkou, "
    "protože silnice byla zaplavena. Další informace přineseme později.\n"
)
RUSSIAN = (
    "Министр заявил журналистам, что лето будет долгим и что нужно готовить леса. Он родился в "
    "небольшом городе и был избран депутатом в августе.\n"
)


def read_bytes(tmp_path: Path, data: bytes) -> str | Skip:
    file = tmp_path / "page.txt"
    file.write_bytes(data)
    return read_text(file)


def reason(read: str | Skip) -> str:
    assert isinstance(read, Skip)
    return read.reason


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_a_file_without_text_is_skipped_as_empty(tmp_path: Path, data: bytes) -> None:
    assert "empty" in reason(read_bytes(tmp_path, data))


@pytest.mark.parametrize(
    "data",
    [
        b"A headline\x00 with a NUL in it",
        b"%PDF-1.7 all of it letters",
        b"PK\x03\x04 zipped",
        b"\x89PNG picture",
        b"\xff\xd8\xff picture",
        b"GIF89a picture",
        b"\x7fELF program",
    ],
)
def test_a_binary_file_is_skipped_as_binary(tmp_path: Path, data: bytes) -> None:
    assert "binary" in reason(read_bytes(tmp_path, data))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "latin-1"),
        (FRENCH, "utf-8"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16"),
        (FRENCH, "utf-8-sig"),
    ],
)
def test_text_is_decoded_from_the_encoding_it_is_in(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert read_bytes(tmp_path, text.encode(encoding)) == text


def test_big_endian_text_with_its_mark_is_decoded(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"\xfe\xff" + FRENCH.encode("utf-16-be")) == FRENCH


def test_a_mark_that_lies_about_the_encoding_is_a_skip(tmp_path: Path) -> None:
    assert "marked as utf-16" in reason(read_bytes(tmp_path, b"\xff\xfea"))


def test_bytes_in_no_known_encoding_are_a_skip(tmp_path: Path) -> None:
    assert "no known text encoding" in reason(read_bytes(tmp_path, bytes(range(128, 256)) * 40))


def test_a_huge_sparse_file_is_skipped_with_its_size_and_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    said = reason(read_text(file))
    assert "50 MB" in said
    assert f"{MOST_BYTES // 1_000_000} MB" in said


def test_a_file_exactly_at_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"12345")
    assert read_text(file, most_bytes=5) == "12345"
    assert isinstance(read_text(file, most_bytes=4), Skip)


def test_a_missing_file_is_a_skip_that_names_it(tmp_path: Path) -> None:
    read = read_text(tmp_path / "gone.txt")
    assert "cannot be read" in reason(read)
    assert isinstance(read, Skip)
    assert read.where == str(tmp_path / "gone.txt")
