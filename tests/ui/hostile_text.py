"""Text that tries to act on the terminal or to break a screen: for every place that shows text."""

import re

RAW_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What must never reach a terminal; line breaks may."""

HARMFUL = ["\x07", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\u202egnp.exe", "\x00", "\ud800", "a\rb", "\x7f\x08"]
MARKUP = ["[/]", "[@click=app.bell]x[/]", "[bold", "[$primary]x", "[link=file:///etc]x[/link]", "\\[x", "{x}", "%s"]
ODD = [
    "👩‍👩‍👧‍👦",
    "日本語のとても長い名前",
    "e" + "\u0301" * 200,
    "\u200b\u200d",
    "ﷺ" * 30,
    "x" * 10_000,
    "\t\ttab",
    " ",
]
HOSTILE = [*HARMFUL, *MARKUP, *ODD, *(f"{a}{b}" for a in HARMFUL for b in MARKUP[:4])]
