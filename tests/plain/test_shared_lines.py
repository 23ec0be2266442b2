"""A shared interview in lines of text: the same is said as on the screen, and nobody is interrupted."""

from io import StringIO
from threading import Thread
from typing import cast

import pytest

from facilitator.conducting.draft_keeper import NoDraft
from facilitator.plain import line_loop
from facilitator.plain.desk import Desk
from facilitator.plain.line_output import LineOutput
from facilitator.plain.line_reader import Input, LineReader, Rung, Stopped
from facilitator.plain.plain_interview import PlainInterview
from facilitator.showing.panel_words import NOT_PROTECTED
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.toolkit.reply import Reply
from facilitator.workspace.shared.shared_session import SharedSession
from tests.disks import LONGEST_WAIT_SECONDS
from tests.ui.sessions import screen_of
from tests.ui.shared_sessions import SharedInMemory


class Lines:
    """The line mode of a shared session."""

    def __init__(self, shared: SharedInMemory) -> None:
        self.stream = StringIO()
        desk = Desk(shared.conductor, shared=cast(SharedSession, shared))
        self.interview = PlainInterview(desk, NoDraft(), LineOutput(self.stream))

    def said(self) -> list[str]:
        """What was said since the last call."""
        text = self.stream.getvalue()
        self.stream.truncate(0)
        self.stream.seek(0)
        return text.splitlines()

    def answer(self, line: str) -> list[str]:
        self.said()
        self.interview.take(line)
        return self.said()


@pytest.fixture
def shared() -> SharedInMemory:
    return SharedInMemory()


def test_what_others_do_is_taken_in_with_the_next_tick_and_interrupts_nobody(shared):
    lines = Lines(shared)
    lines.interview.type("half")
    shared.others("+ Bo's note")
    lines.interview.tick()
    assert lines.said() == []
    assert any("Bo's note" in line for line in lines.answer("/notes"))


def test_what_others_do_is_taken_in_at_once_while_nobody_types(shared, monkeypatch):
    monkeypatch.setattr(line_loop, "TICK_SECONDS", LONGEST_WAIT_SECONDS)
    reader, came = LineReader(-1), list[Input | None]()
    waited = reader.wait

    def wait(longest_seconds: float) -> Input | None:
        """Wait while another does something, and then let there be no more."""
        if came:
            return Stopped(0)
        Thread(target=shared.others, args=("+ Bo's note",)).start()
        came.append(waited(longest_seconds))
        return came[0]

    monkeypatch.setattr(reader, "wait", wait)
    monkeypatch.setattr(reader, "want_line", lambda: None)
    assert line_loop.run_lines(Lines(shared).interview, reader) == 0
    assert came == [Rung()]
    assert [note.text for note in shared.conductor.session.notes.values()] == ["Bo's note"]


def test_what_there_is_to_tell_waits_for_the_end_of_a_line(shared):
    lines = Lines(shared)
    shared.told.append("Bo has joined.")
    lines.interview.type("half")
    lines.interview.tick()
    assert shared.told == ["Bo has joined."]
    lines.interview.type("")
    lines.interview.tick()
    assert "Bo has joined." in lines.said()


def test_that_somebody_has_ended_it_is_said(shared):
    lines = Lines(shared)
    lines.answer("/clock bo")
    shared.bo.conductor.receive(shared.panel.host.log.events)
    shared.others("/end")
    lines.interview.tick()
    assert any("/debrief reads it" in line for line in lines.said())


async def test_an_empty_line_says_of_the_panel_what_the_screen_shows(shared):
    shared.changes = {"unsent": 2}
    said = Lines(shared).answer("")[-1]
    async with FacilitatorApp(Opened(shared.conductor, shared=cast(SharedSession, shared))).run_test() as pilot:
        await pilot.pause()
        strip = screen_of(pilot.app).query_one("#panel", Reply).text
    assert said == f"Panel: {strip}."


def test_the_panel_is_listed_with_its_devices_and_what_is_not_protected(shared):
    told = Lines(shared).answer("/panel")
    assert "a, Ann Lee, has the clock, this device: 0 kept." in told
    assert any(line.startswith("b, Bo Ek, is here") for line in told)
    assert told[-1] == NOT_PROTECTED
