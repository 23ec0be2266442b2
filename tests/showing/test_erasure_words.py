"""Who has erased a session that was erased on every device."""

from facilitator.conducting.sealing.leaving.last_word import LastWord
from facilitator.showing.erasure_words import erasure_lines
from facilitator.workspace.shared.erasure import DeviceErased


def test_each_device_has_a_line():
    devices = [
        DeviceErased("a", True, LastWord.ERASED),
        DeviceErased("b", False, LastWord.HELD),
        DeviceErased("c", False, None),
    ]
    assert list(erasure_lines(devices)) == [
        "a, this device, has erased it.",
        "b has it on hold, and erased nothing.",
        "c hasn't answered yet.",
    ]
