import os
from pathlib import Path

import pytest

from index.articles import Article, Skip
from index.errors import InputError
from index.readers.folders import read_articles


def page(title: str) -> str:
    return f"{title}\n\nThe ferry left the quay at noon.\n"


def titles(paths: list[Path]) -> list[str]:
    return [read.title for read in read_articles(paths, {}) if isinstance(read, Article)]


def only_skip(path: Path) -> Skip:
    [read] = read_articles([path], {})
    assert isinstance(read, Skip)
    return read


def test_files_below_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("c.txt", "deep/b.txt", "a.txt"):
        (tmp_path / name).write_text(page(name))
    assert titles([tmp_path]) == ["a.txt", "c.txt", "deep/b.txt"]


def test_an_article_tells_which_file_it_was_read_from(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(page("Ferry leaves"))
    [article] = read_articles([file], {})
    assert isinstance(article, Article)
    assert article.read_from == str(file)


def test_the_configured_outlets_name_the_outlet(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(page("Ferry leaves") + "\nhttps://ondra-post.example/ferry\n")
    [article] = read_articles([file], {"ondra-post.example": "The Ondra Post"})
    assert isinstance(article, Article)
    assert article.outlet == "The Ondra Post"


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".hidden.txt", ".git/inside.txt", "seen.txt"):
        (tmp_path / name).write_text(page(name))
    assert titles([tmp_path]) == ["seen.txt"]


def test_a_hidden_folder_above_the_one_named_does_not_hide_it(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "news"
    folder.mkdir(parents=True)
    (folder / "seen.txt").write_text(page("seen"))
    assert titles([folder]) == ["seen"]


def test_a_broken_link_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "cannot be read" in only_skip(tmp_path).reason


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page("a"))
    (tmp_path / "loop").symlink_to(tmp_path)
    assert titles([tmp_path]) == ["a"]


def test_a_missing_path_is_an_input_error_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page("a"))
    with pytest.raises(InputError, match=r"gone: no such file or folder"):
        next(read_articles([tmp_path / "a.txt", tmp_path / "gone"], {}))


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(read_articles([tmp_path], {})) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"Only a headline"])
def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(page("b"))
    bad, good = read_articles([tmp_path], {})
    assert isinstance(bad, Skip)
    assert bad.where == str(tmp_path / "a.txt")
    assert isinstance(good, Article)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all files")
def test_an_unreadable_file_is_a_skip_that_speaks_of_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page("a"))
    (tmp_path / "a.txt").chmod(0)
    assert "permissions" in only_skip(tmp_path).reason
