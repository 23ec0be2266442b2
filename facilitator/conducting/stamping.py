"""Facts become events: each gets its id, its place in the order and its author.

Separate from the conductor, because on a panel of several devices it follows rules that others check.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.packet import Kept, Packet
from facilitator.domain.language.decision import Refusal

if TYPE_CHECKING:
    from facilitator.conducting.sealing.own_notes import OwnNotes
    from facilitator.conducting.sealing.signing import Signer
    from facilitator.domain.session.state import Session

NewId = Callable[[], str]

_STEPS = 2**20


def random_id() -> str:
    """Return 64 random bits in hex: for any practical purpose unique among the events of all sessions."""
    return os.urandom(8).hex()  # `secrets` would load OpenSSL for the same


class Stamper:
    """Makes the events of a device. With a `seat`, the id of a panelist, it is one of a panel.

    On a panel the ids are computed, so that nobody can claim somebody else's; and every run counts in steps of its own,
    so that a device that was restored from a backup makes no id twice. Alone, ids are what `new_id` returns: they need
    no check, and rehearsals have readable ones. A `signer` makes a packet of what is recorded, after `own` has sealed
    what is private of it.
    """

    def __init__(
        self,
        device: str,
        new_id: NewId,
        seat: str | None = None,
        signer: "Signer | None" = None,
        own: "OwnNotes | None" = None,
    ) -> None:
        self.device = device
        self._signer = signer
        self._own = own
        self.seat = seat
        self._new_id = new_id
        self._step = 1 if seat is None else 1 + crc32(new_id().encode()) % _STEPS

    def recorded(
        self,
        facts: Sequence[AnyFact],
        session: "Session",
        last: Stamp,
        author: str,
        now: int,
        at: int,
        first_id: str = "",
        name: str = "",
    ) -> Sequence[Kept]:
        """Return what is to be kept of a command: its events, or the packet of them.

        It can be known again by the `name` of its line: that is the first id or, on a panel, the packet begins with it.
        Raises Refusal if it is too large to be sent to the others: then it isn't kept here either.
        """
        events = self.events(facts, session.id, last, author, now, at, first_id or (name if self.seat is None else ""))
        if self._own is not None:
            events = self._own.sealed(events, session)
        if self._signer is None or not events:
            return events
        from facilitator.conducting.sealing.signing import TooLarge

        try:
            return (self._signer.packed(events, name),)
        except TooLarge as why:
            raise Refusal(f"{why} Enter it in parts.") from None

    def go_on_behind(self, arrived: Iterable[Kept]) -> None:
        """Take note of what came in: packets of this device that it no longer knew may be among it."""
        if self._signer is not None:
            for one in arrived:
                if isinstance(one, Packet):
                    self._signer.go_on_behind(one)

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
