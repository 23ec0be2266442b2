"""What stands on a panel of several devices, and what is set aside; by example."""

import pytest

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.notes import NoteEdited, NoteErased, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved
from facilitator.domain.facts.kinds.people import PanelistReady
from facilitator.domain.facts.kinds.running import InterviewEnded, InterviewPaused, SegmentStarted, TimeAdded
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.session.authority import judge, whose_act
from facilitator.domain.session.fold import fold, in_order
from facilitator.domain.session.history import History
from facilitator.domain.session.rights import Reason, Whose
from tests.domain.command_lines import PLAN as SOLO
from tests.domain.interviews import Room
from tests.domain.session.panels import HOSTED, OPENED, PANEL, event

STARTED = event("s", 20, SegmentStarted(segment="one"))
TAKEN = event("t", 30, ClockTaken(), by="bo")


def aside(*events: Event) -> dict[str, tuple[Reason, str]]:
    """What is set aside of these events on the panel, with the reason and who had the clock."""
    _, judgement = judge(in_order((*PANEL, *events)))
    return {wrong.event.id: (wrong.reason, wrong.owner) for wrong in judgement.aside}


def stands(*events: Event) -> list[str]:
    standing, _ = judge(in_order((*PANEL, *events)))
    return [one.id for one in standing if one not in PANEL]


class TestWithoutAPanel:
    def test_everything_stands_whoever_its_author_is(self):
        events = (
            OPENED,
            STARTED,
            event("e", 21, InterviewEnded(), by="bo"),
            event("n", 22, NoteStruck(note="x"), "cy"),
        )
        standing, judgement = judge(events)
        assert standing is events
        assert (judgement.place, judgement.aside) == (None, ())

    def test_facts_about_a_panel_change_nothing(self):
        strays = (
            event("t", 21, ClockTaken(), by="bo"),
            event("g", 22, ClockHandedOver(to="bo")),
            event("d", 23, DeviceAdmitted(device="bo-1", seat="bo"), by="bo"),
            event("r", 24, DeviceRemoved(device="ann-1")),
            event("x", 25, DeviceAdmitted(device="elsewhere", seat="ann")),
        )
        assert fold((OPENED, STARTED, *strays)) == fold((OPENED, STARTED))
        assert len(History.of((OPENED, STARTED, *strays)).aside) == 5

    def test_the_facts_of_a_whole_interview_stand(self):
        room = Room(SOLO, "0:00 /start\n1:00 a note\n2:00 /next\n3:00 /undo")
        events = room.log.events
        assert judge(events)[0] is events

    def test_an_id_counts_once_the_first_in_the_order(self):
        first, second = event("n", 21, NoteTaken(text="first")), event("n", 22, NoteTaken(text="second"))
        for events in ((OPENED, first, second), (second, OPENED, first)):
            assert [note.text for note in fold(events).notes.values()] == ["first"]
        grown = History.of((OPENED, first)).with_event(second)
        assert grown.session == fold((OPENED, first, second))
        assert len(grown.events) == 3


