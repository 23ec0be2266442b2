"""Collections that mostly grow and are cheap to copy.

Separate because nearly every fact adds an event or a note to a session: if they were all copied each time, a note
would cost more in a long session than in a short one. Copies share one store, and each knows how much of it is its
own.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from itertools import count, islice
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class PersistentList(Sequence[T], Generic[T]):
    """A list that only grows. `appended` returns the next version and leaves this one unchanged."""

    __slots__ = ("_length", "_shared")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._shared = list(items)
        self._length = len(self._shared)

    def append(self, item: T) -> None:
        """Add `item` at the end. The store is copied only if another copy has grown since."""
        if len(self._shared) != self._length:
            self._shared = self._shared[: self._length]
        self._shared.append(item)
        self._length += 1

    def appended(self, item: T) -> "PersistentList[T]":
        """Return a copy with `item` at its end."""
        version = self.copy()
        version.append(item)
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
        if not isinstance(other, PersistentList):
            return NotImplemented
        return self._length == other._length and (self._shared is other._shared or list(self) == list(other))

    def bisected(self, value: tuple[Any, ...], key: Callable[[T], tuple[Any, ...]]) -> int:
        """Return the place of the first item whose `key` isn't less than `value`, of items in the order of their keys.

        That is `bisect_left` on the store itself, which takes no call of Python for each item.
        """
        return bisect_left(self._shared, value, hi=self._length, key=key)

    def copy(self) -> "PersistentList[T]":
        version: PersistentList[T] = PersistentList.__new__(PersistentList)
        version._shared = self._shared
        version._length = self._length
        return version

    def first(self, length: int) -> "PersistentList[T]":
        """Return the first items, of which there must be so many; they aren't copied."""
        version = self.copy()
        version._length = length
        return version

    def __repr__(self) -> str:
        return f"PersistentList({list(self)!r})"


class PersistentDict(MutableMapping[str, T], Generic[T]):
    """A dict in insertion order that is cheap to copy.

    Adding a key to the newest copy is cheap too; changing or removing one gives that copy a store of its own.
    """

    __slots__ = ("_items", "_places")
    _items: PersistentList[T]
    _places: dict[str, int]

    def __init__(self, items: Mapping[str, T] | None = None) -> None:
        self._own(items or {})

    def values(self) -> PersistentList[T]:  # type: ignore[override]  # a copy: a view would follow the dict
        return self._items.copy()

    def __getitem__(self, key: str) -> T:
        place = self._places[key]
        if place >= len(self):  # added by a later copy
            raise KeyError(key)
        return self._items[place]

    def __setitem__(self, key: str, item: T) -> None:
        places, items = self._places, self._items
        length = len(places)
        if length == items._length and places.setdefault(key, length) == length:
            items.append(item)
        else:
            self._own({**dict(zip(self, self._items, strict=True)), key: item})

    def __delitem__(self, key: str) -> None:
        kept = dict(zip(self, self._items, strict=True))
        del kept[key]
        self._own(kept)

    def __iter__(self) -> Iterator[str]:
        return islice(self._places, len(self))

    def __len__(self) -> int:
        return self._items._length

    def copy(self) -> "PersistentDict[T]":
        version: PersistentDict[T] = PersistentDict.__new__(PersistentDict)
        version._items = self._items.copy()
        version._places = self._places
        return version

    def __repr__(self) -> str:
        return f"PersistentDict({dict(self)!r})"

    def _own(self, items: Mapping[str, T]) -> None:
        self._items = PersistentList(items.values())
        self._places = dict(zip(items, count()))
