"""Copies of one report are told from other reports by the runs of words they share."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.stories import are_copies, are_near_in_time, bands, shingles

PARAGRAPHS = (
    "The harbour board of Brenholm voted on Tuesday to close the old salt quay for two winters. "
    "Engineers had found that nine of its oak piles no longer reach firm ground.",
    "Harbour master Odd Brenn told the board that no lorry heavier than four tonnes may drive on "
    "the quay until then. Fishing boats under ten metres can still land their catch.",
    "The work is to cost eleven million crowns, of which the county of Tarn pays a third. "
    "A levy on every crate of herring is meant to bring in what is left by the end of the decade.",
    "Two members voted against it. Liv Askeland said that the smokehouses behind the quay would "
    "lose a whole season, and asked for a wooden ramp that could be laid out from the north pier.",
    "The board will meet again in the first week of March, when three builders show their plans.",
)
REPORT = "\n\n".join(PARAGRAPHS)
OTHER = (
    "Astronomers in Quillmoor watched a green comet pass above the moor on Tuesday night. They "
    "expect that it can be seen without a glass for nine more days, if the frost keeps the sky "
    "clear. The last comet of this brightness came before the observatory was built."
)
DAY = date(2031, 5, 10)


def copies(one: str, other: str) -> bool:
    return are_copies(shingles(one), shingles(other))


def share_a_band(one: str, other: str) -> bool:
    return bool(set(bands(one)) & set(bands(other)))


@pytest.mark.parametrize(
    "same",
    [
        REPORT.upper(),
        REPORT.replace(".", " ...").replace(",", ";"),
        REPORT.replace("\n\n", " — ").replace(" ", "\n"),
    ],
    ids=["case", "punctuation", "white space"],
)
def test_case_punctuation_and_white_space_do_not_count(same: str) -> None:
    assert shingles(same) == shingles(REPORT)
    assert bands(same) == bands(REPORT)


@pytest.mark.parametrize("changed", range(len(PARAGRAPHS)))
def test_a_reprint_with_one_other_paragraph_is_a_copy_and_shares_a_band(changed: int) -> None:
    fresh = "Readers can send their own memories of the quay to this newspaper until the spring."
    reprint = "\n\n".join((*PARAGRAPHS[:changed], fresh, *PARAGRAPHS[changed + 1 :]))
    assert shingles(reprint) != shingles(REPORT)
    assert copies(REPORT, reprint)
    assert share_a_band(REPORT, reprint)


def test_another_report_is_no_copy() -> None:
    assert not copies(REPORT, OTHER)
    assert not share_a_band(REPORT, OTHER)


def test_a_report_of_the_same_event_in_other_words_is_no_copy() -> None:
    retold = (
        "Brenholm loses its salt quay for two winters. On Tuesday the harbour board decided so, "
        "after engineers saw nine rotten oak piles. Odd Brenn, the harbour master, keeps heavy "
        "lorries off the quay until it is mended. The county of Tarn pays a third of the cost."
    )
    assert not copies(REPORT, retold)


def test_half_of_all_shingles_is_where_copies_begin() -> None:
    one = frozenset("abcdef")
    assert are_copies(one, frozenset("abcd"))
    assert are_copies(one, frozenset("abcdefghijkl"))
    assert not are_copies(one, frozenset("abcdefghijklm"))
    assert not are_copies(frozenset("abc"), frozenset("bcde"))


def test_a_quoted_paragraph_does_not_make_a_copy_of_a_long_text() -> None:
    assert not copies(REPORT, f"{OTHER}\n\n{PARAGRAPHS[0]}")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "ブレンホルム港の委員会は火曜日、古い埠頭を二冬のあいだ閉鎖すると決めた。費用は千百万。",
            "キルムアの天文台は夜、緑色の彗星が湿原の上を通るのを見たと発表した。",
        ),
        (
            "브렌홀름 항만위원회는 화요일에 낡은 부두를 두 해 겨울 동안 닫기로 했다",
            "퀼무어 천문대는 밤에 초록빛 혜성이 습지 위를 지나가는 것을 보았다",
        ),
        (
            "คณะกรรมการท่าเรือเบรนโฮล์มลงมติปิดท่าเกลือเก่าเป็นเวลาสองฤดูหนาว",
            "นักดาราศาสตร์ที่ควิลล์มัวร์เห็นดาวหางสีเขียวเหนือทุ่งหญ้าในคืนวันอังคาร",
        ),
    ],
    ids=["Japanese", "Korean", "Thai"],
)
def test_text_without_spaces_is_compared_by_character(text: str, other: str) -> None:
    changed = text[:-2] + "水中"
    assert len(shingles(text)) > 20
    assert shingles(changed) != shingles(text)
    assert copies(text, changed)
    assert share_a_band(text, changed)
    assert not copies(text, other)


@pytest.mark.parametrize("text", ["Ferry", "Ferry sails", "Ferry sails at dawn."])
def test_a_text_shorter_than_a_shingle_counts_as_a_whole(text: str) -> None:
    assert len(shingles(text)) == 1
    assert copies(text, f"«{text.upper()}»!")
    assert bands(text) == bands(text.lower())
    assert not copies(text, f"{text} Again.")


def test_a_text_of_exactly_a_shingle_is_one() -> None:
    assert shingles("One two three four five.") == {"one two three four five"}
    assert len(shingles("One two three four five six.")) == 2


@pytest.mark.parametrize(("days", "near"), [(0, True), (1, True), (14, True), (15, False)])
def test_fourteen_days_apart_is_near_and_fifteen_is_not(days: int, near: bool) -> None:
    later = DAY + timedelta(days=days)
    assert are_near_in_time(DAY, later) is near
    assert are_near_in_time(later, DAY) is near


def test_an_unknown_day_is_near_every_other() -> None:
    assert are_near_in_time(None, DAY)
    assert are_near_in_time(date.min, None)
    assert are_near_in_time(None, None)


def test_bands_are_what_they_were_when_they_were_stored() -> None:
    known = [5867938605934388455, 412741237034629393, 7296861401624763299]
    assert bands("The ferry left Brenholm at dawn.")[:3] == known


texts = st.text(max_size=200) | st.lists(
    st.sampled_from("ferry quay herring comet frost pier board crown".split()), max_size=40
).map(" ".join)


@given(texts, texts)
def test_being_copies_is_mutual_and_a_text_is_a_copy_of_itself(one: str, other: str) -> None:
    assert copies(one, other) == copies(other, one)
    assert copies(one, one)


@given(texts)
def test_bands_are_the_same_each_time_and_fit_a_column_of_sqlite(text: str) -> None:
    first = bands(text)
    assert first == bands(text)
    assert len(first) == 42
    assert all(0 <= band < 2**63 for band in first)


@given(texts)
def test_equal_words_share_every_band(text: str) -> None:
    printed = f"«{text}» …"
    assert shingles(printed) == shingles(text)
    assert bands(printed) == bands(text)
