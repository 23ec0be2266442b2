"""The lists say what the panes of the screen show."""

import pytest

from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.kinds.notes import FactSealed
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Decision
from facilitator.domain.panel.onlooker import LOOKS_ON, NOT_SHOWN, seen_by_onlooker
from facilitator.plain.desk import OWN_LINES
from tests.disks import Disk
from tests.plain.talking import Talk, begun, talk_about
from tests.ui.sessions import opened, played, small_agenda


def test_the_order_has_numbers_times_states_and_lengths():
    talk = begun()
    talk.clock.advance(300)
    assert talk.say("/order") == [
        "1. 10:00 First: now, takes 10:00, talk",
        "2. 10:10 Second: ahead, takes 5:00, protected, their questions",
    ]


def test_what_was_left_out_is_in_the_order_without_a_time():
    talk = begun()
    talk.say("/skip 2")
    assert talk.say("/order")[1] == "2. Second: skipped, 5:00"


def test_the_questions_stand_under_their_segments_with_who_has_got_how_far():
    talk = begun()
    talk.say("/cover 2 by ann")
    assert talk.say("/questions") == [
        "1. First",
        "q1 Why? (must, open, Ann Lee, Craft)",
        "q2 How? (covered, Bo Chen) Ann Lee covered",
    ]


def test_one_question_comes_with_what_helps_in_asking_it():
    conductor, clock = played(3200)
    said = Talk(conductor, clock).say("/questions 7")
    assert said[0].startswith("q7 ")
    assert any(line.startswith("Listen for: ") for line in said)
    assert any(line.startswith("5 outstanding: ") for line in said)


def test_a_question_that_is_not_there_is_refused_like_everywhere():
    [said] = begun().say("/questions 99")
    assert "There is no question 99" in said


def test_the_coverage_counts_and_has_the_ratings():
    talk = begun()
    talk.say("/cover 1")
    talk.say("/rate craft 4 saw it")
    assert talk.say("/progress") == ["Craft: 1 of 1 covered, rated Ann Lee 4 strong", "Still open: q2."]


def test_the_panel_has_who_leads_and_who_has_not_been_heard():
    talk = begun()
    assert talk.say("/panel") == ["ann, Ann Lee: lead, 0 of 1 covered", "bo, Bo Chen: 0 of 1 covered"]
    talk.clock.advance(500)
    assert talk.say("/panel")[-1] == "Not heard yet: Ann Lee, Bo Chen."


def test_the_panel_has_who_is_absent_and_who_sits_in_for_them():
    talk = begun()
    talk.say("/absent bo")
    assert talk.say("/panel")[1].startswith("bo, Bo Chen: absent")
    talk.say("/standin ann for bo")
    assert talk.say("/panel")[1].startswith("bo, Bo Chen: absent (Ann Lee sits in)")


def test_their_questions_have_what_became_of_them():
    talk = begun()
    assert talk.say("/theirs") == ["Nothing yet. /them keeps what they ask."]
    talk.say("/them How is the quota set?")
    talk.say("/them Who decides?")
    talk.say("/owed 2 by bo by 2026-12-04")
    assert talk.say("/theirs") == [
        "t1 How is the quota set? (open)",
        "t2 Who decides? (owed by Bo Chen by Friday, 4 December)",
    ]


