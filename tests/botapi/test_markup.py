"""Telegram's HTML, tag by tag."""

from __future__ import annotations

import pytest

from tests.botapi.entities import Entity
from tests.botapi.links import BadLink, checked_link
from tests.botapi.markup import parse_html
from tests.botapi.refusals import ApiError


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("12345678901 <x>y</x>", 'Unsupported start tag "x" at byte offset 12'),
        ("новость <x>", 'Unsupported start tag "x" at byte offset 15'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a href>y</a>", "Expected equal sign in declaration of an attribute of the tag "
         '"a" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>",
         "Nested blockquote at byte offset 13"),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<tg-time>noon</tg-time>", "Invalid Unix time specified"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, "
         "check for unmatched surrogate code units"),
    ],
)  # fmt: skip
def test_broken_markup_is_refused_with_its_place(html: str, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(html)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("tg-spoiler", "spoiler"),
        ("blockquote", "blockquote"),
        ("B", "bold"),
    ],
)
def test_a_tag_makes_an_entity(tag: str, kind: str) -> None:
    marked = parse_html(f"a <{tag}>bc</{tag}>")
    assert marked.text == "a bc"
    assert marked.entities == (Entity(kind, 2, 2),)


def test_attributes_make_entities() -> None:
    marked = parse_html(
        '<span class="tg-spoiler">a</span><tg-emoji emoji-id="5">b</tg-emoji>'
        '<tg-time unix="1647531900" format="wDT">c</tg-time><blockquote expandable>d</blockquote>'
        '<a href="tg://user?id=7">e</a><pre><code class="language-py">f</code></pre>'
    )
    assert marked.entities == (
        Entity("spoiler", 0, 1),
        Entity("custom_emoji", 1, 1, custom_emoji_id="5"),
        Entity("date_time", 2, 1, unix_time=1647531900, date_time_format="wDT"),
        Entity("expandable_blockquote", 3, 1),
        Entity("text_mention", 4, 1, user_id=7),
        Entity("pre", 5, 1, language="py"),
    )
    assert marked.losses == ()


def test_offsets_count_utf16_units() -> None:
    marked = parse_html("🗞 ж <b>🗞</b> <a href='HTTPS://Example.ORG'>там</a>")
    assert marked.entities == (
        Entity("bold", 5, 2),
        Entity("text_link", 8, 3, url="https://example.org/"),
    )
    assert [entity.of(marked.text) for entity in marked.entities] == ["🗞", "там"]


def test_character_references() -> None:
    marked = parse_html("&lt;&gt;&amp;&quot;&#39;&#x1F5DE; AT&T")
    assert marked.text == "<>&\"'🗞 AT&T"
    assert marked.losses == ()


def test_an_unknown_reference_is_shown_as_written_and_told() -> None:
    marked = parse_html("a&nbsp;b")
    assert marked.text == "a&nbsp;b"
    assert marked.losses == ("character reference &nbsp; is shown as written",)


def test_a_link_telegram_would_drop_is_told() -> None:
    marked = parse_html('<a href="http://localhost/x">here</a>')
    assert marked.entities == ()
    assert marked.losses == ("link to 'http://localhost/x' is dropped: Wrong HTTP URL",)


def test_nothing_stands_inside_code() -> None:
    assert parse_html("<code>a<b>b</b></code>").losses == ("entity bold inside code is dropped",)
    assert parse_html("<b><code>a</code></b>").losses == ("entity bold inside code is dropped",)
    marked = parse_html("<pre><code>a</code></pre>")
    assert (marked.entities, marked.losses) == ((Entity("pre", 0, 1),), ())
    assert len(parse_html("<blockquote><code>a</code></blockquote>").entities) == 2


def test_nested_entities_keep_telegrams_order() -> None:
    marked = parse_html("<b>a<i>b</i></b>")
    assert marked.entities == (Entity("bold", 0, 2), Entity("italic", 1, 1))


def test_an_empty_tag_makes_nothing() -> None:
    assert parse_html("a<b></b>").entities == ()


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://Example.org", "https://example.org/"),
        ("example.org/a?b#c", "http://example.org/a?b#c"),
        ("https://example.org?q=1 2", "https://example.org/?q=1%202"),
        ("https://пример.рф:8080/x", "https://пример.рф:8080/x"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
    ],
)
def test_addresses_are_kept_as_telegram_writes_them(url: str, kept: str) -> None:
    assert checked_link(url) == kept


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://localhost:8080", "Wrong HTTP URL"),
        ("not-a-url", "Wrong HTTP URL"),
        ("", "Wrong HTTP URL"),
        ("ftp://example.org", "Unsupported URL protocol"),
        ("javascript:alert(1)", "Unsupported URL protocol"),
        ("mailto:a@b.org", "Unsupported URL protocol"),
    ],
)
def test_other_addresses_are_bad(url: str, reason: str) -> None:
    with pytest.raises(BadLink, match=reason):
        checked_link(url)
