"""Whoever is invited to look on sees how it goes, and changes nothing."""

import re
from io import StringIO

import pytest

from facilitator.conducting.draft_keeper import NoDraft
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.language.decision import Effect, Refusal
from facilitator.domain.panel.onlooker import NOT_SHOWN
from facilitator.plain.desk import Desk
from facilitator.plain.line_output import LineOutput
from facilitator.plain.plain_interview import PlainInterview
from facilitator.reports.exporting import Options, export_text
from facilitator.reports.panel.parts import looked_on
from facilitator.showing.panel_words import device_lines
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.widgets.note_line import LOOKING_ON
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from tests.ui.sessions import screen_of
from tests.workspace.shared.devices import Devices


@pytest.fixture
def watching(devices: Devices):
    ann = devices.open(devices.host)
    made = invite(devices.host, devices.session, "Dana Roth", observer=True)
    guest = devices.workspace("dana")
    devices.while_it_runs(lambda: join(guest, made, devices.folder, lambda why: None))
    dana = devices.open(guest)
    for line in ("/start", "+ a secret", "/them Why now?", "/cover 1"):
        ann.conductor.submit(line)
    devices.until(lambda: bool(dana.conductor.session.marks))
    return devices, ann, dana


def test_they_see_the_clock_the_order_and_the_coverage(watching):
    _, ann, dana = watching
    seen, session = dana.conductor.session, ann.conductor.session
    assert (seen.visits, seen.marks) == (session.visits, session.marks)
    assert seen.marks
    assert list(session.notes)
    assert not list(seen.notes)


@pytest.mark.parametrize("line", ["a note", "/next", "/cover 1", "/clock me", "cfo> a note", "/undo", "/as ann"])
def test_they_write_nothing(watching, line):
    _, _, dana = watching
    before = dana.conductor.events
    with pytest.raises(Refusal):
        dana.conductor.submit(line)
    assert dana.conductor.events == before


def test_they_invite_nobody(watching):
    devices, _, dana = watching
    with pytest.raises(WrongRequest, match="Only those on the panel invite somebody"):
        invite(devices.workspace("dana"), devices.session, "bo")
    assert dana.shared.invite("bo").startswith("Nobody is invited: Only those on the panel")


def test_they_can_ask_for_help_and_leave(watching):
    _, _, dana = watching
    assert dana.conductor.decide("/quit").effect is Effect.QUIT
    with pytest.raises(Refusal, match="You are looking on"):
        dana.conductor.decide("a note")


def test_their_own_screen_says_so(watching):
    from facilitator.showing.panel_words import panel_strip

    _, _, dana = watching
    strip = panel_strip(dana.conductor.session, dana.shared.state(), dana.conductor.now())
    assert "you are an observer" in strip


def test_the_panel_knows_them_by_name(watching):
    _, ann, _ = watching
    assert any("Dana Roth has joined" in said for said in ann.shared.told)
    lines = list(device_lines(ann.conductor.session, ann.shared.state(), ann.conductor.now()))
    assert any(line.startswith("b, Dana Roth, observer") for line in lines)
    [watcher] = [one for one in ann.conductor.session.devices.values() if one.role is Role.OBSERVER]
    assert watcher.seat == ""


def test_their_debrief_has_nothing_of_what_was_written(watching):
    _, ann, dana = watching
    ann.conductor.submit("/end")
    value, under_way = dana.write_debrief()
    under_way.answer()
    assert "a secret" not in repr(value)
    told = export_text(value, "text")
    assert looked_on("the candidate") in " ".join(told.split())
    assert not re.search("Nobody has|No notes were taken|Nothing is decided|sealed", told)


def test_nor_has_it_later_once_the_notes_are_open(watching):
    devices, ann, dana = watching
    ann.conductor.submit("/end")
    devices.until(lambda: len(dana.conductor.packets) == len(ann.conductor.packets))
    dana.close()
    guest = devices.workspace("dana")
    value = debrief(*guest.read(devices.session))
    events = Options(events=guest.events(devices.session))
    for format_name in ("md", "json"):
        assert "a secret" in export_text(debrief(ann.conductor.session, ann.conductor.now()), format_name, events)
        assert "a secret" not in export_text(value, format_name, events)


def test_nor_once_it_is_written_anew_because_a_note_is_erased(watching):
    devices, ann, dana = watching
    for line in ("to be erased", "/end"):
        ann.conductor.submit(line)
    _, under_way = dana.write_debrief()
    under_way.answer()
    ann.conductor.submit("/erase 2")
    devices.until(lambda: bool(dana.conductor.session.erased))
    dana.close()
    (written,) = devices.workspace("dana").debriefs().glob("*.md")
    assert "was erased by" in written.read_text()
    assert "a secret" not in written.read_text()


def test_in_lines_they_are_told_what_they_may_do_and_of_no_note_of_theirs(watching):
    _, _, dana = watching
    said = StringIO()
    PlainInterview(Desk(dana.conductor, shared=dana.shared), NoDraft(), LineOutput(said)).begin()
    assert "your next note" not in said.getvalue()
    assert "anything else is a note" not in said.getvalue()
    assert "You are looking on" in said.getvalue()


async def test_their_screen_offers_nothing_that_would_be_refused(watching):
    _, _, dana = watching
    app = FacilitatorApp(Opened(dana.conductor, shared=dana.shared))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        live = screen_of(app)
        assert str(live.note_line.placeholder) == LOOKING_ON[0]
        offered = {key.does for key in live.key_bar.keys}
        assert offered.isdisjoint({"next", "ask", "cover", "theirs", "recover", "undo", "stamp", "note"})
        assert offered.isdisjoint({"search"})
        assert {"curtain", "help"} <= offered
        assert str(live.theirs.lines_for(60)[0].spans[0].text) == NOT_SHOWN
        assert live.stream.nothing == NOT_SHOWN
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert live.focused is live.note_line
