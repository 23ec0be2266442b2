"""Keys as people call them. Separate from any screen's keys: all of them print theirs in the same way."""

from collections.abc import Iterator


def printed(key: str) -> str:
    """Return a key as people call it, such as `Ctrl+T`; several, separated by commas, as `F1 or ?`."""
    return " or ".join("+".join(_called(one.split("+"))) for one in key.split(","))


def _called(parts: list[str]) -> Iterator[str]:
    """Yield the names of the parts of a key. A letter is a capital only beside another key: `Ctrl+T`, but `t`."""
    for part in parts:
        yield _NAMES.get(part) or (part if len(part) == 1 == len(parts) else part.capitalize())


_NAMES = {
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "underscore": "_",
    "plus": "+",
    "minus": "-",
}
