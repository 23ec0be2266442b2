"""Asking the others what time it is on the panel, and answering them.

Whoever asks says how well they know it themselves, and only those who know it better answer. What to make of the
answers is arithmetic: see `domain.facts.timeline`.
"""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Annotated, NamedTuple

import msgspec

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.domain.facts.timeline import BETTER_BY_MS, Instant, TimeTold
from facilitator.files.unpacking import Unreadable, unpacked
from facilitator.sharing.transports.transport import CannotAsk, Transport, TransportDown

TIME = "time"
"""The kind of what is asked."""
_TOLD = "told"
"""What an answer is sealed as, so that none passes for a question."""

TIMES_AT_FIRST = 8
TIMES_LATER = 4
AGAIN_SECONDS = 10.0
LATER_SECONDS = 60.0
"""It is asked so many times at first, again after so long, and from then on so many times in so long."""
BETWEEN_SECONDS = 0.02
ANSWERED_SECONDS = 5.0
_NONCE_BYTES = 8


def _schedule() -> Iterator[tuple[int, float]]:
    """Yield how many times to ask, and how many seconds later again."""
    yield from ((TIMES_AT_FIRST, AGAIN_SECONDS), (TIMES_AT_FIRST, LATER_SECONDS))
    yield from repeat((TIMES_LATER, LATER_SECONDS))


_Bound = Annotated[int, msgspec.Meta(ge=0)]


class _Question(NamedTuple):
    nonce: bytes
    within_ms: _Bound


class _Reply(NamedTuple):
    nonce: bytes
    at: Instant
    within_ms: _Bound


class TimeAsking:
    """Keeps the clock of `conductor` together with those of the others, from any thread but its own.

    `leave` hands a deed to the conductor's thread, and `tell` has something for the people here. `shortly` makes all
    times between questions so many times as short.
    """

    def __init__(
        self,
        conductor: Conductor,
        key: Keyring,
        leave: Callable[[Callable[[], object]], object],
        tell: Callable[[str], object],
        shortly: float = 1,
    ) -> None:
        self._conductor = conductor
        self._clock = conductor.clock
        self._key = key
        self._leave = leave
        self._tell = tell
        self._shortly = shortly

    def answer(self, data: bytes) -> bytes:
        """Return the answer to a question. Raises CannotAsk if the other knows better, or if it makes no sense."""
        at, within_ms = self._clock.panel_time()
        try:
            nonce, their_ms = unpacked(self._opened(TIME, data), _Question)
        except (CannotOpen, Unreadable) as why:
            raise CannotAsk(str(why)) from why
        if within_ms >= their_ms:
            raise CannotAsk("They know better than this device.")
        return self._key.whisper(_TOLD, msgspec.msgpack.encode((nonce, at, within_ms)))

    async def keep_asking(self, ways: Sequence[Transport]) -> None:
        """Ask by these ways, for ever; what can't be the better for it isn't asked."""
        schedule = _schedule()
        while True:
            times, wait = next(schedule)
            if self._clock.panel_time()[1] >= BETTER_BY_MS:
                answers = await self._answers(ways, times)
                if not answers:
                    schedule, wait = _schedule(), AGAIN_SECONDS
                elif self._clock.would_follow(answers):
                    self._leave(partial(self._agree, answers))
            await asyncio.sleep(wait / self._shortly)

    async def _answers(self, ways: Sequence[Transport], times: int) -> list[TimeTold]:
        """Ask so many times by the first of these ways by which somebody answers."""
        for way in ways:
            answers: list[TimeTold] = []
            for _ in range(times):
                try:
                    async with asyncio.timeout(ANSWERED_SECONDS):
                        answers.append(await self._ask(way))
                except (CannotAsk, CannotOpen, TransportDown, TimeoutError, Unreadable):
                    break
                await asyncio.sleep(BETWEEN_SECONDS / self._shortly)
            if answers:
                return answers
        return []

    async def _ask(self, way: Transport) -> TimeTold:
        """Ask once. Raises CannotAsk, TransportDown, and CannotOpen or Unreadable if the answer makes no sense."""
        nonce = os.urandom(_NONCE_BYTES)
        question = self._key.whisper(TIME, msgspec.msgpack.encode((nonce, self._clock.panel_time()[1])))
        asked_ms = self._clock.read().boot_ms
        sealed = await way.ask(TIME, question)
        heard_ms = self._clock.read().boot_ms
        asked, at, within_ms = unpacked(self._opened(_TOLD, sealed), _Reply)
        if asked != nonce:
            raise CannotAsk("That answers another question.")
        return TimeTold(asked_ms, heard_ms, at, within_ms)

    def _opened(self, kind: str, sealed: bytes) -> bytes:
        """Return what was sealed under the newest key: who was taken off the panel has only older ones.

        Raises CannotOpen.
        """
        if self._key.is_under_an_older_key(sealed):
            raise CannotOpen("an older key sealed it")
        return self._key.whispered(kind, sealed)

    def _agree(self, answers: Sequence[TimeTold]) -> None:
        if said := self._conductor.agree(answers):
            self._tell(said)
