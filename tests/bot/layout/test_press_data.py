"""What stands behind a button fits into it, and is read as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.layout.press_data import Act, Press, View, press_of
from bot.state.feedback import Verdict

KEY = "aB3-_9zzzz"
VIEWS = st.builds(View, st.integers(1, 9), st.booleans())
PRESSES = st.one_of(
    st.builds(
        Press,
        st.sampled_from([Act.SHOW, Act.ASK_WHY, Act.ANY_DATE]),
        st.text("aB3-_", min_size=10, max_size=10),
        VIEWS,
    ),
    st.builds(Press, st.just(Act.JUDGE), st.just(KEY), VIEWS, st.sampled_from(Verdict)),
)


@given(PRESSES)
def test_every_press_is_read_as_it_was_written_and_fits(press: Press) -> None:
    assert press_of(press.data()) == press
    assert len(press.data().encode()) <= 64


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        "s",
        "s:short:1",
        f"x:{KEY}:1",
        f"s:{KEY}:0",
        f"s:{KEY}:12",
        f"s:{KEY}:1:good",
        f"v:{KEY}:1",
        f"v:{KEY}:1:lovely",
        f"s:{KEY}:1\n",
        f" s:{KEY}:1",
    ],
)
def test_what_is_none_of_ours_is_no_press(data: str | None) -> None:
    assert press_of(data) is None
