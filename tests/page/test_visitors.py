"""Only who has the link sees anything; and nobody, however slow or many, keeps others from it."""

import time
from contextlib import ExitStack

import pytest

from facilitator.page import visitors
from facilitator.page.request import LONGEST_REQUEST_HEAD
from tests.page.rooms import Room, Wire, asked, followed, page_in_a_room
from tests.ui.sessions import small_agenda


@pytest.fixture
def room():
    with page_in_a_room() as opened:
        yield opened


class TestTheLink:
    def test_shows_the_page_also_with_what_an_overlay_adds_to_it(self, room: Room):
        for path in (room.path, f"{room.path}?overlay"):
            status, headers, body = asked(room, path)
            assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert b"<main" in body

    def test_works_in_the_capitals_of_a_qr_code(self, room: Room):
        assert asked(room, room.path.upper())[0] == 200

    def test_leads_to_the_time_by_the_leads_clock(self, room: Room):
        before = room.conductor.now()
        said = int(asked(room, f"{room.path}time")[2])
        assert before <= said <= room.conductor.now()

    def test_tells_how_it_stands_and_each_change(self, room: Room):
        with followed(room) as wire:
            assert wire.message()["words"] == "not started"
            room.say("/start")
            assert wire.message()["title"] == "First"
            room.say("/pause")
            assert wire.message()["words"] == "left, paused"

    def test_tells_what_time_alone_brings(self):
        with page_in_a_room(small_agenda(segments=[{"id": "one", "title": "One", "length_seconds": 2}])) as room:
            room.say("/start")
            with followed(room) as wire:
                assert wire.message()["zero_at"] is not None
                assert (wire.message()["left"], room.conductor.session.ended_at) == (0, None)

    def test_says_that_it_still_holds(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "HEARTBEAT_SECONDS", 0.05)
        room.say("/start")
        with followed(room) as wire:
            kinds = [wire.event()[0] for _ in range(3)]
        assert kinds == ["message", "here", "here"]

    def test_is_nothing_that_a_note_changes(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "HEARTBEAT_SECONDS", 0.3)
        room.say("/start")
        with followed(room) as wire:
            wire.message()
            room.say("+ a note", "/cover 1", "- another #craft")
            assert wire.event()[0] == "here"


class TestNobodyElse:
    @pytest.mark.parametrize(
        "path", ["/", "/favicon.ico", "/events", "/time", "//", "/../", "/" + "a" * 26 + "/", "/é/"]
    )
    def test_sees_more_than_that_there_is_nothing(self, room: Room, path: str):
        status, headers, body = asked(room, path)
        assert (status, body) == (404, b"Not Found\n")
        assert "server" not in headers

    def test_sees_another_answer_for_a_token_that_is_nearly_right(self, room: Room):
        token = room.path.strip("/")
        wrong = ("b" if token[-1] == "a" else "a").join((token[:-1], ""))
        answers = {str(asked(room, f"/{guess}/")) for guess in (wrong, token[:-1], token + "a", "x")}
        assert len(answers) == 1
        assert "404" in answers.pop()

    def test_gets_what_is_not_there(self, room: Room):
        assert asked(room, f"{room.path}notes")[0] == 404
        assert asked(room, room.path.rstrip("/"))[0] == 200

    @pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
    def test_reads_it_through_a_name_of_their_own(self, room: Room, host: str):
        assert asked(room, room.path, host=host)[0] in (400, 404)

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]:7", "LOCALHOST:99"])
    def test_is_kept_out_by_the_names_of_this_computer(self, room: Room, host: str):
        assert asked(room, room.path, host=host)[0] == 200

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT"])
    def test_can_do_anything_but_look(self, room: Room, method: str):
        with Wire(room) as wire:
            wire.ask(room.path, method=method)
            assert b" 405 " in wire.rest().partition(b"\r\n")[0]

    @pytest.mark.parametrize(
        "noise", [b"\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"GET\r\n\r\n", b"\x00" * 99 + b"\r\n\r\n"]
    )
    def test_is_answered_noise_with_anything_but_a_refusal(self, room: Room, noise: bytes):
        with Wire(room) as wire:
            wire.send(noise)
            assert b" 400 " in wire.rest().partition(b"\r\n")[0]
        assert asked(room, room.path)[0] == 200

    def test_is_read_on_once_a_request_is_too_long(self, room: Room):
        with Wire(room) as wire:
            wire.send(b"GET / HTTP/1.1\r\nA: " + b"a" * (2 * LONGEST_REQUEST_HEAD))
            assert b" 431 " in wire.rest()


class TestPatience:
    def test_has_an_end_for_who_asks_for_nothing(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "LONGEST_SILENCE_SECONDS", 0.2)
        with Wire(room) as wire:
            assert wire.rest() == b""

    def test_has_an_end_for_who_asks_letter_by_letter(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "LONGEST_SILENCE_SECONDS", 0.3)
        with Wire(room) as wire:
            wire.socket.settimeout(0.02)
            letters = iter(b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 99)
            assert eventually(lambda: wire.is_closed_when_sent(bytes([next(letters)])))

    def test_has_an_end_for_who_does_not_read(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "STILL_HERE", b": " + b"x" * 100_000 + b"\n\n")
        monkeypatch.setattr(visitors, "HEARTBEAT_SECONDS", 0.001)
        with followed(room), monkeypatch.context() as hurry:
            assert eventually(lambda: room.page.open().watching == 1)
            hurry.setattr(visitors, "LONGEST_SILENCE_SECONDS", 0.3)
            assert eventually(lambda: room.page.open().watching == 0)
        assert asked(room, room.path)[0] == 200

    def test_is_not_needed_for_who_has_left(self, room: Room):
        with followed(room) as wire:
            wire.message()
            assert room.page.open().watching == 1
        assert eventually(lambda: room.page.open().watching == 0)


class TestMany:
    def test_may_follow_it_but_not_more_than_can_be_told(self, room: Room, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(visitors, "MOST_WATCHING", 3)
        with ExitStack() as stack:
            wires = [stack.enter_context(followed(room)) for _ in range(3)]
            assert [wire.message()["words"] for wire in wires] == ["not started"] * 3
            assert asked(room, f"{room.path}events")[0] == 503
            assert asked(room, room.path)[0] == 200

    def test_strangers_who_ask_for_nothing_keep_nobody_out(self, room: Room):
        with ExitStack() as stack:
            for _ in range(3 * visitors.MOST_IDLE):
                stack.enter_context(Wire(room))
            assert asked(room, room.path)[0] == 200
            with followed(room) as wire:
                assert wire.message()["words"] == "not started"

    def test_requests_on_one_connection_are_answered_in_turn(self, room: Room):
        with Wire(room) as wire:
            for _ in range(20):
                wire.ask(f"{room.path}time")
            times = [int(wire.answer()[2]) for _ in range(20)]
        assert times == sorted(times)


def eventually(holds) -> bool:
    """Whether it holds by and by: another thread does it."""
    for _ in range(3000):
        if holds():
            return True
        time.sleep(0.02)
    return False
