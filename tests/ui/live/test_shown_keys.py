"""Which keys stand in the bar: those that do something now, by the names that they have after remapping."""

import pytest

from facilitator.ui.live.keys import SCREEN_BINDINGS
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.shown_keys import ShownKeys
from tests.domain.panel.looking_on import onlookers_session
from tests.ui.sessions import NORMAL, opened, small_agenda


def shown(keys) -> list[str]:
    return [f"{key.shown} {key.does}" for key in keys]


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


@pytest.mark.parametrize(
    ("text", "is_offered", "first"),
    [
        ("", False, ["Ctrl+N next", "Ctrl+G ask", "Ctrl+O cover", "F8 undo", "F9 theirs", "Ctrl+R recover"]),
        ("a note", False, ["Enter keep", "Ctrl+N next"]),
        ("/cover", True, ["Enter do it", "Tab complete", "Ctrl+N next"]),
    ],
)
def test_in_the_note_line_they_say_what_enter_and_tab_would_do(conductor, text, is_offered, first):
    told = shown(ShownKeys({}).while_writing(text, is_offered, conductor.session, conductor.now()))
    assert told[: len(first)] == first


def test_after_the_end_the_debrief_and_the_way_out_come_first(conductor):
    conductor.submit("/end")
    assert shown(ShownKeys({}).while_writing("", False, conductor.session, conductor.now()))[:2] == [
        "F5 debrief",
        "Ctrl+Q leave",
    ]


def test_single_keys_are_those_of_the_commands_that_are_possible(conductor):
    told = shown(ShownKeys({}).while_commanding(conductor.session, conductor.now(), Selection(1, "ann"), False, True))
    assert "n next" in told
    assert "s start" not in told
    assert "↑↓←→ select" in told
    assert told[-2:] == ["? help", "Esc note"]


def test_before_a_single_key_esc_makes_them_stay(conductor):
    told = shown(ShownKeys({}).while_commanding(conductor.session, conductor.now(), Selection(1, "ann"), False, False))
    assert told[-2:] == ["? help", "Esc stay"]


def test_the_key_of_an_act_is_told_as_one_would_press_it_from_where_one_is():
    keys = ShownKeys({})
    assert (keys.of_act("next", stays=False), keys.of_act("next", stays=True)) == ("Esc n", "n")
    assert (keys.of_act("undo", stays=False), keys.of_act("undo", stays=True)) == ("F8", "u")


def test_a_key_that_was_chosen_for_another_act_is_shown_there_only(conductor):
    keys = ShownKeys({"command.next": "f9", "command.drop": "c"})
    assert "theirs" not in " ".join(shown(keys.while_writing("", False, conductor.session, conductor.now())))
    told = shown(keys.while_commanding(conductor.session, conductor.now(), Selection(1, "ann"), False, False))
    assert "F9 next" in told
    assert "c drop" in told
    assert not any(key.endswith("cover") for key in told)


def test_the_key_of_the_panes_stands_there_where_one_is_hidden(conductor):
    keys = ShownKeys({})
    session, now, nothing = conductor.session, conductor.now(), Selection(0, "ann")
    assert "Tab pane" in shown(keys.while_commanding(session, now, nothing, True, False))
    assert "Tab pane" not in shown(keys.while_commanding(session, now, nothing, False, False))


def test_a_remapped_key_is_shown_as_it_is_now(conductor):
    keys = ShownKeys({"command.next": "f8", "live.stamp": "f7", "live.help": "f12,h"})
    told = shown(keys.while_commanding(conductor.session, conductor.now(), Selection(0, "ann"), False, False))
    assert "F8 next" in told
    assert "h help" in told
    assert "F7 stamp" in shown(keys.while_writing("", False, conductor.session, conductor.now()))
    assert keys.of_commands()["next"] == "F8"


def test_whoever_looks_on_is_offered_no_key_for_notes():
    session, keys = onlookers_session(NORMAL), ShownKeys({}, "", "desk")
    told = shown(keys.while_writing("", False, session, session.last_at.get("", session.opened_at)))
    assert not [key for key in told if key.endswith((" search", " stamp"))]
    assert "Search the notes; Esc shows all again" not in dict(keys.of_bindings(SCREEN_BINDINGS)).values()
