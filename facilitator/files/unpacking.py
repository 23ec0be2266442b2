"""Reading what another device has packed (msgpack); whatever is wrong with it, one error says so.

Separate, because what is under a seal is as foreign as what isn't: whoever has the key may have another program.
"""

from typing import TypeVar

import msgspec

from facilitator.files.foreign import UNREADABLE

_Shape = TypeVar("_Shape")


class Unreadable(ValueError):
    """What another device has packed makes no sense. The text is why."""


def unpacked(data: bytes, shape: type[_Shape]) -> _Shape:
    """Return what is packed, in this shape. Raises Unreadable."""
    try:
        return msgspec.msgpack.decode(data, type=shape)
    except UNREADABLE as error:
        raise Unreadable("it makes no sense") from error
