"""A panel in words: who is there, who was last heard when, what isn't sent, and what is protected."""

import pytest

from facilitator.documents.cells import cells
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, DeviceRemoved, Role
from facilitator.domain.language.decision import Decision
from facilitator.sharing.heads import DeviceHead, Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.showing.panel_words import (
    NOT_PROTECTED,
    PROTECTED,
    aside_words,
    device_lines,
    panel_sentence,
    panel_strip,
)
from tests.conducting.packed_panels import PackedDevice, PackedPanel

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
    assert strip(panel, newer={"bo": 3}).endswith("✱ newer: 3 of Bo Ek's")
    assert strip(panel, newer={"bo": 3, "cy": 2}).endswith("✱ newer: 3 of Bo Ek's, 2 of Cy Roy's")


def test_whom_a_hold_has_keep_what_was_erased_is_named(panel):
    _, bo, cy = panel.devices
    both = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)._replace(keeps_erased=True)}
    assert strip(panel, heard=both).endswith(" · Cy Roy keeps erased notes: on hold")
    state = PanelState(device=panel.host.device, heard=both, keeps_erased=True)
    ann, of_bo, of_cy, *_ = device_lines(panel.host.session, state, panel.host.conductor.now())
    assert "still keeps the text of erased notes: the interview is on hold here" in ann
    assert "on hold" not in of_bo
    assert "still keeps the text of erased notes: the interview is on hold there" in of_cy


def test_what_was_set_aside_is_told_with_the_reason_for_a_while(panel):
    now = panel.host.conductor.now()
    said = strip(panel, set_aside=("Bo Ek had the clock", now - 59_000))
    assert said.startswith("1 of 3 here · ↶ set aside: Bo Ek had the clock · you have the clock · ")
    assert "set aside" not in strip(panel, set_aside=("Bo Ek had the clock", now - 61_000))


class TestObservers:
    def said(self, panel: PackedPanel, *names: str, width: int = 0, away: str | None = None) -> str:
        _, bo, cy = panel.devices
        watching = {f"{number:016x}": name for number, name in enumerate(names, 1)}
        admitted = (DeviceAdmitted(device=one, seat="", role=Role.OBSERVER, name=who) for one, who in watching.items())
        panel.host.conductor.carry_out(Decision(tuple(admitted)))
        heard_of = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)}
        heard_of |= {one: heard(panel, 90 if who == away else 3) for one, who in watching.items()}
        state = PanelState(device=panel.host.device, heard=heard_of)
        return panel_strip(panel.host.session, state, panel.host.conductor.now(), width)

    def test_one_is_named_and_none_of_the_panel(self, panel):
        assert self.said(panel, "Dana Roth") == "3 of 3 here · you have the clock · observer: Dana Roth"

    def test_each_is_said_once(self, panel):
        said = self.said(panel, "Dana Roth", "Eli Park")
        assert said == "3 of 3 here · you have the clock · observers: Dana Roth, Eli Park"

    @pytest.mark.parametrize(
        ("names", "said"),
        [(("Dana", "Eli", "Fay", "Gus"), "4 observers"), (("Dana", ""), "2 observers"), (("",), "1 observer")],
    )
    def test_many_are_counted_and_so_are_those_without_a_name(self, panel, names, said):
        assert self.said(panel, *names).endswith(f" · {said}")

    def test_where_a_row_is_short_they_are_counted(self, panel):
        said = self.said(panel, "Dana Roth", "Eli Park", width=50)
        assert said == "3 of 3 here · you have the clock · 2 observers"

    def test_they_are_told_that_they_are_offline_and_of_nothing_to_send(self, panel):
        looks_on = DeviceAdmitted(device="f" * 16, seat="", role=Role.OBSERVER, name="Dana Roth")
        panel.host.conductor.carry_out(Decision((looks_on,)))
        session, now = panel.host.session, panel.host.conductor.now()
        state = PanelState(device="f" * 16, trouble="It is down.", down_since=now - 130_000)
        assert panel_strip(session, state, now) == "offline 2:10 · Ann Lee has the clock · you are an observer"
        assert "It is down." in list(device_lines(session, state, now))

    def test_who_has_left_is_not_told_of(self, panel):
        assert "observer" not in self.said(panel, "Dana Roth", away="Dana Roth")


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
        "The folder can't be used. What you say is kept here until then: 1 to send.",
        "1 of Bo Ek's are from a newer version: kept and passed on, but not shown.",
        "2 refused, because it was changed.",
        "Clocks: yours may differ from theirs by up to 1.2 s.",
        PROTECTED,
        NOT_PROTECTED,
    ]


def test_whoever_was_removed_finds_their_own_device_in_the_list(panel):
    host, _, cy = panel.devices
    panel.host.conductor.carry_out(Decision((DeviceRemoved(device=cy.device),)))
    lines = list(device_lines(host.session, PanelState(device=cy.device), host.conductor.now()))
    assert "c, Cy Roy, this device, taken off the panel." in lines


def test_one_of_two_ways_that_is_down_stands_in_the_list_alone(panel):
    host, down = panel.host, "Nothing can listen at 127.0.0.1:1: something else listens there."
    state = PanelState(device=host.device, partly_down=down)
    assert f"{down} It goes another way meanwhile." in device_lines(host.session, state, host.conductor.now())
    assert "offline" not in strip(panel, partly_down=down)


def test_who_keeps_more_than_this_device_is_told(panel):
    host, bo, _ = panel.devices
    state = PanelState(device=host.device, heard={bo.device: heard(panel, 40)})
    told = list(device_lines(host.session, state, host.conductor.now()))[1]
    assert told == "b, Bo Ek, last heard a moment ago, had all of this, and has 9 that this device lacks."


