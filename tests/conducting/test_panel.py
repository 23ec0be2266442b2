"""Several devices, one interview: what each records reaches the others, and what it comes to is the same everywhere."""

import pytest
from msgspec.structs import replace

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import RESTARTED
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.facts.kinds.running import ClockAnchored, SegmentStarted
from facilitator.domain.language.decision import Refusal
from facilitator.domain.session.undoing import undoable
from facilitator.storage.journal import MemoryJournal
from tests.conducting.panels import Panel
from tests.domain.interviews import agenda as agenda_of
from tests.domain.interviews import ask, part


def starts(panel: Panel) -> list[str]:
    return [visit.segment for visit in panel.host.session.visits]


class TestReceiving:
    def test_what_others_recorded_is_kept_applied_and_told(self):
        panel = Panel()
        bo = panel.join("bo")
        bo.type("a note of Bo's")
        heard: list[int] = []
        panel.host.conductor.listen(lambda: heard.append(len(panel.host.session.notes)))
        assert panel.host.conductor.receive(bo.log.events) is not None
        assert heard == [1]
        assert panel.host.log.events == bo.log.events

    def test_what_is_known_is_passed_over_and_nobody_is_told(self):
        panel = Panel()
        bo = panel.join("bo")
        bo.type("a note")
        panel.exchange()
        heard: list[int] = []
        bo.conductor.listen(lambda: heard.append(1))
        assert bo.conductor.receive(panel.host.log.events) is None
        assert heard == []
        assert len(bo.log.events) == len({event.order for event in bo.log.events})

    def test_events_of_another_session_are_passed_over(self):
        panel = Panel()
        (event,) = panel.host.conductor.events[-1:]
        assert panel.host.conductor.receive([replace(event, id="x", session="another")]) is None

    def test_after_a_restart_the_journal_gives_it_all_back(self):
        panel = Panel()
        bo = panel.join("bo")
        bo.type("a note of Bo's")
        panel.host.type("/start")
        panel.exchange()
        before = panel.host.session
        assert panel.host.start_again().session == before


