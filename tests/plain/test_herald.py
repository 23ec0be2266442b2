"""Nobody is interrupted more than once a minute, and nobody is told twice."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.session.opening import opening
from facilitator.plain.herald import Herald
from facilitator.storage.journal import MemoryJournal
from tests.domain.panel.looking_on import onlookers_conductor
from tests.plain.talking import Talk, begun, talk_about
from tests.ui.sessions import STARTS, bundled, opened, small_agenda

LEAST = 60


def text_of(said: list[tuple[int, str]]) -> str:
    return "\n".join(line for _, line in said)


@pytest.mark.parametrize("name", ["vp-sales-final", "software-engineer-panel", "panel-loop", "interview-the-employer"])
def test_in_a_whole_interview_no_two_lines_come_within_a_minute(name: str):
    talk = Talk(*opened(bundled(name)))
    talk.say("/start")
    said = []
    at = 0
    for _ in talk.conductor.session.plan.segments:
        said += [(at + second, line) for second, line in talk.wait(1500)]
        at += 1500
        talk.say("/next")
    seconds = [second for second, _ in said]
    assert len(seconds) > len(talk.conductor.session.plan.segments)
    assert all(later - earlier >= LEAST for earlier, later in pairwise(seconds))


def test_a_phase_is_told_once_when_it_begins():
    talk = begun()
    said = talk.wait(600)
    assert said[0] == (480, "First: 2:00 left, wrap up.")
    assert [line for _, line in said if "wrap up" in line] == ["First: 2:00 left, wrap up."]


def test_danger_says_how_to_hand_over_in_the_same_line():
    [_, (second, line), *_] = begun().wait(600)
    assert second == 540
    assert line.startswith("First: 1:00 left, hand over. “Thank you.")


def test_what_changes_within_the_minute_is_told_as_it_is_when_the_minute_is_over():
    talk = begun(segments=[{"id": "one", "title": "One", "length_seconds": 60, "danger_seconds": 10}])
    assert talk.wait(200) == [(48, "One: 0:12 left, wrap up."), (108, "One: 0:48 over.")]


def test_what_an_answer_has_said_is_not_told_again():
    talk = begun()
    assert talk.wait(479) == []
    talk.clock.advance(1)
    assert "wrap up" in talk.say("")[0]
    assert talk.wait(55) == []


def test_how_to_hand_over_is_told_even_if_somebody_has_just_asked_how_it_stands():
    talk = begun()
    talk.wait(539)
    talk.clock.advance(1)
    assert "hand over" in talk.say("")[0]
    assert text_of(talk.wait(55)).startswith("“Thank you.")


def test_what_was_told_in_one_segment_is_told_anew_in_the_next():
    talk = begun()
    talk.wait(500)
    talk.say("/next")
    assert "Second: 1:00 left" in text_of(talk.wait(300))


def test_nothing_is_said_in_the_middle_of_a_line_that_is_being_typed():
    talk = begun()
    assert talk.wait(700, typing="half a thou") == []
    talk.interview.take("half a thought")
    assert "First: 1:41 over." in text_of(talk.wait(1))


def test_nothing_is_said_while_the_clock_is_paused():
    talk = begun()
    talk.say("/pause")
    assert talk.wait(1000) == []


def test_a_forgotten_start_is_pointed_out_once():
    talk = talk_about()
    for word in ("one", "two", "three"):
        talk.say(word)
    assert talk.wait(300) == [(1, "Talking already? /start")]


def test_a_planned_start_that_has_come_is_told_once():
    clock = SimulatedClock(STARTS)
    planned = opening(small_agenda(), "", STARTS, "UTC", "2026-12-01 10:05")
    talk = Talk(Conductor.open(MemoryJournal(), "sample", planned, clock, "desk"), clock)
    assert talk.wait(299) == []
    assert talk.wait(600) == [(2, "Due 0:01 ago: /start")]


def test_a_hard_stop_that_cannot_be_met_is_told_once_and_once_more_when_it_has_passed():
    talk = begun(starts="2026-12-01 10:00", hard_stop="10:16")
    talk.wait(300)
    talk.say("/add 5m")
    before = talk.wait(600)
    assert text_of(before).count("oom until 10:16, 4:00 past it.") == 1
    assert text_of(talk.wait(200)).count("oom lost 0:0") == 1


def test_after_hours_in_which_nothing_happened_another_sitting_is_proposed_once():
    talk = begun()
    talk.clock.advance(9 * 3600)
    assert talk.wait(300) == [(1, "Idle since 10:00: /resume, new sitting.")]


def test_of_one_that_was_called_off_nothing_is_said():
    talk = talk_about()
    talk.say("/cancel ill")
    assert talk.wait(600) == []


def test_protected_time_that_is_being_spent_is_told_once():
    talk = begun()
    assert text_of(talk.wait(1200)).count("of their 5:00") == 1


def test_a_segment_that_ends_by_itself_says_what_comes():
    talk = begun(
        segments=[
            {"id": "one", "title": "One", "length_seconds": 120, "ends": "auto"},
            {"id": "two", "title": "Two", "length_seconds": 300, "say": "Now to you."},
        ]
    )
    said = talk.wait(170)
    assert talk.conductor.session.current == talk.conductor.session.plan.segments[1]
    assert "Now to you." in text_of(said)


def test_whoever_looks_on_is_not_asked_to_start():
    conductor = onlookers_conductor(0)
    session, before, now = conductor.session, conductor.now() - 600_000, conductor.now() + 600_000
    heard = {looks_on: replace(session, looks_on=looks_on) for looks_on in (False, True)}
    assert "/start" in Herald(heard[False], before).line(heard[False], now)
    assert Herald(heard[True], before).line(heard[True], now) == ""
