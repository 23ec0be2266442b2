"""Who writes, who came and went, who sits in for whom, and an interview that isn't held."""

import pytest

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room, agenda, apart_from_redo, ask, part
from tests.domain.language.answers import answer

PLAN = agenda(
    part("Talk", "10m", questions=[ask("aims", owner="bo", backup="ann"), ask("slip", owner="bo"), ask("map")]),
    part("Closing", "5m"),
)


def room(script: str = "") -> Room:
    return Room(PLAN, script)


def said(line: str, script: str = "") -> str:
    return room(script).conductor.submit(line).said


class TestWhoWrites:
    def test_lines_are_theirs_until_somebody_else_writes(self):
        session = room("0:00 /as bo\n0:01 one\n0:02 /as cy\n0:03 two\n0:04 bo> three\n0:05 /as ann\n0:06 four").session
        assert [note.author for note in session.notes.values()] == ["bo", "cy", "bo", "ann"]

    def test_it_is_no_fact(self):
        talk = room()
        before = talk.log.events
        assert talk.conductor.submit("/as bo").said == "Bo Ek is writing now."
        assert talk.log.events == before

    def test_what_they_record_says_who_typed_it_and_whose_it_is(self):
        talk = room("0:00 /as bo\n0:01 one")
        event = talk.log.events[-1]
        assert (event.author.panelist, event.fact) == ("ann", NoteTaken(text="one", credited="bo"))

    def test_ratings_and_recommendations_are_theirs(self):
        session = room("0:00 /start\n0:01 bo> /rate craft 4\n0:02 /as bo\n0:03 /recommend yes").session
        assert list(session.ratings) == [("bo", "craft")]
        assert list(session.recommendations) == ["bo"]

    def test_once_they_are_absent_the_lead_writes_again(self):
        assert room("0:00 /as bo\n0:01 /absent bo").conductor.writer == "ann"

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            ("/as 3", "/ask 3? /as says who writes: /as ann"),
            ("/as q3", "/ask 3? /as says who writes: /as ann"),
            ("/as", "Which panelist? Choose from ann, bo, cy."),
            ("/as zed", "There is no panelist “zed”. Choose from ann, bo, cy."),
        ],
    )
    def test_whom_nobody_knows_is_refused_with_what_was_meant(self, line: str, why: str):
        assert answer("", "1:00", line) == why

    def test_who_is_absent_doesnt_write(self):
        refused = "Bo Ek is absent. If they are here now: /arrived bo"
        assert answer("0:00 /absent bo", "1:00", "/as bo") == refused
        assert answer("0:00 /absent bo", "1:00", "bo> a word") == refused
        assert answer("0:00 /absent bo", "1:00", "/cover 1 by bo") == refused
        assert answer("0:00 /absent bo", "1:00", "bo> /cover 1") == refused
        assert answer("0:00 /absent bo", "1:00", "/handoff 2 bo") == refused


class TestWhoCame:
    def test_a_new_name_joins_the_panel_after_a_second_look(self):
        talk = room()
        decision = decide("/arrived Dana Roth, CFO", talk.session, talk.at("0:10"), "ann")
        assert decision.doubt == "“Dana Roth” isn't on the panel (Ann Lee, Bo Ek, Cy Roy), and would join it as dana."
        assert talk.conductor.submit("/arrived Dana Roth, CFO").said == "Dana Roth is on the panel now, as dana."
        assert [rater.id for rater in talk.session.plan.raters] == ["ann", "bo", "dana"]
        assert talk.session.plan.panelist_by_id["dana"].role == "CFO"

    def test_who_was_absent_is_there_again_without_being_asked_about(self):
        talk = room("0:00 /absent bo")
        assert decide("/arrived bo", talk.session, talk.at("0:10"), "ann").doubt == ""
        assert talk.conductor.submit("/arrived Bo Ek").said == "Bo Ek is here."
        assert talk.session.plan == room().session.plan

    def test_who_is_there_cant_come(self):
        assert answer("", "1:00", "/arrived bo").startswith("Bo Ek is already here. For somebody else of that name")

    def test_whom_they_talk_with_joins_no_panel_but_a_namesake_may(self):
        talk = room("0:00 /with Ilse Bär")
        why = "Ilse Bar is the candidate. For somebody else of that name, add a role: /arrived Ilse Bar, ROLE"
        assert answer("0:00 /with Ilse Bär", "1:00", "/arrived Ilse Bar") == why
        assert talk.conductor.submit("/arrived Ilse Bär, CFO").said == "Ilse Bär is on the panel now, as ilse."

    def test_who_came_can_be_credited_and_handed_a_question(self):
        session = room("0:00 /arrived Dana Roth\n0:01 dana> hello\n0:02 /handoff 2 dana\n0:03 /cover 2").session
        assert [note.author for note in session.notes.values()] == ["dana"]
        assert [mark.panelist for mark in session.marks] == ["dana"]


