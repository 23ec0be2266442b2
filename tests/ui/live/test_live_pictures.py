"""The live screen as it looks: over sizes, phases, themes and states, on a clock that stands still."""

import pytest

from facilitator.conducting.conductor import Conductor
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, WARNING, bundled, opened, played

SIZES = [(200, 60), (160, 45), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5)]
PHASES = {
    "waiting": WAITING,
    "normal": NORMAL,
    "warning": WARNING,
    "danger": DANGER,
    "overtime": OVERTIME,
    "ended": ENDED,
}
THEIR_TIME = 5000


def app(until: float, theme: str = "dark") -> FacilitatorApp:
    conductor, _ = played(until)
    return FacilitatorApp(Opened(conductor), theme=theme)


class TestSizes:
    @pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
    def test_in_the_middle_of_an_interview(self, snap_compare, size):
        assert snap_compare(app(NORMAL), terminal_size=size)

    @pytest.mark.parametrize("size", [(120, 12), (40, 40), (8, 3)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_odd_shapes(self, snap_compare, size):
        assert snap_compare(app(OVERTIME), terminal_size=size)


class TestPhases:
    @pytest.mark.parametrize("phase", PHASES)
    def test_wide(self, snap_compare, phase):
        assert snap_compare(app(PHASES[phase]), terminal_size=(120, 40))

    @pytest.mark.parametrize("phase", ["waiting", "danger", "overtime"])
    def test_in_a_usual_terminal(self, snap_compare, phase):
        assert snap_compare(app(PHASES[phase]), terminal_size=(80, 24))

    def test_paused(self, snap_compare):
        conductor, _ = played(NORMAL)
        conductor.submit("/pause")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(80, 24))

    @pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80", "60"])
    def test_their_own_time(self, snap_compare, size):
        assert snap_compare(app(THEIR_TIME), terminal_size=size)


class TestThemes:
    @pytest.mark.parametrize("theme", ["light", "high-contrast", "terminal"])
    def test_each(self, snap_compare, theme):
        assert snap_compare(app(OVERTIME, theme), terminal_size=(120, 40))

    def test_no_color(self, snap_compare, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "1")
        assert snap_compare(app(OVERTIME), terminal_size=(120, 40))


class TestStates:
    @pytest.mark.parametrize(
        ("name", "keys"),
        [
            ("single keys", ["escape", "down", "right"]),
            ("a command is completed", [*"/cov", "tab", "q"]),
            ("a competency is completed", [*"liked it #p"]),
            ("a refusal keeps the line", [*"/cover 99", "enter"]),
            ("an end is asked about", [*"/end", "enter"]),
            ("a colleague covered it", [*"/cover 5 by ceo", "enter"]),
            ("a key that needs words", ["escape", "r"]),
            ("a search", ["ctrl+f", *"partner"]),
            ("a stamped moment", ["ctrl+t"]),
            ("five rows", ["a", "ctrl+j", "b", "ctrl+j", "c", "ctrl+j", "d", "ctrl+j", "e", "ctrl+j", "f"]),
            ("completions above five rows", [*"a↵b↵c↵d↵e #"]),
            ("a panelist is completed", [*"x @"]),
            ("a question is completed", [*"x q1"]),
            ("commands, what can be done first", ["/"]),
            ("unknown tags are pointed out", [*"liked it #pipe @nobody q99", "enter"]),
            ("nothing found", ["ctrl+f", *"zebra"]),
            ("whom to hand it to", ["escape", "down", "o"]),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_after_keys(self, snap_compare, name, keys):
        pressed = ["ctrl+j" if key == "↵" else key for key in keys]
        assert snap_compare(app(NORMAL), terminal_size=(100, 30), press=pressed)

    @pytest.mark.parametrize(("size", "keys"), [((120, 40), []), ((80, 24), ["f4"])], ids=["120x40", "80x24"])
    def test_a_plan_that_has_changed(self, snap_compare, size, keys):
        conductor, _ = played(WARNING)
        for line in ("/question What if two leave at once? by cro must in 3 4m", "/segment Lunch 20m break after 4"):
            conductor.submit(line)
        for line in ("/move 3 after 4", "/length 5 10m", "/room 11:20", "/goto 6"):
            conductor.submit(line)
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=size, press=keys)

    @pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_somebody_else_writes_and_somebody_sits_in(self, snap_compare, size):
        conductor, _ = played(NORMAL)
        conductor.submit("/standin Dana Roth, Controller for cro")
        conductor.submit("/as cfo")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=size)

    @pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_an_interview_that_was_cut_off(self, snap_compare, size):
        conductor, _ = played(NORMAL)
        conductor.submit("/cancel fire alarm, the building is empty")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=size)

    def test_the_ways_out_with_their_price(self, snap_compare):
        assert snap_compare(app(OVERTIME), terminal_size=(80, 24), press=["escape", "v"])

    def test_who_speaks(self, snap_compare):
        conductor, clock = played(NORMAL)
        conductor.submit("/floor cfo")
        clock.advance(30)
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(80, 24))

    @pytest.mark.parametrize("stop", ["11:20", "12:00"])
    def test_the_room_is_lost_then(self, snap_compare, stop):
        conductor, _ = played(OVERTIME, hard_stop=stop)
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(80, 24))

    @pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_the_room_was_lost_a_moment_ago(self, snap_compare, size):
        conductor, _ = played(OVERTIME, hard_stop="10:23")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=size)

    @pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_the_next_morning_another_sitting_is_proposed(self, snap_compare, size):
        conductor, clock = played(NORMAL)
        clock.advance(17 * 3600)
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=size)

    def test_on_the_second_day_the_first_is_named(self, snap_compare):
        conductor, clock = played(NORMAL)
        conductor.submit("/pause")
        clock.advance(23 * 3600)
        conductor.submit("/resume")
        conductor.submit("+ came back with an answer #pipeline")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(120, 40))

    def test_at_half_time_who_was_not_heard(self, snap_compare):
        conductor, clock = opened(bundled("panel-loop"))
        conductor.submit("/start")
        clock.advance(3000)
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(120, 40))

    def test_trouble_stays_until_it_is_resolved(self, snap_compare, monkeypatch):
        conductor, _ = played(NORMAL)
        monkeypatch.setattr(Conductor, "trouble", "No space is left on the disk.")
        monkeypatch.setattr(Conductor, "unkept", frozenset({"the last fact"}))
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(100, 30))

    def test_the_palette_has_every_command_with_its_key(self, snap_compare):
        assert snap_compare(app(NORMAL), terminal_size=(100, 30), press=["ctrl+p", *"cov"])

    def test_a_reverse_interview_has_its_labels_turned_round(self, snap_compare):
        conductor, _ = opened(bundled("interview-the-employer"))
        conductor.submit("/start")
        assert snap_compare(FacilitatorApp(Opened(conductor)), terminal_size=(120, 40))

    def test_the_other_side_pane(self, snap_compare):
        assert snap_compare(app(NORMAL), terminal_size=(80, 24), press=["f4"])


class TestViews:
    @pytest.mark.parametrize("phase", ["waiting", "normal"])
    def test_the_curtain(self, snap_compare, phase):
        assert snap_compare(app(PHASES[phase]), terminal_size=(100, 30), press=["f2"])

    def test_the_curtain_where_there_is_little_room(self, snap_compare):
        assert snap_compare(app(OVERTIME), terminal_size=(20, 5), press=["f2"])

    @pytest.mark.parametrize("size", [(120, 40), (40, 12), (20, 5)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_the_clock_alone(self, snap_compare, size):
        assert snap_compare(app(OVERTIME), terminal_size=size, press=["f3"])
