"""A panel in words: who is there, who was last heard when, what isn't sent, and what is protected."""

import pytest

from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.language.decision import Decision
from facilitator.sharing.heads import DeviceHead, Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.showing.panel_words import NOT_PROTECTED, PROTECTED, device_lines, panel_strip
from tests.conducting.packed_panels import PackedPanel

NONE = bytes(8)


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel(before="/start")
    panel.join("bo")
    panel.join("cy")
    panel.exchange()
    return panel


def strip(panel: PackedPanel, **state) -> str:
    host = panel.host
    return panel_strip(host.session, PanelState(device=host.device, **state), host.conductor.now())


def heard(panel: PackedPanel, seconds_ago: int, *, leaving: bool = False, packets: int = 9) -> Heard:
    at = panel.host.conductor.now() - seconds_ago * 1000
    return Heard(at, at, leaving, {panel.host.device: DeviceHead(packets, NONE)})


def test_who_is_there_is_counted_and_who_has_the_clock_is_named(panel):
    _, bo, cy = panel.devices
    both = {bo.device: heard(panel, 3), cy.device: heard(panel, 29)}
    assert strip(panel, heard=both) == "3 of 3 here · you have the clock"
    panel.host.type("/clock bo")
    assert strip(panel, heard=both) == "3 of 3 here · Bo Ek has the clock"


def test_who_is_away_is_named_with_when_they_were_heard(panel):
    _, bo, cy = panel.devices
    said = strip(panel, heard={bo.device: heard(panel, 185), cy.device: heard(panel, 2, leaving=True)})
    assert said == "1 of 3 here · you have the clock · Bo Ek last heard 3 min ago · Cy Roy left at 09:59"
    assert "Bo Ek not heard yet" in strip(panel)


def test_two_devices_of_one_person_count_once(panel):
    second = panel.join("bo-2")
    panel.exchange()
    assert strip(panel, heard={second.device: heard(panel, 1)}).startswith("2 of 3 here")


def test_offline_says_since_when_and_how_much_waits(panel):
    now = panel.host.conductor.now()
    said = strip(panel, trouble="The folder can't be used.", down_since=now - 130_000, unsent=7)
    assert said == "offline 2:10: kept here, 7 to send · you have the clock"
    assert strip(panel, unsent=2).endswith("2 to send")


def test_what_only_a_newer_version_knows_is_counted_by_whose_it_is(panel):
    assert strip(panel, newer={"bo": 3}).endswith("newer: 3 of Bo Ek's")


def test_each_device_has_a_line_with_what_it_keeps(panel):
    host, bo, cy = panel.devices
    panel.host.conductor.carry_out(Decision((DeviceRemoved(device=cy.device),)))
    state = PanelState(
        device=host.device,
        keeps={host.device: DeviceHead(9, NONE)},
        heard={bo.device: heard(panel, 5, packets=7)},
        trouble="The folder can't be used.",
        unsent=1,
        refused={"it was changed": 2},
        newer={"bo": 1},
        words={bo.device: "one two three four"},
        clock_bound_ms=1250,
    )
    assert list(device_lines(host.session, state, host.conductor.now())) == [
        "a, Ann Lee, has the clock, this device: 9 kept.",
        "b, Bo Ek, is here, lacked 2 then, words: one two three four.",
        "c, Cy Roy, taken off the panel.",
        "The folder can't be used. What is said is kept here, and sent when it can be: 1 to send.",
        "1 of Bo Ek's are from a newer version: kept and passed on, but not shown.",
        "2 refused, because it was changed.",
        "Clocks: yours may differ from theirs by up to 1.2 s.",
        PROTECTED,
        NOT_PROTECTED,
    ]


def test_who_keeps_more_than_this_device_is_told(panel):
    host, bo, _ = panel.devices
    state = PanelState(device=host.device, heard={bo.device: heard(panel, 40)})
    told = list(device_lines(host.session, state, host.conductor.now()))[1]
    assert told == "b, Bo Ek, last heard a moment ago, had all of this, and has 9 that this device lacks."
