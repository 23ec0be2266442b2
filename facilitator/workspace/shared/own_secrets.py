"""What this device keeps to itself of a shared session: reading it, and opening it when it is time.

Separate from the shared session, because it can be read while that isn't open, too.
"""

import os
from base64 import b64decode
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError, explained

if TYPE_CHECKING:
    from facilitator.conducting.conductor import Conductor
    from facilitator.conducting.sealing.own_notes import OwnNotes
    from facilitator.domain.language.decision import Decision
    from facilitator.domain.session.state import Session
    from facilitator.storage.home import Home
    from facilitator.storage.panel_keys import PanelKeys


def own_notes_of(home: "Home", session: str) -> "OwnNotes":
    """Return what opens this device's notes in a session; without its keys, what is open to everybody can be read."""
    from facilitator.conducting.sealing.own_notes import OwnNotes
    from facilitator.storage.panel_keys import PanelKeysFile

    with suppress(StorageError, OSError):
        keys = home.disk.do(PanelKeysFile(home.path(session, "panel")).load)
        if keys is not None:
            return OwnNotes(keys.device, keys.note_key, looks_on=not keys.seat)
    return OwnNotes()


def new_note_key() -> bytes:
    """Return a key with which a device seals what it keeps to itself."""
    from facilitator.conducting.sealing.own_notes import NOTE_KEY_BYTES

    return os.urandom(NOTE_KEY_BYTES)


def leave_note_key(conductor: "Conductor", keys: "PanelKeys") -> None:
    """Leave this device's note key with the host, once, unless either of them doesn't want that.

    A host that takes none says so, before anybody joins, by an empty one of its own.
    """
    from facilitator.conducting.sealing.own_notes import left
    from facilitator.domain.facts.kinds.notes import NoteKeyLeft
    from facilitator.domain.language.decision import Decision, Refusal

    session = conductor.session
    host, is_left = next(iter(session.devices.values())), session.note_keys_left
    is_host = host.device == keys.device
    if keys.device in is_left or is_left.get(host.device) == "" or is_host is keys.leaves_note_key:
        return
    with suppress(Refusal, ValueError):  # an observer has no notes; an old host may have no key
        wrapped = "" if is_host else left(keys.note_key, keys.device, b64decode(host.box_key))
        conductor.carry_out(Decision((NoteKeyLeft(wrapped=wrapped),)))


def open_own(home: "Home", conductor: "Conductor", keys: "PanelKeys") -> None:
    """Open the card of this device's panelist, and then their notes, if it is time: nobody else has the keys.

    A card that is under a passphrase stays sealed until somebody types it.
    """
    from facilitator.conducting.sealing import sealed_cards
    from facilitator.conducting.sealing.seals import CannotUnseal
    from facilitator.domain.facts.kinds.notes import NotesOpened
    from facilitator.domain.language.decision import Decision, Refusal
    from facilitator.domain.panel.missing_cards import missing_cards
    from facilitator.domain.session.privacy.private_facts import may_open_notes

    session = conductor.session
    if keys.seat in session.sealed_cards and (session.cards_opened is not None or not missing_cards(session)):
        with suppress(Refusal, CannotUnseal, StorageError):
            sealed_cards.open_all(conductor, home.keys(session.id))
    session = conductor.session
    if may_open_notes(session, keys.seat) and keys.device not in session.notes_opened:
        from facilitator.conducting.sealing.own_notes import OwnNotes

        with suppress(Refusal):
            conductor.carry_out(Decision((NotesOpened(key=OwnNotes(keys.device, keys.note_key).own_key),)))


def left_with_host(home: "Home", session: "Session", panelist: str, reason: str) -> "Decision":
    """Return the decision to open what a panelist's devices have sealed, with the keys that they left with this one.

    Raises Refusal if this isn't the host's device, if nothing of theirs is sealed, or if they left no key.
    """
    from facilitator.conducting.sealing.own_notes import NotLeft, key_left
    from facilitator.domain.facts.kinds.notes import NotesOpened
    from facilitator.domain.language.decision import Decision, Refusal
    from facilitator.storage.panel_keys import PanelKeysFile

    found = session.plan.panelist_called(panelist)
    sealed = {one.device for one in session.sealed.values() if found is not None and one.panelist == found.id}
    if found is None or not sealed:
        raise Refusal(f"Nothing of “{one_line(panelist)}” is sealed here.")
    keys = home.disk.do(PanelKeysFile(home.path(session.id, "panel")).load)
    opened: list[NotesOpened] = []
    for device in sorted(sealed):
        with suppress(NotLeft):
            key = key_left(session.note_keys_left.get(device, ""), device, keys.box_key if keys is not None else b"")
            opened.append(NotesOpened(key=key, device=device, reason=reason))
    name = session.panelist_name(found.id)
    if not opened:
        raise Refusal(f"{name} left no key with this device. Only their own device opens it.")
    return Decision(tuple(opened), f"What {name} had sealed is open; the reason is recorded.")


def kept_keys(home: "Home", session: str) -> "PanelKeys":
    """Return this device's keys of the session's panel. Raises StorageError, also if there are none."""
    from facilitator.storage.panel_keys import PanelKeysFile

    path = home.path(session, "panel")
    with explained(f"{path} can't be read"):
        keys = home.disk.do(PanelKeysFile(path).load)
    if keys is None:
        raise StorageError(
            f"{session} is shared with other devices, and {path}, with this device's keys, isn't there. What is kept "
            "can be read; to take part again, this device needs a new invite."
        )
    return keys


def with_note_key(home: "Home", session: str, keys: "PanelKeys") -> "PanelKeys":
    """Return the keys with one for notes; a device that joined with an older version gets it now."""
    if keys.note_key and keys.device:
        return keys
    from facilitator.conducting.sealing.signing import Signer
    from facilitator.storage.panel_keys import PanelKeysFile

    keys = replace(keys, note_key=keys.note_key or new_note_key(), device=Signer(keys.sign_key, keys.panel).device)
    home.disk.do(partial(PanelKeysFile(home.path(session, "panel")).save, keys))
    return keys
