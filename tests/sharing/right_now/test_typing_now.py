"""Who is typing: said now and then, never what, and no harm is done if it is lost."""

import msgspec
import pytest

from facilitator.files.unpacking import Unreadable
from facilitator.sharing.right_now.typing_now import MOST_SEEN, SAID_AGAIN_MS, Presence, Seen, TypingNow

BO = "b" * 16


class Typing:
    """Somebody who types at a device, and what was said of it."""

    def __init__(self) -> None:
        self.now = 1000
        self.said: list[bytes] = []
        self.typing = TypingNow("a" * 16, lambda: self.now, self.said.append)

    def what(self) -> list[str]:
        return [msgspec.msgpack.decode(said)[2] for said in self.said]


def test_the_first_key_is_told_and_the_next_ones_only_after_a_while():
    room = Typing()
    for _ in range(50):
        room.typing.types(is_begun=True)
        room.now += 50
    assert room.what() == ["typing"]
    room.now += SAID_AGAIN_MS
    room.typing.types(is_begun=True)
    assert room.what() == ["typing", "typing"]


def test_that_a_line_is_done_is_told_once():
    room = Typing()
    room.typing.types(is_begun=False)
    assert room.what() == []
    room.typing.types(is_begun=True)
    room.typing.types(is_begun=False)
    room.typing.types(is_begun=False)
    assert room.what() == ["typing", "here"]


def test_nothing_is_told_but_who_when_and_that_they_type():
    room = Typing()
    room.typing.types(is_begun=True)
    assert msgspec.msgpack.decode(room.said[0]) == ["a" * 16, 1000, "typing"]


def test_what_others_do_is_seen_by_the_latest_that_they_said():
    room = Typing()
    for said_at, doing in ((50, "typing"), (70, "here"), (60, "typing")):
        room.typing.hear(msgspec.msgpack.encode((BO, said_at, doing)))
    assert room.typing.seen == {BO: Seen(Presence.HERE, 70, 1000)}


def test_ones_own_words_that_come_back_are_passed_over():
    room = Typing()
    room.typing.hear(msgspec.msgpack.encode(("a" * 16, 50, "typing")))
    assert room.typing.seen == {}


@pytest.mark.parametrize("data", [b"", b"\xc1", msgspec.msgpack.encode((BO, 1, "reading [/]")), b"x" * 60_000])
def test_what_makes_no_sense_is_refused(data):
    room = Typing()
    with pytest.raises(Unreadable):
        room.typing.hear(data)
    assert room.typing.seen == {}


def test_who_comes_and_goes_is_seen_as_far_as_a_way_can_tell():
    room = Typing()
    room.typing.see(BO, is_there=True)
    assert room.typing.seen == {BO: Seen(Presence.HERE, 0, 1000)}
    room.typing.hear(msgspec.msgpack.encode((BO, 50, "typing")))
    room.now += 10
    room.typing.see(BO, is_there=False)
    assert room.typing.seen == {BO: Seen(Presence.AWAY, 50, 1010)}


def test_no_more_devices_are_told_apart_than_can_be_on_a_panel():
    room = Typing()
    for number in range(MOST_SEEN + 9):
        room.typing.hear(msgspec.msgpack.encode((f"{number:016}", 50, "typing")))
    room.typing.hear(msgspec.msgpack.encode((f"{0:016}", 60, "here")))
    assert len(room.typing.seen) == MOST_SEEN
    assert room.typing.seen[f"{0:016}"].doing is Presence.HERE