class TestOverALiveConnection:
    def shown(self, panel: PackedPanel, width: int = 0, **state) -> str:
        host = panel.host
        live = PanelState(device=host.device, is_live=True, **state)
        return panel_strip(host.session, live, host.conductor.now(), width)

    def typing(self, panel: PackedPanel, *devices: PackedDevice, ago: int = 1) -> dict[str, Seen]:
        at = panel.host.conductor.now() - ago * 1000
        return {device.device: Seen(Presence.TYPING, at, at) for device in devices}

    def test_who_is_there_is_said_shortly(self, panel):
        _, bo, cy = panel.devices
        both = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)}
        assert self.shown(panel, heard=both) == "3 of 3 · you have the clock"

    def test_who_is_typing_is_shown_and_not_for_long(self, panel):
        _, bo, cy = panel.devices
        both = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)}
        said = self.shown(panel, heard=both, seen=self.typing(panel, bo))
        assert said == "3 of 3 · you have the clock · ✎ Bo Ek"
        said = self.shown(panel, heard=both, seen=self.typing(panel, bo, ago=7))
        assert said == "3 of 3 · you have the clock"

    def test_who_is_away_is_shown_with_for_how_long(self, panel):
        _, bo, cy = panel.devices
        said = self.shown(panel, heard={bo.device: heard(panel, 3), cy.device: heard(panel, 185)})
        assert said == "2 of 3 · you have the clock · ◌ Cy Roy away 3 min"

    def test_whose_connection_is_gone_is_away_at_once_and_back_with_the_next_word(self, panel):
        _, bo, cy = panel.devices
        now = panel.host.conductor.now()
        both = {bo.device: heard(panel, 5), cy.device: heard(panel, 5)}
        gone = {cy.device: Seen(Presence.AWAY, 0, now - 2000)}
        assert self.shown(panel, heard=both, seen=gone) == "2 of 3 · you have the clock · ◌ Cy Roy away"
        back = {**both, cy.device: heard(panel, 1)}
        assert self.shown(panel, heard=back, seen=gone) == "3 of 3 · you have the clock"

    def test_a_time_that_may_be_off_is_marked(self, panel):
        _, bo, cy = panel.devices
        both = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)}
        assert self.shown(panel, heard=both, clock_bound_ms=50) == "3 of 3 · you have the clock"
        assert self.shown(panel, heard=both, clock_bound_ms=51) == "3 of 3 · you have the clock · ≈ time"

    def test_what_doesnt_fit_is_told_with_ids_or_counted(self, panel):
        _, bo, cy = panel.devices
        state = {
            "heard": {bo.device: heard(panel, 3), cy.device: heard(panel, 185)},
            "seen": self.typing(panel, bo),
            "clock_bound_ms": 80,
        }
        panel.host.type("/clock bo")
        whole = "2 of 3 · Bo Ek has the clock · ≈ time · ✎ Bo Ek · ◌ Cy Roy away 3 min"
        assert self.shown(panel, 76, **state) == whole
        assert self.shown(panel, 60, **state) == "2 of 3 · bo has the clock · ≈ time · ✎ bo · ◌ cy away 3 min"
        assert self.shown(panel, 52, **state) == "2 of 3 · bo's clock · ≈ time · ✎ bo · ◌ cy 3 min"
        assert self.shown(panel, 36, **state) == "2 of 3 · bo's clock · ≈ time · +2"
        for width in range(1, 100):
            assert cells(self.shown(panel, width, **state)) <= width

    @pytest.mark.parametrize(
        ("state", "said"),
        [
            ({"newer": {"bo": 3}}, "3 of 3 · your clock · ✱ 3 newer"),
            ({"newer": {"bo": 3, "cy": 2}}, "3 of 3 · your clock · ✱ 5 newer"),
            ({"set_aside": ("Bo Ek had the clock", 1 << 50)}, "3 of 3 · ↶ set aside · your clock"),
            ({"trouble": "It is down.", "unsent": 7}, "offline, 7 to send · your clock"),
        ],
    )
    def test_what_matters_fits_into_the_narrowest_row(self, panel, state, said):
        _, bo, cy = panel.devices
        both = {bo.device: heard(panel, 3), cy.device: heard(panel, 3)}
        assert self.shown(panel, 34, heard=both, **state) == said

    def test_in_lines_the_same_is_said_in_words(self, panel):
        host, bo, cy = panel.devices
        state = PanelState(
            device=host.device,
            is_live=True,
            heard={bo.device: heard(panel, 3), cy.device: heard(panel, 185)},
            seen=self.typing(panel, bo),
            clock_bound_ms=180,
        )
        assert panel_sentence(host.session, state, host.conductor.now()) == (
            "2 of 3 here · you have the clock · the time may be off by 0.2 s · Bo Ek is typing · Cy Roy away 3 min"
        )

    def test_through_a_folder_nothing_of_it_is_shown(self, panel):
        _, bo, _ = panel.devices
        assert "≈" not in strip(panel, clock_bound_ms=2000)
        assert "here" in strip(panel, heard={bo.device: heard(panel, 3)})


def test_what_was_told_backstage_says_by_whom_and_to_whom(panel):
    host, bo, _ = panel.devices
    assert aside_words(host.session, Aside(bo.device, 0, False, "[/] now")) == "Bo Ek to you: [/] now"
    assert aside_words(host.session, Aside(bo.device, 0, True, "now")) == "Bo Ek to all: now"
    assert aside_words(host.session, Aside("f" * 16, 0, True, "now")) == "Somebody to all: now"
