"""From lines to the session and back: what is typed becomes facts, and what came of it is said."""

from collections.abc import Sequence

import pytest

from facilitator.delivery.cues import Cued
from facilitator.domain.facts.signal import Signal
from facilitator.domain.session.state import Session
from facilitator.files.patience import Deed
from facilitator.plain.line_output import RING
from facilitator.plain.plain_interview import FIRST_WORDS, HOW_TO_ANSWER
from tests.disks import Disk
from tests.plain.talking import Talk, begun, talk_about
from tests.ui.sessions import opened, small_agenda


class MemoryDraft:
    """A draft in memory; what is saved while it `is_full` raises OSError."""

    is_full = False

    def __init__(self, text: str = "") -> None:
        self.text = text

    def load(self) -> str:
        return self.text

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        if self.is_full:
            raise OSError("no space left on the disk")
        self.text = text

    def clear(self) -> None:
        self.text = ""


def texts(talk: Talk) -> list[str]:
    return [note.text for note in talk.conductor.session.notes.values()]


class TestTheBeginning:
    def test_says_which_interview_it_is_how_it_stands_and_how_to_go_on(self):
        talk = talk_about()
        talk.interview.begin()
        which, stands, how = talk.raw.splitlines()
        assert which == "A short talk, with Robin Reyes."
        assert "not started" in stands
        assert how == FIRST_WORDS

    def test_asks_whom_it_is_with_if_nobody_has_said_so(self):
        talk = Talk(*opened(small_agenda(), candidate=""))
        talk.interview.begin()
        assert "/with NAME" in talk.raw
        assert talk.say("/with Robin Reyes") == ["With Robin Reyes."]

    def test_after_the_end_says_what_can_be_done_then(self):
        talk = begun()
        talk.say("/end")
        talk.say("")
        again = Talk(talk.conductor, talk.clock)
        again.interview.begin()
        assert again.raw.splitlines()[-1].startswith("/debrief reads it")

    def test_says_first_what_was_found_damaged(self):
        talk = talk_about()
        talk.interview.begin("The journal was mended.")
        assert talk.raw.startswith("The journal was mended.\n")

    def test_a_line_begun_last_time_is_there_again_until_it_is_sent(self):
        draft = MemoryDraft("half a thou")
        talk = Talk(*opened(small_agenda()), draft)
        assert talk.interview.begin() == "half a thou"
        talk.interview.tell_aside()
        assert talk.raw.endswith("Begun last time but not sent: half a thou\n")
        talk.say("something else")
        talk.interview.close()
        assert draft.text == "half a thou"
        again = Talk(*opened(small_agenda()), draft)
        again.interview.begin()
        again.say("half a thou")
        again.interview.close()
        assert draft.text == ""


class TestALine:
    def test_is_kept_as_a_note_stamped_with_its_first_letter(self):
        talk = begun()
        typed_at = talk.conductor.now()
        talk.wait(30, typing="+ o")
        assert talk.say("+ ok") == ["Kept, strength."]
        [note] = talk.conductor.session.notes.values()
        assert (note.text, note.signal, note.at) == ("ok", Signal.STRENGTH, typed_at)

    def test_is_refused_with_the_reason_of_the_screen(self):
        [said] = begun().say("/cover 99")
        assert "no question 99" in said

    def test_that_is_empty_says_how_it_stands(self):
        [said] = begun().say("")
        assert said.startswith("First: 10:00 left of 10:00")

    def test_that_leaves_something_open_asks_and_enter_says_yes(self):
        talk = begun()
        [asked] = talk.say("/end")
        assert asked.startswith("Must-asks not asked: q1")
        assert asked.endswith(HOW_TO_ANSWER)
        assert talk.conductor.session.ended_at is None
        assert talk.say("")[0].startswith("The interview has ended.")

    def test_is_no_answer_to_what_was_asked_before(self):
        talk = begun()
        talk.say("/end")
        assert talk.say("wait") == ["Kept."]
        assert talk.say("")[0].startswith("First: ")
        assert talk.conductor.session.ended_at is None

    def test_that_was_asked_about_and_not_answered_is_there_the_next_time(self):
        draft = MemoryDraft()
        talk = Talk(*opened(small_agenda()), draft)
        talk.say("/start")
        talk.say("/end")
        talk.interview.close()
        assert draft.text == "/end"
        assert talk.raw.endswith("Not sent, kept for next time: /end\n")