class TestWhoIsntThere:
    def test_their_questions_go_to_the_backup_or_to_nobody(self):
        assert said("/absent bo") == "Bo Ek is absent. q1: Ann Lee's now. q2: nobody's now (/handoff 2 P)."
        talk = room("0:00 /absent bo")
        assert [talk.session.owner(question) for question in PLAN.questions] == ["ann", None, None]

    def test_the_whole_name_is_enough_as_for_who_came(self):
        assert said("/absent bo ek") == said("/absent bo")
        assert said("/as Bo Ek") == said("/as bo")
        assert said("/standin Dana Roth for Bo Ek") == said("/standin Dana Roth for bo")
        assert answer("", "1:00", "/absent Zed Roy") == "There is no panelist “Zed Roy”. Choose from ann, bo, cy."

    def test_the_lead_hands_over_the_clock(self):
        talk = room()
        assert talk.conductor.submit("/absent ann").said == "Ann Lee is absent. Bo Ek is the lead now."
        assert talk.session.lead.id == talk.conductor.writer == "bo"

    def test_the_last_one_who_asks_cant_be_absent(self):
        refused = answer("0:00 /absent bo", "1:00", "/absent ann")
        assert refused == "Nobody is left to ask. /standin NAME for ann says who does, /cancel WHY ends the interview."

    def test_nobody_is_absent_twice(self):
        assert answer("0:00 /absent bo", "1:00", "/absent bo") == "Bo Ek is already absent."

    def test_who_was_never_there_judges_nothing_and_who_left_does(self):
        refused = "Bo Ek is absent and saw nothing to rate. If they were here: /arrived bo"
        assert answer("0:00 /start\n0:10 /absent bo", "1:00", "/rate craft 3 by bo") == refused
        left = "0:00 /start\n0:05 bo> saw the start\n0:10 /absent bo"
        assert answer(left, "1:00", "/rate craft 3 by bo") == "Craft: 3 solid."


class TestAStandIn:
    def test_a_new_name_takes_the_questions_of_who_is_missing_also_from_a_backup(self):
        talk = room("0:00 /absent bo")
        told = talk.conductor.submit("/standin Dana Roth for bo").said
        assert told == "Dana Roth sits in for Bo Ek, as dana. q1, q2: Dana Roth's now."
        assert [panelist.id for panelist in talk.session.plan.present] == ["ann", "cy", "dana"]
        assert [talk.session.owner(question) for question in PLAN.questions] == ["dana", "dana", None]

    def test_it_is_taken_back_as_one(self):
        talk = room("0:00 /standin Dana Roth for bo")
        talk.conductor.submit("/undo")
        assert apart_from_redo(talk.session) == apart_from_redo(room().session)

    def test_somebody_of_the_panel_can_be_one(self):
        talk = room("0:00 /standin ann for bo")
        assert [talk.session.owner(question) for question in PLAN.questions] == ["ann", "ann", None]

    def test_for_the_lead_they_lead(self):
        assert "Dana Roth is the lead now." in said("/standin Dana Roth for ann")

    def test_a_stand_in_can_have_one_too(self):
        talk = room("0:00 /standin Dana Roth for bo\n0:01 /standin Eve Moss for dana")
        assert talk.session.plan.acting("bo") == "eve"

    def test_once_they_come_their_questions_are_theirs(self):
        talk = room("0:00 /standin Dana Roth for bo\n0:01 /arrived bo")
        assert [talk.session.owner(question) for question in PLAN.questions] == ["bo", "bo", None]

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            ("/standin", "Name both, for example: /standin Dana Roth for cy"),
            ("/standin Dana Roth", "Name both, for example: /standin Dana Roth for cy"),
            ("/standin Dana for zed", "There is no panelist “zed”. Choose from ann, bo, cy."),
            ("/standin bo for bo", "Bo Ek can't sit in for themselves: /standin NAME for bo"),
            ("/standin cy for bo", "Cy Roy is a shadow, who only watches."),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, line: str, why: str):
        assert answer("", "1:00", line) == why

    def test_nobody_sits_in_twice(self):
        refused = answer("0:00 /standin ann for bo", "1:00", "/standin ann for bo")
        assert refused == "Ann Lee already sits in for Bo Ek."


class TestAnInterviewThatIsntHeld:
    def test_nobody_came(self):
        talk = room()
        assert talk.conductor.submit("/noshow").said == "Recorded: the candidate didn't come."
        assert (talk.session.started_at, talk.session.ended_at) == (None, talk.at("0:00"))
        assert talk.session.cancelled is not None
        assert talk.session.cancelled.no_show

    def test_it_is_called_off_or_cut_off_with_a_reason(self):
        assert said("/cancel flu") == "The interview is called off: flu."
        assert said("/cancel fire alarm", "0:00 /start") == "The interview is cut off: fire alarm."

    def test_it_asks_before_nobody_came(self):
        assert decide("/noshow", room().session, room().at("0:10"), "ann").doubt

    @pytest.mark.parametrize("line", ["/noshow", "/cancel flu"])
    def test_it_can_be_taken_back_and_then_begin(self, line: str):
        talk = room(f"0:00 {line}")
        talk.conductor.submit("/undo")
        assert apart_from_redo(talk.session) == apart_from_redo(room().session)
        talk.conductor.submit("/start")
        assert talk.session.is_running

    @pytest.mark.parametrize("line", ["/noshow", "/cancel flu", "/start"])
    @pytest.mark.parametrize("over", ["/noshow", "/cancel flu"])
    def test_what_is_over_cant_be_called_off(self, over: str, line: str):
        assert answer(f"0:00 {over}", "1:00", line) == "The interview has ended. /reopen undoes that."

    @pytest.mark.parametrize(
        ("script", "said"),
        [
            ("0:00 /noshow", "The interview is open again: /start begins it."),
            ("0:00 /start\n1:00 /cancel fire alarm", "The interview continues: “Talk”."),
        ],
    )
    def test_reopened_it_is_called_off_no_more(self, script: str, said: str):
        talk = room(script + "\n2:00 a note")
        assert talk.conductor.submit("/reopen").said == said
        assert (talk.session.cancelled, talk.session.ended_at) == (None, None)
        assert [note.text for note in talk.session.notes.values()] == ["a note"]

    def test_the_reason_is_told_with_one_full_stop(self):
        assert said("/cancel fire alarm.") == "The interview is called off: fire alarm."

    def test_a_reason_is_needed(self):
        assert answer("", "1:00", "/cancel") == "The text is missing: write it after the command."