class TestTheClock:
    def test_is_the_leads_until_it_is_given_away(self):
        given = event("g", 30, ClockHandedOver(to="bo"))
        before, after = event("p", 29, InterviewPaused(), by="bo"), event("q", 31, InterviewPaused(), by="bo")
        assert stands(STARTED, before, given, after) == ["s", "g", "q"]
        assert aside(STARTED, before, given, after) == {"p": (Reason.NOT_THE_OWNER, "ann")}
        assert aside(given, event("x", 40, InterviewEnded())) == {"x": (Reason.NOT_THE_OWNER, "bo")}

    def test_can_be_taken_and_what_its_owner_did_alone_meanwhile_is_set_aside(self):
        ran_on = event("x", 40, SegmentStarted(segment="two"))
        assert stands(STARTED, TAKEN, ran_on) == ["s", "t"]
        session = fold((*PANEL, STARTED, TAKEN, ran_on))
        assert ([visit.segment for visit in session.visits], session.clock_owner) == (["one"], "bo")

    def test_of_two_who_take_it_the_later_has_it(self):
        again = event("u", 31, ClockTaken(), by="ann")
        assert fold((*PANEL, TAKEN, again)).clock_owner == "ann"
        assert stands(TAKEN, again) == ["t", "u"]

    @pytest.mark.parametrize("who", ["cy", "guest"])
    def test_cant_be_taken_by_one_who_watches(self, who: str):
        assert aside(event("t", 30, ClockTaken(), by=who)) == {"t": (Reason.WATCHES, "ann")}

    def test_a_hand_over_that_crosses_a_command_decides_by_the_order(self):
        given = event("g", 30, ClockHandedOver(to="bo"))
        assert stands(given, event("n", 30, SegmentStarted(segment="two"))) == ["g"]
        assert stands(given, event("f", 30, SegmentStarted(segment="two"))) == ["f", "g"]

    def test_nobody_undoes_the_panels_facts(self):
        session = fold((*PANEL, TAKEN, event("u", 40, Revoked(group="t"), by="bo")))
        assert session.clock_owner == "bo"
        session = fold((*PANEL, event("u", 40, Revoked(group="j1"))))
        assert "bo-1" in session.devices


class TestACommand:
    def test_stands_whole_or_is_set_aside_whole(self):
        command = (
            event("c", 30, NoteTaken(text="with it"), by="bo"),
            event("c2", 31, TimeAdded(segment="one", seconds=60), by="bo", group="c"),
        )
        assert aside(STARTED, *command) == {
            "c": (Reason.NOT_THE_OWNER, "ann"),
            "c2": (Reason.NOT_THE_OWNER, "ann"),
        }
        assert History.of((*PANEL, STARTED)).with_events(command) == History.of((*PANEL, STARTED, *command))

    def test_isnt_joined_by_somebody_else(self):
        note = event("c", 30, NoteTaken(text="Ann's"))
        added = event("x", 31, NoteTaken(text="as if Ann had"), by="bo", group="c")
        assert aside(note, added) == {"x": (Reason.ANOTHERS_ACT, "ann")}
        assert History.of((*PANEL, note)).with_event(added) == History.of((*PANEL, note, added))

    def test_of_which_something_was_set_aside_takes_along_what_comes_of_it_later(self):
        added = event("c", 30, TimeAdded(segment="one", seconds=60), by="bo")
        note = event("c2", 31, NoteTaken(text="with it"), by="bo", group="c")
        history = History.of((*PANEL, added)).with_event(note)
        assert [wrong.event.id for wrong in history.aside] == ["c", "c2"]
        assert history == History.of((*PANEL, added, note))

    def test_two_devices_of_one_owner_made_is_there_once(self):
        one, other = (
            event("auto", 30, SegmentStarted(segment="two")),
            event("auto", 31, SegmentStarted(segment="two"), device="ann-2"),
        )
        second = event("j4", 14, DeviceAdmitted(device="ann-2", seat="ann", letter="e"))
        assert stands(second, one, other) == ["j4", "auto"]
        assert aside(second, one, other) == {}

    def test_counts_where_it_stands_even_if_an_earlier_one_with_its_id_doesnt(self):
        """The old owner went on as well, alone, after the clock had been taken."""
        late, right = (
            event("auto", 40, SegmentStarted(segment="two")),
            event("auto", 41, SegmentStarted(segment="two"), by="bo"),
        )
        assert stands(STARTED, TAKEN, late, right) == ["s", "t", "auto"]
        assert aside(STARTED, TAKEN, late, right) == {"auto": (Reason.NOT_THE_OWNER, "bo")}

    def test_that_was_set_aside_can_be_given_again_with_the_same_id(self):
        """The owner lost the clock, a segment ended by itself meanwhile, and the clock came back."""
        alone, back = event("auto", 40, SegmentStarted(segment="two")), event("c", 50, ClockTaken())
        again = event("auto", 60, SegmentStarted(segment="two"))
        assert aside(STARTED, TAKEN, alone, back, again) == {"auto": (Reason.NOT_THE_OWNER, "bo")}
        assert stands(STARTED, TAKEN, alone, back, again) == ["s", "t", "c", "auto"]


