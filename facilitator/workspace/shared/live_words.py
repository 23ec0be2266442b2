"""Saying to those who are connected that a panel was erased, and hearing what they answer.

Separate from how that is said in a folder, which remembers it: here somebody has to be there.
"""

import asyncio
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.conducting.sealing.leaving.last_word import LastWord, who_said
from facilitator.files.durable import StorageError
from facilitator.files.patience import Deed, waiting_for
from facilitator.storage.retaining.tombstones import raise_stone
from facilitator.workspace.shared.ways import listening, live_way, way_out

if TYPE_CHECKING:
    from facilitator.sharing.transports.transport import Transport
    from facilitator.storage.retaining.tombstones import Tombstone
    from facilitator.workspace.workspace import Workspace

TOLD_FOR_SECONDS = 5.0
"""How long the others are told, and their answers waited for."""
ANSWERING_SECONDS = 1.5
"""How long a device says that it has erased what another wanted to be erased."""


def answers_in(stone: "Tombstone") -> dict[str, LastWord]:
    """Return what the devices have answered that a tombstone knows of, by device."""
    return {device: LastWord(word) for device, word in stone.heard.items() if word in set(LastWord)}


def tell_who_is_there(workspace: "Workspace", stone: "Tombstone") -> "Tombstone":
    """Say over the connection what is to be said of an erased panel; return the stone with what was answered."""
    if (way := _way(stone)) is None:
        return stone
    from facilitator.sharing.last_words import say_for_a_while

    heard = answers_in(stone)
    others = stone.letters.keys() - {stone.device}
    has_answered = {device for device, word in heard.items() if word is not LastWord.HEARD}

    def hear(kind: str, data: bytes) -> None:
        if kind in set(LastWord) - {LastWord.ERASE}:
            word = LastWord(kind)
            device = who_said(word, data, stone.panel)
            if device in others and heard.get(device) is not LastWord.ERASED:
                heard[device] = word
                has_answered.add(device)

    def is_enough() -> bool:
        return others <= has_answered

    is_own = who_said(LastWord.ERASE, stone.words[LastWord.ERASE], stone.panel) == stone.device
    seconds = TOLD_FOR_SECONDS if is_own else ANSWERING_SECONDS
    with waiting_for("the others' answers"):
        Deed(lambda: asyncio.run(say_for_a_while(way, stone.words, hear, is_enough, seconds))).answer()
    # Whoever answers doesn't learn whether the lead has heard it, and must be able to say it again.
    is_over = is_own and all(heard.get(device) is LastWord.ERASED for device in others)
    told = replace(stone, heard=dict(heard), live=None if is_over else stone.live)
    try:
        raise_stone(workspace.home, told)
    except StorageError as error:
        workspace.notices["erased"] = str(error)
    return told


def _way(stone: "Tombstone") -> "Transport | None":
    live = stone.live
    if live is None:
        return None
    if live.listens is not None:
        return live_way(listening(live.listens, live.panel, live.invited, set(live.removed)), live.panel, stone.device)
    return way_out(live.reaches, live.panel, stone.device) if live.reaches is not None else None
