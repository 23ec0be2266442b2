"""The draft of a scorecard that is being written: on the disk only under the key that will seal the card.

Separate from the cards, because a draft is no fact, and its key is never among those of the cards: whoever writes a
card doesn't hold the session meanwhile.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from facilitator.conducting.draft_keeper import Draft
from facilitator.conducting.sealing import seals
from facilitator.conducting.sealing.seals import CannotUnseal as CannotUnseal
from facilitator.conducting.sealing.seals import SealingKey
from facilitator.files.durable import StorageError
from facilitator.files.patience import Patience
from facilitator.storage.card_keys import CardKeys


class CardDraft:
    """What a panelist has written of a card, kept sealed in `kept`; `keys` are for its key alone.

    What is under the key of one of the seals that they have `submitted` was handed in, before its process was killed:
    it is no draft any more. `begin` or `resume` comes first. As with every Draft, all may raise OSError.
    """

    def __init__(self, kept: Draft, keys: CardKeys, session: str, panelist: str, submitted: Iterable[str] = ()) -> None:
        self._kept = kept
        self._keys = keys
        self._context = f"{session}/{panelist}/draft"
        self._key: SealingKey | None = None
        self._disk = Patience()
        self._found = ""
        with suppress(OSError):  # one that can't be read is none
            self._found = kept.load()
            if self._found and seals.head(self._found) in map(seals.head, submitted):
                self.clear()

    @property
    def key(self) -> SealingKey:
        """The key for the draft and its card."""
        assert self._key is not None, "neither begun nor resumed"
        return self._key

    @property
    def is_there(self) -> bool:
        """Whether a card was begun before."""
        return bool(self._found)

    @property
    def needs_passphrase(self) -> bool:
        """Whether it takes a passphrase to go on with the card that was begun before."""
        return self.is_there and seals.key_id(self._found) is None

    def begin(self, passphrase: str = "") -> None:
        """Begin anew, under a passphrase or a new key. Raises ValueError if the passphrase is too short."""
        self._key = seals.key_of_passphrase(passphrase) if passphrase else seals.random_key()
        self._found = ""

    def resume(self, passphrase: str = "") -> None:
        """Go on with the card that was begun before, under the same key. Raises CannotUnseal if this isn't it."""
        if self.needs_passphrase:
            key = seals.key_again(self._found, passphrase)
        else:
            key_id = seals.key_id(self._found) or ""
            try:
                secret = self._keys.get(key_id)
            except StorageError as error:
                raise CannotUnseal from error
            if secret is None:
                raise CannotUnseal
            key = SealingKey(f"key:{key_id}", secret)
        seals.unsealed(self._found, self._context, key.secret)
        self._key = key

    def load(self) -> str:
        """Return what was written before; empty if it was begun anew."""
        return seals.unsealed(self._found, self._context, self.key.secret).decode() if self._found else ""

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        if self.key.id is not None and not self._found:
            self._as_os_error(partial(self._keys.add, self.key.id, self.key.secret))
        self._found = seals.sealed(text.encode(errors="replace"), self._context, self.key)
        self._kept.save(self._found)

    def clear(self) -> None:
        """Remove the draft, and then its key."""
        self._kept.clear()
        self._found = ""
        self._as_os_error(partial(self._keys.keep_only, frozenset()))

    def _as_os_error(self, deed: Callable[[], None]) -> None:
        try:
            self._disk.do(deed)
        except StorageError as error:
            raise OSError(str(error)) from error
