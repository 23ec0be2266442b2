"""Collections that mostly grow, with versions that stay: to add to one copies nothing.

Separate, because a session's events, notes and undoable commands are long, and nearly every fact adds one:
copied each time, a note in a long session would cost more than in a short one. All versions share one store,
and each knows how much of it is its own.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from itertools import islice
from typing import Generic, Self, TypeVar, overload

T = TypeVar("T")


class Growing(Sequence[T], Generic[T]):
    """A sequence that is a value, like a tuple; `grown` is the next version."""

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


class GrowingDict(MutableMapping[str, T], Generic[T]):
    """A dict in the order of addition, whose copies cost nothing.

    Nor does a new key in the newest of them; a changed or a lost one makes that copy a store of its own.
    """

    __slots__ = ("_items", "_places")
    _items: Growing[T]
    _places: dict[str, int]

    def __init__(self, items: Mapping[str, T] | None = None) -> None:
        self._own(items or {})

    def values(self) -> Growing[T]:  # type: ignore[override]  # a view would follow this dict; this is a value
        return self._items

    def __getitem__(self, key: str) -> T:
        place = self._places[key]
        if place >= len(self._items):  # a later version's
            raise KeyError(key)
        return self._items[place]

    def __setitem__(self, key: str, item: T) -> None:
        if key not in self._places and len(self._places) == len(self._items):
            self._places[key] = len(self._items)
            self._items = self._items.grown(item)
        else:
            self._own({**dict(zip(self, self._items, strict=True)), key: item})

    def __delitem__(self, key: str) -> None:
        kept = dict(zip(self, self._items, strict=True))
        del kept[key]
        self._own(kept)

    def __iter__(self) -> Iterator[str]:
        return islice(self._places, len(self._items))

    def __len__(self) -> int:
        return len(self._items)

    def __copy__(self) -> "GrowingDict[T]":
        version: GrowingDict[T] = GrowingDict.__new__(GrowingDict)
        version._items = self._items
        version._places = self._places
        return version

    def __repr__(self) -> str:
        return f"GrowingDict({dict(self)!r})"

    def _own(self, items: Mapping[str, T]) -> None:
        self._items = Growing(items.values())
        self._places = {key: place for place, key in enumerate(items)}
