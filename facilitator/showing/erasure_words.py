"""A panel that was erased on every device, in words: who has done so. Separate from a panel that there is."""

from collections.abc import Iterable, Iterator

from facilitator.conducting.sealing.leaving.last_word import LastWord
from facilitator.workspace.shared.erasure import DeviceErased

_ERASED = {
    LastWord.ERASED: "has erased it",
    LastWord.HEARD: "has heard of it: it goes as soon as they leave it",
    LastWord.HELD: "has it on hold, and erased nothing",
    None: "hasn't answered yet",
}


def erasure_lines(devices: Iterable[DeviceErased]) -> Iterator[str]:
    """Yield a line for each device of a panel that was erased everywhere: whether it has done so."""
    for device in devices:
        yield f"{device.letter}{', this device,' if device.is_this else ''} {_ERASED[device.said]}."
