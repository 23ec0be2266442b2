"""Damage by chance: to text, to bytes, and to values as JSON or YAML have them."""

import random
from typing import Any

PIECES = (
    *"[]{}:,-#&*!|>'\"%@`\n\t ?<=~",
    *(
        "<<: ",
        "*a ",
        "&a ",
        "- ",
        "null",
        "1h",
        "\x85",
        "\u2028",
        "5m:",
        "\x1b]52;c;aGk=\x07",
        "\u202e",
        "\ud800",
        "a\u0301",
    ),
    *("9" * 30, "-1", "1e999", "0x1", "2026-02-30", "25:61", "\x00", "[/]", "[@click=app.quit]x", "=cmd|' /C x'!A0"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1 << 31, 1 << 63, 10**30, 0.5, -0.0, 1e300),
    *("", " ", "x", "ceo", "1h", "-5m", "24:00", "2026-12-01 10:00", "\u202ex", "x\ny", "x" * 5000, "=1+1", "[/]"),
    *([], {}, [[]], {"": ""}, [None], {"title": "x"}, ["x"] * 50),
)


def damaged_text(chance: random.Random, text: str, most: int = 6) -> str:
    """Return `text` with a few pieces put in, taken out, or doubled."""
    for _ in range(chance.randint(1, most)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 0, 1, 4, 40)))
        piece = chance.choice((chance.choice(PIECES), text[start:end] * chance.choice((0, 2, 20))))
        text = text[:start] + piece + text[end:]
    return text


def damaged_bytes(chance: random.Random, content: bytes, most: int = 6) -> bytes:
    """Return `content` with a few bytes changed, put in, taken out, or moved."""
    found = bytearray(content)
    for _ in range(chance.randint(1, most)):
        start = chance.randint(0, len(found))
        end = min(len(found), start + chance.choice((0, 1, 4, 200)))
        match chance.randrange(4):
            case 0 if start < len(found):
                found[start] ^= 1 << chance.randrange(8)
            case 1:
                del found[start:end]
            case 2:
                found[start:start] = chance.randbytes(chance.choice((1, 3, 9)))
            case _:
                found[start:start] = found[start:end]
    return bytes(found)


def damaged_value(chance: random.Random, value: Any, most: int = 4) -> Any:
    """Return a value as JSON has them with a few of the values in it changed."""
    for _ in range(chance.randint(1, most)):
        value = _changed(chance, value)
    return value


def _changed(chance: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        match chance.randrange(12):
            case 0:
                return {name: inner for name, inner in value.items() if name != key}
            case 1:
                return {**value, chance.choice(("title", "id", "at", "x", f"{key}s")): chance.choice(VALUES)}
            case _:
                return {**value, key: _changed(chance, value[key])}
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        match chance.randrange(12):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
            case _:
                return [*value[:at], _changed(chance, value[at]), *value[at + 1 :]]
    if isinstance(value, str) and chance.random() < 0.5:
        return damaged_text(chance, value, 2)
    if isinstance(value, int) and not isinstance(value, bool) and chance.random() < 0.5:
        return value + chance.choice((-1, 1, 10**6, -(10**12), 10**15))
    return chance.choice(VALUES)
