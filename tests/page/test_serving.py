"""The page is served beside the interview: nobody waits for it, and nothing of it stays."""

import gc
import socket
import threading
from contextlib import ExitStack

import pytest

from facilitator.page.listening import listen_at
from facilitator.page.place import HostAndPort
from facilitator.page.serving import Serving
from facilitator.page.visitors import House, Visitors
from tests.page.rooms import PATIENCE_SECONDS, followed, page_in_a_room

HOUSE = House("token", "127.0.0.1")


def visitors_of(look) -> Visitors:
    return Visitors(HOUSE, look, lambda: 0)


def test_its_end_frees_the_port_and_lets_everybody_go():
    with page_in_a_room() as room, followed(room) as wire:
        address = room.address
        room.page.close()
        assert wire.rest() is not None
        listen_at(HostAndPort(*address)).close()
    assert "page" not in {thread.name for thread in threading.enumerate()}


def test_its_end_lets_go_also_of_who_has_just_come(monkeypatch: pytest.MonkeyPatch):
    left_open: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", lambda told: left_open.append(told.exc_value))
    for _ in range(20):
        listening = listen_at(HostAndPort())
        serving = Serving(listening, visitors_of(lambda: b"{}"), lambda: 0)
        with ExitStack() as browsers:
            for _ in range(3):
                browsers.enter_context(socket.create_connection(listening.getsockname(), timeout=PATIENCE_SECONDS))
            serving.end()
        del serving
        gc.collect()
    assert left_open == []


def test_its_thread_keeps_no_program_alive():
    with page_in_a_room():
        (thread,) = [thread for thread in threading.enumerate() if thread.name == "page"]
        assert thread.daemon


def test_nothing_is_looked_at_while_nobody_looks():
    looks = []

    def look() -> bytes:
        looks.append("looked")
        return b"{}"

    serving = Serving(listen_at(HostAndPort()), visitors_of(look), lambda: 0)
    for _ in range(50):
        serving.look_again()
    serving.end()
    assert looks == []


def test_who_tells_it_waits_for_nothing():
    looks_now, may_have_looked = threading.Event(), threading.Event()

    def look() -> bytes:
        looks_now.set()
        assert may_have_looked.wait(PATIENCE_SECONDS), "whoever told it has waited for it"
        return b"{}"

    listening = listen_at(HostAndPort())
    address = listening.getsockname()
    serving = Serving(listening, visitors_of(look), lambda: 0)
    with socket.create_connection(address, timeout=PATIENCE_SECONDS) as browser:
        browser.sendall(b"GET /token/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert looks_now.wait(PATIENCE_SECONDS)
        for _ in range(1000):
            serving.look_again()
        may_have_looked.set()
    serving.end()


def test_after_the_end_it_is_told_in_vain():
    serving = Serving(listen_at(HostAndPort()), visitors_of(lambda: b"{}"), lambda: 0)
    serving.end()
    serving.look_again()
    serving.end()


def test_what_goes_wrong_with_a_stranger_is_told_nobody(capfd: pytest.CaptureFixture[str]):
    def fail() -> bytes:
        raise RuntimeError("a secret")

    listening = listen_at(HostAndPort())
    address = listening.getsockname()
    serving = Serving(listening, visitors_of(fail), lambda: 0)
    with socket.create_connection(address, timeout=PATIENCE_SECONDS) as stranger:
        stranger.sendall(b"GET /token/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while stranger.recv(1 << 16):
            pass
    serving.end()
    assert capfd.readouterr() == ("", "")


def test_a_page_that_cannot_be_made_stays_as_it_was_and_is_served_on(capfd: pytest.CaptureFixture[str]):
    shown, has_failed = [b"1"], threading.Event()

    def look() -> bytes:
        if not shown:
            has_failed.set()
            raise RuntimeError("a secret")
        return shown[-1]

    listening = listen_at(HostAndPort())
    address = listening.getsockname()
    serving = Serving(listening, visitors_of(look), lambda: 0)
    with socket.create_connection(address, timeout=PATIENCE_SECONDS) as browser:
        browser.sendall(b"GET /token/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        told = browser.makefile("rb")
        assert b"data: 1\n" in iter(told.readline, b"")
        shown.clear()
        serving.look_again()
        assert has_failed.wait(PATIENCE_SECONDS)
        shown.append(b"2")
        serving.look_again()
        assert b"data: 2\n" in iter(told.readline, b"")
    serving.end()
    assert capfd.readouterr() == ("", "")
