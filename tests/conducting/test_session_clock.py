"""What time it is in a session: by the clocks of the device, and by what others of the panel have told."""

import pytest

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import ANOTHER_DEVICE, RESTARTED
from facilitator.conducting.session_clock import why_anew
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.timeline import TimeTold
from facilitator.domain.language.decision import Decision
from tests.conducting.packed_panels import PackedPanel
from tests.conducting.panels import Device, Panel


def answer(device: Device, off_ms: int, took_ms: int = 0) -> TimeTold:
    """What somebody answers whose clock is so far ahead of the device's."""
    boot_ms = device.clock.read().boot_ms
    return TimeTold(boot_ms - took_ms, boot_ms, device.conductor.now() + off_ms - took_ms // 2, 0)


@pytest.fixture
def bo() -> Device:
    panel = Panel(before="/start")
    bo = panel.join("bo")
    bo.clock.reboot(60)
    bo.conductor.watch_clocks()
    return bo


def test_the_opener_is_sure_and_nobody_is_after_a_restart(bo):
    panel = Panel()
    assert panel.host.conductor.clock.bound_ms() == 0
    panel.host.clock.reboot()
    panel.host.conductor.watch_clocks()
    assert 0 < panel.host.conductor.clock.bound_ms() < bo.conductor.clock.bound_ms()


def test_whoever_joins_is_as_sure_as_the_answer_was_quick_also_after_a_start_of_the_program():
    panel = Panel()
    joined = panel.join("bo")
    joined.clock.advance(600)
    again = Conductor.resume(joined.log, joined.clock, joined.name, seat="bo", bound_ms=120)
    assert again.clock.bound_ms() == 180


def test_what_would_change_nothing_isnt_followed(bo):
    clock = bo.conductor.clock
    assert clock.would_follow([answer(bo, 10)])
    assert not clock.would_follow([])
    bo.conductor.agree([answer(bo, 10)])
    assert not clock.would_follow([answer(bo, 5)])


def test_a_clock_that_is_put_right_at_once_says_so(bo):
    assert bo.conductor.agree([answer(bo, 83_000)]) == "The clock of this device was set 1:23 forward, to the panel's."
    assert bo.conductor.agree([answer(bo, 5)]) == ""


def test_panel_time_is_told_at_once_while_the_clock_still_makes_up_for_it(bo):
    shown = bo.conductor.now()
    bo.conductor.agree([answer(bo, 300)])
    assert bo.conductor.now() == shown
    assert bo.conductor.clock.panel_time() == (shown + 300, 2)
    assert bo.conductor.clock.bound_ms() == 302


def test_a_wall_clock_that_is_set_meanwhile_changes_nothing(bo):
    bo.conductor.agree([answer(bo, 300)])
    before = bo.conductor.clock.panel_time()
    bo.clock.set_wall_clock(0)
    bo.conductor.watch_clocks()
    assert bo.conductor.clock.panel_time() == before


def test_why_it_is_tied_to_the_clocks_anew():
    panel = Panel()
    history, reading = panel.host.conductor._history, panel.host.clock.read()
    assert why_anew(history, panel.host.name, reading, None) is None
    assert why_anew(history, "new", reading, reading.wall_ms) == ""
    panel.host.clock.reboot()
    reading = panel.host.clock.read()
    assert why_anew(history, panel.host.name, reading, None) == RESTARTED
    assert why_anew(history, "new", reading, None) == ANOTHER_DEVICE


def test_a_device_that_was_removed_still_goes_by_what_its_own_clocks_have_shown():
    panel = PackedPanel()
    bo = panel.join("bo")
    panel.host.conductor.carry_out(Decision((DeviceRemoved(device=bo.device, heads=("0" * 64,)),)))
    panel.exchange()
    assert bo.device not in bo.session.anchors
    bo.clock.advance(60)
    bo.clock.set_wall_clock(bo.clock.read().wall_ms - 3_600_000)
    before = bo.conductor.now()
    bo.start_again()
    assert bo.conductor.now() == before
    assert ANOTHER_DEVICE not in bo.session.clock_marks


def test_what_somebody_else_signed_says_nothing_of_a_devices_clocks():
    panel = PackedPanel()
    bo, cy = panel.join("bo"), panel.join("cy")
    stamp = Stamp(bo.conductor.now() + 1, 0, Author("bo", bo.device))
    forged = ClockAnchored(reading=bo.clock.read(), reason="")
    event = Event(id="f", session="s", stamp=stamp, at=stamp.ms + 3_600_000, group="f", fact=forged)
    bo.conductor.receive([cy.signer.packed([event])])
    before = bo.conductor.now()
    bo.start_again()
    assert bo.conductor.now() == before
    bo.clock.reboot(1)
    bo.conductor.watch_clocks()
    assert bo.conductor.now() == before + 1000
