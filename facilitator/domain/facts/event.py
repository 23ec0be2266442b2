"""An event: a fact with who recorded it, when, and its place in the order that all replicas share.

A session is an append-only set of events. Instants (`at`, `…_at`) are milliseconds since 1970 in UTC, on the
session's own timeline: the wall clock at the opening of the session, carried on by a clock that nobody can set
(see `timeline`).
"""

from operator import attrgetter

from msgspec import Raw, Struct

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.timeline import Instant


class Author(Struct, frozen=True, order=True, array_like=True, gc=False):
    """Who recorded a fact, and on which device."""

    panelist: str
    device: str


class Stamp(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A hybrid logical clock (Kulkarni et al., 2014), which gives all replicas the same order of events."""

    ms: Instant
    counter: int
    author: Author

    def next(self, now: int, author: Author, step: int = 1) -> "Stamp":
        """Return the stamp for a fact that `author`, who has seen this stamp, records at `now`.

        With a `step` that no other run of the program on this device has, a device that was restored from a backup
        hardly ever makes a stamp that it made before.
        """
        if now > self.ms:
            return Stamp(now, step - 1, author)
        return Stamp(self.ms, self.counter + step, author)


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """A fact with who recorded it, when it happened, and its place in the order.

    `at` is when it happened, which may be before it was recorded (`stamp`). `group` is the id of the first event of
    the same command: what was done together is undone together.
    """

    id: str
    session: str
    stamp: Stamp
    at: Instant
    group: str
    fact: AnyFact

    @property
    def author(self) -> Author:
        return self.stamp.author

    @property
    def order(self) -> tuple[Stamp, str]:
        """The sort key that all replicas share."""
        return self.stamp, self.id

    @property
    def as_written(self) -> "Event | Raw":
        """What is to be encoded when the event is passed on."""
        return self


order_of = attrgetter("stamp", "id")
"""The same as `Event.order`, but in C."""


class WrittenEvent(Event, frozen=True, kw_only=True, gc=False):
    """An event that was read as something else than was written: its texts were cleaned. `written` is it as JSON."""

    written: Raw

    @property
    def as_written(self) -> Raw:
        return self.written


class NewerEvent(WrittenEvent, frozen=True, kw_only=True, gc=False):
    """An event in which a newer version wrote more than is known here.

    Its fact is what could be read of it, or a NewerFact.
    """


class PrivateEvent(Event, frozen=True, kw_only=True, gc=False):
    """An event whose fact was sealed, and can be read on the device of its author alone."""
