"""What is erased of the notes of a shared session: it goes from where the others would find it, and all of it is named.

An erasure names what was known of a note where it was said. What another device had recorded about it by then is
named by that device, as soon as it hears of it. Separate from what lies on this device alone.
"""

from collections.abc import Callable
from contextlib import suppress

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.session.privacy.erasures import not_named_yet, note_of

Gone = Callable[[bytes], bool]


class ErasedFrames:
    """Follows the session of `conductor`, with its device in a `seat`; `forget` lets go of the frames that are gone."""

    def __init__(self, conductor: Conductor, keyring: Keyring, seat: str, forget: Callable[[Gone], object]) -> None:
        self._conductor, self._keyring, self._seat = conductor, keyring, seat
        self._forget = forget
        self._seen: object = None
        self._looked = self._opened = 0
        conductor.listen(self.look)

    def look(self) -> None:
        """Let go of what was erased since, unless it is under a hold; in the conductor's thread."""
        history = self._conductor.history
        erasures, opened, new = history.erasures, len(history.session.notes_opened), history.packets.values()
        if erasures is None or not self._conductor.may_forget():
            return
        came = any(note_of(event) in erasures.notes for packet in new[self._looked :] for event in packet.events)
        has_changed, self._looked = erasures != self._seen, len(new)
        if has_changed:
            self._seen = erasures
            self._forget(self._is_gone)
        if has_changed or came or opened != self._opened:
            self._opened = opened
            for more in not_named_yet(history, self._seat):
                with suppress(Refusal):
                    self._conductor.carry_out(Decision((more,)))

    def _is_gone(self, frame: bytes) -> bool:
        try:
            packet = self._keyring.packet(frame)
        except CannotOpen:
            return False
        return bool(packet.events) and self._conductor.history.takes(packet)