class TestTheClockOfEach:
    def test_a_wall_clock_that_is_an_hour_off_moves_nobodys_time(self):
        panel = Panel()
        panel.host.type("/start")
        panel.wait(60)
        devices = [panel.join("bo", ahead=3600), panel.join("cy", Role.SHADOW, ahead=-3600)]
        panel.exchange()
        panel.wait(5)
        for device in devices:
            device.type("after five seconds")
        panel.exchange()
        assert {device.conductor.now() for device in panel.devices} == {panel.host.conductor.now()}
        panel.host.type("and one here")
        assert panel.host.conductor.events[-1].stamp.ms == panel.host.conductor.now()
        assert (panel.host.session.wall_offset_ms, panel.host.session.clock_marks) == (0, [])

    def test_after_a_reboot_each_goes_on_by_its_own_wall_clock(self):
        panel = Panel()
        panel.host.type("/start")
        bo = panel.join("bo", ahead=3600)
        panel.wait(60)
        panel.exchange()
        panel.wait(30)
        bo.clock.reboot()
        bo.start_again()
        panel.exchange()
        assert bo.conductor.now() == panel.host.conductor.now()
        assert panel.host.session.clock_marks == []

    def test_the_wall_clock_of_the_host_moves_the_times_of_day_for_all(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.host.clock.set_wall_clock(panel.host.clock.read().wall_ms + 60_000)
        panel.host.conductor.watch_clocks()
        panel.exchange()
        assert bo.session.wall_offset_ms == 60_000
        assert len(bo.session.clock_marks) == 1

    def test_a_reboot_and_a_wall_clock_set_back_never_turn_its_time_back(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.wait(60)
        bo.type("a note")
        last = bo.conductor.now()
        bo.clock.reboot()
        bo.clock.set_wall_clock(panel.host.clock.read().wall_ms - 3_600_000)
        assert bo.start_again().conductor.now() == last
        panel.host.conductor.receive(bo.log.events)
        assert RESTARTED not in panel.host.session.clock_marks

    def test_a_stamp_from_far_ahead_doesnt_carry_a_clock_away(self):
        panel = Panel()
        bo = panel.join("bo")
        reading = bo.clock.read()
        bo.stray(ClockAnchored(reading=reading, reason=""), later_ms=10 * 365 * 86_400_000)
        panel.host.conductor.receive(bo.log.events)
        panel.host.clock.reboot()
        panel.host.start_again()
        assert panel.host.conductor.now() == panel.host.clock.read().wall_ms


class TestSegmentsThatEndByThemselves:
    def test_only_the_owner_goes_on_however_many_devices_there_are(self):
        panel = Panel()
        panel.host.type("/start")
        panel.host.type("/next")
        for number in range(11):
            panel.join("bo" if number % 2 else "cy", Role.PANELIST if number % 2 else Role.SHADOW)
        panel.exchange()
        panel.wait(601)
        for device in panel.devices:
            device.conductor.advance_due()
        panel.exchange()
        assert starts(panel) == ["opening", "talk", "work"]

    def test_two_devices_of_the_owner_make_one_event_of_it(self):
        panel = Panel()
        panel.host.type("/start")
        panel.host.type("/next")
        tablet = panel.join("ann")
        panel.exchange()
        panel.wait(601)
        for device in panel.devices:
            assert device.conductor.advance_due() is not None
        panel.exchange()
        assert starts(panel) == ["opening", "talk", "work"]
        assert panel.host.log.events[-1].id == tablet.log.events[-1].id
        assert len({event.id for event in panel.host.log.events}) == len(panel.host.log.events) - 1
        panel.host.type("/undo")
        panel.exchange()
        assert starts(panel) == ["opening", "talk"]

    def test_a_device_that_was_away_doesnt_end_what_went_on_without_it(self):
        panel = Panel()
        panel.host.type("/start")
        panel.host.type("/next")
        away = panel.join("ann")
        panel.exchange()
        panel.wait(20)
        panel.host.type("/pause")
        panel.wait(700)
        assert away.conductor.advance_due() is not None
        panel.exchange()
        assert starts(panel) == ["opening", "talk"]
        assert panel.host.session.is_paused

    def test_whoever_took_the_clock_meanwhile_goes_on(self):
        panel = Panel()
        panel.host.type("/start")
        panel.host.type("/next")
        bo = panel.join("bo")
        panel.exchange()
        bo.type("/clock me")
        panel.wait(601)
        assert panel.host.conductor.advance_due() is not None
        bo.conductor.receive(panel.host.log.events)
        assert starts_on(bo) == ["opening", "talk"]
        assert bo.conductor.advance_due() is not None
        panel.exchange()
        assert starts(panel) == ["opening", "talk", "work"]


def starts_on(device) -> list[str]:
    return [visit.segment for visit in device.session.visits]


class TestAtOnce:
    def test_next_on_two_devices_of_the_owner_is_one(self):
        panel = Panel()
        panel.host.type("/start")
        tablet = panel.join("ann")
        panel.exchange()
        panel.host.type("/next")
        tablet.type("/next")
        panel.exchange()
        assert starts(panel) == ["opening", "talk"]

    def test_a_boundary_that_is_moved_belongs_to_its_visit(self):
        panel = Panel()
        panel.host.type("/start")
        tablet = panel.join("ann")
        panel.wait(120)
        panel.exchange()
        panel.host.type("/next")
        panel.wait(1)
        tablet.type("/early 60s")
        panel.exchange()
        opened_at = panel.host.session.opened_at
        began = [(visit.segment, (visit.started_at - opened_at) // 1000) for visit in panel.host.session.visits]
        assert began == [("opening", 60), ("talk", 120)]

    def test_undo_takes_back_ones_own(self):
        panel = Panel()
        panel.host.type("of Ann's")
        bo = panel.join("bo")
        panel.exchange()
        bo.type("the note that Bo would miss")
        panel.exchange()
        panel.host.type("/undo")
        panel.exchange()
        assert list(panel.host.notes().values()) == ["the note that Bo would miss"]

    def test_undo_and_redo_reach_ones_own_last_ten(self):
        panel = Panel()
        bo = panel.join("bo")
        for number in range(12):
            panel.host.type(f"Ann's {number}")
        bo.type("Bo's")
        panel.exchange()
        for number in range(15):
            panel.wait(1)
            panel.host.type(f"more of Ann's {number}")
        panel.exchange()
        assert bo.type("/undo") == "Undone: note “Bo's”."
        panel.host.type("Ann goes on")
        panel.exchange()
        assert bo.type("/redo") == "Redone: note “Bo's”."
        panel.exchange()
        assert "b1" in panel.host.notes()
        assert len(undoable(panel.host.session, "ann")) == 10
        assert {act[0].author.panelist for act in undoable(panel.host.session, "ann")} == {"ann"}

    def test_a_new_owner_takes_back_what_the_one_before_did_with_the_clock(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.host.type("/start")
        panel.host.type("/next")
        panel.exchange()
        with pytest.raises(Refusal, match="nothing to undo"):
            bo.type("/undo")
        panel.host.type("/clock bo")
        panel.exchange()
        with pytest.raises(Refusal, match="nothing to undo"):
            panel.host.type("/undo")
        assert bo.type("/undo") == "Undone: start of “Talk”."

    def test_only_the_owner_reopens(self):
        panel = Panel()
        panel.host.type("/start")
        bo = panel.join("bo")
        panel.host.type("/end")
        panel.exchange()
        with pytest.raises(Refusal, match="Ann Lee has the clock"):
            bo.type("/reopen")
        panel.host.type("/reopen")
        panel.exchange()
        assert bo.session.ended_at is None

    def test_adding_time_twice_is_the_sum(self):
        panel = Panel()
        panel.host.type("/start")
        tablet = panel.join("ann")
        panel.exchange()
        panel.host.type("/add 2m")
        tablet.type("/add 1m")
        panel.exchange()
        assert panel.host.session.added_seconds == {"opening": 180}

    def test_a_drop_and_a_cover_the_later_stands_and_both_are_there(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.host.type("/drop 1 no time")
        bo.clock.advance(1)
        bo.type("/cover 1")
        panel.exchange()
        assert [(mark.panelist, mark.status) for mark in panel.host.session.marks] == [
            ("ann", "dropped"),
            ("bo", "covered"),
        ]


class TestLabels:
    def test_notes_are_called_by_their_device_and_never_otherwise(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.wait(1)
        bo.type("one of Bo's")
        bo.type("another of Bo's")
        panel.wait(5)
        panel.host.type("one of Ann's")
        assert panel.host.notes() == {"a1": "one of Ann's"}
        panel.exchange()
        assert panel.host.notes() == {"b1": "one of Bo's", "b2": "another of Bo's", "a1": "one of Ann's"}

    def test_a_number_alone_is_ones_own(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.host.type("Ann's first")
        bo.type("Bo's first")
        panel.exchange()
        assert bo.type("/edit n1 Bo's first, better") == "Note b1 is changed."
        assert bo.type("/edit 1 Bo's first, best") == "Note b1 is changed."
        assert bo.type("/edit b1 Bo's") == "Note b1 is changed."
        with pytest.raises(Refusal, match="There is no note b7"):
            bo.type("/strike 7")
        with pytest.raises(Refusal, match="Only whoever took a note can change it"):
            bo.type("/strike a1")

    def test_what_was_noted_before_is_the_hosts_under_its_old_number(self):
        panel = Panel(before="first\nsecond\n/them why?")
        bo = panel.join("bo")
        panel.host.type("third")
        bo.type("Bo's")
        panel.exchange()
        assert panel.host.notes() == {"a1": "first", "a2": "second", "a3": "third", "b1": "Bo's"}
        assert panel.host.type("/edit n2 second, better") == "Note a2 is changed."
        assert [item.label for item in panel.host.session.candidate_questions] == ["a1"]

    def test_so_are_their_questions(self):
        panel = Panel()
        bo = panel.join("bo")
        assert panel.host.type("/them Why us?") == "Their question is kept as ta1."
        assert bo.type("/them Why now?") == "Their question is kept as tb1."
        panel.exchange()
        assert bo.type("/answered 1") == "Bo Ek answered their question tb1."
        assert bo.type("/answered a1 by ann") == "Ann Lee answered their question ta1."
        assert bo.type("/edit tb1 Why today?") == "Their question tb1 is changed."
        assert bo.type("/strike ta1").startswith("Their question ta1 is struck.")
        with pytest.raises(Refusal, match="Their question ta1 was struck"):
            bo.type("/answered ta1")
        with pytest.raises(Refusal, match="Choose from tb1"):
            bo.type("/answered 9")

    def test_so_are_questions_that_were_added(self):
        panel = Panel(before="/question What about tea?")
        bo = panel.join("bo")
        assert panel.host.type("/question What about ice?").startswith("qa1 for 1. Opening")
        assert bo.type("/question What about oil? must").startswith("qb1 for 1. Opening")
        panel.exchange()
        plan = panel.host.session.plan
        assert list(map(plan.called, plan.segments[0].questions)) == ["q1", "q5", "qa1", "qb1"]
        assert bo.type("/cover qb1") == "Bo Ek has covered qb1."
        assert bo.type("/drop qa1 no time") == "qa1 is dropped (Bo Ek)."
        assert bo.type("+ fine @qb1").startswith("Kept, strength, qb1")
        assert bo.type("/file n1 q5") == "Note b1 belongs to q5."
        assert bo.type("/file n1 qa1") == "Note b1 belongs to qa1."
        report = debrief(bo.session, bo.conductor.now())
        assert [row.number for row in report.coverage][:4] == [1, 5, "a1", "b1"]
        assert [row.number for row in report.notes] == ["b1"]

    def test_their_question_is_called_the_same_in_the_debrief_and_where_a_number_could_mean_it(self):
        theirs = part("Theirs", "5m", kind="candidate_questions", questions=[ask("aims")])
        panel = Panel(agenda_of(theirs), before="/start")
        bo = panel.join("bo")
        bo.type("/them Why us?")
        assert [row.called for row in debrief(bo.session, bo.conductor.now()).candidate_questions] == ["tb1"]
        with pytest.raises(Refusal, match="Your question 1 is q1, theirs is tb1: say which"):
            bo.type("/drop 1")

    def test_evidence_names_notes_of_anybody(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.host.type("Ann's first")
        bo.type("Bo's first")
        panel.exchange()
        assert "There is no note 9." in bo.type("/rate craft 4 n1 and a1, not n9")
        rating = bo.session.ratings["bo", "craft"]
        assert [bo.session.notes[note].label for note in rating.notes] == ["b1", "a1"]
        assert rating.evidence == "b1 and a1, not n9", "n1 would be another note on Ann's device"

    def test_a_note_that_was_undone_is_still_called_so_to_be_erased(self):
        panel = Panel()
        bo = panel.join("bo")
        for line in ("Bo's first", "/undo", "Bo's second", "Bo's third", "/undo"):
            bo.type(line)
        panel.host.type("Ann's")
        panel.host.type("/undo")
        panel.exchange()
        with pytest.raises(Refusal, match="Note b1 was undone"):
            bo.type("/strike 1")
        assert panel.host.type("/erase b1") == "Note b1 is erased."
        panel.exchange()
        assert bo.type("/erase undone") == "Note b3 is erased."
        panel.exchange()
        assert [note.called for note in bo.session.erased.values()] == ["b1", "b3"]
        assert [note.label for note in bo.session.undone_notes.values()] == ["a1"]
        bo.type("Bo's fourth")
        assert bo.notes()["b4"] == "Bo's fourth"

    def test_under_a_hold_an_erased_note_stays_on_the_disk_which_is_known_until_it_goes(self):
        panel = Panel()
        bo = panel.join("bo")
        bo.type("of zanzibar")
        panel.exchange()
        held = panel.host.conductor
        held.may_forget = lambda: False
        assert held.forget() == 0
        assert not held.keeps_erased
        bo.type("/erase 1")
        panel.exchange()
        assert (held.keeps_erased, bo.conductor.keeps_erased) == (True, False)
        assert panel.host.notes() == {}
        assert "zanzibar" in repr(panel.host.log.kept)
        held.may_forget = lambda: True
        assert held.forget()
        assert not held.keeps_erased
        assert "zanzibar" not in repr(panel.host.log.kept)

    def test_two_hosts_that_dont_know_of_each_other_give_different_letters(self):
        panel = Panel()
        bo = panel.join("bo")
        panel.exchange()
        bo.type("/clock me")
        panel.join("cy", by=bo)
        panel.join("cy", by=panel.host)
        letters = [device.letter for device in bo.session.devices.values()]
        assert letters == ["a", "b", "ba"]
        panel.host.conductor.receive(bo.log.events)
        assert {device.letter for device in panel.host.session.devices.values()} == {"a", "b", "c", "ba"}


class TestRestoredFromABackup:
    def test_both_branches_stay(self):
        panel = Panel()
        bo = panel.join("bo")
        ahead = panel.host.stray(SegmentStarted(segment="opening"), later_ms=60_000)
        bo.conductor.receive(ahead)
        backup = MemoryJournal(bo.log.events)
        bo.type("before the disk broke")
        panel.host.conductor.receive(bo.log.events)
        bo.log, bo.conductor = backup, Conductor.resume(backup, bo.clock, bo.name, lambda: "restored", seat="bo")
        bo.type("after it was restored")
        panel.exchange()
        assert sorted(panel.host.notes().values()) == ["after it was restored", "before the disk broke"]


def test_a_panel_needs_no_question_of_its_own():
    """An agenda without any is fine."""
    panel = Panel(agenda_of(part("Talk", "5m")))
    panel.join("bo").type("a note")
    panel.exchange()
    assert panel.host.notes() == {"b1": "a note"}
