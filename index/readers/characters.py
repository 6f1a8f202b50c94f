"""Takes out of a text the characters that no reader could see and that spoil a display."""

import re

_ENDS_OF_LINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0), 0xFEFF} - {ord("\t"), ord("\n")}
_TO_CHANGE = re.compile(f"[{re.escape(''.join(map(chr, sorted(_CONTROLS))))}\u2028\u2029]")
_TABLE = dict.fromkeys(_CONTROLS) | {ord(end): "\n" for end in _ENDS_OF_LINES}


def plain(text: str) -> str:
    """``text`` without control characters, with ``\\n`` for every end of a line.

    Half characters (lone surrogates, which JSON can carry) become U+FFFD.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    # Translating takes ten times as long as looking whether there is anything to translate.
    return whole.translate(_TABLE) if _TO_CHANGE.search(whole) else whole
