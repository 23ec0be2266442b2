"""A sequence that only grows, as a value: what was handed out never changes, and adding to it copies nothing.

Separate, because a session's events and undoable commands are long, and nearly every fact adds one: copied
each time, a note in a long session would cost more than in a short one. All versions share one list, and
each knows how much of it is its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, Self, TypeVar, overload

T = TypeVar("T")


class Growing(Sequence[T], Generic[T]):
    """Treat it as a tuple; `grown` is the next version."""

    __slots__ = ("_length", "_shared")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._shared = list(items)
        self._length = len(self._shared)

    def grown(self, item: T) -> "Growing[T]":
        """This sequence and `item`. Only a second growth of the same version copies."""
        if len(self._shared) != self._length:
            return Growing((*self, item))
        self._shared.append(item)
        version: Growing[T] = Growing.__new__(Growing)
        version._shared = self._shared
        version._length = self._length + 1
        return version

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return islice(self._shared, self._length)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self._shared[at] for at in range(self._length)[place])
        return self._shared[range(self._length)[place]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Growing):
            return NotImplemented
        return self._length == other._length and (self._shared is other._shared or list(self) == list(other))

    __hash__ = None  # type: ignore[assignment]  # like the session that it is part of

    def __copy__(self) -> Self:
        return self

    def __repr__(self) -> str:
        return f"Growing({list(self)!r})"
