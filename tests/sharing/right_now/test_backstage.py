"""What is told backstage: to one or to all, the last twenty in memory, whatever somebody may send."""

import msgspec
import pytest

from facilitator.domain.language.decision import LONGEST_TOLD, ToTell
from facilitator.files.unpacking import Unreadable
from facilitator.sharing.right_now.backstage import AS_OLD_AS_MS, MOST_HEARD, Aside, LiveBackstage

ANN, BO = "a" * 16, "b" * 16
NOW = 1_000_000_000


def anybody(device: str) -> bool:
    return True


class Two:
    """Ann and Bo, each at a device; what one says the other hears."""

    def __init__(self) -> None:
        self.now = NOW
        self.said: list[bytes] = []
        self.ann = LiveBackstage(ANN, "ann", lambda: self.now, self.said.append)
        self.bo = LiveBackstage(BO, "bo", lambda: self.now, self.said.append)

    def told(self, to: str, text: str) -> Aside | None:
        """Let Ann tell something; return what Bo hears."""
        self.ann.tell(ToTell(to, text))
        return self.bo.hear(self.said[-1], anybody)


def test_whoever_is_addressed_hears_it_and_so_does_everybody_if_nobody_is():
    room = Two()
    assert room.told("bo", "2 min to wrap") == Aside(ANN, NOW, False, "2 min to wrap")
    assert room.told("", "and smile") == Aside(ANN, NOW + 1, True, "and smile")
    assert room.told("cy", "not for Bo") is None
    assert [aside.text for aside in room.bo.asides] == ["2 min to wrap", "and smile"]
    assert room.bo.heard == "and smile"


def test_what_comes_twice_or_late_is_heard_once():
    room = Two()
    room.told("bo", "first")
    room.told("bo", "second")
    assert room.bo.hear(room.said[0], anybody) is None
    assert room.bo.hear(room.said[1], anybody) is None
    room.now += AS_OLD_AS_MS + 2
    assert LiveBackstage(BO, "bo", lambda: room.now, room.said.append).hear(room.said[1], anybody) is None


def test_the_last_twenty_are_kept_in_memory():
    room = Two()
    for number in range(MOST_HEARD + 5):
        room.told("", f"number {number}")
    assert [aside.text for aside in room.bo.asides][::19] == ["number 5", "number 24"]


def test_nobody_hears_themselves():
    room = Two()
    room.ann.tell(ToTell("", "hello"))
    assert room.ann.hear(room.said[0], anybody) is None


def test_what_could_act_on_a_terminal_is_taken_out():
    aside = Two().told("bo", "\x1b]0;owned\x07 [@click=app.quit]now[/]\u202e\nand more")
    assert aside is not None
    assert aside.text == "]0;owned [@click=app.quit]now[/] and more"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode((ANN, NOW, "", "")),
        msgspec.msgpack.encode((ANN, NOW, "", "x" * (LONGEST_TOLD + 1))),
        msgspec.msgpack.encode((ANN, NOW, "", "x" * 60_000)),
        msgspec.msgpack.encode(("short", NOW, "", "text")),
    ],
)
def test_what_makes_no_sense_or_is_too_long_is_refused(data):
    room = Two()
    with pytest.raises(Unreadable):
        room.bo.hear(data, anybody)
    assert not room.bo.asides


def test_what_is_nothing_but_spaces_is_passed_over():
    assert Two().bo.hear(msgspec.msgpack.encode((ANN, NOW, "", " \x1b\n ")), anybody) is None


def test_what_somebody_says_in_anothers_name_isnt_heard():
    room = Two()
    room.ann.tell(ToTell("", "hello"))
    assert room.bo.hear(room.said[0], lambda device: device != ANN) is None
    assert not room.bo.asides


def test_an_observer_hears_nothing():
    room = Two()
    room.ann.tell(ToTell("", "hello"))
    observer = LiveBackstage(BO, "", lambda: NOW, room.said.append)
    assert observer.hear(room.said[0], anybody) is None