class TestNotes:
    NOTE = event("n", 20, NoteTaken(text="Bo's"), by="bo")

    def test_are_changed_by_their_author_alone(self):
        edit, strike = event("e", 30, NoteEdited(note="n", text="?")), event("x", 31, NoteStruck(note="n"), by="cy")
        assert set(aside(self.NOTE, edit, strike)) == {"e", "x"}
        assert [note.text for note in fold((*PANEL, self.NOTE, edit, strike)).notes.values()] == ["Bo's"]

    def test_so_it_is_when_the_note_comes_last(self):
        strike = event("x", 31, NoteStruck(note="n"))
        history = History.of((*PANEL, strike))
        assert history.aside == ()
        assert [wrong.event.id for wrong in history.with_event(self.NOTE).aside] == ["x"]

    def test_are_erased_by_nobody_who_only_looks_on_or_is_not_there(self):
        erased = NoteErased(note="n", label="b1")
        looks_on, stranger = event("x", 30, erased, by="guest"), event("y", 31, erased, by="bo", device="bo-2")
        assert aside(self.NOTE, looks_on, stranger) == {
            "x": (Reason.WATCHES, "ann"),
            "y": (Reason.NOT_ADMITTED, "ann"),
        }


class TestUndo:
    NOTE = event("n", 20, NoteTaken(text="Bo's"), by="bo")
    NEXT = event("x", 30, SegmentStarted(segment="two"))

    def test_reaches_ones_own(self):
        assert aside(self.NOTE, event("u", 40, Revoked(group="n"))) == {"u": (Reason.ANOTHERS_ACT, "ann")}
        assert aside(self.NOTE, event("u", 40, Revoked(group="n"), by="bo")) == {}

    def test_of_the_clock_is_its_owners(self):
        """Who gave the clock away can't run it back; who has it now can take back what the one before did."""
        given = event("g", 35, ClockHandedOver(to="bo"))
        assert aside(self.NEXT, given, event("u", 40, Revoked(group="x"))) == {"u": (Reason.NOT_THE_OWNER, "bo")}
        assert aside(self.NEXT, given, event("u", 40, Revoked(group="x"), by="bo")) == {}

    def test_of_a_note_is_its_authors_even_if_the_clock_was_run_along_with_it(self):
        both = (event("m", 30, NoteTaken(text="with it")), event("x", 31, SegmentStarted(segment="two"), group="m"))
        undo = event("u", 40, Revoked(group="m"), by="bo")
        assert aside(*both, event("t", 35, ClockTaken(), by="bo"), undo) == {"u": (Reason.ANOTHERS_ACT, "bo")}

    def test_of_an_act_is_its_authors_or_the_clock_owners_or_takes_who_is_both(self):
        note, ready = event("n", 30, NoteTaken(text="n")), event("r", 31, PanelistReady(panelist="ann"), group="n")
        ran, added = (
            event("x", 40, SegmentStarted(segment="two")),
            event("t", 41, TimeAdded(segment="two", seconds=60), group="x"),
        )
        both = event("b", 50, NoteTaken(text="b")), event("b2", 51, InterviewPaused(), group="b")
        undo = event("u", 60, Revoked(group="x"))
        acts = (note, ready, ran, added, *both, undo)
        found = {group: whose_act(group, acts) for group in ("n", "x", "b", "u", "unknown")}
        assert found == {
            "n": Whose.AUTHOR,
            "x": Whose.OWNER,
            "b": Whose.BOTH,
            "u": Whose.OWNER,
            "unknown": Whose.AUTHOR,
        }

    def test_taking_back_an_undo_of_the_clock_is_running_it_too(self):
        undone = event("u", 40, Revoked(group="x"))
        given = event("g", 50, ClockHandedOver(to="bo"))
        again = event("v", 60, Revoked(group="u"))
        assert aside(self.NEXT, undone, given, again) == {"v": (Reason.NOT_THE_OWNER, "bo")}

    def test_that_arrives_before_its_target_waits_for_it(self):
        undo = event("u", 40, Revoked(group="n"), by="bo")
        history = History.of((*PANEL, undo))
        assert [wrong.reason for wrong in history.aside] == [Reason.UNKNOWN_ACT]
        whole = history.with_event(self.NOTE)
        assert (whole.aside, dict(whole.session.notes)) == ((), {})

    def test_of_what_comes_later_in_the_order_counts_for_nothing(self):
        """Nobody can take back beforehand what somebody else is going to do."""
        undo = event("u", 15, Revoked(group="n"), by="bo")
        assert fold((*PANEL, undo, self.NOTE)).notes.keys() == {"n"}


