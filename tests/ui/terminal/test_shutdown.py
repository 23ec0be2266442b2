"""How the screen is left when nobody asked for it: a signal ends it in order, a crash prints no notes."""

import asyncio
import os
import signal
import threading
from io import StringIO

import pytest
from rich.console import Console
from rich.traceback import Traceback
from textual.app import App

from facilitator.ui.terminal.shutdown import BY_SIGNAL, SIGNALS, keep_values_out_of_tracebacks, leave_on_signals


class Left(App[None]):
    """A program that a signal may end."""

    def on_mount(self) -> None:
        leave_on_signals(self)


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """No alarm ends the tests."""
    monkeypatch.setattr("facilitator.ui.terminal.shutdown.PATIENCE_SECONDS", 600)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.mark.parametrize("name", SIGNALS)
async def test_a_signal_ends_the_program_in_order_with_the_code_that_shells_have_for_it(name):
    number = getattr(signal, name)
    app = Left()
    async with app.run_test() as pilot:
        os.kill(os.getpid(), number)
        while app.return_code is None:
            await pilot.pause()
    assert app.return_code == BY_SIGNAL + number


def test_outside_of_the_main_thread_there_is_nothing_to_listen_to():
    async def listen() -> None:
        leave_on_signals(Left())

    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(listen())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert failed == []


SECRETS = ["-".join(["zanzibar", word]) for word in ("message", "note", "local")]
"""Put together here, so that no line of this file has them."""


def crashed(note: str) -> None:
    said = SECRETS[2]
    raise ValueError(note + said[:0])


def test_a_crash_says_where_it_happened_and_nothing_of_what_was_said():
    written = StringIO()
    console = Console(file=written, width=200)
    keep_values_out_of_tracebacks(console)
    try:
        crashed(SECRETS[0])
    except ValueError as error:
        error.add_note(SECRETS[1])
        console.print(Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True))
    told = written.getvalue()
    assert "crashed" in told
    assert "ValueError" in told
    assert not any(secret in told for secret in SECRETS)
