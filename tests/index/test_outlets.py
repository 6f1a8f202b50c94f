import pytest

from index.outlets import outlet_of, shipped_outlets

OURS = {"ondra-post.example": "The Ondra Post", "sport.ondra-post.example": "Ondra Sport"}


@pytest.mark.parametrize(
    "url",
    [
        "https://ondra-post.example/ferry",
        "https://www.ondra-post.example/ferry",
        "https://WWW.Ondra-Post.Example:8080/ferry",
        "https://m.ondra-post.example/ferry",
    ],
)
def test_an_entry_names_its_host_and_the_hosts_below_it(url: str) -> None:
    assert outlet_of(url, OURS) == "The Ondra Post"


def test_the_nearest_entry_wins() -> None:
    assert outlet_of("https://live.sport.ondra-post.example/", OURS) == "Ondra Sport"


def test_a_host_that_only_ends_alike_is_another() -> None:
    assert outlet_of("https://not-ondra-post.example/", OURS) == "not-ondra-post.example"


def test_an_entry_for_a_whole_top_domain_names_nothing() -> None:
    assert outlet_of("https://a.example/", {"example": "Everyone"}) == "a.example"


def test_an_unknown_host_names_itself_without_www() -> None:
    assert outlet_of("https://www.westhaven.example/a", {}) == "westhaven.example"


@pytest.mark.parametrize("url", [None, "", "no address", "https://[", "https://www./"])
def test_no_address_names_no_outlet(url: str | None) -> None:
    assert outlet_of(url, OURS) is None


def test_the_shipped_table_names_known_hosts_and_the_operator_overrules_it() -> None:
    host, name = next(iter(shipped_outlets().items()))
    assert outlet_of(f"https://www.{host}/a", {}) == name
    assert outlet_of(f"https://{host}/a", {host: "Our name"}) == "Our name"


def test_the_shipped_table_holds_bare_lower_case_hosts_with_names() -> None:
    for host, name in shipped_outlets().items():
        assert host == host.lower().removeprefix("www.").strip()
        assert not host.startswith("#")
        assert name == name.strip() != ""
