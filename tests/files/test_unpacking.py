"""Whatever another device has packed is read in the shape that is asked for, or refused."""

import msgspec
import pytest

from facilitator.files.unpacking import Unreadable, unpacked


class Shape(msgspec.Struct):
    """Something with a text in it."""

    text: str = ""


def test_what_is_in_shape_is_read():
    assert unpacked(msgspec.msgpack.encode({"text": "a note", "newer": 1}), Shape) == Shape("a note")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xc1", b"\x81\xa4text\x01", b"\x81\xa4text\xa2\xff\xff", b"\x81\xa1x" + b"\x91" * 5000 + b"\x90"],
)
def test_anything_else_makes_no_sense(data):
    with pytest.raises(Unreadable, match="makes no sense"):
        unpacked(data, Shape)
