"""Facts become events: each gets its id, its place in the order and its author.

Separate from the conductor, because on a panel of several devices it follows rules that others check.
"""

from collections.abc import Callable, Sequence
from zlib import crc32

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.kinds import AnyFact

NewId = Callable[[], str]

_STEPS = 2**20


class Stamper:
    """Makes the events of a device. With a `seat`, the id of a panelist, it is one of a panel.

    On a panel the ids are computed, so that nobody can claim somebody else's; and every run counts in steps of its own,
    so that a device that was restored from a backup makes no id twice. Alone, ids are what `new_id` returns: they need
    no check, and rehearsals have readable ones.
    """

    def __init__(self, device: str, new_id: NewId, seat: str | None = None) -> None:
        self.device = device
        self.seat = seat
        self._new_id = new_id
        self._step = 1 if seat is None else 1 + crc32(new_id().encode()) % _STEPS

    def events(
        self,
        facts: Sequence[AnyFact],
        session: str,
        last: Stamp,
        author: str,
        now: int,
        at: int | None = None,
        first_id: str = "",
    ) -> tuple[Event, ...]:
        """Return the events of a command that `author`, who has seen the stamp `last`, gives at `now`.

        It happened `at`, by default now. `first_id` is that of the first event, if it isn't up to the device.
        """
        events: list[Event] = []
        stamp = last
        for fact in facts:
            stamp = stamp.next(now, Author(author, self.device), self._step)
            name = (not events and first_id) or (self._new_id() if self.seat is None else event_id(stamp))
            group = events[0].group if events else name
            happened_at = now if at is None else at
            events.append(Event(id=name, session=session, stamp=stamp, at=happened_at, group=group, fact=fact))
        return tuple(events)