class TestDevices:
    def test_that_nobody_admitted_count_for_nothing(self):
        assert aside(event("n", 20, NoteTaken(text="hello"), by="bo", device="bo-2")) == {
            "n": (Reason.NOT_ADMITTED, "ann")
        }

    def test_that_were_removed_count_until_then(self):
        before, after = event("m", 20, NoteTaken(text="m"), by="bo"), event("n", 40, NoteTaken(text="n"), by="bo")
        removed = event("r", 30, DeviceRemoved(device="bo-1"))
        assert stands(before, removed, after) == ["m", "r"]
        session = fold((*PANEL, before, removed, after))
        assert ([*session.notes], session.removed_devices) == (["m"], {"bo-1"})

    def test_are_admitted_by_the_owner(self):
        admission = event("d", 30, DeviceAdmitted(device="bo-2", seat="bo"), by="bo")
        note = event("n", 40, NoteTaken(text="hello"), by="bo", device="bo-2")
        assert set(aside(admission, note)) == {"d", "n"}
        assert aside(event("t", 25, ClockTaken(), by="bo"), admission, note) == {}

    def test_cant_have_been_there_before_there_was_a_panel(self):
        backdated = event("n", 5, NoteTaken(text="I was here first"), by="bo")
        assert aside(backdated) == {"n": (Reason.NOT_ADMITTED, "ann")}
        taken = event("t", 6, ClockTaken(), by="bo")
        assert aside(taken) == {"t": (Reason.NOT_ADMITTED, "ann")}

    def test_nothing_that_is_recorded_later_takes_the_opening_along(self):
        stray = event("x", 30, OPENED.fact, group="o")
        assert aside(stray) == {"x": (Reason.WATCHES, "ann")}
        assert fold((*PANEL, stray)) == fold(PANEL)

    def test_what_was_recorded_before_stays_with_its_authors(self):
        adopted = (
            event("n", 1, NoteTaken(text="the CFO's, typed by Ann"), by="bo", device="laptop"),
            event("s", 2, SegmentStarted(segment="one"), by="bo", device="laptop"),
        )
        assert aside(*adopted) == {}
        assert aside(*adopted, event("x", 30, NoteStruck(note="n"), by="bo")) == {}
        assert set(aside(*adopted, event("x", 30, NoteStruck(note="n")))) == {"x"}
        assert aside(*adopted, event("u", 30, Revoked(group="s"))) == {}


class TestArrival:
    EVENTS = (*PANEL, STARTED, TAKEN, event("n", 40, NoteTaken(text="n"), by="bo"), event("x", 41, InterviewEnded()))

    def test_the_opening_may_come_last(self):
        history = History.of(())
        assert not history.is_open
        for one in self.EVENTS[1:]:
            history = history.with_event(one)
            assert not history.is_open
            with pytest.raises(ValueError, match="no event opens the session"):
                _ = history.session
        assert history.with_event(OPENED) == History.of(self.EVENTS)

    def test_so_may_the_admission_of_the_host(self):
        rest = [one for one in self.EVENTS if one is not HOSTED]
        assert History.of(rest).with_event(HOSTED) == History.of(self.EVENTS)

    def test_what_was_taken_back_before_it_came_isnt_stepped_in(self):
        """Found by the prototype: it was applied after all, on the device that had its revocation first."""
        undo, note = event("u", 21, Revoked(group="n")), event("n", 22, NoteTaken(text="n"))
        assert History.of((OPENED, undo)).with_event(note).session == fold((OPENED, undo, note))