class TestTheBell:
    def test_rings_in_a_terminal_when_a_phase_begins(self):
        talk = begun(bell=True)
        rung: list[int] = []
        talk.stream.isatty = lambda: True  # type: ignore[method-assign]  # a terminal, as far as the output knows
        for second in range(605):
            before = talk.raw.count(RING)
            talk.wait(1)
            rung += [second + 1] * (talk.raw.count(RING) - before)
        assert rung == [480, 540, 601]

    def test_other_cues_are_given_once_and_what_went_wrong_with_one_is_said(self):
        given: list[int] = []

        def cues(before: Session, session: Session, since: int, now: int, bell: bool | None) -> Cued:
            begun = len(session.visits) - len(before.visits)
            given.extend([begun] * bool(begun))
            return Cued(False, "The cue at segment failed." if begun else "")

        talk = Talk(*opened(small_agenda()), cues=cues)
        talk.say("/start")
        assert talk.wait(2) == [(1, "The cue at segment failed.")]
        assert given == [1]


class TestTheDraft:
    def test_follows_what_is_typed_and_goes_when_the_line_is_kept(self):
        draft = MemoryDraft()
        talk = Talk(*opened(small_agenda()), draft)
        talk.interview.type("half")
        talk.interview.close()
        assert draft.text == "half"
        again = Talk(*opened(small_agenda()), draft)
        again.interview.begin()
        again.interview.type("half of it")
        again.say("half of it")
        again.interview.close()
        assert draft.text == ""

    def test_that_cannot_be_kept_is_told_with_the_reason(self):
        draft = MemoryDraft()
        draft.is_full = True
        talk = Talk(*opened(small_agenda()), draft)
        talk.interview.type("half")
        talk.interview.close()
        assert "The unfinished line isn't kept: no space left" in talk.raw


class TestADisk:
    @pytest.fixture
    def disk(self) -> Disk:
        return Disk()

    @pytest.fixture
    def talk(self, disk: Disk) -> Talk:
        talk = Talk(*opened(small_agenda(), log=disk))
        talk.say("/start")
        return talk

    def test_that_is_full_is_told_at_once_even_in_the_middle_of_a_line(self, talk: Talk, disk: Disk):
        disk.is_full = True
        assert talk.say("a note") == ["Not on disk: in memory only."]
        said = [line for _, line in talk.wait(1, typing="half a thou")]
        assert said == [
            "",
            "What you type stays in memory. /elsewhere keeps it.",
            "Not kept: no space left on the disk.",
            "half a thou",
        ]

    def test_that_is_full_is_told_once_and_so_is_its_end(self, talk: Talk, disk: Disk):
        disk.is_full = True
        talk.say("a note")
        assert len(talk.wait(30)) == 2
        disk.is_full = False
        talk.say("another")
        assert [line for _, line in talk.wait(30)] == ["Everything is on disk again."]

    def test_that_is_full_makes_leaving_ask(self, talk: Talk, disk: Disk):
        disk.is_full = True
        talk.say("a note")
        [said] = talk.say("/quit")
        assert said == "1 note is on no disk and would be lost. /quit again leaves anyway."
        assert not talk.interview.has_left
        talk.say("/quit")
        assert talk.interview.has_left

    def test_that_hangs_holds_nobody_up_and_kept_is_said_when_it_is(self, talk: Talk, disk: Disk):
        talk.conductor.keep_in_background()
        disk.hang()
        assert talk.say("a note") == ["Keeping …"]
        assert talk.interview.is_keeping
        assert talk.wait(1) == []
        disk.go_on()
        talk.conductor.close()
        assert [line for _, line in talk.wait(1)] == ["Kept."]


class TestTheEnd:
    def test_writes_the_debrief_and_says_where_and_what_can_be_done(self):
        conductor, clock = opened(small_agenda())
        talk = Talk(conductor, clock, write=lambda: Deed(lambda: "Saved to here.md"))
        talk.say("/start")
        talk.say("/end")
        said = talk.say("")
        assert said[:2] == ["The interview has ended. /reopen undoes that.", "Saved to here.md"]
        assert "/vote" in said[2]

    def test_that_was_taken_back_and_comes_again_writes_it_again(self):
        conductor, clock = opened(small_agenda())
        numbers = iter("12")
        talk = Talk(conductor, clock, write=lambda: Deed(lambda: f"Saved as number {next(numbers)}"))
        for line in ("/start", "/end", "", "/undo", "/end", ""):
            talk.say(line)
        assert "Saved as number 1\n" in talk.raw
        assert "Saved as number 2\n" in talk.raw

    def test_leaves_the_meeting_to_be_written_down(self):
        talk = begun()
        talk.say("/end")
        talk.say("")
        assert talk.say("/vote yes by bo") == ["Bo Chen votes yes."]
        assert talk.say("/decide yes all of us") == ["Decided yes: all of us."]

    def test_quit_leaves(self):
        talk = begun()
        assert talk.say("/quit") == []
        assert talk.interview.has_left
