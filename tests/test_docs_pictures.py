"""docs/conversation.md shows every kind of message, each as it is sent today."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "conversation.md"
PICTURES = ROOT / "docs" / "pictures" / "telegram"
SNAPSHOTS = ROOT / "tests" / "end_to_end" / "__snapshots__" / "test_pictured"
LARGEST = 150_000


def scenes() -> dict[str, bytes]:
    """What stands on each screen that is drawn, by its name."""
    return {path.stem.partition("[")[2][:-1]: path.read_bytes() for path in SNAPSHOTS.iterdir()}


def test_every_picture_is_drawn_from_the_message_as_it_is() -> None:
    """Where this fails: python docs/pictures/telegram.py."""
    drawn_from = json.loads((PICTURES / "drawn-from.json").read_text())

    assert drawn_from == {name: hashlib.sha256(of).hexdigest() for name, of in scenes().items()}


def test_the_page_shows_every_scene_and_every_picture_is_small_and_described() -> None:
    shown = re.findall(r'<img src="(\S+)" width="400" alt="[^"]{10,}">', PAGE.read_text())
    pictures = {path.name for path in PICTURES.glob("*.png")}

    assert {Path(one).name for one in shown} == pictures
    assert len(shown) == PAGE.read_text().count("<img ")
    assert {name.removesuffix(".png").removesuffix("-opened") for name in pictures} == set(scenes())
    assert all(path.stat().st_size < LARGEST for path in PICTURES.glob("*.png"))
