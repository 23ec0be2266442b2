"""What this device says to those who are there right now, and hears of them: see the room's other modules."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.signing import Checker, Signer, told_in
from facilitator.domain.language.decision import Refusal
from facilitator.files.unpacking import Unreadable
from facilitator.sharing.right_now.backstage import BACKSTAGE, Aside, LiveBackstage
from facilitator.sharing.right_now.time_asking import TIME, TimeAsking
from facilitator.sharing.right_now.typing_now import PRESENCE, Seen, TypingNow
from facilitator.sharing.transports.transport import CannotAsk, Transport

DOWN = "The connection is down: nothing was sent."
ONLY_A_FOLDER = "Nothing was sent: /tell needs a live connection, since a folder would keep what goes through it."


class Live(Protocol):
    """How those who are there right now are reached, from any thread: see `Background`."""

    @property
    def is_live(self) -> bool: ...

    @property
    def reaches(self) -> bool: ...

    def say_now(self, kind: str, data: bytes) -> None: ...


class RightNow:
    """This device's end of the panel that `conductor` is on. `key` seals what is said, `signer` signs what is told.

    `leave` hands a deed to the conductor's thread, `tell` has something for the people here, `hear_aside` takes what is
    told backstage to this panelist, in the conductor's thread, and `live` is how others are reached.
    """

    def __init__(
        self,
        conductor: Conductor,
        key: Keyring,
        signer: Signer,
        checker: Checker,
        live: Live,
        leave: Callable[[Callable[[], object]], object],
        tell: Callable[[str], object],
        hear_aside: Callable[[Aside], object],
    ) -> None:
        self._leave = leave
        self._conductor = conductor
        self._key = key
        self._signer = signer
        self._checker = checker
        self._hear_aside = hear_aside
        self._live = live
        self._time = TimeAsking(conductor, key, leave, tell)
        seat, now = conductor.situation().author, conductor.clock.now
        self._typing = TypingNow(signer.device, now, partial(self._say, PRESENCE))
        self._backstage = LiveBackstage(signer.device, seat, now, self._tell_aside)
        conductor.backstage = self._backstage

    @property
    def seen(self) -> dict[str, Seen]:
        """What the others were seen doing last, by device."""
        return self._typing.seen

    def types(self, is_begun: bool) -> None:
        """Tell the others that somebody is typing here, or no longer; call it with each key."""
        if self._live.is_live:
            self._typing.types(is_begun)

    def see(self, device: str, is_there: bool) -> None:
        """Take note that a device is there now, or no longer, as far as a way can tell."""
        self._typing.see(device, is_there)

    def hear(self, kind: str, sealed: bytes) -> None:
        """Take in a whisper; one that makes no sense is passed over."""
        if kind not in (PRESENCE, BACKSTAGE):
            return
        with suppress(CannotOpen, Unreadable):
            data = self._key.whispered(kind, sealed)
            if kind == PRESENCE:
                self._typing.hear(data)
            elif (aside := self._backstage.hear(told_in(data), partial(self._is_told_by, data))) is not None:
                self._leave(partial(self._hear_aside, aside))

    def answer(self, kind: str, data: bytes) -> bytes:
        """Return the answer to what another asks. Raises CannotAsk."""
        if kind != TIME:
            raise CannotAsk(f"Nothing is known of {kind}.")
        return self._time.answer(data)

    async def go_on(self, ways: Sequence[Transport]) -> None:
        """Keep the clocks together, for ever, if there is a way to ask by."""
        if live := [way for way in ways if not way.remembers]:
            await self._time.keep_asking(live)

    def _say(self, kind: str, data: bytes) -> None:
        self._live.say_now(kind, self._key.whisper(kind, data))

    def _tell_aside(self, data: bytes) -> None:
        """Whisper what is told backstage. Raises Refusal if nobody would hear it."""
        if not self._live.reaches:
            raise Refusal(DOWN if self._live.is_live else ONLY_A_FOLDER)
        self._say(BACKSTAGE, self._signer.told(data))

    def _is_told_by(self, told: bytes, device: str) -> bool:
        session = self._conductor.session
        admitted = session.devices.get(device)
        if admitted is None or not admitted.seat or device in session.removed_devices:
            return False
        return self._checker.is_told_by(device, told)