class TestNotes:
    def test_have_time_number_author_signal_and_question(self):
        talk = begun()
        assert talk.say("/notes") == ["No notes yet."]
        talk.say("/ask 1")
        talk.say('"so be it"')
        assert talk.say("/notes") == ["10:00 n1 ann, quote: “so be it” (q1)"]

    def test_are_the_latest_and_how_many_there_are_before_is_said(self):
        talk = begun()
        for number in range(25):
            talk.say(f"number {number}")
        said = talk.say("/notes")
        assert said[0] == "+5 earlier: /notes all"
        assert len(said) == 21
        assert len(talk.say("/notes all")) == 25

    def test_are_found_by_their_words(self):
        talk = begun()
        talk.say("closed three of five")
        talk.say("blames the market")
        assert [line.rpartition(": ")[2] for line in talk.say("/notes MARKET")] == ["blames the market"]
        assert talk.say("/notes nothing") == ["No note contains “nothing”."]

    def test_of_several_rows_stand_on_one_line(self):
        talk = begun()
        talk.say("one\ntwo")
        assert talk.say("/notes") == ["10:00 n1 ann: one two"]

    def test_that_are_on_no_disk_say_so(self):
        disk = Disk()
        talk = Talk(*opened(small_agenda(), log=disk))
        disk.is_full = True
        talk.say("lost?")
        assert talk.say("/notes") == ["10:00 n1 ann: lost?, not kept"]


class TestWhatACommandWouldBring:
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("/would add 5m", "/add 5m moves the end to 10:20, 5:00 over."),
            ("/would /undo", "/undo undoes q1 asked by Ann Lee, 10:00."),
            ("/would next", "/next does this: Now: Second."),
            ("/would end", "/end asks first: "),
            ("/would recover", "On schedule: there is nothing to recover."),
            ("/would fly", "There is no command /fly. "),
            ("/would", "Which command? /would add 5m says what that would bring, and does nothing."),
        ],
    )
    def test_is_said_and_nothing_is_done(self, line: str, said: str):
        talk = begun()
        talk.say("/ask 1")
        before = talk.conductor.events
        (answer,) = talk.say(line)
        assert answer.startswith(said)
        assert talk.conductor.events == before


class TestHelp:
    @pytest.fixture
    def said(self) -> str:
        return "\n".join(talk_about().say("/help"))

    def test_has_every_command_and_every_list(self, said: str):
        lines = [f"{command.usage}: {command.help}" for command in COMMANDS.values()]
        lines += [f"{own.usage}: {own.help}" for own in OWN_LINES.values()]
        assert [line for line in lines if line not in said] == []

    def test_has_what_can_stand_in_a_note(self, said: str):
        assert "#competency: in a note" in said

    def test_begins_with_what_one_does_most_here(self, said: str):
        assert "Mark it as covered: /cover 1 by ann" in said.splitlines()[:12]

    def test_of_one_command_has_an_example(self):
        [said] = talk_about().say("/help /rate")
        assert said == f"{COMMANDS['rate'].usage}: {COMMANDS['rate'].help} Such as /rate craft 2 by ann"
        assert talk_about().say("/help xyzzy") == ["No command has “xyzzy”: /help lists them all."]


def test_what_others_keep_to_themselves_is_a_count_behind_the_notes():
    talk = begun()
    conductor, at = talk.conductor, talk.conductor.now()
    devices = (DeviceAdmitted(device="desk", seat="ann", letter="a"), DeviceAdmitted(device="far", seat="bo"))
    conductor.carry_out(Decision(devices))
    stamp = conductor.events[-1].stamp.next(at, Author("bo", "far"))
    sealed = FactSealed(box="…", number=1)
    conductor.receive([Event(id="x", session=conductor.session.id, stamp=stamp, at=at, group="x", fact=sealed)])
    assert talk.say("/notes") == ["Sealed for now: Bo Chen's 1."]
    talk.say("of my own")
    assert talk.say("/notes")[-2:] == ["10:00 a1 ann: of my own", "Sealed for now: Bo Chen's 1."]
    assert talk.say("/strike b1") == ["Bo Chen keeps note b1 to themselves for now."]


def test_to_whoever_looks_on_no_list_says_that_there_is_nothing():
    talk = begun()
    for line in ("a note", "/them Why now?"):
        talk.say(line)
    talk.conductor.seen = seen_by_onlooker
    assert talk.say("/theirs") == [NOT_SHOWN]
    assert talk.say("/notes") == talk.say("/notes note") == [NOT_SHOWN]
    assert talk.say("/help")[0] == f"{LOOKS_ON} An empty line tells you where you stand."
